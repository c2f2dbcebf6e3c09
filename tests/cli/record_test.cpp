#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "cli/harmattan.h"
#include "record/film_file.h"
#include "support/catch.h"
#include "support/png_file.h"

using namespace harmattan::test;

namespace {

// A short film of which frame 137 is one: 150 frames.
const std::vector<std::string> film{"--seconds", "5", "--fps", "30"};

std::vector<std::string> of_film(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), film.begin(), film.end());
    return arguments;
}

}  // namespace

TEST_CASE("frame 137 is the same alone and in sequence and in the film") {
    const Harmattan program;
    REQUIRE(program.snap(of_film({"--frame", "137", "-o", "alone.png"})).exit_status == 0);
    REQUIRE(program.record(of_film({"-o", "all/"})).exit_status == 0);
    REQUIRE(program.record(of_film({"-o", "part/", "--frames", "100:140"})).exit_status == 0);
    REQUIRE(program.snap(of_film({"--frame", "136", "-o", "before.png"})).exit_status == 0);
    const std::string alone = program.bytes("alone.png");
    CHECK(alone == program.bytes("all/frame-000137.png"));
    CHECK(alone == program.bytes("part/frame-000137.png"));
    CHECK(alone != program.bytes("before.png"));
    CHECK(program.has("all/frame-000149.png"));
    CHECK_FALSE(program.has("all/frame-000150.png"));
    CHECK(program.has("part/frame-000100.png"));
    CHECK_FALSE(program.has("part/frame-000099.png"));
    CHECK_FALSE(program.has("part/frame-000140.png"));
}

TEST_CASE("a film's frame 137 is at least 40 dB near its picture") {
    const Harmattan program;
    const std::vector<std::string> large{"--size", "1280x720", "--renderer", "software", "--seconds", "5"};
    const auto with = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), large.begin(), large.end());
        return program.run(arguments).exit_status;
    };
    REQUIRE(with({"record", "-o", "film.mp4", "--frames", "117:145"}) == 0);
    REQUIRE(with({"snap", "-o", "picture.png", "--frame", "137"}) == 0);
    const auto decoded = frame_of_film(program.path("film.mp4"), {1280, 720}, 20);
    CHECK(psnr_db(decoded, read_png(program.path("picture.png"))) >= 40);
}

TEST_CASE("record says what it wrote and leaves nothing else") {
    const Harmattan program;
    const ProgramResult result = program.record({"-o", "film.mp4", "--step", "1y", "--fps", "2"});
    INFO(result.errors);
    CHECK(result.exit_status == 0);
    CHECK(result.errors.empty());  // no progress where nobody looks
    // The ends of 1 January 2012 to 2023, and of 31 December 2023.
    CHECK_THAT(result.output, ContainsSubstring("film.mp4: 320x180, 13 frames, 2 a second, 6.5 s"));
    CHECK(program.names() == std::vector<std::string>{"film.mp4"});
    CHECK(facts_of_film(program.path("film.mp4"))["nb_read_frames"] == "13");
    CHECK(facts_of_film(program.path("film.mp4"))["TAG:title"] == "Conflict events in the Sahel");
}

TEST_CASE("a recording stopped by a signal says so and leaves nothing") {
    const Harmattan program;
    const std::string command =
        "exec \"$0\" record --renderer software --size 640x360 --seconds 3600 -o film.mp4 & "
        "child=$!; while [ -z \"$(ls -A)\" ]; do sleep 0.05; done; sleep 0.2; "
        "kill -TERM $child; wait $child; echo status $?";
    Command shell{"sh", {"-c", command, HARMATTAN_PROGRAM}};
    shell.working_folder = program.path(".");
    const ProgramResult result = run_program(shell);
    CHECK_THAT(result.output, ContainsSubstring("status 1"));
    CHECK_THAT(result.errors, ContainsSubstring("harmattan record: stopped after frame"));
    CHECK(program.names().empty());
}

TEST_CASE("a frame outside the film is refused") {
    const Harmattan program;
    const ProgramResult result = program.snap(of_film({"--frame", "150", "-o", "out.png"}));
    CHECK(result.exit_status == 2);
    CHECK_THAT(result.errors, ContainsSubstring("150") && ContainsSubstring("0 to 149"));
    CHECK(program.names().empty());
}
