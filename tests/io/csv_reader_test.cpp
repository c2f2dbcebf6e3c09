#include "io/csv_reader.h"

#include <fstream>
#include <random>
#include <sstream>

#include "base/error.h"
#include "io/special_bytes.h"
#include "support/catch.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using io::CsvOptions;
using io::CsvReader;
using io::MemorySource;
using Rows = std::vector<std::vector<std::string>>;

namespace {

std::string from_hex(const std::string& hex) {
    if (hex == "-") return {};
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2)
        bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return bytes;
}

struct Case {
    std::string text;
    Rows rows;
    bool is_unclosed = false;
};

// tests/io/data/tricky_csv.txt, made with Python's csv module by make_tricky_csv.py beside it.
std::vector<Case> tricky_cases() {
    std::ifstream lines(test::source_folder() / "tests/io/data/tricky_csv.txt");
    std::vector<Case> cases;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string word;
        words >> word;
        if (word == "text") {
            words >> word;
            cases.push_back({from_hex(word), {}, false});
        } else if (word == "row") {
            auto& row = cases.back().rows.emplace_back();
            while (words >> word) row.push_back(from_hex(word));
        } else if (word == "unclosed") {
            cases.back().is_unclosed = true;
        }
    }
    return cases;
}

CsvOptions with_block(std::size_t bytes) {
    CsvOptions options;
    options.block_bytes = bytes;
    options.delimiter = ',';  // so that not even the first line is read ahead
    return options;
}

Rows rows_of(std::string_view text, const CsvOptions& options) {
    MemorySource source(text, "test.csv");
    CsvReader csv(source, options);
    Rows rows;
    while (csv.next()) {
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < csv.field_count(); ++i) row.emplace_back(csv.field(i));
    }
    return rows;
}

std::string key_of_error(std::string_view text, const CsvOptions& options = {}) {
    try {
        rows_of(text, options);
    } catch (const base::Error& error) {
        return error.key();
    }
    return "none";
}

// The number of the line on which `offset` lies, LF, CR and CRLF each ending one.
std::uint64_t line_of(std::string_view text, std::size_t offset) {
    std::uint64_t line = 1;
    for (std::size_t i = 0; i < offset; ++i)
        if (text[i] == '\n' || (text[i] == '\r' && text.substr(i, 2) != "\r\n")) ++line;
    return line;
}

}  // namespace

TEST_CASE("records are those of Python's csv module, wherever the blocks end") {
    const auto cases = tricky_cases();
    REQUIRE(cases.size() > 400);
    for (const auto& known : cases) {
        for (std::size_t block = 1; block <= 64; ++block) {
            INFO("block of " << block << " bytes: " << known.text);
            if (known.is_unclosed)
                REQUIRE(key_of_error(known.text, with_block(block)) == "csv.unclosed_quote");
            else
                REQUIRE(rows_of(known.text, with_block(block)) == known.rows);
        }
    }
}

TEST_CASE("a record's line and byte offset are where it begins") {
    for (const auto& known : tricky_cases()) {
        if (known.is_unclosed) continue;
        MemorySource source(known.text, "test.csv");
        CsvReader csv(source, with_block(7));
        for (const auto& row : known.rows) {
            REQUIRE(csv.next());
            const auto offset = static_cast<std::size_t>(csv.byte_offset());
            INFO(known.text << " at byte " << offset);
            REQUIRE(csv.line() == line_of(known.text, offset));
            const Rows from_there = rows_of(std::string_view(known.text).substr(offset), with_block(64));
            REQUIRE(from_there.at(0) == row);
        }
    }
}

TEST_CASE("all 64 bytes are looked at alike with and without vector instructions") {
    std::mt19937 random(64);
    constexpr std::string_view likely = "a,\"\n\r;\t\x80\xff";
    for (int i = 0; i < 2000; ++i) {
        std::array<char, 64> bytes{};
        for (char& c : bytes)
            c = random() % 2 == 0 ? static_cast<char>(random()) : likely[random() % likely.size()];
        for (const char delimiter : {',', ';', '\t'}) {
            const auto fast = io::find_special_bytes(bytes.data(), delimiter);
            const auto plain = io::find_special_bytes_one_by_one(bytes.data(), delimiter);
            REQUIRE(fast.special == plain.special);
            REQUIRE(fast.has_high_byte == plain.has_high_byte);
        }
    }
}

TEST_CASE("a byte order mark is skipped and counted") {
    for (const std::size_t block : {1, 2, 3, 4, 1000}) {
        MemorySource source("\xef\xbb\xbfid,x\n1,2\n", "test.csv");
        CsvReader csv(source, with_block(block));
        REQUIRE(csv.next());
        CHECK(csv.field(0) == "id");
        CHECK(csv.byte_offset() == 3);
        REQUIRE(csv.next());
        CHECK(csv.byte_offset() == 8);
        CHECK(csv.line() == 2);
        CHECK_FALSE(csv.next());
        CHECK_FALSE(csv.next());
    }
    CHECK(rows_of("\xef\xbb\xbf", {}).empty());
    CHECK(rows_of("", {}).empty());
}

TEST_CASE("the delimiter is found from the first line") {
    CHECK(rows_of("a;b,c;d\n1;2;3\n", {}) == Rows{{"a", "b,c", "d"}, {"1", "2", "3"}});
    CHECK(rows_of("a\tb\n1,5\t2\n", {}) == Rows{{"a", "b"}, {"1,5", "2"}});
    CHECK(rows_of("\"a;b;c;d\",b\n1,2\n", {}) == Rows{{"a;b;c;d", "b"}, {"1", "2"}});
    CHECK(rows_of("alone\n1\n", {}) == Rows{{"alone"}, {"1"}});
}

TEST_CASE("an unclosed quotation mark is named with the line that opens it") {
    const std::string text = "a,b\n1,\"two\nlines\"\n2,\"open\n3,4\n";
    try {
        rows_of(text, with_block(5));
        FAIL("nothing was thrown");
    } catch (const base::Error& error) {
        CHECK(error.key() == "csv.unclosed_quote");
        CHECK(
            std::string(error.what()) ==
            "cannot read the events in test.csv: the quotation mark that opens a field on line 4 is never closed; "
            "close it, or write it twice (\"\") if it belongs to the text");
    }
}

TEST_CASE("what is no text is refused with its byte") {
    using namespace std::string_literals;
    const auto offset_of = [](const std::string& text) {
        try {
            rows_of(text, with_block(16));
        } catch (const base::Error& error) {
            return error.key() + " " + error.values().at(1).second;
        }
        return "none"s;
    };
    CHECK(offset_of("a,b\n1,\0002\n"s) == "csv.not_text 6");
    CHECK(offset_of("a,b\n1,\"quoted \0 NUL\"\n"s) == "csv.not_text 14");
    CHECK(offset_of("\x01\x02\x03\x04\x05\x06, binary, \x07\x08") == "csv.not_text 0");
    CHECK(key_of_error("\xff\xfei\0d\0"s) == "csv.utf16");
    CHECK(key_of_error("\xfe\xff\0i\0d"s) == "csv.utf16");
    std::mt19937 random(7);
    std::string noise(5000, ' ');
    for (char& c : noise) c = static_cast<char>(random() % 255 + 1);  // without a single NUL
    CHECK(key_of_error(noise) == "csv.not_text");
}

TEST_CASE("fields and records that are too long lose their content but not their place") {
    CsvOptions options = with_block(16);
    options.max_field_bytes = 100;
    options.max_record_bytes = 400;
    const std::string long_field(101, 'x'), fitting_field(100, 'y');
    std::string long_record = "1";
    for (int i = 0; i < 60; ++i) long_record += ",seven77";
    const std::string text = "a,b\n1," + long_field + "\n2,\"" + long_field + "\nand more\"\n" + long_record +
                             "\n3," + fitting_field + "\n";
    for (const std::size_t block : {1, 16, 50, 5000}) {
        options.block_bytes = block;
        MemorySource source(text, "test.csv");
        CsvReader csv(source, options);
        REQUIRE(csv.next());
        REQUIRE(csv.next());
        CHECK(csv.fault() == io::RecordFault::field_too_long);
        CHECK(csv.fault_field() == 1);
        CHECK(csv.line() == 2);
        REQUIRE(csv.next());
        CHECK(csv.fault() == io::RecordFault::field_too_long);
        CHECK(csv.line() == 3);
        REQUIRE(csv.next());
        CHECK(csv.fault() == io::RecordFault::record_too_long);
        CHECK(csv.line() == 5);
        REQUIRE(csv.next());
        CHECK(csv.fault() == io::RecordFault::none);
        CHECK(csv.line() == 6);
        CHECK(csv.field(1) == fitting_field);
        CHECK(csv.byte_offset() == text.size() - fitting_field.size() - 3);
        CHECK_FALSE(csv.next());
    }
    CHECK(key_of_error("a,b\n1,\"" + std::string(5000, 'z'), options) == "csv.unclosed_quote");
}

TEST_CASE("stray quotation marks are told") {
    MemorySource source("a,b\n5\" gun,x\n\"x\"y,1\n\"x\",1\n\"x\"", "test.csv");
    CsvReader csv(source, {});
    std::vector<bool> told;
    while (csv.next()) told.push_back(csv.has_stray_quote());
    CHECK(told == std::vector<bool>{false, true, true, false, false});
}

TEST_CASE("a file that changes while it is read is an error") {
    const test::TemporaryFolder folder;
    const auto file = folder / "events.csv";
    std::ofstream(file) << std::string(5000, 'x');
    std::vector<char> bytes(1000);
    {
        io::FileSource source(file);
        CHECK(source.read(bytes.data(), bytes.size()) == 1000);
        std::filesystem::resize_file(file, 1500);
        CHECK(source.read(bytes.data(), bytes.size()) == 500);
        try {
            source.read(bytes.data(), bytes.size());
            FAIL("nothing was thrown");
        } catch (const base::Error& error) {
            CHECK(error.key() == "csv.changed");
        }
    }
    io::FileSource grown(file);
    std::ofstream(file, std::ios::app) << "more";
    bytes.resize(5000);
    CHECK_THROWS_AS(grown.read(bytes.data(), bytes.size()), base::Error);
}

// Found by fuzz_csv: with a blank line at the end, going on behind the end read before the buffer.
TEST_CASE("the end of a table stays the end") {
    for (const char* text : {"a,b\r\n1,2\r\n", "a,b\n\n\n", ""}) {
        MemorySource source(text, "test");
        CsvReader csv(source, with_block(1));
        while (csv.next()) {
        }
        CHECK_FALSE(csv.next());
        CHECK_FALSE(csv.next());
    }
}
