#include "io/guess_layout.h"

#include "io/column_words.h"
#include "io/parse_value.h"
#include "io/swapped_places.h"

namespace harmattan::io {
namespace {

// Below it a guess is shown as a possibility but not taken.
constexpr double least_confidence = 0.5;

bool is_taken(const EventLayout& layout, std::size_t column) {
    return std::find(layout.at.begin(), layout.at.end(), std::optional(column)) != layout.at.end();
}

bool is_date_part(EventField field) {
    return field == EventField::year || field == EventField::month || field == EventField::day;
}

void take(EventLayout& layout, const ColumnGuess& guess) {
    const auto field = event_field_of(guess.field);
    if (!field || layout.has(*field) || is_taken(layout, guess.column)) return;
    if (guess.confidence < least_confidence) return;
    if (is_date_part(*field) && layout.has(EventField::date_start)) return;
    layout.at[static_cast<std::size_t>(*field)] = guess.column;
    layout.notes.push_back({guess.reason_key, guess.values});
}

}  // namespace

void guess_columns_of(EventLayout& layout, const TableSample& sample) {
    const GuessedColumns guessed = guess_columns(sample.header, sample.rows);
    for (const ColumnGuess& guess : guessed.columns) take(layout, guess);
}

void propose_swap(EventLayout& layout, const TableSample& sample) {
    const auto latitude = layout.of(EventField::latitude), longitude = layout.of(EventField::longitude);
    if (!latitude || !longitude) return;
    SwapEvidence evidence;
    for (const auto& row : sample.rows) {
        if (std::max(*latitude, *longitude) >= row.size()) continue;
        const auto lat_deg = parse_number(row[*latitude]), lon_deg = parse_number(row[*longitude]);
        if (lat_deg && lon_deg) evidence.add(*lat_deg, *lon_deg);
    }
    // One or two such rows are mistakes of their own, and rejected as such.
    constexpr std::uint64_t least_rows = 3;
    const std::uint64_t out_of_range = evidence.rows() - evidence.in_range();
    if (evidence.verdict() != SwapVerdict::out_of_range || out_of_range < least_rows) return;
    const std::string& lat_name = layout.header[*latitude];
    const std::string& lon_name = layout.header[*longitude];
    layout.notes.push_back({"note.swapped",
                            {{"rows", std::to_string(out_of_range)},
                             {"count", std::to_string(evidence.rows())},
                             {"latitude", lat_name},
                             {"longitude", lon_name}}});
}

}  // namespace harmattan::io
