#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmath>

#include <cpl_conv.h>
#include <sqlite3.h>

#include <fmt/core.h>

#include "io/gdal_table.h"
#include "made_files.h"
#include "made_zip.h"

using namespace harmattan;
using io::FileKind;
using test::convert;
using test::key_of;
using test::write_file;

namespace {

constexpr auto* one_point =
    R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"a": 1},
"geometry": {"type": "Point", "coordinates": [2.4, 15.9]}}]})";

// Reads the whole file both ways; gives the key of what went wrong in the table, or else in the features.
std::string key_of_reading(const std::filesystem::path& file, const std::optional<std::string>& layer = {}) {
    const auto table_key = key_of([&] {
        const auto table = io::open_table(file, io::identify(file), layer).open();
        geo::LonLat point;
        while (table->next()) {
            for (std::size_t i = 0; i < table->field_count(); ++i) table->field(i);
            table->place(point);
        }
    });
    const auto features_key = key_of([&] { io::read_features(file, layer); });
    if (features_key != "features.no_geometry" && table_key != "none") CHECK(features_key == table_key);
    return table_key;
}

std::string key_of_text(const std::string& text) {
    const test::TemporaryFolder folder;
    write_file(folder / "x", text);
    return key_of_reading(folder / "x");
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

// A server on loopback that nobody should call.
class Listener {
  public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::listen(socket_, 8) == 0);
        REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        address_ = fmt::format("http://127.0.0.1:{}/x", ntohs(address.sin_port));
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() { ::close(socket_); }

    const std::string& address() const { return address_; }
    bool was_called() const {
        const int caller = ::accept(socket_, nullptr, nullptr);
        if (caller >= 0) ::close(caller);
        return caller >= 0;
    }

  private:
    int socket_;
    std::string address_;
};

void run_sql(const std::filesystem::path& file, const std::string& statements) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    char* reason = nullptr;
    const int status = sqlite3_exec(database, statements.c_str(), nullptr, nullptr, &reason);
    INFO((reason != nullptr ? reason : ""));
    REQUIRE(status == SQLITE_OK);
    sqlite3_close(database);
}

// A GeoPackage in which `statements` made the view or table v.
std::string key_of_geopackage(const std::string& statements) {
    const test::TemporaryFolder folder;
    write_file(folder / "x.geojson", one_point);
    convert(folder / "x.geojson", folder / "x.gpkg", "GPKG", {"-nln", "base"});
    run_sql(folder / "x.gpkg",
            statements + "; INSERT INTO gpkg_contents (table_name, data_type) VALUES ('v', 'attributes')");
    return key_of_reading(folder / "x.gpkg", "v");
}

}  // namespace

TEST_CASE("hostile: no format makes a connection") {
    const Listener listener;
    const std::string address = listener.address();
    const test::TemporaryFolder folder;
    const auto read = [&](const std::string& text) {
        write_file(folder / "x", text);
        return key_of_reading(folder / "x");
    };
    const std::string features = std::string(one_point).substr(1);
    CHECK(read(R"({"crs": {"type": "link", "properties": {"type": "proj4", "href": ")" + address + "\"}}," +
               features) == "none");
    CHECK(read(R"({"crs": {"type": "name", "properties": {"name": ")" + address + "\"}}," + features) == "none");
    CHECK(read(R"({"crs": {"type": "name", "properties": {"name": "/vsicurl/)" + address + "\"}}," + features) ==
          "none");
    const auto opened = io::open_table(folder / "x", FileKind::geojson);
    REQUIRE(opened.facts.notes.size() == 1);  // what it could not find out is said
    CHECK(opened.facts.notes[0].key == "features.doubt");
    read("<kml xmlns='http://www.opengis.net/kml/2.2'><Document><NetworkLink><Link><href>" + address +
         "</href></Link></NetworkLink><Style id='s'><IconStyle><Icon><href>" + address +
         "</href></Icon></IconStyle></Style><Placemark><styleUrl>" + address +
         "#s</styleUrl><name>x</name><Point><coordinates>1,2</coordinates></Point></Placemark></Document></kml>");
    write_file(folder / "y", test::zip_of({{"doc.kml",
                                            "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
                                            "<NetworkLink><Link><href>" +
                                                address + "</href></Link></NetworkLink></Document></kml>"}}));
    key_of_reading(folder / "y");
    for (const std::string& text : {"<OGRVRTDataSource><OGRVRTLayer name='x'><SrcDataSource>/vsicurl/" + address +
                                        "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
                                    "<VRTDataset><VRTRasterBand><SimpleSource><SourceFilename>/vsicurl/" +
                                        address + "</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>",
                                    "/vsicurl/" + address, address})
        for (const auto* name : {"x.csv", "x.geojson", "x.tif", "x.gpkg", "x.shp", "x.kml", "x.xls"}) {
            write_file(folder / name, text);
            CHECK(key_of_reading(folder / name) == "features.unknown_format");
        }
    CHECK_FALSE(listener.was_called());
}

TEST_CASE("hostile: texts that nest without end") {
    const std::string before = R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {)";
    const std::string collection = R"({"type": "GeometryCollection", "geometries": [)";
    CHECK(key_of_text(before + "\"a\":" + repeated("[", 200000) + repeated("]", 200000) +
                      R"(}, "geometry": null}]})") == "features.cannot_open");
    CHECK(key_of_text(before + R"(}, "geometry": )" + repeated(collection, 50000) + repeated("]}", 50000) +
                      "}]}") == "features.cannot_open");
    CHECK(key_of_text(R"({"type": "Feature", "properties": {"a":)" + repeated("[", 200000) +
                      repeated("]", 200000) + "}, \"geometry\": null}\n{\"type\": \"Feature\"}\n") ==
          "features.read_failed");
    CHECK(key_of_text(R"({"type": "Topology", "arcs": [], "objects": {"a": )" + repeated(collection, 50000) +
                      repeated("]}", 50000) + "}}") == "features.cannot_open");
    CHECK(key_of_text("<kml xmlns='http://www.opengis.net/kml/2.2'><Document>" + repeated("<Folder>", 50000) +
                      repeated("</Folder>", 50000) + "</Document></kml>") == "features.cannot_open");
}

TEST_CASE("hostile: entities in KML") {
    const std::string after =
        "<kml xmlns='http://www.opengis.net/kml/2.2'><Document><Placemark><name>&b;</name>"
        "</Placemark></Document></kml>";
    CHECK(key_of_text("<?xml version='1.0'?>\n<!-- a --><!DOCTYPE kml [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>" +
                      after) == "kml.document_type");
    CHECK(key_of_text("<!DOCTYPE kml [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>" + after) == "kml.document_type");
    CHECK(key_of_text(after) == "features.cannot_open");
    const test::TemporaryFolder folder;
    write_file(folder / "x", test::zip_of({{"doc.kml", "<!DOCTYPE kml [<!ENTITY b 'x'>]>" + after}}));
    REQUIRE(io::identify(folder / "x") == FileKind::kmz);
    CHECK(key_of_reading(folder / "x") == "kml.document_type");
    write_file(folder / "x", test::zip_of({{"doc.kml", "<kml>" + std::string(40 << 20, ' ') + "</kml>"}}));
    CHECK(key_of_reading(folder / "x") == "package.bomb");
}

TEST_CASE("hostile: what a GeoPackage's views may not do") {
    CHECK(key_of_geopackage("CREATE VIEW v AS SELECT a FROM base") == "none");
    CHECK(key_of_geopackage("CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                            "SELECT x FROM c") == "sqlite.refused_view");
    CHECK(key_of_geopackage("CREATE VIEW v AS SELECT 1 AS a, zeroblob(900000000) AS b") == "features.read_failed");
    CHECK(key_of_geopackage("CREATE VIEW v AS SELECT load_extension('/tmp/x.so') AS a") == "sqlite.refused_view");
    CHECK(key_of_geopackage("CREATE VIEW v AS SELECT readfile('/etc/passwd') AS a") == "sqlite.view_failed");
    CHECK(key_of_geopackage("CREATE VIEW v AS SELECT b FROM base") == "sqlite.view_failed");
    // A table that stands for another file, and the same hidden under another type.
    const std::string write_schema = "PRAGMA writable_schema = 1; INSERT INTO sqlite_master VALUES (";
    CHECK(key_of_geopackage(write_schema + "'table', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING VirtualText("
                                           "''/etc/passwd'', ''UTF-8'', 0)')") == "sqlite.virtual_table");
    CHECK(key_of_geopackage(write_schema + "'view', 'v', 'v', 0, 'CREATE VIRTUAL TABLE v USING VirtualOGR("
                                           "''/etc/passwd'')')") == "sqlite.cannot_open");
}

TEST_CASE("hostile: a view that multiplies rows without end is stopped") {
    std::string numbers = "CREATE TABLE n (a INTEGER); INSERT INTO n VALUES (0)", from = "n AS n0";
    for (int i = 1; i < 20; ++i) {
        numbers += fmt::format(", ({})", i);
        from += fmt::format(", n AS n{}", i);
    }
    CHECK(key_of_geopackage(numbers + "; CREATE VIEW v AS SELECT n0.a AS a, count(*) AS c FROM " + from +
                            " GROUP BY n0.a") == "sqlite.too_much_work");
}

TEST_CASE("hostile: a GeoPackage that another program writes to") {
    const test::TemporaryFolder folder;
    write_file(folder / "x.geojson", one_point);
    convert(folder / "x.geojson", folder / "x.gpkg", "GPKG", {"-nln", "base", "-lco", "SPATIAL_INDEX=NO"});
    sqlite3* writer = nullptr;
    REQUIRE(sqlite3_open((folder / "x.gpkg").c_str(), &writer) == SQLITE_OK);
    const auto write = [&](const char* statement) {
        REQUIRE(sqlite3_exec(writer, statement, nullptr, nullptr, nullptr) == SQLITE_OK);
    };
    write("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0");
    for (const auto* name : {"trigger_insert_feature_count_base", "trigger_delete_feature_count_base"})
        write(fmt::format("DROP TRIGGER IF EXISTS {}", name).c_str());
    write("INSERT INTO base (geom, a) SELECT geom, 2 FROM base");  // lies in the file beside it
    write("BEGIN; INSERT INTO base (geom, a) SELECT geom, 3 FROM base");
    const auto table = io::open_table(folder / "x.gpkg", FileKind::geopackage).open();
    std::vector<std::string> values;
    while (table->next()) values.emplace_back(table->field(1));
    CHECK(values == std::vector<std::string>{"1", "2"});  // what is complete, and not what is not
    sqlite3_close(writer);
}

TEST_CASE("hostile: a database whose end is missing") {
    const test::TemporaryFolder folder;
    const auto file = folder / "x.sqlite";
    run_sql(file, "PRAGMA page_size = 512; CREATE TABLE t (a TEXT); INSERT INTO t VALUES (zeroblob(10000))");
    const auto size = std::filesystem::file_size(file);
    REQUIRE(size > 10000);
    REQUIRE(size % 512 == 0);
    CHECK(key_of_reading(file) == "none");
    std::filesystem::resize_file(file, size - 1);
    CHECK(key_of_reading(file) == "sqlite.cut");
    try {
        io::open_table(file, FileKind::sqlite);
    } catch (const base::Error& error) {
        CHECK(std::string(error.what()) ==
              fmt::format("cannot read {}: its end is missing: by its header it has {} bytes, but there are only "
                          "{}; copy or fetch it again",
                          file.string(), size, size - 1));
    }
    // What is missing may be in the file in which another program writes first.
    write_file(folder / "x.sqlite-wal", "x");
    CHECK(key_of_reading(file) != "sqlite.cut");
}

TEST_CASE("hostile: one polygon of 500,000 vertices, and one beyond the limit") {
    constexpr int count = 500000;
    std::string text = R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {},
"geometry": {"type": "Polygon", "coordinates": [[)";
    for (int i = 0; i <= count; ++i) {
        const double angle = 2 * 3.14159265358979 * (i % count) / count;
        text += fmt::format("{}[{:.9f},{:.9f}]", i > 0 ? "," : "", 5 * std::cos(angle), 5 * std::sin(angle));
    }
    text += "]]}}]}";
    const test::TemporaryFolder folder;
    write_file(folder / "x", text);
    const auto read = io::read_features(folder / "x");
    CHECK(read.report.kept == 1);
    CHECK(read.table.vertices().size() == count);
    // The limit is 2 GiB of memory; here it is made small.
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "20");
    CHECK(key_of([&] { io::read_features(folder / "x"); }) == "features.object_too_large");
    CPLSetConfigOption("OGR_GEOJSON_MAX_OBJ_SIZE", "2048");
}

TEST_CASE("hostile: broken files are never read in half without a word") {
    const test::TemporaryFolder folder;
    write_file(folder / "x.geojson", one_point);
    convert(folder / "x.geojson", folder / "x.shp", "ESRI Shapefile");
    const auto bytes_of = [&](const char* name) {
        std::ifstream in(folder / name, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    };
    const std::string shp = bytes_of("x.shp"), dbf = bytes_of("x.dbf");
    write_file(folder / "x.dbf", dbf.substr(0, dbf.size() - 5));
    CHECK(key_of_reading(folder / "x.shp") == "features.read_failed");
    write_file(folder / "x.dbf", dbf);
    std::filesystem::remove(folder / "x.shx");
    write_file(folder / "x.shp", shp.substr(0, shp.size() - 5));
    CHECK(key_of_reading(folder / "x.shp") == "features.read_failed");
    std::string endless = shp;
    endless.replace(104, 4, "\x7f\xff\xff\xf0");  // the record's length
    write_file(folder / "x.shp", endless);
    CHECK(key_of_reading(folder / "x.shp") == "features.read_failed");

    const std::string feature = R"({"type": "Feature", "properties": {"a": 1}, "geometry": null})";
    CHECK(key_of_text(feature + "\n" + feature + "\n") == "none");
    CHECK(key_of_text(feature + "\n{\"type\": \"Feature\", \n" + feature + "\n") == "features.read_failed");
    CHECK(key_of_text("SQLite format 3" + std::string(200, '\0')) == "sqlite.cannot_open");
}

TEST_CASE("hostile: files of other kinds under the names of ours") {
    const test::TemporaryFolder folder;
    // The header of a TIFF that says it is 2,000,000,000 pixels wide.
    const std::string tiff =
        std::string("II*\0\x08\0\0\0\x01\0\0\x01\x04\0\x01\0\0\0\0\x94\x35\x77", 22) + std::string(300, '\0');
    // An OLE file with the stream that a locked workbook has: the header, the table of sectors, the directory.
    std::string locked = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + std::string(504, '\0') + std::string(512, '\xff') +
                         std::string(512, '\0');
    locked[30] = 9;                                     // sectors of 2^9 bytes
    locked[32] = 6;                                     // small ones of 2^6
    locked.replace(68, 4, "\xfe\xff\xff\xff");          // no more of the table than the header lists:
    locked.replace(80, 432, std::string(432, '\xff'));  // its sector 0
    locked[48] = 1;                                     // the directory's first sector
    locked.replace(512 + 4, 4, "\xfe\xff\xff\xff");     // and its last
    const std::string stream = "EncryptedPackage";
    for (std::size_t i = 0; i < stream.size(); ++i) locked[1024 + 2 * i] = stream[i];
    locked[1024 + 64] = static_cast<char>(2 * stream.size() + 2);
    std::string long_name = locked;
    long_name[1024 + 65] = '\x7f';
    std::string circle = locked;
    circle.replace(512 + 4, 4, std::string("\x01\0\0\0", 4));
    const auto key_of_table = [&](const char* name, const std::string& bytes) {
        write_file(folder / name, bytes);
        return key_of([&] { io::open_table(folder / name, io::identify(folder / name)); });
    };
    for (const auto* name : {"x.gpkg", "x.geojson", "x.shp", "x.xls"}) {
        CHECK(key_of_table(name, tiff) == "features.unknown_format");
        CHECK(key_of_table(name, locked) == "package.encrypted");
        CHECK(key_of_table(name, locked.substr(0, 900)) == "sheet.damaged");
        CHECK(key_of_table(name, long_name) == "sheet.damaged");
        CHECK(key_of_table(name, circle) == "sheet.damaged");
        write_file(folder / name, "0\t\t\t1,2\r\n" + std::string(100, '\r'));
        CHECK(io::identify(folder / name) != FileKind::dbase);
    }
}

TEST_CASE("hostile: coordinates that are no numbers") {
    const test::TemporaryFolder folder;
    write_file(folder / "x", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"a": NaN}, "geometry": {"type": "Point", "coordinates": [1e308, -1e308]}},
{"type": "Feature", "properties": {"a": 1e999}, "geometry": {"type": "Point", "coordinates": ["x", null]}},
{"type": "Feature", "properties": {"a": 1}, "geometry": {"type": "Point", "coordinates": []}},
{"type": "Feature", "properties": {"a": 2}, "geometry": {"type": "Point", "coordinates": [1, 2]}}]})");
    const auto read = io::read_features(folder / "x");
    CHECK(read.report.records == 4);
    CHECK(read.report.rejected == 3);
    CHECK(read.report.kept == 1);
}
