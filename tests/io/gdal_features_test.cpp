#include "io/feature_reader.h"

#include "io/gdal_table.h"
#include "io/utf8_text.h"
#include "made_files.h"
#include "made_zip.h"

using namespace harmattan;
using features::GeometryKind;
using io::FileKind;
using test::convert;
using test::key_of;
using test::write_file;

namespace {

// A square of 4 degrees with a square hole of 2, and a triangle.
constexpr auto* two_areas = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"label": "Ménaka"}, "geometry": {"type": "Polygon", "coordinates": [
 [[0, 10], [4, 10], [4, 14], [0, 14], [0, 10]], [[1, 11], [1, 13], [3, 13], [3, 11], [1, 11]]]}},
{"type": "Feature", "properties": {"label": "triangle"}, "geometry": {"type": "Polygon", "coordinates": [
 [[-5, 10], [-4, 10], [-4, 11], [-5, 10]]]}}]})";

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

void check_areas(const io::FeaturesRead& read) {
    CHECK(read.table.kind() == GeometryKind::polygon);
    CHECK(read.report.kept == 2);
    CHECK(read.report.rejected == 0);
    REQUIRE(read.table.feature_count() == 2);
    const std::size_t square = read.table.parts_of(0).size() == 2 ? 0 : 1;
    const auto parts = read.table.parts_of(square);
    REQUIRE(parts.size() == 2);
    CHECK_FALSE(parts[0].is_hole);
    CHECK(parts[1].is_hole);
    CHECK(parts[0].vertex_count == 4);
    CHECK(parts[1].vertex_count == 4);
    CHECK(read.table.text(square, "label") == "Ménaka");
    CHECK(read.table.parts_of(1 - square)[0].vertex_count == 3);
    double north = -90;
    for (const auto& vertex : read.table.vertices()) north = std::max(north, vertex.lat_deg);
    CHECK_THAT(north, test::WithinAbs(14, 1e-6));
    CHECK_FALSE(read.crs_assumed);
}

}  // namespace

TEST_CASE("features: polygons with holes from every format") {
    const test::TemporaryFolder folder;
    write_file(folder / "areas.geojson", two_areas);
    const std::vector<std::tuple<const char*, const char*, const char*>> formats{
        {"GPKG", "x.gpkg", "GeoPackage"},
        {"GeoJSONSeq", "x.geojsonl", "GeoJSON sequence"},
        {"FlatGeobuf", "x.fgb", "FlatGeobuf"},
        {"ESRI Shapefile", "x.shp", "Shapefile"},
        {"LIBKML", "x.kml", "KML"},
        {"LIBKML", "x.kmz", "KMZ"},
        {"SQLite", "x.sqlite", "SQLite"}};
    for (const auto& [driver, name, layout] : formats) {
        INFO(name);
        convert(folder / "areas.geojson", folder / name, driver);
        const auto read = io::read_features(folder / name);
        CHECK(read.report.layout == layout);
        check_areas(read);
    }
    std::vector<test::MadeEntry> entries;
    for (const std::string extension : {"shp", "shx", "dbf", "prj"})
        entries.push_back({"folder/areas." + extension, bytes_of(folder / ("x." + extension))});
    write_file(folder / "zipped", test::zip_of(entries));
    REQUIRE(io::identify(folder / "zipped") == FileKind::shapefile_zip);
    check_areas(io::read_features(folder / "zipped"));
    for (const std::string extension : {"shp", "shx", "dbf", "prj"})
        entries.push_back({"folder/others." + extension, bytes_of(folder / ("x." + extension))});
    write_file(folder / "zipped", test::zip_of(entries));
    CHECK(io::layer_names(folder / "zipped").size() == 2);
    check_areas(io::read_features(folder / "zipped", "others"));
}

// Written by hand after the TopoJSON specification 1.0: coordinates are x = 0.5 q + 0 and y = 0.5 q + 10,
// positions of an arc differences to the one before, and the arc -2 is the arc 1 backwards.
TEST_CASE("features: TopoJSON, from a file and from memory") {
    const std::string text = R"({"type": "Topology", "transform": {"scale": [0.5, 0.5], "translate": [0, 10]},
"objects": {"areas": {"type": "GeometryCollection", "geometries": [
 {"type": "Polygon", "properties": {"label": "Ménaka"}, "arcs": [[0], [-2]]},
 {"type": "Polygon", "properties": {"label": "triangle"}, "arcs": [[2]]}]}},
"arcs": [[[0, 0], [8, 0], [0, 8], [-8, 0], [0, -8]], [[2, 2], [4, 0], [0, 4], [-4, 0], [0, -4]],
 [[-10, 0], [2, 0], [0, 2], [-2, -2]]]})";
    const test::TemporaryFolder folder;
    write_file(folder / "x", text);
    REQUIRE(io::identify(folder / "x") == FileKind::topojson);
    check_areas(io::read_features(folder / "x"));
    check_areas(io::read_features(std::as_bytes(std::span(text.data(), text.size())), "embedded"));
}

TEST_CASE("features: a map that people draw by hand in KML") {
    const std::string text = R"(<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>My map</name><Folder><name>Attacks</name>
<Placemark><name>One</name><TimeStamp><when>2017-03-02</when></TimeStamp>
<ExtendedData><Data name="id"><value>17</value></Data></ExtendedData>
<Point><coordinates>2.4,15.9,0</coordinates></Point></Placemark>
<Placemark><name>Two</name><TimeSpan><begin>2017-03-02T06:30:00Z</begin><end>2017-03-04</end></TimeSpan>
<Point><coordinates>2.5,15.9</coordinates></Point></Placemark></Folder></Document></kml>)";
    const test::TemporaryFolder folder;
    write_file(folder / "x", text);
    const auto opened = io::open_table(folder / "x", io::identify(folder / "x"));
    CHECK(opened.facts.layer == "Attacks");  // and not the document, which only holds the folder
    const auto table = opened.open();
    const auto value = [&](const char* column) {
        const auto& names = table->columns();
        const auto at = std::find(names.begin(), names.end(), column);
        REQUIRE(at != names.end());
        return std::string(table->field(static_cast<std::size_t>(at - names.begin())));
    };
    REQUIRE(table->next());
    CHECK(value("Name") == "One");
    CHECK(value("id") == "17");
    CHECK(value("timestamp").substr(0, 10) == "2017-03-02");
    REQUIRE(table->next());
    CHECK(value("begin").substr(0, 16) == "2017-03-02T06:30");
    CHECK(value("end").substr(0, 10) == "2017-03-04");
    const auto read = io::read_features(folder / "x");
    CHECK(read.layer == "Attacks");
    CHECK(read.table.vertices().size() == 2);
}

TEST_CASE("features: a Shapefile's encoding by its .cpg, by its .dbf, or by repair") {
    const test::TemporaryFolder folder;
    write_file(folder / "areas.geojson", two_areas);
    for (const char* encoding : {"UTF-8", "CP1252", "ISO-8859-1"}) {
        INFO(encoding);
        convert(folder / "areas.geojson", folder / "x.shp", "ESRI Shapefile",
                {"-overwrite", "-lco", std::string("ENCODING=") + encoding});
        const bool is_utf8 = std::string(encoding) == "UTF-8";
        const std::string dbf = bytes_of(folder / "x.dbf");
        REQUIRE(dbf.find(is_utf8 ? "M\xc3\xa9naka" : "M\xe9naka") != std::string::npos);
        CHECK(io::read_features(folder / "x.shp").table.text(0, "label") == "Ménaka");
        CHECK(io::read_features(folder / "x.shp").notes.empty());
        std::filesystem::remove(folder / "x.cpg");
        // Byte 29 names the language; 0 says nothing, and what is no UTF-8 is read as Windows-1252.
        std::string nameless = dbf;
        nameless[29] = '\0';
        write_file(folder / "x.dbf", nameless);
        const auto repaired = io::read_features(folder / "x.shp");
        CHECK(repaired.table.text(0, "label") == "Ménaka");
        REQUIRE(repaired.notes.size() == 1);
        CHECK(repaired.notes[0].key == "shapefile.no_encoding");
        write_file(folder / "x.cpg", "UTF-8");  // which is not so
        CHECK(io::read_features(folder / "x.shp").table.text(0, "label") == "Ménaka");
        for (const char* extension : {"x.shp", "x.shx", "x.dbf", "x.prj", "x.cpg"})
            std::filesystem::remove(folder / extension);
    }
}

TEST_CASE("features: sheets have none, but can be listed") {
    const test::TemporaryFolder folder;
    write_file(folder / "areas.geojson", two_areas);
    convert(folder / "areas.geojson", folder / "x.xlsx", "XLSX", {"-nln", "sheet"});
    CHECK(io::layer_names(folder / "x.xlsx") == std::vector<std::string>{"sheet"});
    CHECK(key_of([&] { io::read_features(folder / "x.xlsx"); }) == "features.no_geometry");
}
