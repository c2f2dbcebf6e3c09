// The columns of an EventTable by themselves: whatever is put in comes out, in few bytes.
#include <algorithm>
#include <limits>
#include <random>

#include "events/code_column.h"
#include "events/count_column.h"
#include "events/kind_column.h"
#include "events/origin_column.h"
#include "events/text_arena.h"
#include "support/catch.h"

using namespace harmattan;

namespace {

// Numbers of rows in some order, some of them more than once.
std::vector<std::uint32_t> some_rows(std::size_t below, std::size_t count) {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::uint32_t> any(0, static_cast<std::uint32_t>(below - 1));
    std::vector<std::uint32_t> rows(count);
    for (auto& row : rows) row = any(random);
    return rows;
}

}  // namespace

TEST_CASE("counts of any size come back, most in two bytes") {
    std::vector<std::int32_t> numbers{-1,    0,     1,          65532, 65533,          65534,
                                      65535, 65536, 2147483647, -2,    -2147483647 - 1};
    std::mt19937 random(1);
    for (int i = 0; i < 5000; ++i) numbers.push_back(static_cast<std::int32_t>(random() >> (i % 30)));
    events::CountColumn column;
    for (const std::int32_t number : numbers) column.push_back(number);
    REQUIRE(column.size() == numbers.size());
    CHECK(std::equal(column.begin(), column.end(), numbers.begin(), numbers.end()));

    const auto rows = some_rows(numbers.size(), 3000);
    const events::CountColumn taken = column.gathered(rows);
    bool are_equal = taken.size() == rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) are_equal &= taken[i] == numbers[rows[i]];
    CHECK(are_equal);

    events::CountColumn small;
    for (int i = 0; i < 1000; ++i) small.push_back(i * 60);
    small.shrink_to_fit();
    CHECK(small.memory_bytes() == 2000);
}

TEST_CASE("stored counts keep their order and tell unknown from nought") {
    events::CountColumn column;
    for (const std::int32_t number : {-1, 0, 7, 65533, 65534}) column.push_back(number);
    const auto stored = column.stored();
    CHECK(stored[0] == 0);
    CHECK(stored[1] == 1);
    CHECK(stored[2] == 8);
    CHECK(stored[3] == 65534);
    CHECK(stored[4] == events::CountColumn::elsewhere);
}

TEST_CASE("codes widen at 256 and at 65,536") {
    events::CodeColumn column;
    const auto bytes_a_row = [&] { return column.visit([](const auto codes) { return sizeof(codes[0]); }); };
    std::vector<std::uint32_t> codes;
    const auto add = [&](std::uint32_t code) {
        codes.push_back(code);
        column.push_back(code);
    };
    add(0);
    add(255);
    CHECK(bytes_a_row() == 1);
    add(256);
    CHECK(bytes_a_row() == 2);
    add(65535);
    CHECK(bytes_a_row() == 2);
    add(65536);
    CHECK(bytes_a_row() == 4);
    add(std::numeric_limits<std::uint32_t>::max());
    REQUIRE(column.size() == codes.size());
    for (std::size_t row = 0; row < codes.size(); ++row) CHECK(column[row] == codes[row]);

    events::CodeColumn leaping;  // from one byte to four at once
    leaping.push_back(1);
    leaping.push_back(70000);
    CHECK(leaping[0] == 1);
    CHECK(leaping[1] == 70000);
}

TEST_CASE("texts of any length come back from the arena") {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 2000; ++i) texts.push_back(std::string(i % 97, 'a') + std::to_string(i));
    for (const std::size_t length :
         {std::size_t(0), std::size_t(254), std::size_t(255), std::size_t(256), std::size_t(100000)})
        for (int i = 0; i < 3; ++i) texts.emplace_back(length, 'x');
    texts.emplace_back("last");
    events::TextArena arena;
    for (const auto& text : texts) arena.push_back(text);
    bool are_equal = arena.size() == texts.size();
    for (std::size_t row = 0; row < texts.size(); ++row) are_equal &= arena[row] == texts[row];
    CHECK(are_equal);

    const auto rows = some_rows(texts.size(), 5000);
    const events::TextArena taken = arena.gathered(rows);
    are_equal = taken.size() == rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) are_equal &= taken[i] == texts[rows[i]];
    CHECK(are_equal);

    events::TextArena numbers;
    for (int i = 100000; i < 101600; ++i) numbers.push_back(std::to_string(i));
    numbers.shrink_to_fit();
    CHECK(numbers.memory_bytes() == 1600 * 6 + 1 + 1600 + 1600 / 16 * 8);
}

TEST_CASE("origins in files of any number and size") {
    const std::vector<events::RowOrigin> origins{
        {0, 1}, {0, 0xffffffffU}, {0, 0x100000000U}, {1, 2}, {70000, std::numeric_limits<std::uint64_t>::max()},
        {0, 0}};
    events::OriginColumn column;
    for (const auto& origin : origins) column.push_back(origin);
    CHECK(std::equal(column.begin(), column.end(), origins.begin(), origins.end()));
    const std::vector<std::uint32_t> rows{5, 4, 2};
    const events::OriginColumn taken = column.gathered(rows);
    CHECK(taken[0] == origins[5]);
    CHECK(taken[1] == origins[4]);
    CHECK(taken[2] == origins[2]);

    events::OriginColumn other_file_first;
    other_file_first.push_back({3, 0x700000000U});
    other_file_first.push_back({0, 5});
    CHECK(other_file_first[0] == events::RowOrigin{3, 0x700000000U});
    CHECK(other_file_first[1] == events::RowOrigin{0, 5});

    events::OriginColumn one_file;
    for (std::uint64_t i = 0; i < 100; ++i) one_file.push_back({0, i});
    one_file.shrink_to_fit();
    CHECK(one_file.memory_bytes() == 400);
}

TEST_CASE("type and precisions share a byte") {
    for (int type = 0; type < 4; ++type)
        for (std::uint8_t where = 0; where < 8; ++where)
            for (std::uint8_t date = 0; date < 8; ++date) {
                const events::EventKind kind{static_cast<events::ViolenceType>(type), where, date};
                const events::EventKind back = events::unpacked(events::packed(kind));
                REQUIRE(back.type == kind.type);
                REQUIRE(back.where_precision == where);
                REQUIRE(back.date_precision == date);
            }
    // What no source can mean is "not given", not some other precision.
    const auto kind = events::unpacked(events::packed({events::ViolenceType::one_sided, 8, 255}));
    CHECK(kind.type == events::ViolenceType::one_sided);
    CHECK(kind.where_precision == 0);
    CHECK(kind.date_precision == 0);
}
