#include "io/guess_layout.h"

#include "io/column_words.h"
#include "io/parse_value.h"
#include "io/swapped_places.h"
#include "io/utf8_text.h"

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

void give(EventLayout& layout, EventField field, std::size_t column) {
    layout.at[static_cast<std::size_t>(field)] = column;
}

bool is_type(const EventSchema& schema, const std::string& written) {
    return std::any_of(schema.types.begin(), schema.types.end(),
                       [&](const auto& type) { return type.first == written; });
}

// The first value, where the column has values and none of them is a kind of violence.
std::string value_without_types(const EventLayout& layout, const TableSample& sample, std::size_t column) {
    std::string first;
    for (const auto& row : sample.rows) {
        if (column >= row.size() || row[column].empty()) continue;
        if (is_type(*layout.schema, row[column])) return {};
        if (first.empty()) first = row[column];
    }
    return first;
}

// Whether it was for the type, but none of its values is one: then they are the source's own kinds of event.
bool take_as_category(EventLayout& layout, const TableSample& sample, const GuessedColumns& guessed,
                      const ColumnGuess& guess) {
    const std::string value = value_without_types(layout, sample, guess.column);
    if (value.empty()) return false;
    const ColumnGuess* const category = guessed.of("category");
    const bool is_free =
        !layout.has(EventField::category) && (category == nullptr || category->confidence < least_confidence);
    if (is_free) give(layout, EventField::category, guess.column);
    layout.notes.push_back({is_free ? "note.type_as_category" : "note.type_not_read",
                            {{"column", layout.header[guess.column]}, {"value", shortened(value)}}});
    return true;
}

void take(EventLayout& layout, const TableSample& sample, const GuessedColumns& guessed,
          const ColumnGuess& guess) {
    const auto field = event_field_of(guess.field);
    if (!field || layout.has(*field) || is_taken(layout, guess.column)) return;
    if (guess.confidence < least_confidence) return;
    if (is_date_part(*field) && layout.has(EventField::date_start)) return;
    if (*field == EventField::type && take_as_category(layout, sample, guessed, guess)) return;
    give(layout, *field, guess.column);
    layout.notes.push_back({guess.reason_key, guess.values});
}

void note_misfit(EventLayout& layout, const MisfitColumn& misfit) {
    const auto field = event_field_of(misfit.field);
    if (!field || layout.has(*field) || is_taken(layout, misfit.column)) return;
    layout.notes.push_back({"note.column_misfit",
                            {{"column", layout.header[misfit.column]},
                             {"field", std::string(misfit.field)},
                             {"fits", std::to_string(misfit.fits)},
                             {"count", std::to_string(misfit.count)},
                             {"value", misfit.value}}});
}

}  // namespace

void guess_columns_of(EventLayout& layout, const TableSample& sample) {
    const GuessedColumns guessed = guess_columns(sample.header, sample.rows);
    for (const ColumnGuess& guess : guessed.columns) take(layout, sample, guessed, guess);
    for (const MisfitColumn& misfit : guessed.misfits) note_misfit(layout, misfit);
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
