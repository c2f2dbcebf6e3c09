// Filters: one that is understood answers for every row as Kleene's logic wants it; of any other the caret stands
// in the text.
#include <fmt/core.h>

#include "events/filter.h"
#include "fuzz/fuzzing.h"

using namespace harmattan;
using events::FilterAnswer;
using fuzz::require;

namespace {

base::Day day_from(std::int32_t value) {
    return base::day_of({2012, 1, 1}) + value;
}

// Rows that know nothing, little and all; every text and file is made up.
events::EventTable made_table() {
    events::EventTableBuilder builder;
    events::EventFile known;
    known.name = "made.csv";
    known.dataset = "ucdp-ged";
    known.version = "25.1";
    known.radius_km = {-1, 1, 25, -1, -1, -1, -1, -1};
    builder.add_file(known);
    builder.add_file("other.csv");
    for (std::int32_t i = 0; i < 24; ++i) {
        events::EventRow row;
        row.first_day = day_from(i * 97);
        row.last_day = row.first_day + i % 3;
        row.lon_deg = i * 15 - 180;
        row.lat_deg = i * 7.5 - 90;
        if (i % 4 != 0) row.best = i;
        if (i % 5 != 0) row.low = i / 2;
        if (i % 3 != 0) row.high = i * 10;
        row.type = static_cast<events::ViolenceType>(i % 4);
        row.where_precision = static_cast<events::WherePrecision>(i % 8);
        row.date_precision = static_cast<events::DatePrecision>(i % 6);
        row.origin.file = static_cast<std::uint32_t>(i % 2);
        const std::string text = fmt::format("Ménaka {}", i % 5);
        for (std::size_t column = 0; column < events::text_count; ++column)
            if ((static_cast<std::size_t>(i) + column) % 3 != 0) row.texts[column] = text;
        builder.add(row);
    }
    return std::move(builder).build();
}

std::size_t characters_of(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    return count;
}

void check_caret(const base::Error& error, std::string_view text) {
    fuzz::require_words(error);
    const auto column = fuzz::number_in(error, "column");
    require(column >= 1 && column <= text.size() + 1, "the column lies in the text");
    const std::string excerpt = events::excerpt_of(error);
    const auto lines = fuzz::lines_of(excerpt);
    require(lines.size() == 2, "there are two lines");
    require(lines[1].find_first_not_of(' ') + 1 == lines[1].size() && lines[1].ends_with('^'),
            "the second is the caret's");
    const bool is_ascii = characters_of(lines[0]) == lines[0].size();
    const std::size_t most_cells = characters_of(lines[0]) * (is_ascii ? 1 : 2);  // the widest take two
    require(lines[1].size() <= most_cells + 1, "the caret stands below the first");
}

using Answers = std::vector<FilterAnswer>;

// No value where the context lacks what the expression needs.
std::optional<Answers> answers_of(const events::Filter& filter, const events::EventTable& table,
                                  const events::FilterContext& context) {
    try {
        return filter.answers(table, context);
    } catch (const base::Error& error) {
        check_caret(error, filter.text());
        return std::nullopt;
    }
}

void check_answers(const events::Filter& filter, const events::EventTable& table,
                   const events::FilterContext& context, const Answers& answers) {
    require(answers.size() == table.size(), "there is one answer a row");
    const auto mask = filter.mask(table, context);
    std::vector<std::uint32_t> wanted;
    for (std::uint32_t row = 0; row < answers.size(); ++row) {
        require((mask[row] != 0) == (answers[row] == FilterAnswer::yes), "the mask is where it is true");
        if (mask[row] != 0) wanted.push_back(row);
    }
    require(filter.rows(table, context) == wanted, "so are the rows");
    require(table.select(wanted).size() == wanted.size(), "and they can be selected");
}

// What follows from the answers, whatever they are.
void check_logic(const events::Filter& filter, const events::EventTable& table,
                 const events::FilterContext& context, const Answers& answers) {
    const std::string in_brackets = "(" + filter.text() + "\n)";
    const auto same_as = [&](const std::string& text, auto expected) {
        std::optional<Answers> derived;
        const std::string key =
            fuzz::key_of([&] { derived = answers_of(events::Filter::parse(text), table, context); });
        if (key == "filter.too_deep" || key == "filter.too_long") return;
        require(key.empty() && derived.has_value(), "what is made of a filter is one: " + key);
        for (std::size_t row = 0; row < answers.size(); ++row)
            require((*derived)[row] == expected(answers[row]), "logic holds for: " + text);
    };
    const auto contrary = [](FilterAnswer a) { return static_cast<FilterAnswer>(2 - static_cast<int>(a)); };
    same_as("not " + in_brackets, contrary);
    same_as(in_brackets + " and " + in_brackets, [](FilterAnswer a) { return a; });
    same_as(in_brackets + " or not " + in_brackets, [&](FilterAnswer a) { return std::max(a, contrary(a)); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const events::EventTable table = made_table();
    const fuzz::Input input(data, size);
    events::FilterContext context;
    if (input.bits(0, 1) != 0) {
        context.extent = geo::Extent{};
        context.extent->west_deg = -20;
        context.extent->south_deg = -30;
        context.extent->east_deg = 60;
        context.extent->north_deg = 40;
    }
    std::optional<events::Filter> filter;
    try {
        filter = events::Filter::parse(input.text);
    } catch (const base::Error& error) {
        check_caret(error, input.text);
        return 0;
    }
    require(filter->text() == input.text, "a filter keeps its text");
    if (const auto answers = answers_of(*filter, table, context)) {
        check_answers(*filter, table, context, *answers);
        check_logic(*filter, table, context, *answers);
    }
    return 0;
}
