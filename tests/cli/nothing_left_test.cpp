// What is said where a choice leaves no event: why, and whether something was written.
#include "cli/harmattan.h"
#include "support/catch.h"

using namespace harmattan::test;

namespace {

// Made-up rows: two in Mali, one of Niger that cannot be used, and a coordinate that cannot be either.
std::string rows(const Harmattan& program) {
    return program.file("rows.csv",
                        "id,date_start,latitude,longitude,best,country\na,2015-05-04,14.5,-4.5,3,Mali\n"
                        "b,2016-05-04,15.5,-3.5,3,Mali\nc,2015-02-30,14.5,0.5,3,Niger\n"
                        "d,2015-05-04,95,0.5,3,Niger\n");
}

}  // namespace

TEST_CASE("convert that would write no event counts the reasons, and says that nothing was written") {
    const Harmattan program;
    rows(program);
    const ProgramResult none = program.run(
        {"convert", "rows.csv", "-o", "a.csv", "--to", "2015-12-31", "--where", "country = 'Chad'", "--quiet"});
    CHECK(none.exit_status == 1);
    CHECK_THAT(none.errors, ContainsSubstring("a.csv is not written") &&
                                ContainsSubstring("4 read = 2 kept + 2 rejected") &&
                                ContainsSubstring("outside the days asked for: 1") &&
                                ContainsSubstring("by the filter country = 'Chad': 1"));
    CHECK_FALSE(program.has("a.csv"));

    program.file("b.csv", "older");
    const ProgramResult older =
        program.run({"convert", "rows.csv", "-o", "b.csv", "--force", "--where", "best > 100"});
    CHECK(older.exit_status == 1);
    CHECK_THAT(older.errors, ContainsSubstring("b.csv stays as it was, and nothing is written"));
    CHECK(program.bytes("b.csv") == "older");

    program.file("bad.csv",
                 "id,date_start,latitude,longitude,best\na,2015-02-30,14.5,0.5,3\n"
                 "b,2015-05-04,95,0.5,3\nc,2015-05-04,95,0.5,3\n");
    const ProgramResult rejected = program.run({"convert", "bad.csv", "-o", "c.csv"});
    CHECK(rejected.exit_status == 1);
    CHECK_THAT(rejected.errors,
               ContainsSubstring("c.csv is not written") &&
                   ContainsSubstring("none of its 3 rows can be used, by reason: 2 \u00d7 latitude") &&
                   ContainsSubstring("1 \u00d7 "));
    CHECK_FALSE(program.has("c.csv"));
}

TEST_CASE("an extent whose numbers are in another order is doubted, and nothing is changed") {
    const Harmattan program;
    rows(program);
    const ProgramResult snap = program.snap({"rows.csv", "--extent", "10,-10,20,5", "-o", "a.png"});
    CHECK(snap.exit_status == 0);
    CHECK_THAT(snap.errors, ContainsSubstring("no event lies in the extent 10,-10,20,5") &&
                                ContainsSubstring("and in -10,10,5,20 lie 2"));
    const ProgramResult table = program.run({"convert", "rows.csv", "--extent", "10,-10,20,5", "-o", "a.csv"});
    CHECK(table.exit_status == 1);
    CHECK_THAT(table.errors,
               ContainsSubstring("outside the extent: 2") && ContainsSubstring("and in -10,10,5,20 lie 2"));
    // Right, across the antimeridian, and with nothing in either.
    for (const char* const extent : {"-10,10,5,20", "170,-20,-170,20", "40,50,60,70"})
        CHECK_THAT(program.snap({"rows.csv", "--extent", extent, "-o", "b.png", "--force"}).errors,
                   !ContainsSubstring("no event lies in the extent"));

    const ProgramResult upside_down = program.snap({"rows.csv", "--extent", "-10,20,5,10", "-o", "c.png"});
    CHECK(upside_down.exit_status == 2);
    CHECK_THAT(upside_down.errors,
               ContainsSubstring("--extent: ") && ContainsSubstring("west, south, east, north"));
}
