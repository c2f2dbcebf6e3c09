// Tables made from tables, weights, files, and the memory they take.
#include <random>
#include <string>

#include "events/event_table.h"
#include "support/catch.h"

using namespace harmattan;
using events::EventFile;
using events::EventRow;
using events::EventTable;
using events::EventTableBuilder;
using events::Text;

namespace {

bool are_equal(const EventRow& a, const EventRow& b) {
    return a.first_day == b.first_day && a.last_day == b.last_day && a.lon_deg == b.lon_deg &&
           a.lat_deg == b.lat_deg && a.best == b.best && a.low == b.low && a.high == b.high && a.type == b.type &&
           a.where_precision == b.where_precision && a.date_precision == b.date_precision &&
           a.weight == b.weight && a.origin == b.origin && a.texts == b.texts;
}

EventFile file_named(std::string name) {
    EventFile file;
    file.name = std::move(name);
    file.dataset = "made-up";
    file.radius_km = {-1, 0, 25, -1, -1, 12.5, -1, -1};
    return file;
}

// Rows with something in every column, on days in no order.
EventTable made_up(int rows, std::uint32_t seed, bool has_weights) {
    std::mt19937 random(seed);
    EventTableBuilder builder;
    builder.add_file(file_named("a of " + std::to_string(seed)));
    builder.add_file(file_named("b of " + std::to_string(seed)));
    std::array<std::string, events::text_count> texts;
    for (int i = 0; i < rows; ++i) {
        EventRow row;
        row.first_day = {static_cast<std::int32_t>(random() % 400)};
        row.last_day = row.first_day + static_cast<std::int32_t>(random() % 90);
        row.lon_deg = static_cast<double>(random() % 3600) / 10 - 180;
        row.lat_deg = static_cast<double>(random() % 1800) / 10 - 90;
        row.best = static_cast<std::int32_t>(random() % 100000) - 1;
        row.low = static_cast<std::int32_t>(random() % 10) - 1;
        row.high = static_cast<std::int32_t>(random() % 1000) - 1;
        row.type = static_cast<events::ViolenceType>(random() % 4);
        row.where_precision = static_cast<std::uint8_t>(random() % 8);
        row.date_precision = static_cast<std::uint8_t>(random() % 6);
        row.weight = has_weights ? static_cast<std::uint32_t>(random() % 9) : 1;
        row.origin.file = static_cast<std::uint32_t>(random() % 2);
        row.origin.position = std::uint64_t(random()) * 3;
        for (std::size_t column = 0; column < texts.size(); ++column) {
            const bool is_given = random() % 8 != 0 && column != static_cast<std::size_t>(Text::dyad);
            texts[column] = is_given
                                ? std::to_string(random() % (3 + 150 * column)) + " of " + std::to_string(seed % 2)
                                : std::string();
            row.texts[column] = texts[column];
        }
        builder.add(row);
    }
    return std::move(builder).build();
}

}  // namespace

TEST_CASE("selected rows are the rows of the table they come from") {
    const EventTable table = made_up(2000, 1, true);
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 3; row < table.size(); row += 7) rows.push_back(row);
    const EventTable selected = table.select(rows);
    REQUIRE(selected.size() == rows.size());
    CHECK(selected.files() == table.files());
    CHECK(selected.has_weights());
    for (std::size_t i = 0; i < rows.size(); ++i) REQUIRE(are_equal(selected.row(i), table.row(rows[i])));
    CHECK(selected.text(Text::dyad).is_blank());
    CHECK(&selected.text(Text::country).dictionary() == &table.text(Text::country).dictionary());

    CHECK(table.select({}).size() == 0);
    CHECK(table.select({}).days().empty());
    CHECK(table.select({}).text(Text::id).size() == 0);
    CHECK(EventTable().select({}).size() == 0);
    CHECK(selected.select(std::vector<std::uint32_t>{5}).row(0).best == selected.row(5).best);
}

TEST_CASE("tables joined: all rows sorted by day, the first table's first, files behind one another") {
    std::vector<EventTable> tables;
    tables.push_back(made_up(700, 1, false));
    tables.emplace_back();
    tables.push_back(made_up(900, 2, true));
    tables.push_back(made_up(400, 3, false));
    // The rows one after the other, then a stable sort of the standard library.
    struct Expected {
        const EventTable* table;
        std::size_t row;
        std::uint32_t first_file;
    };
    std::vector<Expected> expected;
    std::vector<EventFile> files;
    for (const EventTable& table : tables) {
        for (std::size_t row = 0; row < table.size(); ++row)
            expected.push_back({&table, row, static_cast<std::uint32_t>(files.size())});
        files.insert(files.end(), table.files().begin(), table.files().end());
    }
    std::stable_sort(expected.begin(), expected.end(), [](const Expected& a, const Expected& b) {
        return a.table->first_day()[a.row] < b.table->first_day()[b.row];
    });

    const EventTable all = events::joined(tables);
    REQUIRE(all.size() == 2000);
    CHECK(all.files() == files);
    CHECK(all.has_weights());
    for (std::size_t row = 0; row < all.size(); ++row) {
        EventRow wanted = expected[row].table->row(expected[row].row);
        wanted.origin.file += expected[row].first_file;
        REQUIRE(are_equal(all.row(row), wanted));
    }
    // Each text stands once, whichever table it came from.
    auto dictionary = all.text(Text::place).dictionary();
    std::sort(dictionary.begin(), dictionary.end());
    CHECK(std::adjacent_find(dictionary.begin(), dictionary.end()) == dictionary.end());
    CHECK(events::joined({}).size() == 0);
}

TEST_CASE("weights take memory only where a row stands for several events") {
    const EventTable plain = made_up(1000, 4, false);
    CHECK_FALSE(plain.has_weights());
    CHECK(plain.weight(0) == 1);

    EventTableBuilder builder;
    for (const std::uint32_t weight : {1U, 1U, 40U, 0U, 1U}) {
        EventRow row;
        row.weight = weight;
        builder.add(row);
    }
    const EventTable table = std::move(builder).build();
    CHECK(table.has_weights());
    CHECK(table.weight(1) == 1);
    CHECK(table.weight(2) == 40);
    CHECK(table.weight(3) == 0);
    CHECK(table.weight(4) == 1);
}

TEST_CASE("the radius of a row's place comes from its file") {
    EventTableBuilder builder;
    const std::uint32_t known = builder.add_file(file_named("known.csv"));
    const std::uint32_t bare = builder.add_file("bare.csv");
    const auto add = [&](std::uint32_t file, events::WherePrecision precision) {
        EventRow row;
        row.origin.file = file;
        row.where_precision = precision;
        builder.add(row);
    };
    add(known, 1);
    add(known, 2);
    add(known, 4);  // a region is an area, no radius
    add(known, 0);  // not given
    add(bare, 2);
    add(9, 2);  // of no file that was named
    const EventTable table = std::move(builder).build();
    CHECK(table.radius_km(0) == 0.0);
    CHECK(table.radius_km(1) == 25.0);
    CHECK(table.radius_km(2) == std::nullopt);
    CHECK(table.radius_km(3) == std::nullopt);
    CHECK(table.radius_km(4) == std::nullopt);
    CHECK(table.radius_km(5) == std::nullopt);
    CHECK(table.files()[1].name == "bare.csv");
    CHECK_FALSE(table.files()[1].is_provisional);
}

TEST_CASE("a table like UCDP GED takes at most 64 bytes an event and its dictionaries") {
    constexpr int rows = 100000;
    std::mt19937 random(25);
    EventTableBuilder builder;
    builder.add_file("made-up.csv");
    std::array<std::string, events::text_count> texts;
    // How many different texts each column has; the id is one of its own a row.
    const std::vector<std::pair<Text, std::uint32_t>> columns{
        {Text::place, 20000},  {Text::district, 2000}, {Text::region, 300},
        {Text::country, 20},   {Text::side_a, 200},    {Text::side_b, 280},
        {Text::conflict, 150}, {Text::dyad, 300},      {Text::source, 5000}};
    for (int i = 0; i < rows; ++i) {
        EventRow row;
        row.first_day = {static_cast<std::int32_t>(15000 + random() % 4000)};
        row.last_day = row.first_day + static_cast<std::int32_t>(random() % 10 == 0 ? random() % 30 : 0);
        row.lon_deg = static_cast<double>(random() % 300000) / 10000;
        row.lat_deg = static_cast<double>(random() % 200000) / 10000;
        row.best = static_cast<std::int32_t>(random() % 40);
        row.low = row.best / 2;
        row.high = i % 5000 == 0 ? 70000 : row.best * 2;
        row.where_precision = static_cast<std::uint8_t>(1 + random() % 7);
        row.date_precision = static_cast<std::uint8_t>(1 + random() % 5);
        row.type = static_cast<events::ViolenceType>(random() % 3);
        row.origin = {0, std::uint64_t(i) * 1500};
        texts[0] = std::to_string(100000 + i * 4);
        for (const auto& [column, count] : columns)
            texts[static_cast<std::size_t>(column)] = "text " + std::to_string(random() % count);
        for (std::size_t column = 0; column < texts.size(); ++column) row.texts[column] = texts[column];
        builder.add(row);
    }
    const EventTable table = std::move(builder).build();
    const auto memory = table.memory_bytes();
    INFO("bytes an event: " << static_cast<double>(memory.rows) / rows);
    CHECK(memory.rows <= 64 * std::size_t(rows));
    CHECK(memory.rows >= 40 * std::size_t(rows));  // two coordinates and the rest cannot be less
    CHECK(memory.dictionaries > 20000 * sizeof(std::string));
    CHECK(memory.dictionaries < 4000000);
}

namespace {

// Texts, weights, origins and counts that some parts have and others have not.
EventRow row_of_part(std::mt19937& random, int part, std::vector<std::string>& texts) {
    EventRow row;
    row.first_day = row.last_day = {static_cast<std::int32_t>(random() % 50)};
    row.lon_deg = static_cast<double>(random() % 360) - 180;
    row.best = random() % 5 == 0 ? 100000 : static_cast<std::int32_t>(random() % 10) - 1;
    if (part == 2) row.weight = 1 + random() % 3;
    row.origin = {part == 3 ? 1U : 0U, part == 4 ? (std::uint64_t(5) << 32) + random() % 9 : random() % 1000};
    const auto text = [&](const char* name, unsigned distinct) {
        return std::string_view(texts.emplace_back(name + std::to_string(random() % distinct)));
    };
    row.set_text(Text::country, text("country", 3));
    if (part > 0) row.set_text(Text::id, text("id", 100000));
    if (part == 1 && random() % 20 == 0) row.set_text(Text::id, texts.emplace_back(300, 'x'));
    if (part != 2) row.set_text(Text::side_a, text("side", part == 3 ? 1000 : 20));
    if (part == 4) row.set_text(Text::note, text("note", 400));
    return row;
}

}  // namespace

TEST_CASE("builders put behind each other are as one") {
    std::mt19937 random(3);
    std::vector<std::string> texts;
    texts.reserve(10000);
    EventTableBuilder all, parts;
    for (int part = 0; part < 6; ++part) {
        EventTableBuilder more;
        for (int i = part == 5 ? 0 : 331; i > 0; --i) {
            const EventRow row = row_of_part(random, part, texts);
            all.add(row);
            more.add(row);
        }
        parts.append(std::move(more));
        REQUIRE(parts.size() == all.size());
        CHECK(parts.id(parts.size() - 1) == all.id(all.size() - 1));
        CHECK(parts.origin(parts.size() - 1) == all.origin(all.size() - 1));
    }
    const EventTable one = std::move(all).build(), put_together = std::move(parts).build();
    REQUIRE(put_together.size() == one.size());
    for (std::size_t i = 0; i < one.size(); ++i) CHECK(are_equal(put_together.row(i), one.row(i)));
    for (const Text column : {Text::country, Text::side_a, Text::note, Text::place})
        CHECK(put_together.text(column).dictionary() == one.text(column).dictionary());
    CHECK(put_together.memory_bytes().rows == one.memory_bytes().rows);
}
