#include "io/postgis.h"

#include <map>

#include <fmt/core.h>

#include "io/event_reader.h"
#include "io/postgis_input.h"
#include "made_files.h"
#include "support/postgres_server.h"

using namespace harmattan;
using io::PostgisFilter;
using io::PostgisTable;
using test::key_of;

namespace {

std::vector<std::string> ids_of(const io::OpenTable& open) {
    std::vector<std::string> ids;
    const auto table = open();
    while (table->next()) ids.emplace_back(table->field(0));
    std::sort(ids.begin(), ids.end());
    return ids;
}

using Ids = std::vector<std::string>;

base::DayRange days(const char* first, const char* last) {
    return {*base::parse_iso_day(first), *base::parse_iso_day(last)};
}

// Values.
void check_values(const PostgisTable& table) {
    const auto reader = table.open()();
    REQUIRE(reader->next());
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < reader->field_count(); ++i)
        values[reader->columns()[i]] = std::string(reader->field(i));
    CHECK(values["date_start"] == "2017-02-27");
    CHECK(values["when \"x\""].substr(0, 19) == "2017-03-01T00:30:00");  // in UTC
    CHECK(values["share"] == "0.1");
    CHECK(values["note"] == "é");
    CHECK(values["tags"] == R"([ "a", "b" ])");
    geo::LonLat point;
    REQUIRE(reader->place(point) == io::TableReader::Place::point);
    CHECK_THAT(point.lon_deg, test::WithinAbs(-3, 1e-7));
    CHECK_THAT(point.lat_deg, test::WithinAbs(16, 1e-7));
}

// Days and extent are asked of the server.
void check_filters(const test::PostgresServer& server, const PostgisTable& table) {
    PostgisFilter filter{"date_start", "date_end", days("2017-03-01", "2017-03-31"), {}};
    CHECK(ids_of(table.open(filter)) == Ids{"1", "2", "3", "5"});  // 5 has no day: it is for the reader to refuse
    filter.extent = geo::Extent{-10, 10, 0, 20};
    CHECK(ids_of(table.open(filter)) == Ids{"1", "2", "5"});
    filter.last_day_column.clear();
    CHECK(ids_of(table.open(filter)) == Ids{"2", "5"});
    CHECK(ids_of(table.open()).size() == 5);  // a filter does not stay
    const std::string log = server.log();
    const auto asked = log.find(
        "\"date_start\" < '2017-04-01' AND coalesce(\"date_end\", \"date_start\") >= "
        "'2017-03-01'");
    REQUIRE(asked != std::string::npos);
    const auto with_extent = log.find("&&", asked);
    REQUIRE(with_extent != std::string::npos);
    // In one statement, and the box in metres of the table's own system.
    const auto line = log.rfind('\n', with_extent);
    const std::string statement = log.substr(line, log.find('\n', with_extent) - line);
    INFO(statement);
    CHECK(statement.find("\"date_start\" < '2017-04-01'") != std::string::npos);
    CHECK(statement.find("32630") != std::string::npos);
    CHECK(log.find("TRANSACTION READ ONLY") != std::string::npos);
}

// Times with a zone are days of UTC; names are quoted.
void check_zones(const PostgisTable& table) {
    const PostgisFilter filter{"when \"x\"", "", days("2017-03-01", "2017-03-01"), {}};
    CHECK(table.where(filter).find("\"when \"\"x\"\"\" < '2017-03-02'") != std::string::npos);
    CHECK(ids_of(table.open(filter)) == Ids{"1", "3", "4", "5"});
}

// Only columns that the table has, and that hold days, are asked for.
void check_columns(const PostgisTable& table) {
    for (const auto* column : {"id", "note", "none", "date_start\" < '2017' OR 1 = 1 --"})
        CHECK(table.where({column, "", days("2017-03-01", "2017-03-01"), {}}).empty());
}

// Other tables by name.
void check_other_tables(const test::PostgresServer& server) {
    const PostgisTable plain(server.connection(), "plain");
    CHECK(ids_of(plain.open({"day", "", days("2017-03-01", "2017-03-31"), geo::Extent{0, 0, 1, 1}})) == Ids{"1"});
    CHECK(ids_of(PostgisTable(server.connection(), "public.plain").open()) == Ids{"1"});
    CHECK(key_of([&] { PostgisTable(server.connection(), "none"); }) == "features.no_layer");
    CHECK(ids_of(PostgisTable(server.connection() + " tables=plain").open()) == Ids{"1"});
}

// Nothing is written.
void check_read_only(const test::PostgresServer& server) {
    CHECK(key_of([&] { ids_of(PostgisTable(server.connection(), "writing").open()); }) == "features.read_failed");
    CHECK(server.psql("SELECT count(*) FROM written") == "0\n");
}

// What the server and the reader leave out together is what would be left out after reading all: for days known to
// their month only, for a table in metres, for days and boxes of every size.
void check_same_as_filtered(const test::PostgresServer& server) {
    server.psql(
        "CREATE TABLE walk AS SELECT n AS id, date '2016-12-20' + n % 120 AS date_start, 1 + n % 5 AS date_prec,"
        " n % 7 AS best, ST_Transform(ST_SetSRID(ST_MakePoint(n * 37 % 290 / 10.0 - 17, n * 53 % 150 / 10.0 + 8), "
        "4326), 32630)::geometry(Point, 32630) AS geom FROM generate_series(1, 600) AS n");
    io::EventReadOptions options;
    options.may_connect = true;
    options.table = "walk";
    const io::EventsRead whole = io::read_events(server.connection(), options);
    const events::EventTable& all = whole.table;
    CHECK(all.size() == 600);
    std::size_t given = 0;
    for (int i = 0; i < 12; ++i) {
        options.days =
            base::DayRange{base::day_of({2016, 12, 1}) + 9 * i, base::day_of({2016, 12, 1}) + 9 * i + i * i};
        options.extent.reset();
        if (i % 3 != 0) options.extent = geo::Extent{-16.0 + i, 9, -5.0 + 2 * i, 10.0 + i};
        std::vector<std::string> expected;
        for (std::size_t row = 0; row < all.size(); ++row)
            if (options.days->contains(all.first_day()[row]) &&
                (!options.extent || options.extent->contains({all.lon_deg()[row], all.lat_deg()[row]})))
                expected.emplace_back(all.text(events::Text::id).at(row));
        CAPTURE(i, expected.size());
        const io::EventsRead read = io::read_events(server.connection(), options);
        std::vector<std::string> found;
        for (std::size_t row = 0; row < read.table.size(); ++row)
            found.emplace_back(read.table.text(events::Text::id).at(row));
        std::sort(expected.begin(), expected.end());
        std::sort(found.begin(), found.end());
        CHECK(found == expected);
        CHECK(read.report.records == expected.size());
        CHECK(read.report.kept == expected.size());
        CHECK(read.report.coverage.last >= all.first_day().back());
        given += expected.size();
    }
    CHECK(given > 300);
}

// A wrong password.
void check_wrong_password(const test::PostgresServer& server) {
    CHECK(key_of([&] { PostgisTable(server.connection("wrong")); }) == "postgis.cannot_connect");
}

}  // namespace

TEST_CASE("PostGIS: passwords are not shown") {
    using io::without_password;
    CHECK(io::is_postgis("PG:dbname=x"));
    CHECK_FALSE(io::is_postgis("events.csv"));
    CHECK(without_password("PG:host=a password=secret user=b") == "PG:host=a password=*** user=b");
    CHECK(without_password("PG:host=a password = 'a b\\'c' user=b") == "PG:host=a password = *** user=b");
    CHECK(without_password("PG:password=a\\ b sslpassword=c") == "PG:password=*** sslpassword=***");
    CHECK(without_password("PG:password='never closed") == "PG:password=***");
    CHECK(without_password("PG:dbname='password=x' user=b") == "PG:dbname='password=x' user=b");
    CHECK(without_password("PG:postgresql://me:secret@host:5/db?password=x") ==
          "PG:postgresql://***@host:5/db?***");
    CHECK(without_password("postgres://me:se@cret@host") == "postgres://***@host");
    CHECK(without_password("https://example.org/a.csv") == "https://example.org/a.csv");
    CHECK(without_password("PG:host=a options='-c x=a://b'") == "PG:host=a options='-c x=a://b'");
    CHECK(key_of([] { PostgisTable("PG:postgresql://me:secret@host/db"); }) == "postgis.is_uri");
    // Nobody listens on port 1; the sentence says where nobody answered, without the password.
    try {
        const PostgisTable table("PG:host=127.0.0.1 port=1 dbname=x password=secret");
        FAIL("connected");
    } catch (const base::Error& error) {
        CHECK(error.key() == "postgis.cannot_connect");
        CHECK(std::string(error.what()).find("secret") == std::string::npos);
        CHECK(std::string(error.what()).find("port=1 ") != std::string::npos);
        // What libpq says in three lines stands in one.
        CHECK_THAT(error.what(), !test::ContainsSubstring("\n") && !test::ContainsSubstring("\t") &&
                                     test::ContainsSubstring("refused; Is the server running"));
    }
}

TEST_CASE("PostGIS: a connection is made only where that is allowed, and a file is a file") {
    io::EventReadOptions options;
    CHECK_FALSE(io::is_database("PG:dbname=x", options));
    CHECK(key_of([&] { io::read_events("PG:host=127.0.0.1 port=1", options); }) == "file.is_url");
    options.may_connect = true;
    CHECK(io::is_database("PG:dbname=x", options));
    CHECK_FALSE(io::is_database("events.csv", options));
    CHECK(key_of([&] { io::read_events("PG:host=127.0.0.1 port=1", options); }) == "postgis.cannot_connect");
    const test::TemporaryFolder folder;
    CHECK_FALSE(io::is_database((folder / "PG:x.csv").string(), options));
}

TEST_CASE("PostGIS: a table of events, filtered by the server") {
    const auto programs = test::postgres_programs();
    if (programs.empty())
        HARMATTAN_SKIP("PostgreSQL with PostGIS is not installed (postgresql, postgresql-*-postgis-3)");
    const test::PostgresServer server(programs);
    server.psql(
        "CREATE EXTENSION postgis;"
        "CREATE TABLE events (id bigint PRIMARY KEY, date_start date, date_end date, \"when \"\"x\"\"\" "
        "timestamptz,"
        " best integer, share double precision, note text, tags text[], geom geometry(Point, 32630));"
        "INSERT INTO events SELECT id, d, e, w, id, 0.1, n, t, ST_Transform(ST_SetSRID(ST_MakePoint(x, y), 4326), "
        "32630)"
        " FROM (VALUES"
        " (1, date '2017-02-27', date '2017-03-01', timestamptz '2017-02-28 23:30:00-01', 'é', array['a','b'], "
        "-3.0, 16.0),"
        " (2, '2017-03-02', NULL, '2017-03-02 00:00:00Z', '', NULL, -2.0, 15.0),"
        " (3, '2017-03-02', NULL, NULL, NULL, NULL, 10.0, 5.0),"
        " (4, '2018-01-01', '2018-01-01', NULL, NULL, NULL, -3.0, 16.0),"
        " (5, NULL, NULL, NULL, NULL, NULL, -3.0, 16.0)) AS v(id, d, e, w, n, t, x, y);"
        "CREATE TABLE plain (id integer, day date);"
        "INSERT INTO plain VALUES (1, '2017-03-02');"
        "CREATE TABLE written (at timestamp);"
        "CREATE FUNCTION write_it() RETURNS integer LANGUAGE sql AS 'INSERT INTO written VALUES (now()); SELECT "
        "1';"
        "CREATE VIEW writing AS SELECT 1 AS id, write_it() AS a");

    const PostgisTable table(server.connection());
    CHECK(table.facts().format == "PostGIS");
    CHECK(table.facts().layer == "events");
    CHECK(table.facts().crs == "WGS 84 / UTM zone 30N");
    CHECK(table.columns() ==
          std::vector<std::string>{"id", "date_start", "date_end", "when \"x\"", "best", "share", "note", "tags"});
    CHECK(ids_of(table.open()) == Ids{"1", "2", "3", "4", "5"});
    CHECK(ids_of(table.open()).size() == 5);  // again
    check_values(table);
    check_filters(server, table);
    check_zones(table);
    check_columns(table);
    check_other_tables(server);
    check_read_only(server);
    check_same_as_filtered(server);
    check_wrong_password(server);
}
