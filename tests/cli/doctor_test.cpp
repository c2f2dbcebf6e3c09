#include <nlohmann/json.hpp>

#include "cli/harmattan.h"
#include "support/catch.h"

using namespace harmattan::test;

TEST_CASE("doctor tells what the machine has") {
    const Harmattan program;
    const ProgramResult result = program.run({"doctor"});
    CHECK(result.exit_status == 0);  // the tests' own pictures are drawn here, so it can draw
    for (const char* word : {"GDAL", "PROJ", "FreeType", "HarfBuzz", "libavcodec", "GLFW", "NotoSans-Regular.ttf",
                             "data/sahel/events.csv", "software: ", "can draw"})
        CHECK_THAT(result.output, ContainsSubstring(word));
    CHECK_THAT(result.output, !ContainsSubstring("doctor."));  // no sentence is missing
}

TEST_CASE("doctor gives programs the same and needs no display") {
    const Harmattan program;
    const ProgramResult result = program.run({"doctor", "--json"}, {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}});
    CHECK(result.exit_status == 0);
    const auto report = nlohmann::json::parse(result.output);
    CHECK(report["can_draw"] == true);
    CHECK(report["films"] == true);
    CHECK(report["display"] == "");
    CHECK(report["contexts"].size() == 2);
    CHECK(report["data"]["data/sahel/events.csv"] > 1000);
}
