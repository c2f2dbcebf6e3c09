// Bad input: a clear sentence on standard error, the right exit status, nothing half-written.
#include <sys/stat.h>
#include <unistd.h>

#include "cli/harmattan.h"
#include "support/catch.h"

using namespace harmattan::test;
using Names = std::vector<std::string>;

namespace {

constexpr const char* header = "id,date_start,latitude,longitude,best,type_of_violence\n";
constexpr const char* good_row = "a,2015-05-04,14.5,0.5,3,1\n";

// Snaps `file` and wants it refused with status 1 and these words, and nothing written.
void refuses(const Harmattan& program, const std::string& file, const Names& words) {
    const ProgramResult result = program.snap({file, "-o", "out.png"});
    INFO(result.errors);
    CHECK(result.exit_status == 1);
    CHECK(result.output.empty());
    CHECK(speaks_for(result.errors, "snap"));
    for (const std::string& word : words) CHECK_THAT(result.errors, ContainsSubstring(word));
    for (const std::string& name : program.names()) CHECK_THAT(name, !ContainsSubstring("out"));
}

void refuses_arguments(const Names& arguments, int exit_status, const Names& words) {
    const Harmattan program;
    const ProgramResult result = program.run(arguments);
    INFO(result.errors);
    CHECK(result.exit_status == exit_status);
    CHECK(result.output.empty());
    for (const std::string& word : words) CHECK_THAT(result.errors, ContainsSubstring(word));
    CHECK(program.names().empty());
}

}  // namespace

TEST_CASE("a missing file is named") {
    const Harmattan program;
    refuses(program, "missing.csv", {"missing.csv", "no such file"});
}

TEST_CASE("an empty file is named") {
    const Harmattan program;
    refuses(program, program.file("empty.csv", ""), {"empty.csv", "empty"});
}

TEST_CASE("a folder is no file") {
    const Harmattan program;
    std::filesystem::create_directory(program.path("folder"));
    refuses(program, "folder", {"folder"});
}

TEST_CASE("noise is refused") {
    const Harmattan program;
    std::string noise;
    unsigned state = 12345;
    for (int i = 0; i < 5000; ++i) noise += static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    refuses(program, program.file("noise.csv", noise), {"noise.csv"});
}

TEST_CASE("events without coordinates or date are refused with the column that is missing") {
    const Harmattan program;
    refuses(program, program.file("place.csv", "id,date_start,best\na,2015-05-04,3\n"), {"place.csv", "latitude"});
    refuses(program, program.file("date.csv", "id,latitude,longitude,best\na,14.5,0.5,3\n"), {"date.csv", "date"});
}

TEST_CASE("an unclosed quote is named with its line") {
    const Harmattan program;
    const std::string text =
        std::string(header) + good_row + "b,2015-05-04,14.5,0.5,3,\"1\nc,2015-05-04,14.5,0.5,3,1\n";
    refuses(program, program.file("quote.csv", text), {"quote.csv", "line 3"});
}

TEST_CASE("an address is no file") {
    const Harmattan program;
    refuses(program, "https://example.org/events.csv", {"https://example.org/events.csv"});
    refuses(program, "/vsicurl/https://example.org/events.csv", {"/vsicurl"});
}

TEST_CASE("a bad story is refused with its place") {
    const Harmattan program;
    refuses(program, program.file("my.toml", "version = 1\nextend = [1, 2, 3, 4]\n"),
            {"my.toml, line 2, column", "did you mean \"extent\"?"});
}

TEST_CASE("impossible rows are left out one by one and counted") {
    const Harmattan program;
    const std::string file =
        program.file("rows.csv", std::string(header) + good_row + "b,2015-02-30,14.5,0.5,3,1\n" +
                                     "c,2015-05-04,95,0.5,3,1\n" + "d,2015-05-05,14.6,0.6,0,2\n");
    const ProgramResult result = program.snap({file, "-o", "out.png"});
    CHECK(result.exit_status == 0);
    CHECK(speaks_for(result.errors, "snap"));
    CHECK_THAT(result.errors, ContainsSubstring("2 of 4 rows") && ContainsSubstring("(2 kept)"));
    CHECK_THAT(result.errors, ContainsSubstring("line 3") && ContainsSubstring("2015-02-30"));
    CHECK_THAT(result.errors, ContainsSubstring("line 4") && ContainsSubstring("95"));
    CHECK(program.has("out.png"));

    const ProgramResult quiet = program.snap({file, "-o", "quiet.png", "--quiet"});
    CHECK(quiet.exit_status == 0);
    CHECK(quiet.output.empty());
    CHECK(quiet.errors.empty());

    const ProgramResult strict = program.snap({file, "-o", "strict.png", "--strict"});
    CHECK(strict.exit_status == 3);
    CHECK_THAT(strict.errors, ContainsSubstring("line 3") && ContainsSubstring("nothing is written"));
    CHECK_FALSE(program.has("strict.png"));
}

TEST_CASE("more than five rejected rows are summed up") {
    const Harmattan program;
    std::string text = std::string(header) + good_row;
    for (int i = 0; i < 7; ++i) text += "x,2015-02-30,14.5,0.5,3,1\n";
    const ProgramResult result = program.snap({program.file("rows.csv", text), "-o", "out.png"});
    CHECK_THAT(result.errors, ContainsSubstring("7 of 8 rows") && ContainsSubstring("line 7") &&
                                  !ContainsSubstring("line 8") && ContainsSubstring("harmattan inspect rows.csv"));
}

TEST_CASE("an unknown option is named and the near one offered") {
    refuses_arguments({"snap", "--exent", "1,2,3,4", "-o", "out.png"}, 2, {"--exent", "did you mean --extent?"});
    refuses_arguments({"snap", "--ink", "red", "-o", "out.png"}, 2, {"unknown option --ink"});
    refuses_arguments({"record", "--frame", "3", "-o", "out.mp4"}, 2, {"did you mean --frames?"});
    refuses_arguments({"snpa", "-o", "out.png"}, 2, {"snpa", "did you mean snap?"});
    refuses_arguments({"doctor", "file.csv"}, 2, {"file.csv"});
}

TEST_CASE("impossible values of options are refused with the option and the value") {
    const auto refuses_option = [](const std::string& option, const std::string& value, const std::string& word) {
        refuses_arguments({"snap", "-o", "out.png", option, value}, 2, {"harmattan snap: " + option, word});
    };
    refuses_option("--at", "2017-02-30", "2017-02-30 is not a date of the calendar");
    refuses_option("--at", "yesterday", "yesterday");
    refuses_option("--at", "2017-02-28T25:00", "2017-02-28T25:00");
    refuses_option("--from", "2017-13-01", "2017-13-01");
    refuses_option("--to", "1.5.2017", "1.5.2017");
    refuses_option("--window", "90", "90d");
    refuses_option("--window", "0d", "0d");
    refuses_option("--extent", "-18,3,16", "-18,3,16");
    refuses_option("--extent", "-18,26,16,3", "-18,26,16,3");
    refuses_option("--projection", "EPSG:1", "EPSG:1");
    refuses_option("--size", "1920", "1920x1080");
    refuses_option("--size", "1920x0", "64");
    refuses_option("--theme", "dusk", "dusk");
    refuses_option("--colour", "side", "side");
    refuses_option("--display", "heat", "hexagons");
    refuses_option("--value", "wounded", "deaths-per-100k");
    refuses_option("--classes", "equal", "quantile");
    refuses_option("--bandwidth", "50km", "1000");
    refuses_option("--hexagon", "0.5", "1000");
    refuses_option("--lang", "de", "de");
    refuses_option("--layers", "a,,b", "a,,b");
    refuses_option("--renderer", "fast", "fast");
    refuses_option("--frame", "-1", "-1");
}

TEST_CASE("options that contradict each other are named") {
    refuses_arguments({"snap", "-o", "out.png", "--at", "2017-03-02", "--frame", "3"}, 2, {"--at and --frame"});
    refuses_arguments({"snap", "-o", "out.png", "--from", "2018-01-01", "--to", "2017-01-01"}, 2,
                      {"--from 2018-01-01", "--to 2017-01-01"});
    refuses_arguments({"snap", "-o", "out.png", "--at", "2019-01-01", "--to", "2017-01-01"}, 2,
                      {"--at 2019-01-01"});
    refuses_arguments({"snap", "-o", "out.png", "--at", "2016-01-01", "--from", "2017-01-01"}, 2,
                      {"--from 2017-01-01"});
    refuses_arguments({"snap", "-o", "out.png", "--fps", "25"}, 2, {"--fps", "--frame"});
    refuses_arguments({"record", "-o", "out.mp4", "--seconds", "5", "--step", "7d"}, 2, {"--seconds and --step"});
    refuses_arguments({"record", "-o", "out.mp4", "--seconds", "0"}, 2, {"--seconds"});
    refuses_arguments({"record", "-o", "out.mp4", "--fps", "500"}, 2, {"--fps"});
    refuses_arguments({"record", "-o", "out.mp4", "--step", "1w"}, 2, {"--step"});
    refuses_arguments({"record", "-o", "out.mp4", "--frames", "9:3"}, 2, {"--frames", "9:3"});
    refuses_arguments({"record", "-o", "out.mp4", "--frames", "0:601"}, 2, {"600 frames"});
    refuses_arguments({"record", "-o", "out.mp4", "--size", "321x180"}, 2, {"321x180", "322x180"});
    refuses_arguments({"snap", "-o", "out.png", "--at", "2031-01-01"}, 1, {"2031-01-01", "2023-12-31"});
    refuses_arguments({"snap", "-o", "out.png", "--layers", "contries"}, 2, {"did you mean countries?"});
}

TEST_CASE("outputs that cannot be written are refused before work is done") {
    refuses_arguments({"snap"}, 2, {"-o"});
    refuses_arguments({"snap", "-o", "out.jpg"}, 2, {"out.jpg", ".png"});
    refuses_arguments({"record", "-o", "out.png"}, 2, {"out.png", ".mp4"});
    refuses_arguments({"snap", "-o", "no/such/out.png"}, 1, {"no/such/out.png", "no/such"});
    refuses_arguments({"record", "-o", "no/such/out.mp4"}, 1, {"no/such"});
    refuses_arguments({"record", "-o", "no/such/frames/"}, 1, {"no/such"});
}

TEST_CASE("what stands there is replaced only with --force") {
    const Harmattan program;
    program.file("out.png", "mine");
    const ProgramResult result = program.snap({"-o", "out.png"});
    CHECK(result.exit_status == 1);
    CHECK_THAT(result.errors, ContainsSubstring("out.png") && ContainsSubstring("--force"));
    CHECK(program.bytes("out.png") == "mine");
    CHECK(program.snap({"-o", "out.png", "--force"}).exit_status == 0);
    CHECK(program.bytes("out.png").starts_with("\x89PNG"));
}

TEST_CASE("a file that is read is never written over") {
    const Harmattan program;
    const std::string text = std::string(header) + good_row;
    program.file("events.png", text);
    const ProgramResult result = program.snap({"events.png", "-o", "events.png", "--force"});
    CHECK(result.exit_status == 1);
    CHECK(program.bytes("events.png") == text);
}

TEST_CASE("a folder that may not be written in is named") {
    if (::geteuid() == 0) HARMATTAN_SKIP("root may write everywhere");
    const Harmattan program;
    std::filesystem::create_directory(program.path("locked"));
    REQUIRE(::chmod(program.path("locked").c_str(), 0555) == 0);
    const ProgramResult result = program.snap({"-o", "locked/out.png"});
    CHECK(result.exit_status == 1);
    CHECK_THAT(result.errors, ContainsSubstring("locked"));
    CHECK(::chmod(program.path("locked").c_str(), 0755) == 0);
}

TEST_CASE("errors are said in French when asked") {
    const Harmattan program;
    const ProgramResult option = program.run({"snap", "--lang", "fr", "--exent", "1", "-o", "out.png"});
    CHECK(option.exit_status == 2);
    CHECK_THAT(option.errors, ContainsSubstring("option inconnue --exent"));
    const ProgramResult value = program.run({"snap", "--theme", "dusk", "-o", "out.png", "--lang=fr"});
    CHECK_THAT(value.errors, ContainsSubstring("thème inconnu"));
    const ProgramResult file = program.run({"snap", "missing.csv", "--lang", "fr", "-o", "out.png"});
    CHECK(file.exit_status == 1);
    CHECK_THAT(file.errors, ContainsSubstring("missing.csv") && !ContainsSubstring("there is no such file"));
}
