#include "base/printable.h"

#include "support/catch.h"

using harmattan::base::printable;

TEST_CASE("what a terminal might obey is made visible") {
    CHECK(printable("\x1b[2J\a\r\n\t\x7f") == "\\x1b[2J\\x07\\x0d\\x0a\\x09\\x7f");
    // U+009B alone begins a sequence as ESC [ does (ECMA-48, 5.3).
    CHECK(printable("\xc2\x9b"
                    "31m") == "\\x9b31m");
    CHECK(printable("a\u202eb\u2066c") == "a\\u202eb\\u2066c");
}

TEST_CASE("bytes that are no UTF-8 are made visible, one by one") {
    CHECK(printable("Ouagadougou \xe9") == "Ouagadougou \\xe9");
    CHECK(printable("\x9b"
                    "31m") == "\\x9b31m");
    CHECK(printable("\xc0\xaf") == "\\xc0\\xaf");           // overlong
    CHECK(printable("\xed\xa0\x80") == "\\xed\\xa0\\x80");  // a surrogate
    CHECK(printable("\xf4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
    CHECK(printable("\xe2\x80") == "\\xe2\\x80");
}

TEST_CASE("ordinary texts stay as they are") {
    for (const char* text : {"", "Ménaka", "N’Djamena", "\u202f1 000", "\U0001f600", "\\x1b"})
        CHECK(printable(text) == text);
}
