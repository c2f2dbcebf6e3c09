// Which of several files of one source is the newer, and what is said of it; and what is proposed for files whose
// coordinates have changed places.
#include <nlohmann/json.hpp>

#include "cli/harmattan.h"
#include "support/catch.h"

using namespace harmattan::test;
using nlohmann::json;

namespace {

// Made-up rows with ACLED's column names.
std::string acled(const Harmattan& program, const std::string& name, int deaths, const std::string& timestamp) {
    return program.file(
        name,
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,latitude,longitude,"
        "fatalities" +
            std::string(timestamp.empty() ? "" : ",timestamp") +
            "\nXXX1,2021-03-05,Battles,Armed clash,a made-up group,another,Mali,14.5,-4.2," +
            std::to_string(deaths) + (timestamp.empty() ? "" : "," + timestamp) + "\n");
}

std::string ged(const Harmattan& program, const std::string& name) {
    return program.file(
        name,
        "id,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,country,best,date_start\n"
        "1,1,made up,A,B,14.5,-4.2,Mali,3,2018-05-04\n2,1,made up,A,B,14.6,-4.2,Mali,3,2018-05-05\n");
}

ProgramResult join(const Harmattan& program, const std::string& first, const std::string& second) {
    return program.run({"convert", first, second, "-o", "out.csv", "--force", "--json", "--may-be-passed-on",
                        "--accessed", "2025-06-01"},
                       {{"XDG_CONFIG_HOME", program.path("config").string()}});
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("copies of one release are told as copies, not as an older release") {
    const Harmattan program;
    ged(program, "GEDEvent_v25_1.csv");
    ged(program, "copy of GEDEvent_v25_1.csv");
    for (const char* const second : {"GEDEvent_v25_1.csv", "copy of GEDEvent_v25_1.csv"}) {
        const ProgramResult result = join(program, "GEDEvent_v25_1.csv", second);
        INFO(result.errors);
        REQUIRE(result.exit_status == 0);
        const json told = json::parse(result.output);
        CHECK(told["kept"] == 4);
        CHECK(told["copies"] == 2);
        CHECK(told["replaced"] == 0);
        CHECK(told["rows"] == 2);
        CHECK(result.errors.empty());
    }
    const ProgramResult picture =
        program.snap({"GEDEvent_v25_1.csv", "GEDEvent_v25_1.csv", "-o", "a.png", "--json"});
    CHECK(json::parse(picture.output)["sources"][0]["rows_copied"] == 2);
    CHECK(json::parse(picture.output)["sources"][0]["rows_replaced"] == 0);
}

TEST_CASE("of two files without a release the source's own time stamps tell the newer, else the order") {
    const Harmattan program;
    acled(program, "new.csv", 7, "1700000000");  // 14 November 2023
    acled(program, "old.csv", 3, "1650000000");  // 15 April 2022
    const ProgramResult by_update = join(program, "new.csv", "old.csv");
    INFO(by_update.errors);
    REQUIRE(by_update.exit_status == 0);
    CHECK(json::parse(by_update.output)["replaced"] == 1);
    CHECK_THAT(program.bytes("out.csv"), ContainsSubstring(",7,"));
    CHECK_THAT(by_update.errors, ContainsSubstring("new.csv is taken as newer than old.csv") &&
                                     ContainsSubstring("2023-11-14") && ContainsSubstring("2022-04-15"));

    acled(program, "plain.csv", 5, "");
    const ProgramResult by_order = join(program, "new.csv", "plain.csv");
    REQUIRE(by_order.exit_status == 0);
    CHECK_THAT(program.bytes("out.csv"), ContainsSubstring(",5,"));
    CHECK_THAT(by_order.errors, ContainsSubstring("plain.csv is taken as newer than new.csv") &&
                                    ContainsSubstring("it was named later"));
}

TEST_CASE("swapped coordinates: a picture proposes once what inspect proposes, and changes nothing") {
    const Harmattan program;
    std::string rows = "when,lat,lon\n";
    for (int i = 0; i < 6; ++i) rows += "2021-03-05,-10" + std::to_string(i) + ",20\n";
    program.file("all.csv", rows);
    program.file("some.csv", rows + "2021-03-06,14.5,-4.2\n2021-03-07,14.5,-4.2\n");
    const std::string proposal = "--map latitude=lon,longitude=lat";
    CHECK_THAT(program.run({"inspect", "some.csv"}).output, ContainsSubstring("seem to have changed places"));

    const ProgramResult some = program.snap({"some.csv", "-o", "a.png", "--json"});
    CHECK(some.exit_status == 0);
    CHECK(count_of(some.errors, proposal) == 1);
    CHECK(json::parse(some.output)["events_total"] == 2);
    CHECK(program.snap({"some.csv", "-o", "b.png", "--quiet"}).errors.empty());

    const ProgramResult all = program.snap({"all.csv", "-o", "c.png"});
    CHECK(all.exit_status == 1);
    CHECK(count_of(all.errors, proposal) == 1);
    CHECK_FALSE(program.has("c.png"));
}
