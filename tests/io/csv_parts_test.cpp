#include "io/csv_parts.h"

#include <string>

#include "support/catch.h"

using namespace harmattan;

namespace {

std::vector<std::uint64_t> parts_of(const std::string& text, std::size_t columns, std::size_t parts) {
    const io::OpenSourceAt open = [&](std::uint64_t offset) {
        return std::make_unique<io::MemorySource>(text, "made.csv", static_cast<std::size_t>(offset));
    };
    return io::find_parts(open, {text.size(), ',', columns}, parts);
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a text is cut where records begin") {
    const std::string text = repeated("a,b,c\n", 100);  // 600 bytes
    CHECK(parts_of(text, 3, 1) == std::vector<std::uint64_t>{0});
    CHECK(parts_of(text, 3, 2) == std::vector<std::uint64_t>{0, 306});
    CHECK(parts_of(text, 3, 4) == std::vector<std::uint64_t>{0, 156, 306, 456});
}

TEST_CASE("blank lines before a part belong to the one before") {
    const std::string text = repeated("a,b\r\n\r\n\r\n", 60);  // records of 3 bytes, each 9 further on
    for (const std::uint64_t begin : parts_of(text, 2, 5)) CHECK(begin % 9 == 0);
    CHECK(parts_of(text, 2, 5).size() == 5);
}

TEST_CASE("a text is not cut within quotation marks whose lines have other numbers of fields") {
    const std::string text = repeated("a,\"one\ntwo\nthree\nfour\nfive\nsix\",c\n", 40);
    const auto begins = parts_of(text, 3, 8);
    CHECK(begins.size() == 8);
    for (const std::uint64_t begin : begins) CHECK(begin % 34 == 0);
}

TEST_CASE("a text that has no such place stays whole") {
    CHECK(parts_of("", 3, 4) == std::vector<std::uint64_t>{0});
    CHECK(parts_of(std::string(5000, 'x'), 1, 4) == std::vector<std::uint64_t>{0});
    CHECK(parts_of(repeated("a,b\n", 500), 3, 4) == std::vector<std::uint64_t>{0});
    CHECK(parts_of("a,b\n" + std::string(2000, '\0'), 2, 4) == std::vector<std::uint64_t>{0});
}
