#include "story/nearest_word.h"

#include "support/catch.h"

using harmattan::story::nearest_word;

TEST_CASE("the nearest word is offered and nothing far away") {
    const std::vector<std::string> words{"extent", "from", "to", "title", "subtitle"};
    CHECK(nearest_word("exent", words) == "extent");
    CHECK(nearest_word("extend", words) == "extent");
    CHECK(nearest_word("titel", words) == "");  // two letters change places: two changes of five
    CHECK(nearest_word("tittle", words) == "title");
    CHECK(nearest_word("form", words) == "");
    CHECK(nearest_word("fro", words) == "from");
    CHECK(nearest_word("colour", words) == "");
    CHECK(nearest_word("", words) == "");
}
