#include "io/event_part.h"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>

namespace harmattan::io {
namespace {

using events::Text;

constexpr const char* zero_coordinates = "row.zero_coordinates";

}  // namespace

EventPart::EventPart(const AssemblyOptions& options) : options_(options), places_(options.country_map) {}

void EventPart::add(const events::EventRow& row, std::uint64_t line, std::uint64_t position) {
    keep_position(row, position);
    builder_.add(row);
    const std::string_view id = row.text(Text::id);
    ids_.add(id.empty() ? 0 : IdList::hash_of(id), line);
    doubt_place(row, line, position);
}

void EventPart::reserve(std::size_t rows) {
    builder_.reserve(rows);
    ids_.reserve(rows);
}

void EventPart::doubt_place(const events::EventRow& row, std::uint64_t line, std::uint64_t position) {
    if (row.lat_deg == 0 && row.lon_deg == 0) return doubt(zero_coordinates, line, position, {}, {});
    if (!options_.checks_places) return;
    const auto country = row.text(Text::country);
    const auto found = places_.doubt({row.lon_deg, row.lat_deg}, country, row.text(Text::place));
    if (!found) return;
    // A row that is known to the district or worse says by itself that its place is rounded.
    constexpr events::WherePrecision district = 3;
    if (found->problem == PlaceProblem::whole_degrees && row.where_precision >= district) return;
    doubt(places_.key_of(*found, country), line, position, *found, country);
}

void EventPart::doubt(std::string key, std::uint64_t line, std::uint64_t position, const PlaceDoubt& doubt,
                      std::string_view country) {
    ++doubts_[key];
    if (doubted_.size() < most_warnings)
        doubted_.push_back({line, position, doubt, std::move(key), std::string(country)});
}

void EventPart::move_lines(std::uint64_t lines) {
    for (DoubtedPlace& doubted : doubted_) doubted.line += lines;
    ids_.move_lines(lines);
}

void EventPart::keep_position(const events::EventRow& row, std::uint64_t position) {
    if (positions_.empty() && row.origin.position == position) return;
    while (positions_.size() < builder_.size()) positions_.push_back(builder_.origin(positions_.size()).position);
    positions_.push_back(position);
}

std::uint64_t EventPart::position(std::size_t row) const {
    return positions_.empty() ? builder_.origin(row).position : positions_[row];
}

// Its rows; its doubts and ids are left.
void EventPart::append(EventPart&& more) {
    if (!positions_.empty() || !more.positions_.empty()) {
        for (std::size_t row = positions_.size(); row < size(); ++row)
            positions_.push_back(builder_.origin(row).position);
        for (std::size_t row = 0; row < more.size(); ++row) positions_.push_back(more.position(row));
    }
    builder_.append(std::move(more.builder_));
}

// As warnings; once all rows are here.
ReadReport EventPart::doubts_of(const DuplicatesFound& found) const {
    constexpr const char* key = "row.duplicate_id";
    ReadReport report;
    if (found.count > 0) count_warnings(report, key, found.count);
    for (const DuplicateId& id : found.listed)
        report.warnings.push_back(
            {id.line,
             options_.id_column,
             key,
             {{"value", std::string(builder_.id(id.row))}, {"first", fmt::format("{}", id.first_line)}},
             position(id.row)});
    return report;
}

events::EventTable joined(std::vector<EventPart> parts, std::vector<events::EventFile> files, std::size_t threads,
                          ReadReport& report) {
    std::vector<const IdList*> ids;
    for (const EventPart& part : parts) ids.push_back(&part.ids_);
    const DuplicatesFound duplicates = find_duplicates(ids, threads, most_warnings);
    EventPart& all = parts.front();
    ReadReport places;
    for (EventPart& part : parts) {
        for (const auto& [key, count] : part.doubts_) count_warnings(places, key, count);
        // Telling how far off a place is takes longer than reading its row: only for those that are listed.
        for (const auto& doubted : part.doubted_) {
            if (places.warnings.size() == most_warnings) break;
            const bool is_zero = doubted.key == zero_coordinates;
            places.warnings.push_back(
                {doubted.line, is_zero ? std::string() : all.options_.country_column, doubted.key,
                 is_zero ? base::NamedValues{} : all.places_.values_of(doubted.doubt, doubted.country),
                 doubted.position});
        }
        part.ids_ = {};
        if (&part != &all) all.append(std::move(part));
    }
    add_warnings(report, all.doubts_of(duplicates));
    add_warnings(report, std::move(places));
    for (events::EventFile& file : files) all.builder_.add_file(std::move(file));
    return std::move(all.builder_).build();
}

}  // namespace harmattan::io
