// What a JSON text is, fed block by block.
#include "io/json_outline.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("an outline is the same whatever the blocks") {
    const std::string text = R"({"type":"Feature","geometry":{"type":"Point"}} {"type":"x"})";
    for (std::size_t block = 1; block <= text.size(); ++block) {
        io::JsonOutline outline;
        for (std::size_t at = 0; at < text.size(); at += block) outline.read(text.substr(at, block));
        INFO("blocks of " << block);
        CHECK(outline.type() == "Feature");
        CHECK(outline.has_member("geometry"));
        CHECK_FALSE(outline.has_member("coordinates"));
        CHECK(outline.has_ended());
        // Found by fuzz_json: later blocks took the first byte's place.
        CHECK(outline.first_byte_after() == '{');
    }
}
