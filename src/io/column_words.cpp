#include "io/column_words.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "io/column_names.h"
#include "io/degrees_text.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr double least_confidence = 0.3;
constexpr double usual_least = 0.5;     // from which those who ask take a guess (guess_layout.cpp)
constexpr double without_values = 0.8;  // of the confidence that values would have given
constexpr double by_values_alone =
    0.4;  // nothing in the name: only for dates and pairs, which look like nothing else
constexpr std::size_t least_values = 3;

struct Table {
    std::span<const std::string> header;
    SampleRows sample;
    std::vector<HeaderWords> words;
    std::vector<ColumnSamples> samples;
};

Table examine(std::span<const std::string> header, SampleRows sample) {
    Table table{header, sample, {}, {}};
    for (std::size_t column = 0; column < header.size(); ++column) {
        table.words.push_back(header_words(header[column]));
        table.samples.push_back(sample_column(sample, column));
    }
    return table;
}

ColumnGuess guess(const Table& table, std::string_view field, std::size_t column, double confidence,
                  std::string_view key, std::size_t fits) {
    ColumnGuess found{field, column, confidence, table.samples[column].style, std::string(key), {}};
    found.values = {{"name", shortened(table.header[column])},
                    {"field", std::string(field)},
                    {"fits", fmt::format("{}", fits)},
                    {"count", fmt::format("{}", table.samples[column].values)}};
    return found;
}

void add_by_name(const Table& table, const ColumnNames& names, std::size_t column,
                 std::vector<ColumnGuess>& guesses) {
    const ColumnSamples& samples = table.samples[column];
    const bool has_values = samples.values > 0;
    for (const NameMatch& name : names.match(table.words[column])) {
        const std::string_view field = name_of(name.field);
        const ValueSupport values = support_of(samples, field);
        const double confidence = name.score * (has_values ? values.support : without_values);
        if (confidence < least_confidence) continue;
        const std::string_view with_values = name.is_part ? "columns.name_part" : "columns.name";
        guesses.push_back(
            guess(table, field, column, confidence, has_values ? with_values : "columns.name_only", values.fits));
    }
}

bool is_estimate(EventField field) {
    return field == EventField::best || field == EventField::low || field == EventField::high;
}

void add_misfits(const Table& table, const ColumnNames& names, std::size_t column,
                 std::vector<MisfitColumn>& misfits) {
    const ColumnSamples& samples = table.samples[column];
    for (const NameMatch& name : names.match(table.words[column])) {
        const ValueSupport values = support_of(samples, name_of(name.field));
        if (!is_estimate(name.field) || name.score < usual_least || name.score * values.support >= usual_least)
            continue;
        for (const auto& row : table.sample) {
            if (column >= row.size() || is_missing(row[column]) || read_count(row[column], samples.style))
                continue;
            misfits.push_back({name_of(name.field), column, values.fits, samples.values, shortened(row[column])});
            break;
        }
    }
}

// A field whose values are unlike all others, when just one column has them.
void add_by_values(const Table& table, std::string_view field, std::vector<ColumnGuess>& guesses) {
    const auto is_one = [&](const ColumnSamples& samples) {
        // Whole numbers can be serials or years, but without a name they are just numbers.
        return samples.values >= least_values && samples.numbers == 0 &&
               support_of(samples, field).fits == samples.values;
    };
    if (std::count_if(table.samples.begin(), table.samples.end(), is_one) != 1) return;
    const auto at = std::find_if(table.samples.begin(), table.samples.end(), is_one);
    const auto column = static_cast<std::size_t>(at - table.samples.begin());
    guesses.push_back(guess(table, field, column, by_values_alone, "columns.values", at->values));
}

std::size_t rank(std::string_view field) {
    return static_cast<std::size_t>(*event_field_of(field));
}

// The surest first; each field and each column once.
std::vector<ColumnGuess> without_conflicts(std::vector<ColumnGuess> guesses, std::size_t column_count) {
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const ColumnGuess& a, const ColumnGuess& b) { return a.confidence > b.confidence; });
    std::vector<bool> is_taken(column_count);
    std::array<bool, event_field_count> is_found{};
    std::vector<ColumnGuess> kept;
    for (auto& candidate : guesses) {
        if (is_taken[candidate.column] || is_found[rank(candidate.field)]) continue;
        is_taken[candidate.column] = is_found[rank(candidate.field)] = true;
        kept.push_back(std::move(candidate));
    }
    std::sort(kept.begin(), kept.end(),
              [](const ColumnGuess& a, const ColumnGuess& b) { return rank(a.field) < rank(b.field); });
    return kept;
}

std::string_view value_at(const std::vector<std::string>& row, const ColumnGuess* guess) {
    return guess != nullptr && guess->column < row.size() ? std::string_view(row[guess->column])
                                                          : std::string_view{};
}

SwapEvidence swap_evidence(const GuessedColumns& found, SampleRows sample, const PointInCountry& in_country) {
    SwapEvidence evidence;
    const ColumnGuess *const lat = found.of("latitude"), *const lon = found.of("longitude");
    if (lat == nullptr || lon == nullptr) return evidence;
    for (const auto& row : sample) {
        // Both are read as longitudes: a swapped latitude is one.
        const auto first = read_degrees(value_at(row, lat), Axis::longitude, lat->style);
        const auto second = read_degrees(value_at(row, lon), Axis::longitude, lon->style);
        if (!first || !second) continue;
        evidence.add(first.deg, second.deg);
        const std::string_view country = value_at(row, found.of("country"));
        if (!in_country || country.empty()) continue;
        const auto is_inside = in_country({second.deg, first.deg}, country);
        const auto is_inside_swapped = in_country({first.deg, second.deg}, country);
        if (is_inside && is_inside_swapped) evidence.add_country(*is_inside, *is_inside_swapped);
    }
    return evidence;
}

std::optional<SwapProposal> proposal(const GuessedColumns& found, const Table& table,
                                     const PointInCountry& in_country) {
    const SwapEvidence evidence = swap_evidence(found, table.sample, in_country);
    const SwapVerdict verdict = evidence.verdict();
    if (verdict == SwapVerdict::as_is) return std::nullopt;
    const bool is_range = verdict == SwapVerdict::out_of_range;
    SwapProposal swap{verdict, is_range ? "columns.swapped_range" : "columns.swapped_country", {}};
    const auto rows =
        is_range ? evidence.rows() - evidence.in_range() : evidence.with_country() - evidence.inside();
    swap.values = {{"latitude", shortened(table.header[found.of("latitude")->column])},
                   {"longitude", shortened(table.header[found.of("longitude")->column])},
                   {"rows", fmt::format("{}", rows)},
                   {"count", fmt::format("{}", is_range ? evidence.rows() : evidence.with_country())}};
    return swap;
}

}  // namespace

const ColumnGuess* GuessedColumns::of(std::string_view field) const {
    const auto at = std::find_if(columns.begin(), columns.end(),
                                 [&](const ColumnGuess& guess) { return guess.field == field; });
    return at == columns.end() ? nullptr : &*at;
}

GuessedColumns guess_columns(std::span<const std::string> header, SampleRows sample,
                             const PointInCountry& in_country) {
    const Table table = examine(header, sample);
    std::vector<ColumnGuess> guesses;
    const ColumnNames names = ColumnNames::embedded();
    GuessedColumns found;
    for (std::size_t column = 0; column < header.size(); ++column) {
        add_by_name(table, names, column, guesses);
        add_misfits(table, names, column, found.misfits);
    }
    for (const std::string_view field : {"date_start", "coordinates"}) add_by_values(table, field, guesses);
    found.columns = without_conflicts(std::move(guesses), header.size());
    const bool has_degrees = found.of("latitude") != nullptr && found.of("longitude") != nullptr;
    const bool has_pair = found.of("coordinates") != nullptr;
    found.needs_crs = !has_degrees && !has_pair && found.of("x") != nullptr && found.of("y") != nullptr;
    if (has_degrees) found.swap = proposal(found, table, in_country);
    return found;
}

}  // namespace harmattan::io
