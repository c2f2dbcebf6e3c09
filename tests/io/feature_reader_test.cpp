#include "io/feature_reader.h"

#include <cmath>
#include <fstream>

#include "base/error.h"
#include "support/catch.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using features::GeometryKind;
using io::FileKind;
using test::WithinAbs;

namespace {

// shapes.geojson is written by hand, the others by make_features.sh beside them.
std::filesystem::path fixture(const std::string& name) {
    return test::source_folder() / "tests/io/data" / name;
}

std::string key_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const base::Error& error) {
        return error.key();
    }
    return "none";
}

std::string key_for_text(const std::string& name, const std::string& text) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / name, std::ios::binary) << text;
    return key_of([&] { io::read_features(folder / name); });
}

FileKind kind_of_text(const std::string& text) {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "file", std::ios::binary) << text;
    return io::identify(folder / "file");
}

std::vector<std::string> problems_of(const io::ReadReport& report) {
    std::vector<std::string> all;
    for (const auto& problem : report.problems) all.push_back(io::words(base::Language::en, problem));
    return all;
}

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

void check_shapes(const io::FeaturesRead& shapes) {
    CHECK(shapes.layer == "shapes");
    CHECK(shapes.report.layout == "GeoJSON");
    CHECK(shapes.report.records == 8);
    CHECK(shapes.report.kept == 3);
    CHECK(shapes.report.rejected == 5);
    CHECK(problems_of(shapes.report) ==
          std::vector<std::string>{
              "feature 3: it has no geometry",
              "feature 4: its geometry is of another kind than the layer's polygons",
              "feature 6: the coordinates 190, 0 are no longitude and latitude",
              "feature 7: its geometry has too few vertices: a line needs 2, a polygon's ring 3",
              "feature 8: it has no geometry"});
    REQUIRE(shapes.report.warnings.size() == 1);
    CHECK(shapes.report.warnings[0].line == 5);
    const auto& table = shapes.table;
    CHECK(table.kind() == GeometryKind::polygon);
    REQUIRE(table.feature_count() == 3);
    CHECK(table.text(0, "name") == "with a hole");
    CHECK(table.number(0, "people") == 12);
    CHECK(table.number(0, "share") == 0.25);
    CHECK(table.text(0, "note").empty());
    const auto with_hole = table.parts_of(0);
    REQUIRE(with_hole.size() == 2);
    CHECK_FALSE(with_hole[0].is_hole);
    CHECK(with_hole[1].is_hole);
    CHECK(with_hole[1].vertex_count == 4);
    CHECK(table.vertices()[with_hole[1].first_vertex].lon_deg == 1);
    CHECK(table.parts_of(1).size() == 2);
    CHECK(table.vertices()[table.parts_of(1)[1].first_vertex].lat_deg == -10);
    CHECK(table.parts_of(2).size() == 1);  // the collection's polygon
}

}  // namespace

TEST_CASE("GeoJSON: holes, several parts, heights, collections and what cannot be used") {
    check_shapes(io::read_features(fixture("shapes.geojson")));
    const std::string text = test::text_of(fixture("shapes.geojson"));
    check_shapes(io::read_features(bytes_of(text), "embedded"));
}

TEST_CASE("FlatGeobuf from a file and from memory") {
    const std::string bytes = test::text_of(fixture("places.fgb"));
    for (const auto& places :
         {io::read_features(fixture("places.fgb")), io::read_features(bytes_of(bytes), "places")}) {
        CHECK(places.table.kind() == GeometryKind::point);
        CHECK(places.report.records == 2);
        CHECK(places.report.kept == 2);
        REQUIRE(places.table.feature_count() == 2);
        // FlatGeobuf may keep its features in another order.
        const std::size_t menaka = places.table.text(0, "name") == "Ménaka" ? 0 : 1;
        const auto at = places.table.vertices()[places.table.parts_of(menaka)[0].first_vertex];
        CHECK(at.lon_deg == 2.4);
        CHECK(at.lat_deg == 15.9);
        CHECK(places.table.text(1 - menaka, "name") == "Djibo");
    }
}

TEST_CASE("GeoPackage: layers by name, other reference systems, curves") {
    const auto file = fixture("layers.gpkg");
    CHECK(io::layer_names(file) == std::vector<std::string>{"utm", "arc", "table"});
    CHECK(key_of([&] { io::read_features(file); }) == "features.several_layers");
    CHECK(key_of([&] { io::read_features(file, "none such"); }) == "features.no_layer");
    CHECK(key_of([&] { io::read_features(file, "table"); }) == "features.no_geometry");

    // UTM zone 30: its central meridian is 3 W, and 1,800,000 m / 0.9996 is the arc of the WGS 84 meridian from
    // the equator to 16.280833323163 N (Simpson's rule with 2,000 steps over the meridian's radius of curvature).
    // The second point is gdaltransform's: -2.06407354705751 16.2787634971517.
    const auto utm = io::read_features(file, "utm");
    CHECK(utm.report.layout == "GeoPackage");
    REQUIRE(utm.table.vertices().size() == 2);
    CHECK_THAT(utm.table.vertices()[0].lon_deg, WithinAbs(-3, 1e-9));
    CHECK_THAT(utm.table.vertices()[0].lat_deg, WithinAbs(16.280833323163, 1e-9));
    CHECK_THAT(utm.table.vertices()[1].lon_deg, WithinAbs(-2.06407354705751, 1e-9));
    CHECK_THAT(utm.table.vertices()[1].lat_deg, WithinAbs(16.2787634971517, 1e-9));

    const auto arc = io::read_features(file, "arc");
    CHECK(arc.table.kind() == GeometryKind::line);
    REQUIRE(arc.table.vertices().size() > 20);
    for (const auto vertex : arc.table.vertices())
        CHECK_THAT(std::hypot(vertex.lon_deg - 1, vertex.lat_deg), WithinAbs(1, 1e-9));
}

TEST_CASE("files are known by their content, whatever their name") {
    CHECK(io::identify(fixture("layers.gpkg")) == FileKind::geopackage);
    CHECK(io::identify(fixture("places.fgb")) == FileKind::flatgeobuf);
    CHECK(io::identify(fixture("shapes.geojson")) == FileKind::geojson);
    CHECK(io::identify(fixture("places.csv")) == FileKind::events_csv);
    CHECK(kind_of_text("\xef\xbb\xbf  \n{\"bbox\": [0, 0, 1, 1], \"type\" : \"Feature\"}") == FileKind::geojson);
    CHECK(kind_of_text("{\"type\": \"Topology\"}") == FileKind::topojson);
    CHECK(kind_of_text("# a story\n\n[story]\ntitle = \"x\"\n") == FileKind::story_toml);
    CHECK(kind_of_text("title = \"a, b\"\n") == FileKind::story_toml);
    CHECK(kind_of_text("id,date_start\n") == FileKind::events_csv);
    CHECK(kind_of_text("id;date_start\n") == FileKind::events_csv);
    CHECK(kind_of_text("<OGRVRTDataSource></OGRVRTDataSource>") == FileKind::unknown);
    // Whoever reads the rows tells the byte that belongs to no text.
    CHECK(kind_of_text(std::string("a,b\n\0,1\n", 8)) == FileKind::events_csv);
    CHECK(kind_of_text(std::string("a,\0b\n1,2\n", 9)) == FileKind::unknown);
    CHECK(kind_of_text(std::string("a\x01,b\n1,\0\n", 9)) == FileKind::unknown);
    CHECK(kind_of_text("SQLite format 3") == FileKind::unknown);
    CHECK(kind_of_text(" \n ") == FileKind::unknown);
    CHECK(kind_of_text("nothing in particular") == FileKind::unknown);
}

TEST_CASE("paths that are no files are refused") {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "empty.geojson");
    const auto key = [](const std::filesystem::path& path) { return key_of([&] { io::read_features(path); }); };
    CHECK(key("https://example.org/x.geojson") == "file.is_url");
    CHECK(key("/vsicurl/https://example.org/x.geojson") == "file.is_url");
    CHECK(key("/vsizip/x.zip/x.geojson") == "file.is_url");
    CHECK(key("PG:dbname=gis") == "file.is_url");
    CHECK(key(folder.path()) == "file.is_folder");
    CHECK(key(folder / "missing.gpkg") == "file.missing");
    CHECK(key(folder / "empty.geojson") == "file.empty");
    CHECK(key("/dev/zero") == "file.not_regular");
}

TEST_CASE("hostile and broken files are refused in words, and GDAL is silent") {
    // A virtual dataset would open whatever it names.
    CHECK(key_for_text("x.geojson",
                       "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd"
                       "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>") == "features.unknown_format");
    CHECK(key_for_text("x.gpkg", "https://example.org/x.geojson") == "features.unknown_format");
    CHECK(key_for_text("x.geojson", std::string(3000, '\xb7')) == "features.unknown_format");
    CHECK(key_for_text("x.geojson", "{\"type\": \"FeatureCollection\", \"features\": [{\"type\"") ==
          "features.cannot_open");
    CHECK(key_for_text("x.geojson", "{\"type\": \"FeatureCollection\", \"features\": []}") ==
          "features.no_geometry");
    CHECK(key_for_text("x.geojson", "<!doctype html>\n<title>Sign in</title>\n") == "file.web_page");
    CHECK(key_for_text("x.csv", "\xef\xbb\xbf\n <HTML lang='en'>\n") == "file.web_page");
    CHECK(key_for_text("x.csv", "id,name\n1,x\n") == "features.unknown_format");
    CHECK(key_of([] {
              io::read_features(bytes_of("fgb\x03"
                                         "fgb\x01"
                                         "and no more"),
                                "embedded");
          }) == "features.cannot_open");

    // Half a GeoPackage and half a FlatGeobuf are errors, never half the features.
    const std::string whole = test::text_of(fixture("layers.gpkg"));
    CHECK(key_for_text("x.gpkg", whole.substr(0, 30000)) == "sqlite.cut");
    const std::string places = test::text_of(fixture("places.fgb"));
    CHECK(key_for_text("x.fgb", places.substr(0, places.size() - 40)) == "features.read_failed");
}

TEST_CASE("points from CSV") {
    const auto towns = io::read_points_csv(
        "name,longitude,latitude,people\nMénaka,2.4,15.9,20000\nNowhere,2.4,99,1\n"
        "Short,1\n\"Djibo, Burkina Faso\",-1.63,14.1,\nEast,east,1,1\n",
        "towns.csv");
    CHECK(towns.report.records == 5);
    CHECK(towns.report.kept == 2);
    CHECK(problems_of(towns.report) ==
          std::vector<std::string>{"line 3: latitude 99 is not between -90 and 90",
                                   "line 4: the row has 2 fields, but there are 4 column names",
                                   "line 6: longitude east is not between -180 and 180"});
    REQUIRE(towns.table.feature_count() == 2);
    CHECK(towns.table.kind() == GeometryKind::point);
    CHECK(towns.table.text(1, "name") == "Djibo, Burkina Faso");
    CHECK(towns.table.number(0, "people") == 20000);
    CHECK(towns.table.vertices()[1].lon_deg == -1.63);
    CHECK(key_of([] { io::read_points_csv("name,latitude\nx,1\n", "towns.csv"); }) == "csv.missing_column");
    CHECK(key_of([] { io::read_points_csv("", "towns.csv"); }) == "csv.empty");
}
