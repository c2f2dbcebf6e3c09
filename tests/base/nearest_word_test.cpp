#include "base/nearest_word.h"

#include "support/catch.h"

using harmattan::base::nearest_word;

TEST_CASE("the nearest word is offered and nothing far away") {
    const std::vector<std::string> words{"extent", "from", "to", "title", "subtitle"};
    CHECK(nearest_word("exent", words) == "extent");
    CHECK(nearest_word("extend", words) == "extent");
    CHECK(nearest_word("titel", words) == "title");
    CHECK(nearest_word("form", words) == "from");
    CHECK(nearest_word("fro", words) == "from");
    CHECK(nearest_word("frmo", words) == "from");
    CHECK(nearest_word("colour", words).empty());
    CHECK(nearest_word("moan", words).empty());
    CHECK(nearest_word("o", words).empty());
    CHECK(nearest_word("", words).empty());
}
