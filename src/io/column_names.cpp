#include "io/column_names.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/core.h>

#include "base/resources.h"
#include "io/byte_source.h"
#include "io/csv_reader.h"
#include "io/parse_value.h"

namespace harmattan::io {
namespace {

constexpr std::size_t shortest_part = 4;
constexpr double share_of_part = 0.65, loss_for_each_word = 0.05;

}  // namespace

ColumnNames::ColumnNames(std::string_view csv) {
    MemorySource source(csv, "column_names.csv");
    CsvReader reader(source);
    while (reader.next()) {
        if (reader.line() == 1) continue;
        const auto fail = [&] {
            throw std::invalid_argument(fmt::format("ColumnNames: line {} is no name", reader.line()));
        };
        if (reader.field_count() != 3 || reader.field(1).empty()) fail();
        const double score = parse_number(reader.field(2)).value_or(-1);
        const auto field = event_field_of(reader.field(0));
        if (score < 0 || score > 1 || (!field && reader.field(0) != "other")) fail();
        if (field)
            known_.push_back({*field, std::string(reader.field(1)), score});
        else
            other_meanings_.emplace_back(reader.field(1));
    }
}

ColumnNames ColumnNames::embedded() {
    return ColumnNames(base::resource_text("data/column_names.csv"));
}

bool ColumnNames::is_other_meaning(const std::string& word) const {
    return std::find(other_meanings_.begin(), other_meanings_.end(), word) != other_meanings_.end();
}

// Consecutive words that make the name, with no word beside them that means something else: {"nombre", "morts",
// "confirmes"} holds "nombremorts".
bool ColumnNames::holds_words(const std::vector<std::string>& words, std::string_view name) const {
    const auto is_other = [this](const std::string& word) { return is_other_meaning(word); };
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string run;
        std::size_t last = first;
        while (last < words.size() && run.size() < name.size()) run += words[last++];
        if (run != name) continue;
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(last);
        return std::none_of(words.begin(), begin, is_other) && std::none_of(end, words.end(), is_other);
    }
    return false;
}

NameMatch ColumnNames::match(const HeaderWords& words, const std::string& all, const std::string& outside,
                             const Known& known) const {
    if (all == known.name) return {known.field, known.score, false};
    if (outside == known.name) return {known.field, known.score * 0.98, false};
    const auto& parts = words.outside_brackets;
    if (known.name.size() < shortest_part || !holds_words(parts, known.name)) return {};
    const double loss = loss_for_each_word * static_cast<double>(parts.size() - 1);
    return {known.field, known.score * std::max(0.4, share_of_part - loss), true};
}

std::vector<NameMatch> ColumnNames::match(const HeaderWords& words) const {
    const std::string all = joined(words.all), outside = joined(words.outside_brackets);
    std::vector<NameMatch> matches;
    for (const Known& known : known_) {
        const NameMatch found = match(words, all, outside, known);
        if (found.score == 0) continue;
        const auto same = std::find_if(matches.begin(), matches.end(),
                                       [&](const NameMatch& other) { return other.field == found.field; });
        if (same == matches.end())
            matches.push_back(found);
        else if (found.score > same->score)
            *same = found;
    }
    return matches;
}

}  // namespace harmattan::io
