#include <cstdlib>
#include <random>

#include "io/file_path.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <fmt/core.h>

#include <fstream>

using namespace harmattan::io;
namespace base = harmattan::base;

TEST_CASE("numbers are the nearest doubles, as strtod reads them") {
    std::mt19937_64 random(15);
    std::uniform_real_distribution<double> any(-180, 180);
    for (int i = 0; i < 20000; ++i) {
        const std::string text = fmt::format("{:.{}f}", any(random), i % 18);
        INFO(text);
        REQUIRE(parse_number(text) == std::strtod(text.c_str(), nullptr));
    }
    CHECK(parse_number("1e3") == 1000);
    CHECK(parse_number(" 12.5\t") == 12.5);
    CHECK(parse_number(".5") == 0.5);
    CHECK(parse_number("-7.") == -7);
    CHECK(parse_number("0.1234567890123456789") == 0.1234567890123456789);
    for (const char* text :
         {"", " ", "-", ".", "-.", "12,5", "1.2.3", "nan", "inf", "1e999", "12x", "--1", "0x10", "1 2"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text));
    }
}

TEST_CASE("integers, also as spreadsheets write them") {
    CHECK(parse_integer("15960") == 15960);
    CHECK(parse_integer("15960.0") == 15960);
    CHECK(parse_integer("15960.00") == 15960);
    CHECK(parse_integer(" -3 ") == -3);
    CHECK(parse_integer("2147483647") == 2147483647);
    for (const char* text :
         {"", "2147483648", "1.5", "1.0.0", "1e3", "x", "1 000", "+", "1.000", "1.0000", "1."}) {
        INFO(text);
        CHECK_FALSE(parse_integer(text));
    }
}

TEST_CASE("dates with and without a time") {
    for (const char* text : {"2010-06-30", "2010-06-30 00:00:00.000", "2010-06-30T12:00:00Z", " 2010-06-30 "}) {
        INFO(text);
        CHECK(parse_date(text).has_form);
        CHECK(parse_date(text).date == base::CivilDate{2010, 6, 30});
    }
    CHECK(parse_date("2017-02-30").has_form);
    CHECK_FALSE(base::is_valid(parse_date("2017-02-30").date));
    for (const char* text :
         {"", "30/06/2010", "2010-6-30", "20100630", "2010-06-30x", "2010-06-3O", "2010-06-30 noon",
          "2010-06-30 99:99", "2010-06-30 24:00", "2010-06-30T12:60", "2010-06-30 12:00:60", "2010-06-30T12",
          "2010-06-30 12:00:00.", "2010-06-30T12:00+01:00"}) {
        INFO(text);
        CHECK_FALSE(parse_date(text).has_form);
    }
}

TEST_CASE("well-formed UTF-8 as the Unicode standard has it") {
    // Well-formed and ill-formed sequences after table 3-7 of the Unicode standard.
    for (const char* text :
         {"", "abc", "M\xc3\xa9naka", "\xe2\x80\x99", "\xf0\x9f\x8c\x8d", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf"}) {
        INFO(text);
        CHECK_FALSE(first_invalid_utf8(text));
        CHECK(repaired_utf8(text) == text);
    }
    CHECK(first_invalid_utf8("ab\xe9 c") == 2u);
    for (const char* text : {"\x80", "\xc0\xaf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf",
                             "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xc3", "\xe2\x80", "\xff"}) {
        INFO(text);
        CHECK(first_invalid_utf8(text) == 0u);
        CHECK_FALSE(first_invalid_utf8(repaired_utf8(text)));
    }
}

TEST_CASE("other bytes are read as Windows-1252") {
    // python3 -c "print(bytes.fromhex('54696c6c6162e97269209620809f').decode('cp1252'))"
    CHECK(repaired_utf8("Tillab\xe9ri \x96 \x80\x9f") == "Tillabéri – €Ÿ");
    CHECK(repaired_utf8("C\xc3\xb4te d\x92Ivoire") == "Côte d’Ivoire");
    CHECK(repaired_utf8("\x81") == "\xef\xbf\xbd");
}

TEST_CASE("long values are cut between characters") {
    CHECK(shortened("abc", 3) == "abc");
    CHECK(shortened("abcd", 3) == "abc…");
    CHECK(shortened("aéé", 4) == "aé…");
    // Found by fuzz_text: of bytes that are no UTF-8 nothing was left.
    CHECK(shortened(std::string(100, '\x80'), 4) == "€…");
    CHECK(trimmed(" \t x y \r\n") == "x y");
    CHECK(trimmed("  ").empty());
}

TEST_CASE("addresses are told from paths") {
    for (const char* text : {"https://example.org/events.csv", "/vsicurl/http://x/y", "/vsizip/a.zip/b.csv",
                             "PG:dbname=x", "mysql:x", "ftp://x", "GPKG:file.gpkg:layer"}) {
        INFO(text);
        CHECK(is_address(text));
    }
    for (const char* text : {"events.csv", "/data/events.csv", "../x.gpkg", "C:events", "with space: x.csv"}) {
        INFO(text);
        CHECK_FALSE(is_address(text));
    }
    const harmattan::test::TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    std::ofstream("notes:2017.csv") << "id";
    CHECK_FALSE(is_address("notes:2017.csv"));
    std::filesystem::current_path(before);
}
