#include "io/event_writer.h"

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <limits>

#include <fmt/core.h>

#include "base/error.h"
#include "io/equal_tables.h"
#include "io/event_reader.h"
#include "io/guarded_text.h"
#include "io/random_events.h"
#include "support/catch.h"
#include "support/run_program.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using namespace harmattan::io;
using namespace harmattan::test;
using events::EventTable;

namespace {

void check_comes_back(EventFormat format, const std::string& ending, std::uint64_t runs) {
    const TemporaryFolder folder;
    const auto file = folder / ("events" + ending);
    // Another stretch of seeds with HARMATTAN_SEED; the failing one stands in the message.
    const char* const first = std::getenv("HARMATTAN_SEED");
    const std::uint64_t from = first != nullptr ? std::strtoull(first, nullptr, 10) : 1;
    for (std::uint64_t seed = from; seed < from + runs; ++seed) {
        INFO("run again with HARMATTAN_SEED=" << seed);
        const EventTable written = random_events(seed);
        EventWriteOptions options;
        options.metadata = {"t", {"credit \"1\""}, {"note\n2"}};
        const EventsWritten told = write_events(written, file, format, options);
        CHECK(told.rows == written.size());
        CHECK(told.bytes == std::filesystem::file_size(file));
        check_equal(read_events(file).table, written);
    }
}

EventTable one_event(const std::function<void(events::EventRow&)>& change = {}) {
    events::EventTableBuilder builder;
    events::EventFile from;
    from.name = "/home/someone/ged.csv";
    from.dataset = "ucdp-ged";
    from.dataset_name = "UCDP GED";
    from.version = "25.1";
    from.radius_km[2] = 25;
    builder.add_file(from);
    events::EventRow row;
    row.first_day = base::day_of({2017, 3, 2});
    row.last_day = row.first_day + 2;
    row.lat_deg = 14.35;
    row.lon_deg = -0.1;
    row.best = 3;
    row.low = 0;
    row.type = events::ViolenceType::one_sided;
    row.where_precision = 2;
    row.date_precision = 2;
    row.origin = {0, 4711};
    row.set_text(events::Text::id, "15960");
    row.set_text(events::Text::country, "Mali");
    row.set_text(events::Text::side_a, "=HYPERLINK(\"http://x\",\"y\")");
    row.set_text(events::Text::note, "line 1\nline 2; -3");
    if (change) change(row);
    builder.add(row);
    return std::move(builder).build();
}

std::string key_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const base::Error& error) {
        return error.key();
    }
    return "";
}

std::vector<std::string> names_in(const TemporaryFolder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("any table comes back from CSV as it was") {
    check_comes_back(EventFormat::csv, ".csv", 150);
}

TEST_CASE("any table comes back from GeoJSON as it was") {
    check_comes_back(EventFormat::geojson, ".geojson", 60);
}

TEST_CASE("any table comes back from GeoPackage as it was") {
    check_comes_back(EventFormat::geopackage, ".gpkg", 25);
}

TEST_CASE("any table comes back from FlatGeobuf as it was") {
    check_comes_back(EventFormat::flatgeobuf, ".fgb", 60);
}

TEST_CASE("any table comes back from Parquet as it was, where GDAL has it") {
    if (key_of([] { require_writable(EventFormat::parquet, "a.parquet"); }).empty())
        check_comes_back(EventFormat::parquet, ".parquet", 40);
    else
        CHECK(key_of([] { write_events(one_event(), "a.parquet", EventFormat::parquet); }) == "write.no_driver");
}

TEST_CASE("the bytes of a CSV file") {
    const TemporaryFolder folder;
    const EventsWritten told = write_events(one_event(), folder / "a.csv", EventFormat::csv);
    CHECK(
        text_of(folder / "a.csv") ==
        "id,date_start,date_end,date_prec,latitude,longitude,where_prec,radius_km,type_of_violence,best,low,high,"
        "weight,country,adm_1,adm_2,where_coordinates,side_a,side_b,conflict_name,dyad_name,category,subcategory,"
        "source,second_source,note,dataset,dataset_name,dataset_version,provisional,source_file,source_position,"
        "generalised\n"
        "15960,2017-03-02,2017-03-04,2,14.35,-0.1,2,25,3,3,0,,1,Mali,,,,"
        "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",,,,,,,,\"line 1\nline 2; -3\",ucdp-ged,UCDP "
        "GED,25.1,,ged.csv,"
        "4711,\n");
    CHECK(told.guarded == 1);
    CHECK(told.files == std::vector<std::filesystem::path>{folder / "a.csv", folder / "a.csv-metadata.json"});
}

TEST_CASE("Python's csv module reads the same fields") {
    const TemporaryFolder folder;
    const EventTable table = random_events(77);
    write_events(table, folder / "a.csv", EventFormat::csv);
    // Each row as JSON, read by a program that shares nothing with this one.
    const ProgramResult result = run_program(
        {"python3",
         {"-c",
          "import csv,sys\nrows=list(csv.reader(open('a.csv',encoding='utf-8',newline=''),strict=True))\n"
          "print(len(rows)-1, len(set(map(len,rows))))\n"
          "sys.stdout.buffer.write(b'\\0'.join(f.encode() for f in [r[17] for r in rows[1:]]))"},
         {},
         folder.path()});
    if (result.exit_status != 0) {
        WARN("skipped: no python3: " << result.errors);
        return;
    }
    std::string expected = fmt::format("{} 1\n", table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (row > 0) expected += '\0';
        expected += guarded_text(table.text(events::Text::side_a).at(row));
    }
    CHECK(result.output == expected);
}

TEST_CASE("GDAL's own tools see typed fields and points") {
    const TemporaryFolder folder;
    for (const char* const name : {"a.gpkg", "a.fgb", "a.geojson"}) {
        CAPTURE(name);
        EventWriteOptions options;
        options.metadata = {"A title", {"UCDP GED 25.1"}, {"points moved"}};
        write_events(one_event(), folder / name, *event_format_of(name), options);
        const ProgramResult result = run_program({"ogrinfo", {"-al", (folder / name).string()}});
        if (result.exit_status != 0) {
            WARN("skipped: no ogrinfo: " << result.errors);
            return;
        }
        CHECK_THAT(result.output, ContainsSubstring("Geometry: Point") && ContainsSubstring("Feature Count: 1") &&
                                      ContainsSubstring("ID[\"EPSG\",4326]") &&
                                      ContainsSubstring("POINT (-0.1 14.35)"));
        CHECK_THAT(result.output, ContainsSubstring("date_start (Date") && ContainsSubstring("2017/03/02"));
        CHECK_THAT(result.output, ContainsSubstring("best (Integer) = 3"));
        CHECK_THAT(result.output, ContainsSubstring("latitude (Real) = 14.35"));
        CHECK_THAT(result.output, ContainsSubstring("id (String) = 15960"));
        CHECK_THAT(result.output, ContainsSubstring("side_a (String) = =HYPERLINK(\"http://x\",\"y\")"));
    }
    CHECK_THAT(run_program({"ogrinfo", {"-al", "-so", (folder / "a.gpkg").string()}}).output,
               ContainsSubstring("UCDP GED 25.1") && ContainsSubstring("points moved"));
    CHECK_THAT(text_of(folder / "a.geojson"), ContainsSubstring(R"("credits":["UCDP GED 25.1"])"));
    CHECK_THAT(text_of(folder / "a.fgb-metadata.json"), ContainsSubstring("UCDP GED 25.1"));
}

TEST_CASE("texts that a spreadsheet would run are guarded, and given back as they were") {
    const auto guarded = [](std::string_view text) { return guarded_text(text); };
    for (const char* formula : {"=1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "=", "'=", "''+1"}) {
        CAPTURE(formula);
        CHECK(guarded(formula) == "'" + std::string(formula));
    }
    CHECK(guarded("a;=1;;-2;b") == "a;'=1;;'-2;b");
    CHECK(guarded("a\n=1\r\n@b\tc\t+1") == "a\n'=1\r\n'@b\tc\t'+1");
    CHECK(guarded("\t=1") == "'\t'=1");
    CHECK(guarded("a;'=1") == "a;''=1");
    for (const char* plain : {"", "a=1", "'s Hertogenbosch", "'", "'''", "a; -1", "1-2", "; 'x", "'a;'b"}) {
        CAPTURE(plain);
        CHECK(guarded(plain) == plain);
        CHECK_FALSE(needs_guard(plain));
        CHECK(unguarded_text(plain) == plain);
    }
    // Every text of up to six of these characters: guarding is undone exactly, and no two texts become one.
    const std::string letters = "='; \ta";
    for (std::uint64_t number = 0; number < 55986; ++number) {
        std::string text;
        for (std::uint64_t left = number; left > 0; left = (left - 1) / 6) text += letters[(left - 1) % 6];
        const std::string safe = guarded_text(text);
        if (unguarded_text(safe) != text) FAIL(text);
        if (safe.find_first_of("=+-@") == 0) FAIL(text);
        if ((safe != text) != needs_guard(text)) FAIL(text);
    }
}

TEST_CASE("an apostrophe is taken away only from CSV in Harmattan's own columns") {
    const EventTable ged = read_events_csv(
                               "id,date_start,latitude,longitude,best,type_of_violence,conflict_name,"
                               "side_a,side_b,country\n1,2017-03-02,1,2,3,1,c,'=x,b,Mali\n",
                               "ged.csv")
                               .table;
    CHECK(ged.text(events::Text::side_a).at(0) == "'=x");
    const TemporaryFolder folder;
    const EventTable table = one_event([](auto& row) { row.set_text(events::Text::side_a, "'=x"); });
    for (const char* const name : {"a.csv", "a.gpkg", "a.geojson", "a.fgb"}) {
        CAPTURE(name);
        write_events(table, folder / name, *event_format_of(name));
        CHECK(read_events(folder / name).table.text(events::Text::side_a).at(0) == "'=x");
    }
}

TEST_CASE("what is written is known by its name") {
    CHECK(event_format_of("a.CSV") == EventFormat::csv);
    CHECK(event_format_of("b/a.gpkg") == EventFormat::geopackage);
    CHECK(event_format_of("a.GeoJSON") == EventFormat::geojson);
    CHECK(event_format_of("a.fgb") == EventFormat::flatgeobuf);
    CHECK(event_format_of("a.parquet") == EventFormat::parquet);
    for (const char* other : {"a", "a.txt", "csv", "a.csv.gz", "a.json"}) CHECK_FALSE(event_format_of(other));
}

TEST_CASE("a write that fails or is stopped leaves nothing, and the older file as it was") {
    for (const char* const name : {"a.csv", "a.gpkg", "a.geojson", "a.fgb"}) {
        CAPTURE(name);
        const TemporaryFolder folder;
        std::ofstream(folder / name) << "older";
        const EventFormat format = *event_format_of(name);
        const EventTable nowhere =
            one_event([](auto& row) { row.lat_deg = std::numeric_limits<double>::quiet_NaN(); });
        CHECK(key_of([&] { write_events(nowhere, folder / name, format); }) == "write.no_place");
        CHECK(key_of([&] { write_events({}, folder / name, format); }) == "write.no_rows");
        for (const double stop_at : {0.0, 0.5}) {
            EventWriteOptions options;
            options.progress = [&](double share) { return share < stop_at; };
            CHECK(key_of([&] { write_events(one_event(), folder / name, format, options); }) == "write.cancelled");
        }
        CHECK(names_in(folder) == std::vector<std::string>{name});
        CHECK(text_of(folder / name) == "older");
        CHECK(key_of([&] { write_events(one_event(), folder / "none" / name, format); }) == "output.no_folder");
        std::filesystem::create_directory(folder / "taken");
        CHECK(key_of([&] { write_events(one_event(), folder / "taken", format); }) == "output.cannot_write");
        CHECK(names_in(folder) == std::vector<std::string>{name, "taken"});
        write_events(one_event(), folder / name, format);
        CHECK(text_of(folder / name) != "older");
    }
}

TEST_CASE("a text that a file cannot hold is an error, not another text") {
    const TemporaryFolder folder;
    using namespace std::string_view_literals;
    const EventTable table = one_event([](auto& row) { row.set_text(events::Text::place, "a\0b"sv); });
    for (const char* const name : {"a.csv", "a.gpkg", "a.fgb", "a.geojson"}) {
        CAPTURE(name);
        CHECK(key_of([&] { write_events(table, folder / name, *event_format_of(name)); }) != "");
    }
    CHECK(names_in(folder).empty());
}
