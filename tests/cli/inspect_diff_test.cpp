#include <nlohmann/json.hpp>

#include "cli/harmattan.h"
#include "support/catch.h"

using namespace harmattan::test;
using nlohmann::json;

namespace {

// Made-up rows with columns of UCDP GED.
constexpr const char* header =
    "id,year,type_of_violence,conflict_name,side_a,side_b,where_coordinates,adm_1,latitude,longitude,country,"
    "date_start,date_end,best,low,high\n";

std::string row(const std::string& id, const std::string& day, const std::string& country, int best,
                const std::string& place = "Tessit") {
    return id + "," + day.substr(0, 4) + ",1,Conflict,Side one,Side two," + place + ",Gao,15.2,0.4," + country +
           "," + day + "," + day + "," + std::to_string(best) + ",1,99\n";
}

struct Releases {
    Harmattan program;
    std::string before =
        program.file("ged241.csv", header + row("1", "2017-03-02", "Mali", 3) + row("2", "2017-03-09", "Mali", 5) +
                                       row("3", "2018-01-01", "Niger", 1));
    std::string after =
        program.file("ged251.csv", header + row("1", "2017-03-02", "Mali", 4) + row("2", "2017-03-09", "Mali", 5) +
                                       row("4", "2019-07-07", "Niger", 8, "Place \x1b[31m"));
};

}  // namespace

TEST_CASE("two releases are compared in words") {
    const Releases releases;
    const ProgramResult result = releases.program.run({"inspect", releases.before, releases.after, "--diff"});
    CHECK(result.exit_status == 0);
    CHECK(result.errors.empty());
    CHECK_THAT(result.output, ContainsSubstring("3 read = 3 kept + 0 rejected"));
    CHECK_THAT(result.output, ContainsSubstring("1  added") && ContainsSubstring("1  removed") &&
                                  ContainsSubstring("1  changed") && ContainsSubstring("1  the same"));
    CHECK_THAT(result.output, ContainsSubstring("best estimate  9 -> 17 (+8)"));
    CHECK_THAT(result.output, ContainsSubstring("Niger 2019: events 0 -> 1 (+1); best estimate 0 -> 8 (+8)"));
    CHECK_THAT(result.output, ContainsSubstring("Mali 2017-03: 0 added, 0 removed, 1 changed"));
    CHECK_THAT(result.output, ContainsSubstring("1: 2017-03-02, Mali, Tessit; best: 3 -> 4"));
    CHECK_THAT(result.output, ContainsSubstring("4: 2019-07-07, Niger, Place \\x1b[31m"));
    CHECK(result.output.find('\x1b') == std::string::npos);
    const auto french =
        releases.program.run({"inspect", "--diff", "--lang", "fr", releases.before, releases.after});
    CHECK_THAT(french.output,
               ContainsSubstring("1  retirés") && ContainsSubstring("meilleure estimation  9 -> 17"));
}

TEST_CASE("two releases are compared for programs") {
    const Releases releases;
    const auto result = releases.program.run({"inspect", releases.before, releases.after, "--diff", "--json"});
    const json diff = json::parse(result.output);
    CHECK(diff["counts"] == json({{"added", 1}, {"removed", 1}, {"changed", 1}, {"same", 1}}));
    CHECK(diff["changed"][0]["fields"] == json({{"best", {{"before", "3"}, {"after", "4"}}}}));
    CHECK(diff["changed_by_field"]["best"] == 1);
    CHECK(diff["added"][0]["id"] == "4");
    CHECK(diff["removed"][0]["date_start"] == "2018-01-01");
    CHECK(diff["totals"]["before"]["best"] == 9);
    CHECK(diff["totals"]["after"]["best"] == 17);
    CHECK(diff["before"]["version"] == "24.1");
    CHECK(diff["is_backwards"] == false);
    const auto turned = releases.program.run({"inspect", releases.after, releases.before, "--diff", "--json"});
    CHECK(json::parse(turned.output)["is_backwards"] == true);
    CHECK_THAT(releases.program.run({"inspect", releases.after, releases.before, "--diff"}).output,
               ContainsSubstring("the file given first says that it is the newer (25.1 and 24.1)"));
}

TEST_CASE("a column that only one release has is named and not compared") {
    const Releases releases;
    const std::string bare = releases.program.file(
        "bare.csv",
        "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,"
        "low_death,best_death,high_death\n1,2017,3,2,Mali,1,Conflict,Side one,Side two,15.2,0.4,1,4,99\n");
    const auto result = releases.program.run({"inspect", bare, releases.after, "--diff", "--json"});
    INFO(result.errors);
    const json diff = json::parse(result.output);
    CHECK(diff["not_compared"] == json({"date_end", "place", "region"}));
    CHECK(diff["counts"]["same"] == 1);
}

TEST_CASE("a long list is cut and says so, and --all lists it") {
    const Harmattan program;
    std::string many = header;
    for (int id = 10; id < 40; ++id) many += row(std::to_string(id), "2017-03-02", "Mali", 1);
    const auto before = program.file("ged241.csv", header + row("1", "2017-03-02", "Mali", 3));
    const auto after = program.file("ged251.csv", many);
    CHECK_THAT(program.run({"inspect", before, after, "--diff"}).output,
               ContainsSubstring("and 10 more; --all lists them") && !ContainsSubstring("39: 2017"));
    CHECK_THAT(program.run({"inspect", before, after, "--diff", "--all"}).output, ContainsSubstring("39: 2017"));
}

TEST_CASE("what cannot be compared is refused") {
    const Releases releases;
    const auto one = releases.program.run({"inspect", releases.before, "--diff"});
    CHECK(one.exit_status == 2);
    CHECK_THAT(one.errors, ContainsSubstring("give exactly two"));
    // Made-up rows with columns of ACLED.
    const auto other = releases.program.file(
        "acled.csv",
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_"
        "1,"
        "inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,"
        "admin3,"
        "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n"
        "MLI1,02 March 2017,2017,1,Political violence,Battles,Armed clash,Side one,,1,Side two,,2,12,,466,Western "
        "Africa,Mali,Gao,Ansongo,,Tessit,15.2,0.4,1,Source,National,Made up.,3,,1600000000\n");
    const auto mixed = releases.program.run({"inspect", releases.before, other, "--diff"});
    CHECK(mixed.exit_status == 1);
    CHECK_THAT(mixed.errors, ContainsSubstring("they are of different sources"));
    const auto lines = releases.program.file("lines.geojson", R"({"type":"FeatureCollection","features":[{"type":)"
                                                              R"("Feature","properties":{},"geometry":{"type":)"
                                                              R"("LineString","coordinates":[[0,10],[1,12]]}}]})");
    const auto shapes = releases.program.run({"inspect", releases.before, lines, "--diff"});
    CHECK(shapes.exit_status == 1);
    CHECK_THAT(shapes.errors, ContainsSubstring("holds no events"));
}
