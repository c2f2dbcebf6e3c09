// GeoJSON and GeoPackages that nest, lie or are too large.
#include <sqlite3.h>

#include "base/error.h"
#include "hostile_input.h"
#include "io/made_files.h"

namespace harmattan::test {

namespace {

std::string with_geometry(const std::string& geometry) {
    std::string all = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"a": 1}, "geometry": {"type": "Point", "coordinates": [2.4, 15.9]}},
{"type": "Feature", "properties": {"a": 2}, "geometry": )";
    all += geometry;
    return all += "}]}";
}

std::string point(const std::string& coordinates) {
    std::string geometry = R"({"type": "Point", "coordinates": )";
    geometry += coordinates;
    return with_geometry(geometry += "}");
}

std::string cut_point() {
    std::string all = point("[1, 2");
    all.resize(all.size() - 5);
    return all;
}

std::string ring_of(std::size_t vertices) {
    std::string all =
        R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry":
{"type": "Polygon", "coordinates": [[)";
    for (std::size_t i = 0; i + 1 < vertices; ++i)
        all.append("[").append(std::to_string(double(i) / double(vertices))).append(i % 2 == 0 ? ",0]," : ",1],");
    return all + "[0,0]]]}}]}";
}

void run_sql(const std::filesystem::path& file, const std::string& statements) {
    sqlite3* database = nullptr;
    const bool is_good = sqlite3_open(file.c_str(), &database) == SQLITE_OK &&
                         sqlite3_exec(database, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    if (!is_good) throw std::runtime_error("the statements are wrong: " + statements);
}

// A GeoPackage whose only listed table is v, which `statements` make.
Work geopackage(std::string statements) {
    return [=](const std::filesystem::path& folder) {
        write_file(folder / "p.geojson", point("[1, 2]"));
        convert(folder / "p.geojson", folder / "p.gpkg", "GPKG", {"-nln", "base"});
        run_sql(folder / "p.gpkg",
                statements +
                    "; DELETE FROM gpkg_contents; DELETE FROM gpkg_geometry_columns;"
                    "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('v', 'attributes')");
        return sentences_of_events(folder / "p.gpkg");
    };
}

std::string vrt(const std::string& source) {
    std::string all = "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>";
    all += source;
    return all += "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
}

}  // namespace

HostileInputs hostile_features() {
    HostileInputs all{
        {"GeoJSON empty", features_in(""), "the file is empty"},
        {"GeoJSON nested 200,000 deep", features_in([] { return repeated("[", 200000); }), "cannot read"},
        {"GeoJSON objects nested 200,000 deep", features_in([] { return repeated("{\"a\":", 200000); }),
         "cannot read"},
        {"GeoJSON properties nested 200,000 deep", features_in([] {
             return R"({"type": "Feature", "geometry": null, "properties": {"a": )" + repeated("[", 200000) +
                    repeated("]", 200000) + "}}";
         }),
         "cannot read"},
        {"GeoJSON coordinates nested 200,000 deep",
         features_in([] { return point(repeated("[", 200000) + repeated("]", 200000)); }), "cannot read"},
        {"GeoJSON collections nested 10,000 deep", features_in([] {
             return with_geometry(repeated(R"({"type": "GeometryCollection", "geometries": [)", 10000) +
                                  repeated("]}", 10000));
         }),
         "cannot read"},
        {"GeoJSON polygon of 2,000,000 vertices", features_in([] { return ring_of(2000000); }), "kept 1 of 1"},
        {"GeoJSON NaN", features_in(point("[NaN, 1]")), "feature 2"},
        {"GeoJSON Infinity", features_in(point("[Infinity, 1]")), "feature 2"},
        {"GeoJSON 1e308", features_in(point("[1e308, 1]")), "feature 2: the coordinates"},
        {"GeoJSON 1e999", features_in(point("[1e999, 1]")), "feature 2"},
        {"GeoJSON latitude 91", features_in(point("[1, 91]")), "are no longitude and latitude"},
        {"GeoJSON longitude 541", features_in(point("[541, 1]")), "are no longitude and latitude"},
        {"GeoJSON coordinates of texts", features_in(point("[\"1\", \"2\"]")), "feature 2: it has no geometry"},
        {"GeoJSON one coordinate", features_in(point("[1]")), "feature 2: it has no geometry"},
        {"GeoJSON no coordinates", features_in(point("[]")), "feature 2: it has no geometry"},
        {"GeoJSON geometry null", features_in(with_geometry("null")), "feature 2: it has no geometry"},
        {"GeoJSON geometry a number", features_in(with_geometry("7")), "feature 2: it has no geometry"},
        {"GeoJSON geometry of an unknown type",
         features_in(with_geometry(R"({"type": "Blob", "coordinates": []})")), "feature 2: it has no geometry"},
        {"GeoJSON line of one vertex",
         features_in(with_geometry(R"({"type": "LineString", "coordinates": [[1, 2]]})")),
         "feature 2: its geometry"},
        {"GeoJSON cut in a coordinate", features_in(cut_point()), "cannot read"},
        {"GeoJSON with a NUL", features_in(point(std::string("[1, \0002]", 7))), "cannot read"},
        {"GeoJSON of a URL as text", features_in("\"http://192.0.2.1/x.json\""), "cannot read"},
        {"GeoJSON unknown reference system",
         features_in(
             R"({"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:999999"}},
"features": [{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2, 15]}}]})"),
         "kept 1 of 1"},
        {"VRT as .geojson", features_in(vrt("/etc/passwd")), "by its content it is no GeoPackage, GeoJSON"},
        {"VRT as .tif", features_in(vrt("/etc/passwd"), "x.tif"), "by its content it is no GeoPackage, GeoJSON"},
        {"VRT of a URL as .shp", features_in(vrt("/vsicurl/http://192.0.2.1/x.csv"), "x.shp"),
         "by its content it is no GeoPackage, GeoJSON"},
        {"VRT of rasters as .tif",
         features_in(
             "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"><VRTRasterBand><SimpleSource><SourceFilename>"
             "/etc/passwd</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>",
             "x.tif"),
         "by its content it is no GeoPackage, GeoJSON"},
        {"KML cut",
         features_in("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><Point>", "x.kml"),
         "cannot read"},
        {"KML nested 100,000 deep",
         features_in(
             [] { return "<kml xmlns=\"http://www.opengis.net/kml/2.2\">" + repeated("<Folder>", 100000); },
             "x.kml"),
         "cannot read"},
        {"GeoPackage view without end",
         geopackage(
             "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x FROM c"),
         "one of its views"},
        {"GeoPackage view calls load_extension",
         geopackage("CREATE VIEW v AS SELECT load_extension('/tmp/x.so') AS x"),
         "one of its views calls itself, reaches for another file or calls a function that does"},
        {"GeoPackage view reads a file", geopackage("CREATE VIEW v AS SELECT readfile('/etc/passwd') AS x"),
         "SQLite cannot look at it: no such function: readfile"},
        {"GeoPackage view of fts3_tokenizer", geopackage("CREATE VIEW v AS SELECT fts3_tokenizer('simple') AS x"),
         "p.gpkg"},
        {"GeoPackage view of itself",
         geopackage("CREATE VIEW v AS SELECT * FROM w; CREATE VIEW w AS SELECT * FROM v"), "p.gpkg"},
        {"GeoPackage trigger",
         geopackage("CREATE TABLE v (x); CREATE TRIGGER t AFTER INSERT ON v BEGIN SELECT "
                    "load_extension('/tmp/x.so'); END"),
         "cannot read the events in"},
        {"GeoPackage table that is not there", geopackage("SELECT 1"), "p.gpkg"},
    };
    return all;
}

}  // namespace harmattan::test
