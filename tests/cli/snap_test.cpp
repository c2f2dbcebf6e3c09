#include "cli/harmattan.h"
#include "scene/theme.h"
#include "support/catch.h"
#include "support/png_file.h"

using namespace harmattan;
using namespace harmattan::test;

namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("snap draws the embedded story and says what it wrote") {
    const Harmattan program;
    const ProgramResult result = program.snap({"-o", "out.png"});
    INFO(result.errors);
    CHECK(result.exit_status == 0);
    CHECK(result.errors.empty());
    CHECK(count_of(result.output, "\n") == 1);
    CHECK_THAT(result.output, ContainsSubstring("out.png: 320x180") && ContainsSubstring("events shown"));
    CHECK(program.names() == std::vector<std::string>{"out.png"});
    const auto image = read_png(program.path("out.png"));
    CHECK(image.size == harmattan::base::PixelSize{320, 180});
}

TEST_CASE("two snaps give identical bytes") {
    const Harmattan program;
    for (const char* name : {"a.png", "b.png"})
        REQUIRE(program.snap({"-o", name, "--at", "2017-03-02"}).exit_status == 0);
    CHECK(program.bytes("a.png") == program.bytes("b.png"));
    REQUIRE(program.snap({"-o", "c.png", "--at", "2019-03-02"}).exit_status == 0);
    CHECK(program.bytes("a.png") != program.bytes("c.png"));
}

TEST_CASE("the locale changes nothing") {
    const Harmattan program;
    // A locale with a decimal comma, made here so that the machine need not have one.
    Command localedef{"sh", {"-c", "localedef -i de_DE -f UTF-8 ./de_DE.UTF-8"}};
    localedef.working_folder = program.path(".");
    if (run_program(localedef).exit_status != 0) HARMATTAN_SKIP("Debian's package locales is not installed");
    const Environment german{{"LOCPATH", program.path(".").string()}, {"LC_ALL", "de_DE.UTF-8"}};
    REQUIRE(run_program({"sh", {"-c", "test \"$(locale decimal_point)\" = ,"}, german}).exit_status == 0);
    REQUIRE(program.snap({"-o", "a.png", "--extent", "-17.5,3.5,15.5,25.5"}).exit_status == 0);
    REQUIRE(program.snap({"-o", "b.png", "--extent", "-17.5,3.5,15.5,25.5"}, german).exit_status == 0);
    CHECK(program.bytes("a.png") == program.bytes("b.png"));
}

TEST_CASE("snap gives its result to programs as JSON") {
    const Harmattan program;
    const ProgramResult result =
        program.snap({"-o", "out.png", "--json", "--from", "2013-01-01", "--to", "2013-12-31"});
    CHECK(result.exit_status == 0);
    CHECK_THAT(result.output,
               ContainsSubstring("{\"path\":\"out.png\",\"width\":320,\"height\":180,\"events_shown\":") &&
                   ContainsSubstring("\"first_day\":\"2013-01-01\",\"last_day\":\"2013-12-31\"}"));
}

TEST_CASE("a day shows its window and no day shows everything") {
    const Harmattan program;
    const std::string file =
        program.file("own.csv",
                     "id,date_start,latitude,longitude,best,type_of_violence\na,2015-05-01,14,0,3,1\n"
                     "b,2015-05-30,15,1,3,1\nc,2015-05-31,15,1,3,1\nd,2015-08-01,16,2,3,1\n");
    const auto shown = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {file, "-o", "out.png", "--force", "--json"});
        return program.snap(arguments).output;
    };
    CHECK_THAT(shown({}), ContainsSubstring("\"events_shown\":4"));
    CHECK_THAT(shown({"--at", "2015-05-30", "--window", "30d"}), ContainsSubstring("\"events_shown\":2"));
    CHECK_THAT(shown({"--at", "2015-05-31", "--window", "30d"}), ContainsSubstring("\"events_shown\":2"));
    CHECK_THAT(shown({"--at", "2015-05-31", "--window", "31d"}), ContainsSubstring("\"events_shown\":3"));
    CHECK_THAT(shown({"--from", "2015-05-02", "--to", "2015-05-30"}), ContainsSubstring("\"events_shown\":1"));
}

TEST_CASE("two files of events are counted side by side") {
    const Harmattan program;
    const std::string header = "id,date_start,latitude,longitude,best,type_of_violence\n";
    const std::string first = program.file("first.csv", header + "a,2015-05-01,14,0,3,1\nb,2015-05-30,15,1,3,1\n");
    const std::string second =
        program.file("second.csv", header + "c,2015-05-31,15,1,4,1\nd,2015-08-01,16,2,,1\nx,2015-02-30,1,1,1,1\n");
    const ProgramResult result = program.snap({first, second, "-o", "out.png", "--json"});
    CHECK(result.exit_status == 0);
    // The keys outside the list are the first file's; in the list each file has its own.
    CHECK_THAT(result.output,
               ContainsSubstring("\"events_shown\":2,\"events_outside_frame\":0,\"events_total\":2,"
                                 "\"rows_rejected\":0,\"sources\":[{\"id\":\"events\"") &&
                   ContainsSubstring("{\"id\":\"events-2\",\"name\":\"second.csv\",\"visible\":true,"
                                     "\"events_shown\":2,\"events_outside_frame\":0,\"events_total\":2,"
                                     "\"deaths_best\":4,\"deaths_low\":0,\"deaths_high\":0,"
                                     "\"events_without_deaths\":1,\"rows_rejected\":1") &&
                   ContainsSubstring("\"coverage\":[\"2015-05-31\",\"2015-08-01\"]"));
    CHECK(program.snap({first, second, "-o", "strict.png", "--strict"}).exit_status == 3);
    const ProgramResult words = program.snap({first, second, "-o", "two.png"});
    CHECK_THAT(words.output, ContainsSubstring("events shown: 2 of 2 of first.csv; 2 of 2 of second.csv"));
    const ProgramResult one = program.snap({first, second, "-o", "one.png", "--layers", "events-2,countries"});
    CHECK_THAT(one.output, ContainsSubstring("2 of 2 events shown"));
    // A film of both, and one frame of it alone.
    REQUIRE(program.record({first, second, "-o", "frames/", "--step", "1m"}).exit_status == 0);
    REQUIRE(program.snap({first, second, "-o", "frame.png", "--frame", "2", "--step", "1m"}).exit_status == 0);
    CHECK(program.bytes("frame.png") == program.bytes("frames/frame-000002.png"));
}

TEST_CASE("every verb explains itself") {
    const Harmattan program;
    for (const std::string verb : {"", "snap", "record", "inspect", "doctor"}) {
        std::vector<std::string> arguments{"--help"};
        if (!verb.empty()) arguments.insert(arguments.begin(), verb);
        const ProgramResult result = program.run(arguments);
        INFO(verb);
        CHECK(result.exit_status == 0);
        CHECK(result.errors.empty());
        CHECK_THAT(result.output, ContainsSubstring("harmattan " + verb) && ContainsSubstring("--lang"));
        CHECK_THAT(result.output, !ContainsSubstring("help."));  // no sentence is missing
        arguments.insert(arguments.end(), {"--lang", "fr"});
        const ProgramResult french = program.run(arguments);
        CHECK_THAT(french.output, !ContainsSubstring("help.") && ContainsSubstring("Montre cette aide"));
    }
    const ProgramResult snap = program.run({"snap", "--help"});
    for (const char* option :
         {"--at",     "--from",    "--to",       "--window",  "--extent",    "--projection", "--size",  "--theme",
          "--colour", "--display", "--value",    "--classes", "--bandwidth", "--hexagon",    "--areas", "--people",
          "--title",  "--layers",  "--renderer", "--json",    "--quiet",     "--strict",     "--force", "--frame"})
        CHECK_THAT(snap.output, ContainsSubstring(option));
}

namespace {

// How many pixels have very nearly the colour.
int pixels_like(const base::Image& image, base::Colour colour) {
    int found = 0;
    for (std::size_t at = 0; at + 3 < image.rgba.size(); at += 4) {
        const int off = std::abs(image.rgba[at] - colour.r) + std::abs(image.rgba[at + 1] - colour.g) +
                        std::abs(image.rgba[at + 2] - colour.b);
        found += off <= 12 ? 1 : 0;
    }
    return found;
}

}  // namespace

// JAS owed allegiance to Islamic State from 7 March 2015 (ACLED's methodology of 2021).
TEST_CASE("events coloured by actor follow its affiliation at the playhead") {
    const Harmattan program;
    const auto events = program.file(
        "events.csv",
        "id,type_of_violence,date_start,date_end,latitude,longitude,where_prec,best,country,side_a,side_b\n"
        "1,1,2014-02-01,2014-02-01,11.8,13.1,1,400,Nigeria,Government of Nigeria,JAS\n");
    const auto& fill = scene::theme(scene::ThemeName::paper).family_fill;
    const auto umber = fill[static_cast<std::size_t>(events::FamilyHue::umber)];
    const auto olive = fill[static_cast<std::size_t>(events::FamilyHue::olive)];
    // A legend's entry is a small disc; the event's is 64 design pixels wide.
    const auto more_of = [&](const char* at) {
        const auto name = std::string(at) + ".png";
        const ProgramResult result =
            program.run({"snap", events, "--renderer", "software", "--to", "2017-12-31", "--at", at, "--window",
                         "all", "--colour", "actor", "--extent", "10,9,16,14", "-o", program.path(name).string(),
                         "--size", "960x540"});
        INFO(result.errors);
        REQUIRE(result.exit_status == 0);
        const auto image = read_png(program.path(name));
        return pixels_like(image, umber) - pixels_like(image, olive);
    };
    CHECK(more_of("2015-03-06") > 100);
    CHECK(more_of("2015-03-07") < -100);
    CHECK(more_of("2017-06-01") > 100);
}

TEST_CASE("the version is one line") {
    const Harmattan program;
    const ProgramResult result = program.run({"--version"});
    CHECK(result.exit_status == 0);
    CHECK_THAT(result.output, ContainsSubstring("harmattan 0."));
    CHECK(count_of(result.output, "\n") == 1);
}
