#include <fstream>

#include "base/error.h"
#include "io/event_reader.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;

namespace {

// Made-up rows.
const std::string header = "id;note;best\r\n";
const std::string quoted = "a;\"two\nlines, \"\"so\"\"\";3\r\n";

}  // namespace

TEST_CASE("a record is given as it stands in its file, quotes and line breaks included") {
    const test::TemporaryFolder folder;
    const auto file = folder / "made-up.csv";
    std::ofstream(file, std::ios::binary)
        << header << quoted << "b;short\r\nc;" << std::string(9000, 'x') << ";1\r\n";
    const auto at = [&](std::size_t position) { return io::fetch_record(file, position); };
    CHECK(at(header.size()) == "a;\"two\nlines, \"\"so\"\"\";3");
    // With a field too few, as a row that was rejected may be.
    CHECK(at(header.size() + quoted.size()) == "b;short");
    const std::string cut = at(header.size() + quoted.size() + 9);
    CHECK(cut.starts_with("c;xxx"));
    CHECK(cut.ends_with("x\u2026"));
    CHECK(cut.size() == 4000 + 3);
    CHECK_THROWS_AS(at(1'000'000), base::Error);
}
