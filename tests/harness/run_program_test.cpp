#include "support/run_program.h"

#include <chrono>
#include <system_error>

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan::test;

TEST_CASE("a program's outputs, status, environment and folder") {
    const TemporaryFolder folder;
    const auto result = run_program({"sh",
                                     {"-c", "pwd; echo \"$WORD${HOME-none}\" >&2; cat; exit 3"},
                                     {{"WORD", "two words "}, {"HOME", ""}},
                                     folder.path()});
    CHECK(result.exit_status == 3);
    CHECK(result.output == std::filesystem::canonical(folder.path()).string() + "\n");
    CHECK(result.errors == "two words none\n");
    CHECK_FALSE(result.timed_out);
}

TEST_CASE("arguments reach the program as they are") {
    CHECK(run_program({"printf", {"%s|", "a b", "$HOME", "", "\"'"}}).output == "a b|$HOME||\"'|");
}

TEST_CASE("much output on both streams does not block") {
    const auto result = run_program({"sh", {"-c", "head -c 3000000 /dev/zero; head -c 2000000 /dev/zero >&2"}});
    CHECK(result.output.size() == 3000000);
    CHECK(result.errors.size() == 2000000);
}

TEST_CASE("a program that a signal ends has the shell's status") {
    CHECK(run_program({"sh", {"-c", "kill -SEGV $$"}}).exit_status == 128 + 11);
}

TEST_CASE("a program that does not end is killed, and what it started too") {
    Command command{"sh", {"-c", "sleep 100 & echo begun; wait"}};
    command.timeout_s = 0.3;
    const auto result = run_program(command);
    CHECK(result.timed_out);
    CHECK(result.exit_status == 128 + 9);
    CHECK(result.output == "begun\n");
}

TEST_CASE("a program that is not there") {
    CHECK_THROWS_AS(run_program({"/no/such/program", {}}), std::system_error);
}
