#include "events/filter_scan_texts.h"

#include <algorithm>

namespace harmattan::events {
namespace {

using Finds = std::function<bool(std::string_view)>;

FilterAnswer answer_for(std::string_view text, const Finds& finds) {
    if (text.empty()) return FilterAnswer::unknown;
    return finds(text) ? FilterAnswer::yes : FilterAnswer::no;
}

// One of two texts is enough.
FilterAnswer either(FilterAnswer a, FilterAnswer b) {
    const bool is_yes = a == FilterAnswer::yes || b == FilterAnswer::yes;
    return is_yes ? FilterAnswer::yes : std::min(a, b);
}

Answers scan_interned(const TextColumn& column, const Finds& finds) {
    Answers answers(column.size(), FilterAnswer::unknown);
    if (column.is_blank()) return answers;
    Answers answer_of;
    for (const std::string& text : column.dictionary()) answer_of.push_back(answer_for(text, finds));
    column.visit_codes([&](const auto codes) {
        for (std::size_t row = 0; row < codes.size(); ++row) answers[row] = answer_of[codes[row]];
    });
    return answers;
}

Answers scan_column(const TextColumn& column, const Finds& finds) {
    if (column.is_interned()) return scan_interned(column, finds);
    Answers answers(column.size());
    for (std::size_t row = 0; row < answers.size(); ++row) answers[row] = answer_for(column.at(row), finds);
    return answers;
}

Answers scan_sides(const EventTable& table, const Finds& finds) {
    Answers answers = scan_column(table.text(Text::side_a), finds);
    const Answers others = scan_column(table.text(Text::side_b), finds);
    for (std::size_t row = 0; row < answers.size(); ++row) answers[row] = either(answers[row], others[row]);
    return answers;
}

// Rows of a file that nothing is known of are unknown.
template <typename AnswerFor>
Answers scan_files(const EventTable& table, AnswerFor answer_for_file) {
    Answers answer_of;
    for (const EventFile& file : table.files()) answer_of.push_back(answer_for_file(file));
    Answers answers(table.size(), FilterAnswer::unknown);
    for (std::size_t row = 0; row < answers.size(); ++row)
        if (const std::uint32_t file = table.origin()[row].file; file < answer_of.size())
            answers[row] = answer_of[file];
    return answers;
}

}  // namespace

Answers scan_texts(const EventTable& table, FilterField field, const Finds& finds) {
    switch (field) {
        case FilterField::actor:
            return scan_sides(table, finds);
        case FilterField::dataset:
            return scan_files(table, [&](const EventFile& file) {
                return either(answer_for(file.dataset, finds), answer_for(file.dataset_name, finds));
            });
        case FilterField::version:
            return scan_files(table, [&](const EventFile& file) { return answer_for(file.version, finds); });
        default:
            return scan_column(table.text(static_cast<Text>(field)), finds);
    }
}

void negate(Answers& answers) {
    for (FilterAnswer& one : answers) one = static_cast<FilterAnswer>(2 - static_cast<int>(one));
}

}  // namespace harmattan::events
