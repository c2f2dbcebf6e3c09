#include "io/utf16_source.h"

#include "base/error.h"
#include "io/packed_files.h"
#include "io/text_source.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using namespace std::string_literals;

namespace {

// All code lengths of UTF-8, and the characters at their borders.
const std::string text =
    "id;name\n1;Sévaré \u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff\n2;مالي\n";

std::string all_of(io::ByteSource& source, std::size_t block) {
    std::string all, bytes(block, '\0');
    for (std::size_t got; (got = source.read(bytes.data(), block)) > 0;) all.append(bytes, 0, got);
    return all;
}

std::string decoded(const std::string& utf16_le) {
    io::Utf16Source source(std::make_unique<io::MemorySource>(utf16_le, "memory"), {});
    return all_of(source, 100);
}

}  // namespace

TEST_CASE("UTF-16 becomes UTF-8, with and without a byte order mark, in either order") {
    const test::TemporaryFolder folder;
    const std::string long_text = [] {
        std::string repeated;
        while (repeated.size() < 300000) repeated += text;
        return repeated;
    }();
    for (const std::string codec : {"utf-16-le", "utf-16-be"}) {
        for (const bool has_mark : {false, true}) {
            const std::string bytes = test::encoded((has_mark ? "\ufeff" : "") + long_text, codec);
            test::write_bytes(folder / "t.csv", bytes);
            for (const std::size_t block : {1, 3, 100000}) {
                const auto source = io::open_text(folder / "t.csv");
                CHECK((all_of(*source, block) == long_text));  // too long to print
                CHECK(source->replaced() == 0);
                CHECK(source->share_read() == 1);
                CHECK(source->facts().has_utf16_mark == has_mark);
                CHECK(io::description(source->facts()) == (codec == "utf-16-le" ? "UTF-16LE" : "UTF-16BE"));
            }
            const auto source = io::open_text(folder / "t.csv");
            source->skip(12345);
            CHECK((all_of(*source, 1000) == long_text.substr(12345)));
        }
    }
}

TEST_CASE("halves of pairs become U+FFFD and are counted, the first with its place") {
    CHECK(decoded("a\0\x00\xd8"
                  "b\0"s) ==
          "a\ufffd"
          "b");
    CHECK(decoded("\x00\xdc"
                  "b\0"s) ==
          "\ufffd"
          "b");
    CHECK(decoded("\x00\xd8\x00\xd8\x00\xdc"s) == "\ufffd\U00010000");
    CHECK(decoded("\x00\xdc\x00\xd8"s) == "\ufffd\ufffd");
    CHECK(decoded("a\0b"s) == "a\ufffd");
    CHECK(decoded("\x00\xd8"
                  "b"s) == "\ufffd\ufffd");
    CHECK(decoded("").empty());
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "t.csv",
                      "\xff\xfe"
                      "a\0,\0\x01\xd8\n\0\x00\xdc"s);
    const auto source = io::open_text(folder / "t.csv");
    CHECK(all_of(*source, 100) == "a,\ufffd\n\ufffd");
    CHECK(source->replaced() == 2);
    CHECK(source->first_replaced_at() == 6);
}

TEST_CASE("only UTF-16 is taken for it") {
    const auto is_utf16 = [](const std::string& bytes) { return io::find_utf16(bytes).has_value(); };
    CHECK(is_utf16("i\0d\0,\0x\0"s));
    CHECK(io::find_utf16("\0i\0d\0,\0x"s)->is_big_endian);
    CHECK(is_utf16("\xff\xfe"s));
    CHECK_FALSE(is_utf16(""));
    CHECK_FALSE(is_utf16("i\0"s));
    CHECK_FALSE(is_utf16("id,name\n1,x\n"s));
    CHECK_FALSE(is_utf16("id,\0\0name,x\n"s));
    CHECK_FALSE(is_utf16("a,b\n1,\0002\n"s));
    CHECK_FALSE(is_utf16("i\0\0\0d\0\0\0"s));        // UTF-32 without a mark
    CHECK_FALSE(is_utf16("\xff\xfe\0\0i\0\0\0"s));   // and with one
    CHECK_FALSE(is_utf16("\0\x01\0\0\0\x0bGSUB"s));  // a binary file that has zeros
    const test::TemporaryFolder folder;
    test::write_bytes(folder / "t.csv", "\xff\xfe\0\0i\0\0\0"s);
    try {
        io::open_text(folder / "t.csv");
        FAIL("nothing was thrown");
    } catch (const base::Error& error) {
        CHECK(error.key() == "text.utf32");
    }
}

TEST_CASE("the beginning of a text as UTF-8") {
    CHECK(io::beginning_as_utf8("\xff\xfei\0,\0\xe9\0"s) == "i,é");
    CHECK(io::beginning_as_utf8("i,é") == "i,é");
    CHECK(io::beginning_as_utf8("").empty());
}
