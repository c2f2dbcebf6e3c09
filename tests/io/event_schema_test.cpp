#include "io/event_schema.h"

#include <fstream>
#include <sstream>

#include "base/error.h"
#include "io/schema_library.h"
#include "support/catch.h"
#include "support/source_tree.h"

using namespace harmattan;

namespace {

constexpr const char* least = "version = 1\nid = \"a\"\nname = \"A\"\n";

std::string sentence_of(const std::string& lines) {
    try {
        io::parse_schema(least + lines, "my.toml");
    } catch (const base::Error& error) {
        return error.what();
    }
    return "no error";
}

// The example of docs/schemas.md: what stands between its fences.
std::string example() {
    std::ifstream file(test::source_folder() / "docs/schemas.md");
    std::ostringstream text;
    text << file.rdbuf();
    const std::string page = text.str(), fence = "```toml\n";
    const auto begin = page.find(fence);
    REQUIRE(begin != std::string::npos);
    return page.substr(begin + fence.size(), page.find("```\n", begin + fence.size()) - begin - fence.size());
}

}  // namespace

TEST_CASE("the example of the page on schemas is one") {
    const io::EventSchema schema = io::parse_schema(example(), "my.toml");
    CHECK(schema.id == "my-office");
    CHECK(schema.recognised_by.at(0).size() == 5);
    CHECK(schema.names_of(io::EventField::best) == std::vector<std::string>{"killed", "dead"});
    REQUIRE(schema.where_codes.size() == 2);
    CHECK(schema.where_codes[0].radius_km == 1);
    CHECK(schema.where_codes[1].precision == 3);
    CHECK_FALSE(schema.terms.may_pass_on);
    CHECK(io::parse_schema(least, "my.toml").terms.may_pass_on);
}

TEST_CASE("numbers of a schema that are out of range are refused with their place") {
    using test::ContainsSubstring;
    CHECK_THAT(sentence_of("unsettled_days = -1\n"),
               ContainsSubstring("my.toml, line 4") && ContainsSubstring("from 0 to 3660"));
    CHECK_THAT(sentence_of("unsettled_days = 3661\n"), ContainsSubstring("from 0 to 3660"));
    CHECK(sentence_of("unsettled_days = 3660\n") == "no error");
    CHECK_THAT(sentence_of("[[where_precision]]\ncode = \"1\"\nmeans = \"exact\"\nradius_km = 5001\n"),
               ContainsSubstring("line 7") && ContainsSubstring("from 0 to 5000"));
}

// The size of the set alone decides; points of the records stand for the columns of the place.
TEST_CASE("a source is recognised without columns for the place where the records have points") {
    const std::vector<std::string> names{"id",     "type_of_violence", "conflict_name", "side_a",
                                         "side_b", "country",          "best"};
    io::TableSigns signs{names, false, false, "x", [](std::size_t, const std::string&) { return std::string(); }};
    CHECK(io::recognise({}, signs).schema == nullptr);
    signs.has_points = true;
    REQUIRE(io::recognise({}, signs).schema != nullptr);
    CHECK(io::recognise({}, signs).schema->id == "ucdp-ged");
}
