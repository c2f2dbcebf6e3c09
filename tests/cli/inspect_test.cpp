#include <nlohmann/json.hpp>

#include "cli/harmattan.h"
#include "support/catch.h"
#include "support/shared_data.h"

using namespace harmattan::test;
using nlohmann::json;

namespace {

std::string sample(const Harmattan& program) {
    return program.file("rows.csv",
                        "id,date_start,latitude,longitude,best,type_of_violence,country,colour\n"
                        "a,2015-05-04,14.5,0.5,3,1,Mali,red\nb,2015-02-30,14.5,0.5,3,1,Mali,red\n"
                        "c,2015-05-04,95,0.5,3,1,Mali,red\nd,2015-06-05,15.5,1.5,0,2,Niger,red\n");
}

}  // namespace

TEST_CASE("inspect accounts for every row") {
    const Harmattan program;
    const ProgramResult result = program.run({"inspect", sample(program)});
    CHECK(result.exit_status == 0);
    CHECK(result.errors.empty());
    CHECK_THAT(result.output, ContainsSubstring("4 read = 2 kept + 2 rejected"));
    CHECK_THAT(result.output, ContainsSubstring("line 3: ") && ContainsSubstring("2015-02-30"));
    CHECK_THAT(result.output, ContainsSubstring("line 4: ") && ContainsSubstring("95"));
    CHECK_THAT(result.output, ContainsSubstring("2015-05-04 to 2015-06-05"));
    CHECK_THAT(result.output, ContainsSubstring("1  Mali") && ContainsSubstring("1  Niger"));
    CHECK_THAT(result.output, ContainsSubstring("precision not given for 2 of 2 events"));
    CHECK_THAT(result.output, ContainsSubstring("columns not used: colour"));
    CHECK(program.run({"inspect", "rows.csv", "--strict"}).exit_status == 3);
}

TEST_CASE("inspect gives programs the same account") {
    const Harmattan program;
    const ProgramResult result = program.run({"inspect", "--json", sample(program)});
    CHECK(result.exit_status == 0);
    const json table = json::parse(result.output)["files"][0]["tables"][0];
    CHECK(table["records"] == 4);
    CHECK(table["kept"] == 2);
    CHECK(table["rejected"] == 2);
    CHECK(table["rejected_rows"][0]["line"] == 3);
    CHECK(table["rejected_rows"][1]["line"] == 4);
    CHECK(table["rejected_rows"][1]["key"] == "row.latitude_range");
    CHECK(table["extent"] == json({0.5, 14.5, 1.5, 15.5}));
    CHECK(table["events_by_type"]["state_based"] == 1);
    CHECK(table["events_by_type"]["non_state"] == 1);
    CHECK(table["events_by_country"] == json({{"Mali", 1}, {"Niger", 1}}));
}

TEST_CASE("inspect needs a file") {
    const Harmattan program;
    const ProgramResult result = program.run({"inspect"});
    CHECK(result.exit_status == 2);
    CHECK_THAT(result.errors, ContainsSubstring("file"));
}

TEST_CASE("inspect tells the layers of a feature file") {
    const Harmattan program;
    const std::string file = program.file(
        "lines.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a","km":3},)"
        R"("geometry":{"type":"LineString","coordinates":[[0,10],[1,12]]}},)"
        R"({"type":"Feature","properties":{"name":"b","km":4},"geometry":null}]})");
    const json table = json::parse(program.run({"inspect", "--json", file}).output)["files"][0]["tables"][0];
    CHECK(table["geometry"] == "line");
    CHECK(table["records"] == 2);
    CHECK(table["kept"] == 1);
    CHECK(table["columns"] == json({"name", "km"}));
    CHECK(table["extent"] == json({0.0, 10.0, 1.0, 12.0}));
}

TEST_CASE("inspect lists the files of a story and refuses a bad one") {
    const Harmattan program;
    program.file("my.toml", "version = 1\n[events]\nfile = \"own.csv\"\n");
    CHECK_THAT(program.run({"inspect", "my.toml"}).output, ContainsSubstring("events: own.csv"));
    program.file("bad.toml", "version = 1\nfrom = 3\n");
    const ProgramResult bad = program.run({"inspect", "bad.toml"});
    CHECK(bad.exit_status == 1);
    CHECK_THAT(bad.errors, ContainsSubstring("bad.toml, line 2"));
}

TEST_CASE("inspect counts a GED release as other tools do") {
    const Harmattan program;
    const auto file = shared_data("ged_21.1_prec12_west_africa_gedcols.csv");
    const json table =
        json::parse(program.run({"inspect", "--json", file.string()}).output)["files"][0]["tables"][0];
    CHECK(table["kept"] == 7784);
    // python3: Counter(row["type_of_violence"] for row in csv.DictReader(file))
    CHECK(table["events_by_type"]["state_based"] == 3155);
    CHECK(table["events_by_type"]["non_state"] == 1479);
    CHECK(table["events_by_type"]["one_sided"] == 3150);
    CHECK(table["where_precision_missing"] == 7784);
}

TEST_CASE("inspect shows the account of a file of which nothing can be used") {
    const Harmattan program;
    const auto file = program.file("bad.csv",
                                   "id,date_start,latitude,longitude,best\na,2015-02-30,14.5,0.5,3\n"
                                   "b,2015-05-04,95,0.5,3\n");
    const ProgramResult result = program.run({"inspect", file});
    CHECK(result.exit_status == 1);
    CHECK_THAT(result.output, ContainsSubstring("2 read = 0 kept + 2 rejected") && ContainsSubstring("line 2: ") &&
                                  ContainsSubstring("line 3: "));
    CHECK_THAT(result.errors, ContainsSubstring("none of its 2 rows can be used"));
    const ProgramResult for_programs = program.run({"inspect", file, "--json"});
    CHECK(for_programs.exit_status == 1);
    const json table = json::parse(for_programs.output)["files"][0]["tables"][0];
    CHECK(table["rejected_rows"].size() == 2);
    CHECK(table["first_day"] == nullptr);
}

TEST_CASE("inspect knows a source whose places are the records' own points") {
    const Harmattan program;
    // Made-up rows with columns of UCDP GED, but for latitude and longitude.
    const auto file = program.file(
        "ged241.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":7,"type_of_violence":1,)"
        R"("conflict_name":"Conflict","side_a":"One","side_b":"Two","country":"Mali","date_start":"2017-03-02",)"
        R"("best":3},"geometry":{"type":"Point","coordinates":[0.5,15.2]}}]})");
    const json table = json::parse(program.run({"inspect", "--json", file}).output)["files"][0]["tables"][0];
    CHECK(table["source"] == "ucdp-ged");
    CHECK(table["version"] == "24.1");
    CHECK(table["extent"] == json({0.5, 15.2, 0.5, 15.2}));
}

// UCDP says how many there are: 1,848 events of the Central African Republic in GED 23.1.
TEST_CASE("inspect knows GED in FlatGeobuf") {
    const Harmattan program;
    const auto result = program.run({"inspect", "--json", shared_data("ged_23.1_caf.fgb").string()});
    const json table = json::parse(result.output)["files"][0]["tables"][0];
    CHECK(table["source"] == "ucdp-ged");
    CHECK(table["kept"] == 1848);
}

TEST_CASE("inspect --where counts the events that pass, and the account of the rows stays whole") {
    const Harmattan program;
    const std::string file = sample(program);
    const ProgramResult result = program.run({"inspect", file, "--where", "country = 'Mali' and best >= 1"});
    CHECK(result.exit_status == 0);
    CHECK_THAT(result.output,
               ContainsSubstring("4 read = 2 kept + 2 rejected") &&
                   ContainsSubstring("country = 'Mali' and best >= 1; it holds for 1 of the rows") &&
                   ContainsSubstring("1  Mali") && !ContainsSubstring("1  Niger"));
    const json table = json::parse(
        program.run({"inspect", "--json", file, "--where", "country = 'Mali'"}).output)["files"][0]["tables"][0];
    CHECK(table["kept"] == 2);
    CHECK(table["filtered_out"] == 1);
    CHECK(table["events"] == 1);
    CHECK(table["events_by_country"] == json({{"Mali", 1}}));

    const ProgramResult none = program.run({"inspect", file, "--where", "country = 'Chad'"});
    CHECK(none.exit_status == 0);
    CHECK_THAT(none.output, ContainsSubstring("it holds for 0 of the rows"));
    CHECK(program.run({"inspect", file, "--where", "country = "}).exit_status == 2);
    CHECK(program.run({"inspect", file, file, "--diff", "--where", "best > 1"}).exit_status == 2);
}

TEST_CASE("an unknown option is told with the nearest that there is, also of another verb") {
    const Harmattan program;
    const auto errors = [&](const std::vector<std::string>& arguments) {
        const ProgramResult result = program.run(arguments);
        CHECK(result.exit_status == 2);
        return result.errors;
    };
    CHECK_THAT(errors({"inspect", "x.csv", "--wehre", "best > 1"}), ContainsSubstring("did you mean --where?"));
    CHECK_THAT(errors({"snap", "--generalize", "10km"}),
               ContainsSubstring("--generalise is an option of harmattan convert"));
    CHECK_THAT(errors({"inspect", "x.csv", "--theme=night"}),
               ContainsSubstring("--theme is an option of harmattan snap"));
    CHECK_THAT(errors({"inspect", "x.csv", "--qqqqqqqq"}), ContainsSubstring("unknown option --qqqqqqqq\n"));
}
