#include <nlohmann/json.hpp>

#include <fmt/core.h>

#include "cli/harmattan.h"
#include "io/equal_tables.h"
#include "io/event_reader.h"
#include "io/event_writer.h"
#include "io/random_events.h"
#include "support/catch.h"
#include "support/shared_data.h"
#include "support/source_tree.h"

using namespace harmattan;
using namespace harmattan::test;
using nlohmann::json;
using Names = std::vector<std::string>;

namespace {

// The person's own settings stay out of it.
Environment own_home(const Harmattan& program) {
    return {{"XDG_CONFIG_HOME", program.path("config").string()},
            {"XDG_DATA_HOME", program.path("data").string()}};
}

ProgramResult convert(const Harmattan& program, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "convert");
    return program.run(std::move(arguments), own_home(program));
}

json report_of(const ProgramResult& result) {
    INFO(result.errors);
    REQUIRE(result.exit_status == 0);
    return json::parse(result.output);
}

// Rows made up for these tests, in a layout of no known source.
std::string sample(const Harmattan& program) {
    return program.file("rows.csv",
                        "id,date_start,latitude,longitude,best,type_of_violence,country,adm_1,side_a\n"
                        "a,2015-05-04,14.5,0.5,3,1,Mali,Mopti,=1+1\nb,2015-02-30,14.5,0.5,3,1,Mali,Mopti,x\n"
                        "c,2015-05-04,95,0.5,3,1,Mali,Mopti,x\nd,2015-06-05,15.5,1.5,0,2,Niger,Tahoua,-5\n"
                        "e,2016-06-05,15.6,1.5,,2,Niger,Tahoua,@y\n");
}

// ACLED's columns, as acledR documents them, and rows made up: ACLED's own may not be handed on.
std::string made_up_acled(const Harmattan& program) {
    return program.file("acled.csv",
                        "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,"
                        "country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities\n"
                        "XXX1,4 May 2019,2019,1,Battles,Armed clash,A made-up group,Another,Mali,Mopti,Mopti,"
                        "Nowhere,14.5,-4.2,1,nobody,made up,3\n"
                        "XXX2,5 May 2019,2019,1,Battles,Armed clash,A made-up group,Another,Niger,Tahoua,Tahoua,"
                        "Nowhere,15.5,4.2,1,nobody,made up,1\n");
}

// Rows of UCDP GED's columns, made up.
std::string made_up_ged(const Harmattan& program, const std::string& name, const std::string& rows) {
    return program.file(name,
                        "id,relid,year,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
                        "side_a_new_id,side_a,side_b_new_id,side_b,where_prec,where_coordinates,adm_1,adm_2,"
                        "latitude,longitude,priogrid_gid,country,date_prec,date_start,date_end,best,low,high\n" +
                            rows);
}

void check_comes_back(const std::string& ending, std::uint64_t runs) {
    for (std::uint64_t seed = 501; seed < 501 + runs; ++seed) {
        CAPTURE(ending, seed);
        const Harmattan program;
        const events::EventTable made = random_events(seed);
        io::write_events(made, program.path("made.gpkg"), io::EventFormat::geopackage);
        const json told = report_of(convert(program, {"made.gpkg", "-o", "out" + ending, "--json",
                                                      "--may-be-passed-on", "--accessed", "2025-06-01"}));
        CHECK(told["rows"] == made.size());
        CHECK(told["records"] == told["kept"]);
        check_equal(io::read_events(program.path("out" + ending)).table, made);
    }
}

}  // namespace

TEST_CASE("convert: any table comes back equal from every format") {
    for (const char* const ending : {".csv", ".geojson", ".gpkg", ".fgb"}) check_comes_back(ending, 3);
    const Harmattan program;
    const ProgramResult parquet = convert(program, {sample(program), "-o", "out.parquet"});
    if (parquet.exit_status == 0) return check_comes_back(".parquet", 3);
    CHECK_THAT(parquet.errors, ContainsSubstring("cannot write Parquet"));
}

TEST_CASE("convert says what it wrote, what it left out and whom to name") {
    const Harmattan program;
    const ProgramResult result = convert(program, {sample(program), "-o", "out.csv", "--where", "best >= 0"});
    CHECK(result.exit_status == 0);
    CHECK_THAT(result.output, ContainsSubstring("out.csv: CSV, ") && ContainsSubstring("events: 2"));
    CHECK_THAT(result.output, ContainsSubstring("records: 5 read = 3 kept + 2 rejected"));
    CHECK_THAT(result.output, ContainsSubstring("left out by the filter best >= 0: 1"));
    CHECK_THAT(result.output, ContainsSubstring("guarded with an apostrophe: 2"));
    CHECK_THAT(result.output, ContainsSubstring("out.csv-metadata.json"));
    CHECK_THAT(result.output, ContainsSubstring("no known source: rows.csv"));
    CHECK_THAT(result.errors, ContainsSubstring("2 of 5 rows") && ContainsSubstring("2015-02-30"));
    CHECK_THAT(program.bytes("out.csv"), ContainsSubstring(",'=1+1,") && ContainsSubstring(",'-5,"));
    CHECK_THAT(program.bytes("out.csv"), ContainsSubstring(",14.5,0.5,"));  // numbers stay numbers
    CHECK_THAT(program.bytes("out.csv-metadata.json"), ContainsSubstring("best >= 0"));
    CHECK(program.names() == Names{"out.csv", "out.csv-metadata.json", "rows.csv"});
    CHECK(convert(program, {"rows.csv", "-o", "quiet.csv", "--quiet"}).output.empty());
    CHECK_THAT(convert(program, {"rows.csv", "-o", "fr.csv", "--lang", "fr"}).output,
               ContainsSubstring("5 lus = 3 gardés + 2 rejetés"));
}

TEST_CASE("convert tells that there are doubts, and keeps the rows") {
    const Harmattan program;
    program.file("twice.csv",
                 "id,date_start,latitude,longitude,best\na,2015-05-04,14.5,0.5,3\na,2015-05-05,14.6,0.5,3\n");
    CHECK_THAT(convert(program, {"twice.csv", "-o", "a.csv"}).output,
               ContainsSubstring("\"harmattan inspect\" tells: 1"));
    const json told = report_of(convert(program, {"twice.csv", "-o", "b.csv", "--json"}));
    CHECK(told["rows"] == 2);
    CHECK(told["read"][0]["doubts"] == 1);
}

TEST_CASE("convert counts by days, extent and filter, each row once") {
    const Harmattan program;
    const std::string file = shared_data("ged_21.1_prec12_west_africa_gedcols.csv").string();
    const json told =
        report_of(convert(program, {file, "-o", "out.geojson", "--from", "2015-01-01", "--to", "2019-12-31",
                                    "--extent", "-10,8,4,25", "--where", "country = 'Mali'", "--json"}));
    // python3: csv.DictReader, "2015-01-01" <= date_start[:10] <= "2019-12-31", then the box, then the country.
    CHECK(told["kept"] == 7784);
    CHECK(told["outside_days"] == 3457);
    CHECK(told["outside_extent"] == 3495);
    CHECK(told["filtered_out"] == 312);
    CHECK(told["rows"] == 520);
    CHECK(told["sources"][0]["rows"] == 520);
    CHECK(told["sources"][0]["licence"] == "CC BY 4.0");
    CHECK_THAT(told["sources"][0]["credit"].get<std::string>(), ContainsSubstring("UCDP GED 21.1: Sundberg"));
    const json written = json::parse(program.bytes("out.geojson"));
    CHECK(written["features"].size() == 520);
}

TEST_CASE("convert with --strict writes nothing when rows were rejected") {
    const Harmattan program;
    const ProgramResult result = convert(program, {sample(program), "-o", "out.gpkg", "--strict"});
    CHECK(result.exit_status == 3);
    CHECK(result.output.empty());
    CHECK_THAT(result.errors, ContainsSubstring("--strict"));
    CHECK(program.names() == Names{"rows.csv"});
}

TEST_CASE("convert: points are made coarser, and both the file and the program say so") {
    const Harmattan program;
    sample(program);
    const ProgramResult cells = convert(program, {"rows.csv", "-o", "a.csv", "--generalise", "50km"});
    CHECK(cells.exit_status == 0);
    CHECK_THAT(cells.output, ContainsSubstring("points are generalised") && ContainsSubstring("50 km"));
    CHECK_THAT(program.bytes("a.csv"), ContainsSubstring(",50km\n"));
    CHECK_THAT(program.bytes("a.csv"), !ContainsSubstring(",14.5,0.5,"));
    CHECK_THAT(program.bytes("a.csv-metadata.json"), ContainsSubstring("points made coarser (50km)"));
    const json regions =
        report_of(convert(program, {"rows.csv", "-o", "b.geojson", "--generalise", "region", "--json"}));
    CHECK(regions["generalised"]["to"] == "region");
    CHECK_THAT(program.bytes("b.geojson"), ContainsSubstring("points made coarser (region)"));
    const ProgramResult bad = convert(program, {"rows.csv", "-o", "c.csv", "--generalise", "10"});
    CHECK(bad.exit_status == 2);
    CHECK_THAT(bad.errors, ContainsSubstring("--generalise") && ContainsSubstring("10km"));
}

TEST_CASE("convert joins releases of one source and refuses two sources") {
    const Harmattan program;
    const std::string older = made_up_ged(
        program, "GEDEvent_v24_1.csv",
        "1,M-1,2018,1,1,c,1,d,1,A,2,B,1,w,Mopti,Mopti,14.5,-4.2,1,Mali,1,2018-05-04,2018-05-04,3,3,3\n"
        "2,M-2,2018,1,1,c,1,d,1,A,2,B,1,w,Mopti,Mopti,14.6,-4.2,1,Mali,1,2018-05-05,2018-05-05,3,3,3\n");
    const std::string newer = made_up_ged(
        program, "GEDEvent_v25_1.csv",
        "2,M-2,2018,1,1,c,1,d,1,A,2,B,1,w,Mopti,Mopti,14.6,-4.2,1,Mali,1,2018-05-05,2018-05-05,7,3,9\n");
    const json told = report_of(convert(program, {newer, older, "-o", "out.csv", "--json"}));
    CHECK(told["kept"] == 3);
    CHECK(told["replaced"] == 1);
    CHECK(told["beyond_newer"] == 1);
    CHECK(told["missing_from_newer"] == 0);
    CHECK(told["rows"] == 2);
    CHECK(told["sources"][0]["versions"] == json({"24.1", "25.1"}));
    CHECK_THAT(program.bytes("out.csv"), ContainsSubstring(",7,3,9,"));
    const ProgramResult two = convert(program, {newer, sample(program), "-o", "two.csv"});
    CHECK(two.exit_status == 1);
    CHECK_THAT(two.errors, ContainsSubstring("UCDP GED 25.1, rows.csv") && ContainsSubstring("never added up"));
    CHECK_FALSE(program.has("two.csv"));
}

TEST_CASE("convert writes ACLED's rows only with leave, and with the day on which they were fetched") {
    const Harmattan program;
    made_up_acled(program);
    const ProgramResult refused = convert(program, {"acled.csv", "-o", "out.csv"});
    CHECK(refused.exit_status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("ACLED") && ContainsSubstring("--may-be-passed-on"));
    const ProgramResult no_day = convert(program, {"acled.csv", "-o", "out.csv", "--may-be-passed-on"});
    CHECK(no_day.exit_status == 1);
    CHECK_THAT(no_day.errors, ContainsSubstring("--accessed"));
    for (const char* const day : {"soon", "2999-01-01", "2025-02-30"})
        CHECK(convert(program, {"acled.csv", "-o", "out.csv", "--accessed", day}).exit_status == 2);
    CHECK(program.names() == Names{"acled.csv"});
    const ProgramResult written = convert(program, {"acled.csv", "-o", "out.csv", "--may-be-passed-on",
                                                    "--accessed", "2025-06-01", "--where", "country = 'Mali'"});
    CHECK(written.exit_status == 0);
    for (const char* const words : {"1 June 2025", "country = 'Mali'", "put into Harmattan's columns"})
        CHECK_THAT(program.bytes("out.csv-metadata.json"), ContainsSubstring(words));
    CHECK_THAT(written.output, ContainsSubstring("its rows may not be passed on to others"));
    // The day is known from now on; the terms go on holding for the table that was written.
    CHECK(convert(program, {"acled.csv", "-o", "again.csv", "--may-be-passed-on"}).exit_status == 0);
    CHECK(convert(program, {"out.csv", "-o", "onwards.gpkg"}).exit_status == 1);
}

TEST_CASE("convert asks at a terminal for what ACLED's terms want, once") {
    const Harmattan program;
    made_up_acled(program);
    const auto at_terminal = [&](const std::string& typed, const std::string& output) {
        Command command{
            "sh",
            {"-c", "printf '" + typed + "' | script -qec '\"" HARMATTAN_PROGRAM "\" convert acled.csv -o " +
                       output + "' /dev/null"}};
        command.working_folder = program.path(".");
        command.environment = own_home(program);
        return run_program(command);
    };
    if (run_program({"script", {"--version"}}).exit_status != 0)
        HARMATTAN_SKIP("script, which makes a terminal, is not installed (bsdutils)");
    const ProgramResult no = at_terminal("n\\n", "a.csv");
    CHECK(no.exit_status == 1);
    CHECK_FALSE(program.has("a.csv"));
    const ProgramResult yes = at_terminal("y\\nyesterday\\n2025-06-01\\n", "a.csv");
    INFO(yes.output);
    CHECK(yes.exit_status == 0);
    CHECK_THAT(yes.output, ContainsSubstring("\"yesterday\" is not a day"));
    CHECK_THAT(program.bytes("a.csv-metadata.json"), ContainsSubstring("accessed 1 June 2025"));
    CHECK(at_terminal("y\\n", "b.csv").exit_status == 0);
}

TEST_CASE("convert writes over nothing and refuses what it cannot write") {
    const Harmattan program;
    sample(program);
    program.file("out.csv", "older");
    const ProgramResult exists = convert(program, {"rows.csv", "-o", "out.csv"});
    CHECK(exists.exit_status == 1);
    CHECK_THAT(exists.errors, ContainsSubstring("--force"));
    CHECK(program.bytes("out.csv") == "older");
    CHECK(convert(program, {"rows.csv", "-o", "out.csv", "--force"}).exit_status == 0);
    CHECK(convert(program, {"rows.csv", "-o", "rows.csv", "--force"}).exit_status == 1);
    program.file("beside.fgb-metadata.json", "older");
    CHECK(convert(program, {"rows.csv", "-o", "beside.fgb"}).exit_status == 1);
    CHECK(convert(program, {"rows.csv", "-o", "out.txt"}).exit_status == 2);
    CHECK(convert(program, {"rows.csv"}).exit_status == 2);
    CHECK(convert(program, {"-o", "a.csv"}).exit_status == 2);
    CHECK(convert(program, {"rows.csv", "-o", "none/a.csv"}).exit_status == 1);
    const ProgramResult none = convert(program, {"rows.csv", "-o", "a.csv", "--from", "2030-01-01"});
    CHECK(none.exit_status == 1);
    CHECK_THAT(none.errors, ContainsSubstring("not one event"));
    program.file("story.toml", "version = 1\n");
    CHECK_THAT(convert(program, {"story.toml", "-o", "a.csv"}).errors,
               ContainsSubstring("story.toml holds no events"));
    CHECK_FALSE(program.has("a.csv"));
}

TEST_CASE("convert stopped with Ctrl-C leaves nothing, and the older file as it was") {
    const Harmattan program;
    std::string rows = "id,date_start,latitude,longitude,best\n";
    for (int i = 0; i < 300000; ++i)
        rows += fmt::format("{},2015-05-{:02},14.{:03},0.{:03},1\n", i, i % 28 + 1, i % 997, i % 991);
    program.file("many.csv", rows);
    program.file("out.gpkg", "older");
    // When it has begun to write, there is something beside the two files. A shell without job control lets what
    // it starts ignore SIGINT; env gives it back.
    Command shell{"sh",
                  {"-c",
                   "env --default-signal=INT \"$0\" convert many.csv -o out.gpkg --force & "
                   "while [ $(ls -A | wc -l) -lt 3 ]; do sleep 0.05; done; kill -INT $!; wait $!",
                   HARMATTAN_PROGRAM}};
    shell.working_folder = program.path(".");
    const ProgramResult stopped = run_program(shell);
    CHECK(stopped.exit_status == 1);
    CHECK_THAT(stopped.errors, ContainsSubstring("out.gpkg is not written, as asked"));
    CHECK(program.names() == Names{"many.csv", "out.gpkg"});
    CHECK(program.bytes("out.gpkg") == "older");
}

TEST_CASE("a table that was written is its source's still, and one source with it") {
    const Harmattan program;
    made_up_ged(program, "ged241.csv",
                "1,r1,2017,1,10,Conflict,11,Dyad,12,Side one,13,Side two,1,Tessit,Gao,Ansongo,15.2,0.4,1,Mali,1,"
                "2017-03-02,2017-03-02,3,1,9\n");
    const auto first = program.run({"inspect", "--json", "ged241.csv"});
    REQUIRE(convert(program, {"ged241.csv", "-o", "own.csv"}).exit_status == 0);
    const auto result = program.run({"inspect", "--json", "own.csv"});
    const json table = json::parse(result.output)["files"][0]["tables"][0];
    const json source = json::parse(first.output)["files"][0]["tables"][0];
    CHECK(table["source"] == source["source"]);
    CHECK(table["version"] == source["version"]);
    CHECK(table["terms"] == source["terms"]);
    const auto picture = program.run({"snap", "ged241.csv", "own.csv", "-o", "both.png", "--size", "640x360"});
    CHECK(picture.exit_status == 0);
    CHECK(picture.output.find("Harmattan table") == std::string::npos);
}
