// A skipped test case gives the exit status that ctest is told of (third_party/modules.cmake), and its reason.
#include <filesystem>

#include "support/catch.h"
#include "support/run_program.h"
#include "support/shared_data.h"

using namespace harmattan::test;

// Run by the next test case alone: [.] hides it.
TEST_CASE("a test whose data is not there", "[.][must-skip]") {
    shared_data("no-such-file.csv");
    FAIL("it went on");
}

TEST_CASE("a test whose data is not there is skipped, saying so") {
    const auto result = run_program({std::filesystem::read_symlink("/proc/self/exe"),
                                     {"[must-skip]"},
                                     {{"HARMATTAN_SHARED_DATA", "/nowhere"}}});
    CHECK(result.exit_status == 4);
    CHECK_THAT(result.output, ContainsSubstring("no-such-file.csv"));
}
