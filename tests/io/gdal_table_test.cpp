#include "io/gdal_table.h"

#include <map>

#include "io/gdal_links.h"
#include "made_files.h"
#include "support/shared_data.h"
#include "support/source_tree.h"

using namespace harmattan;
using io::FileKind;
using io::TableReader;
using test::convert;
using test::key_of;
using test::write_file;

namespace {

constexpr auto* three_events = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"number": 123456, "day": "2017-03-02", "share": 0.1, "name": "Ménaka"},
 "geometry": {"type": "Point", "coordinates": [2.4, 15.9]}},
{"type": "Feature", "properties": {"number": 7, "day": "2017-03-03", "share": 14.433333333333334, "name": "x"},
 "geometry": {"type": "Point", "coordinates": [-1.63, 14.1]}},
{"type": "Feature", "properties": {"number": 8, "day": null, "share": null, "name": null}, "geometry": null}]})";

struct Record {
    std::map<std::string, std::string> values;
    TableReader::Place place = TableReader::Place::none;
    geo::LonLat point;
    std::uint64_t line = 0;
};

std::vector<Record> records_of(const io::OpenTable& open) {
    std::vector<Record> records;
    const auto table = open();
    while (table->next()) {
        Record record;
        for (std::size_t i = 0; i < table->field_count(); ++i)
            record.values[table->columns()[i]] = std::string(table->field(i));
        record.place = table->place(record.point);
        record.line = table->line();
        records.push_back(std::move(record));
    }
    CHECK(table->share_read() == 1);
    return records;
}

std::vector<Record> records_of(const std::filesystem::path& file, const std::optional<std::string>& layer = {}) {
    return records_of(io::open_table(file, io::identify(file), layer).open);
}

void check_point(const Record& record, double lon_deg, double lat_deg) {
    REQUIRE(record.place == TableReader::Place::point);
    CHECK_THAT(record.point.lon_deg, test::WithinAbs(lon_deg, 1e-9));
    CHECK_THAT(record.point.lat_deg, test::WithinAbs(lat_deg, 1e-9));
}

struct Format {
    const char* driver;
    const char* extension;
    FileKind kind;
    const char* name;
    std::vector<std::string> options = {};
};

// Without the geometry that is null: ogr2ogr writes it to none of the others in the same way.
const std::vector<Format> formats{
    {"GPKG", "gpkg", FileKind::geopackage, "GeoPackage"},
    {"GeoJSON", "geojson", FileKind::geojson, "GeoJSON"},
    {"GeoJSONSeq", "geojsonl", FileKind::geojson_sequence, "GeoJSON sequence"},
    {"GeoJSONSeq", "geojsons", FileKind::geojson_sequence, "GeoJSON sequence", {"-lco", "RS=YES"}},
    {"FlatGeobuf", "fgb", FileKind::flatgeobuf, "FlatGeobuf", {"-lco", "SPATIAL_INDEX=NO"}},
    {"ESRI Shapefile", "shp", FileKind::shapefile, "Shapefile", {"-lco", "ENCODING=UTF-8"}},
    {"LIBKML", "kml", FileKind::kml, "KML", {"-oo", "DATE_AS_STRING=YES"}},
    {"LIBKML", "kmz", FileKind::kmz, "KMZ", {"-oo", "DATE_AS_STRING=YES"}},
    {"SQLite", "sqlite", FileKind::sqlite, "SQLite"},
};

}  // namespace

TEST_CASE("tables: every format gives the same records, by content and whatever its name") {
    const test::TemporaryFolder folder;
    write_file(folder / "events.geojson", three_events);
    for (const Format& format : formats) {
        const auto made = folder / ("made." + std::string(format.extension));
        auto options = format.options;
        options.insert(options.end(), {"-where", "share is not null", "-nln", "events"});
        convert(folder / "events.geojson", made, format.driver, options);
        // A Shapefile's siblings have its name.
        auto file = made;
        if (format.kind != FileKind::shapefile) std::filesystem::rename(made, file = folder / "no name at all");
        INFO(format.driver << " " << format.extension);
        REQUIRE(io::identify(file) == format.kind);
        const auto opened = io::open_table(file, format.kind);
        CHECK(opened.facts.format == format.name);
        CHECK_FALSE(opened.facts.crs_assumed);
        CHECK(opened.facts.notes.empty());
        for (int time = 0; time < 2; ++time) {  // it opens again from its beginning
            auto records = records_of(opened.open);
            REQUIRE(records.size() == 2);
            CHECK(records[0].line == 1);
            CHECK(records[1].line == 2);
            const bool is_kml = std::string(format.driver) == "LIBKML";  // which has a name for names
            if (records[0].values["number"] == "7") std::swap(records[0], records[1]);
            CHECK(records[0].values["number"] == "123456");
            CHECK(records[0].values["day"].substr(0, 10) == "2017-03-02");
            CHECK(records[0].values["share"] == "0.1");
            CHECK(records[0].values[is_kml ? "Name" : "name"] == "Ménaka");
            check_point(records[0], 2.4, 15.9);
            check_point(records[1], -1.63, 14.1);
        }
    }
}

TEST_CASE("tables: values as text") {
    const test::TemporaryFolder folder;
    write_file(folder / "x.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "id": 17, "properties": {"big": 9007199254740993, "real": 1e-7, "whole": 15960.5,
 "yes": true, "list": ["a", "é"], "when": "2017-03-02T06:30:00.250+01:00", "day": "2017/03/02"},
 "geometry": {"type": "MultiPoint", "coordinates": [[1, 2]]}},
{"type": "Feature", "id": 18, "properties": {"big": 2, "real": 0.30000000000000004, "whole": 15960,
 "yes": false, "list": null, "when": "", "day": null},
 "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}}]})");
    const auto records = records_of(folder / "x.geojson");
    REQUIRE(records.size() == 2);
    const auto value = [&](std::size_t i, const char* name) { return records[i].values.at(name); };
    CHECK(value(0, "big") == "9007199254740993");
    CHECK(value(0, "real") == "1e-07");
    CHECK(value(1, "real") == "0.30000000000000004");
    CHECK(value(0, "whole") == "15960.5");
    CHECK(value(1, "whole") == "15960");
    CHECK(value(0, "yes") == "true");
    CHECK(value(0, "list") == R"([ "a", "é" ])");
    CHECK(value(1, "list").empty());
    CHECK(value(0, "when") == "2017-03-02T06:30:00.250+01:00");
    CHECK(value(0, "day") == "2017/03/02");
    CHECK(records[0].place == TableReader::Place::point);
    CHECK(records[1].place == TableReader::Place::not_a_point);

    // GeoPackage has types for dates.
    convert(folder / "x.geojson", folder / "x.gpkg", "GPKG", {"-oo", "DATE_AS_STRING=NO"});
    const auto typed = records_of(folder / "x.gpkg");
    REQUIRE(typed.size() == 2);
    // GeoPackage knows UTC only; older GDAL writes the offset all the same.
    CHECK((typed[0].values.at("when") == "2017-03-02T05:30:00.250Z" ||
           typed[0].values.at("when") == "2017-03-02T06:30:00.250+01:00"));
    CHECK(typed[0].values.at("day") == "2017-03-02");
    CHECK(typed[0].values.at("yes") == "true");
    CHECK(typed[1].values.at("real") == "0.30000000000000004");
}

TEST_CASE("tables: layers are chosen by what they hold") {
    const auto file = test::source_folder() / "tests/io/data/layers.gpkg";
    CHECK(io::table_names(file) == std::vector<std::string>{"utm", "arc", "table"});
    const auto opened = io::open_table(file, FileKind::geopackage);
    CHECK(opened.facts.layer == "utm");  // the only one with points
    CHECK(opened.facts.other_layers == std::vector<std::string>{"arc", "table"});
    CHECK(opened.facts.crs == "WGS 84 / UTM zone 30N");
    CHECK(opened.facts.records == 2);
    const auto records = records_of(opened.open);
    REQUIRE(records.size() == 2);
    // The same figures as in the test of reading features.
    check_point(records[0], -3, 16.280833323163);
    check_point(records[1], -2.06407354705751, 16.2787634971517);
    const auto table = records_of(file, "table");
    REQUIRE(table.size() == 1);
    CHECK(table[0].values.at("name") == "no place");
    CHECK(table[0].place == TableReader::Place::none);
    CHECK(key_of([&] { io::open_table(file, FileKind::geopackage, "none such"); }) == "features.no_layer");
}

TEST_CASE("tables: a Shapefile without one of its siblings") {
    const test::TemporaryFolder folder;
    write_file(folder / "events.geojson", three_events);
    convert(folder / "events.geojson", folder / "whole.shp", "ESRI Shapefile",
            {"-t_srs", "EPSG:32630", "-where", "share is not null", "-lco", "ENCODING=UTF-8"});
    const auto without = [&](const std::string& missing) {
        const auto part = folder / ("without_" + missing);
        std::filesystem::create_directory(part);
        for (const std::string extension : {"shp", "shx", "dbf", "prj", "cpg"})
            if (extension != missing)
                std::filesystem::copy_file(folder / ("whole." + extension), part / ("x." + extension));
        return part / "x.shp";
    };
    const auto notes_of = [](const io::OpenedTable& opened) {
        std::vector<std::string> keys;
        for (const auto& note : opened.facts.notes) keys.push_back(note.key);
        return keys;
    };
    using Keys = std::vector<std::string>;

    const auto no_index = io::open_table(without("shx"), FileKind::shapefile);
    CHECK(notes_of(no_index) == Keys{"shapefile.no_index"});
    CHECK(records_of(no_index.open).size() == 2);
    check_point(records_of(no_index.open)[0], 2.4, 15.9);
    // The new index was not put among the user's files.
    CHECK_FALSE(std::filesystem::exists(folder / "without_shx" / "x.shx"));

    const auto no_attributes = io::open_table(without("dbf"), FileKind::shapefile);
    CHECK(notes_of(no_attributes) == Keys{"shapefile.no_attributes"});
    check_point(records_of(no_attributes.open)[1], -1.63, 14.1);
    CHECK(io::words(base::Language::en, no_attributes.facts.notes[0]).find("no x.dbf beside it") !=
          std::string::npos);

    const auto no_system = io::open_table(without("prj"), FileKind::shapefile);
    CHECK(no_system.facts.crs_assumed);
    CHECK(no_system.facts.crs.empty());
    CHECK(records_of(no_system.open)[0].point.lat_deg > 1e6);  // metres, which the reader of events then refuses
    CHECK_FALSE(io::open_table(without("none"), FileKind::shapefile).facts.crs_assumed);

    // The .dbf says by itself that its texts are in UTF-8 no more than any other encoding.
    const auto no_encoding = io::open_table(without("cpg"), FileKind::shapefile);
    CHECK(records_of(no_encoding.open)[0].values.at("number") == "123456");

    CHECK(key_of([&] { io::open_table(folder / "whole.shx", io::identify(folder / "whole.shx")); }) ==
          "shapefile.index_alone");
    const auto table = records_of(folder / "whole.dbf");
    REQUIRE(table.size() == 2);
    CHECK(table[0].values.at("name") == "Ménaka");
    CHECK(io::is_shapefile_part(folder / "whole.dbf"));
    CHECK_FALSE(io::is_shapefile_part(folder / "whole.shp"));
    std::filesystem::remove(folder / "whole.shp");
    CHECK_FALSE(io::is_shapefile_part(folder / "whole.dbf"));
}

// UCDP says how many there are: 1,848 events of the Central African Republic in GED 23.1.
TEST_CASE("tables: GED in FlatGeobuf") {
    const auto opened = io::open_table(test::shared_data("ged_23.1_caf.fgb"), FileKind::flatgeobuf);
    CHECK(opened.facts.records == 1848);
    auto records = records_of(opened.open);
    REQUIRE(records.size() == 1848);
    std::size_t dated = 0, placed = 0;
    for (auto& record : records) {
        dated +=
            record.values["date_start"].size() == 19 && record.values["date_start"].ends_with("T00:00:00") ? 1 : 0;
        placed += record.place == TableReader::Place::point ? 1 : 0;
    }
    CHECK(dated == 1848);
    CHECK(placed == 1848);
}

TEST_CASE("tables: an old Excel workbook") {
    const auto file = test::source_folder() / "tests/io/data/workbook.xls";
    REQUIRE(io::identify(file) == FileKind::xls);
    CHECK(io::table_names(file) == std::vector<std::string>{"Notes", "Données", "empty"});
    const auto opened = io::open_table(file, FileKind::xls);
    CHECK(opened.facts.layer == "Données");
    CHECK(opened.facts.other_layers == std::vector<std::string>{"Notes", "empty"});
    CHECK(opened.open()->columns() ==
          std::vector<std::string>{"id", "date_start", "latitude", "longitude", "place"});
    const auto records = records_of(opened.open);
    REQUIRE(records.size() == 3);
    CHECK(records[0].line == 4);
    CHECK(records[1].line == 7);
    CHECK(records[2].line == 8);
    CHECK(records[0].values.at("id") == "123456789012");
    CHECK(records[1].values.at("date_start") == "2017-03-03");
    CHECK(records[0].values.at("latitude") == "14.1");
    CHECK(records[0].values.at("place") == "Ménaka");
    const test::TemporaryFolder folder;
    std::filesystem::copy_file(file, folder / "a file of another name");
    CHECK(records_of(folder / "a file of another name").size() == 3);
}

TEST_CASE("tables: formats that this GDAL may lack") {
    const test::TemporaryFolder folder;
    write_file(folder / "x", std::string("PAR1") + std::string(100, '\0') + "PAR1");
    write_file(folder / "y", std::string("ARROW1\0\0", 8) + std::string(100, '\0'));
    CHECK(io::identify(folder / "x") == FileKind::parquet);
    CHECK(io::identify(folder / "y") == FileKind::arrow);
    for (const auto* name : {"x", "y"}) {
        const auto key = key_of([&] { io::open_table(folder / name, io::identify(folder / name)); });
        CHECK((key == "gdal.no_driver" || key == "features.cannot_open"));
    }
}
