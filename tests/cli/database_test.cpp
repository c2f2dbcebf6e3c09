// A database named on the command line, read by the program itself.
#include <nlohmann/json.hpp>

#include <fmt/core.h>

#include "cli/harmattan.h"
#include "support/catch.h"
#include "support/postgres_server.h"

using namespace harmattan::test;
using nlohmann::json;

namespace {

// Events made up: one a day from 2015 to 2018, on a walk through the Sahel; and the same rows as CSV.
constexpr const char* table_of_events =
    "CREATE EXTENSION postgis;"
    "CREATE TABLE events AS SELECT n AS id, date '2015-01-01' + n AS date_start, date '2015-01-01' + n AS "
    "date_end, "
    "1 + n % 3 AS type_of_violence, n % 40 AS best, "
    "(ARRAY['Mali','Niger','Chad'])[1 + n % 3] AS country, 'Side ' || n % 5 AS side_a, "
    "ST_SetSRID(ST_MakePoint((n * 37 % 300) / 10.0 - 12, (n * 53 % 150) / 10.0 + 8), 4326)::geometry(Point, 4326) "
    "AS geom FROM generate_series(0, 1400) AS n;"
    "INSERT INTO events SELECT 5000, NULL, NULL, 1, 1, 'Mali', 'Side 1', ST_SetSRID(ST_MakePoint(0, 15), 4326);";

std::string as_csv(const PostgresServer& server, const std::string& condition) {
    return "id,date_start,date_end,type_of_violence,best,country,side_a,latitude,longitude\n" +
           server.psql(
               "SELECT concat_ws(',', id, coalesce(date_start::text, ''), coalesce(date_end::text, ''), "
               "type_of_violence, best, country, side_a, ST_Y(geom), ST_X(geom)) FROM events WHERE " +
               condition + " ORDER BY id");
}

// All but where it was read from.
json counts_of(const ProgramResult& result) {
    INFO(result.errors);
    REQUIRE(result.exit_status == 0);
    json told = json::parse(result.output);
    for (const char* const key : {"path", "bytes", "files", "read", "format"}) told.erase(key);
    for (json& source : told["sources"]) source.erase("credit");
    return told;
}

void check_inspect(const Harmattan& program, const PostgresServer& server) {
    const ProgramResult result = program.run({"inspect", server.connection()});
    CHECK(result.exit_status == 0);
    CHECK_THAT(result.output, ContainsSubstring("1,402 read = 1,401 kept + 1 rejected"));
    CHECK_THAT(result.output, ContainsSubstring("password=***") && ContainsSubstring("PostGIS, events"));
    CHECK_THAT(result.output + result.errors, !ContainsSubstring("cr'et"));
    CHECK(program.run({"inspect", server.connection(), "--table", "public.events"}).exit_status == 0);
    const ProgramResult none = program.run({"inspect", server.connection(), "--table", "none"});
    CHECK(none.exit_status == 1);
    CHECK_THAT(none.errors, ContainsSubstring("none") && ContainsSubstring("password=***"));
}

void check_convert(const Harmattan& program, const PostgresServer& server) {
    const std::vector<std::string> chosen{"--from", "2016-02-03", "--to", "2017-03-04", "--extent", "-5,9,9,20"};
    const auto converted = [&](const std::string& from, const std::string& to) {
        std::vector<std::string> arguments{"convert", from, "-o", to, "--json"};
        arguments.insert(arguments.end(), chosen.begin(), chosen.end());
        return counts_of(program.run(std::move(arguments)));
    };
    const std::string condition =
        "date_start BETWEEN '2016-02-03' AND '2017-03-04' AND geom && ST_MakeEnvelope(-5, 9, 9, 20, 4326)";
    program.file("all.csv", as_csv(server, "true"));
    const json of_database = converted(server.connection(), "database.geojson");
    const json of_file = converted("all.csv", "file.geojson");
    CHECK(fmt::format("{}\n", of_database["rows"].get<int>()) ==
          server.psql("SELECT count(*) FROM events WHERE " + condition));
    CHECK(of_database["rows"] == of_file["rows"]);
    // What the server left out was not read; the row without a day was, and is told.
    CHECK(of_database["kept"] == of_database["rows"]);
    CHECK(of_database["rejected"] == 1);
    const json written = json::parse(program.bytes("database.geojson"));
    const json same = json::parse(program.bytes("file.geojson"));
    REQUIRE(written["features"].size() == same["features"].size());
    for (std::size_t i = 0; i < same["features"].size(); ++i) {
        CHECK(written["features"][i]["geometry"] == same["features"][i]["geometry"]);
        for (const char* const name : {"id", "date_start", "best", "country", "side_a", "type_of_violence"})
            CHECK(written["features"][i]["properties"][name] == same["features"][i]["properties"][name]);
    }
    // Neither the server nor its user goes along with the rows.
    CHECK_THAT(program.bytes("database.geojson"), !ContainsSubstring("127.0.0.1") && !ContainsSubstring("cr'et"));
    const std::string log = server.log();
    CHECK_THAT(log, ContainsSubstring("\"date_start\" < '2017-03-05'"));
    CHECK_THAT(log, ContainsSubstring("&& ST_SetSRID("));
}

// The picture of the whole table is that of a file with the same rows, byte by byte.
void check_same_picture(const Harmattan& program, const PostgresServer& server) {
    program.file("events", as_csv(server, "true"));
    REQUIRE(program.snap({server.connection(), "-o", "whole.png"}).exit_status == 0);
    REQUIRE(program.snap({"events", "-o", "whole-file.png"}).exit_status == 0);
    CHECK(program.bytes("whole.png") == program.bytes("whole-file.png"));
}

// With days, it counts what a file does that holds the events of these days alone; but what the source covers is
// what the whole table does, so that no peace is claimed where nothing was asked for.
void check_snap(const Harmattan& program, const PostgresServer& server) {
    const std::string days = "date_start BETWEEN '2016-02-03' AND '2017-03-04'";
    program.file("events", as_csv(server, days + " OR date_start IN ('2015-01-01', '2018-11-01') OR id = 5000"));
    const std::vector<std::string> span{"--from", "2016-02-03", "--to", "2017-03-04", "--extent", "-10,8,15,22"};
    const auto snapped = [&](const std::string& from, const std::string& to) {
        std::vector<std::string> arguments{from, "-o", to, "--json"};
        arguments.insert(arguments.end(), span.begin(), span.end());
        return counts_of(program.snap(std::move(arguments)));
    };
    const json of_database = snapped(server.connection(), "database.png");
    const json of_file = snapped("events", "file.png");
    CHECK(of_database["events_shown"] == of_file["events_shown"]);
    CHECK(of_database["events_outside_frame"] == of_file["events_outside_frame"]);
    CHECK(of_database["rows_rejected"] == of_file["rows_rejected"]);
    CHECK(of_database["sources"][0]["coverage"] == json({"2015-01-01", "2018-11-01"}));
    CHECK(of_database["events_total"].get<int>() + 2 == of_file["events_total"].get<int>());
    // Days without an event are a picture without events, as of a file.
    const ProgramResult empty = program.snap(
        {server.connection(), "-o", "empty.png", "--json", "--from", "2013-01-01", "--to", "2013-12-31"});
    INFO(empty.errors);
    REQUIRE(empty.exit_status == 0);
    CHECK(json::parse(empty.output)["events_shown"] == 0);
}

// A story, or a file of any kind, cannot make the program connect.
void check_stories(const Harmattan& program, const PostgresServer& server) {
    program.file("story.toml", "version = 1\n[events]\nfile = \"" + server.connection("x") + "\"\n");
    const ProgramResult result = program.snap({"story.toml", "-o", "story.png"});
    CHECK(result.exit_status == 1);
    CHECK_FALSE(program.has("story.png"));
    CHECK_THAT(server.log(), !ContainsSubstring("authentication failed"));
}

void check_wrong_password(const Harmattan& program, const PostgresServer& server) {
    for (const char* const verb : {"inspect", "snap", "convert"}) {
        std::vector<std::string> arguments{verb, server.connection("hidden-word")};
        if (std::string(verb) == "snap") arguments.insert(arguments.end(), {"-o", "a.png"});
        if (std::string(verb) == "convert") arguments.insert(arguments.end(), {"-o", "a.csv"});
        const ProgramResult result = program.run(arguments);
        CHECK(result.exit_status == 1);
        CHECK_THAT(result.errors, ContainsSubstring("password=***") && !ContainsSubstring("hidden-word"));
    }
}

}  // namespace

TEST_CASE("a database named on the command line is read, and only there") {
    const auto programs = postgres_programs();
    if (programs.empty())
        HARMATTAN_SKIP("PostgreSQL with PostGIS is not installed (postgresql, postgresql-*-postgis-3)");
    const PostgresServer server(programs);
    server.psql(table_of_events);
    const Harmattan program;
    check_inspect(program, server);
    check_convert(program, server);
    check_same_picture(program, server);
    check_snap(program, server);
    check_stories(program, server);
    check_wrong_password(program, server);
}
