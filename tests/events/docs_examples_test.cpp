// What docs/filters.md shows must be what the program reads.
#include <sstream>

#include "events/filter.h"
#include "events/filter_fields.h"
#include "support/catch.h"
#include "support/source_tree.h"

using namespace harmattan;

TEST_CASE("the examples of the documentation can be read, and every field stands in it") {
    const std::string page = test::text_of(test::source_folder() / "docs" / "filters.md");
    const auto begin = page.find("## Examples"), end = page.find("## When it cannot be read");
    REQUIRE(begin < end);
    std::istringstream lines(page.substr(begin, end - begin));
    int examples = 0;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("    ")) continue;
        INFO(line);
        CHECK_NOTHROW(events::Filter::parse(line));
        ++examples;
    }
    CHECK(examples >= 8);
    for (const std::string& field : events::filter_field_names()) {
        INFO(field);
        CHECK(page.find("`" + field + "`") != std::string::npos);
    }
}
