#include "cli/event_facts.h"

#include <algorithm>
#include <unordered_map>

namespace harmattan::cli {
namespace {

using events::EventTable;
using events::Text;

std::vector<Tally> most_frequent_first(std::vector<Tally> tallies) {
    std::sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) {
        return a.events != b.events ? a.events > b.events : a.name < b.name;
    });
    return tallies;
}

// Events by each text of a column's dictionary.
std::vector<std::uint64_t> counted_by_code(const EventTable& table, Text which) {
    const events::TextColumn& column = table.text(which);
    std::vector<std::uint64_t> counts(column.dictionary().size());
    for (std::size_t row = 0; row < table.size(); ++row) counts[column.code(row)] += table.weight(row);
    return counts;
}

std::vector<Tally> counted_by(const EventTable& table, Text which) {
    const auto counts = counted_by_code(table, which);
    std::vector<Tally> tallies;
    for (std::size_t code = 0; code < counts.size(); ++code)
        if (counts[code] > 0) tallies.push_back({table.text(which).dictionary()[code], counts[code]});
    return most_frequent_first(std::move(tallies));
}

// The two sides have dictionaries of their own, so the names are joined; an event both of whose sides bear one
// name counts once.
std::vector<Tally> counted_by_actor(const EventTable& table) {
    const events::TextColumn& side_a = table.text(Text::side_a);
    const events::TextColumn& side_b = table.text(Text::side_b);
    std::vector<std::uint64_t> by_a = counted_by_code(table, Text::side_a);
    const std::vector<std::uint64_t> by_b = counted_by_code(table, Text::side_b);
    for (std::size_t row = 0; row < table.size(); ++row)
        if (side_a.at(row) == side_b.at(row)) by_a[side_a.code(row)] -= table.weight(row);
    std::unordered_map<std::string, std::uint64_t> counts;
    for (std::size_t code = 0; code < by_a.size(); ++code) counts[side_a.dictionary()[code]] += by_a[code];
    for (std::size_t code = 0; code < by_b.size(); ++code) counts[side_b.dictionary()[code]] += by_b[code];
    std::vector<Tally> tallies;
    for (const auto& [name, events] : counts)
        if (!name.empty() && events > 0) tallies.push_back({name, events});
    return most_frequent_first(std::move(tallies));
}

Estimate added_up(const EventTable& table, const events::CountColumn& column) {
    Estimate estimate;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::int32_t number = column[row];
        if (number == events::fatalities_unknown)
            estimate.unknown += table.weight(row);
        else
            estimate.sum += static_cast<std::uint64_t>(number);
    }
    return estimate;
}

void count_kinds_and_years(const EventTable& table, EventFacts& facts) {
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::uint32_t weight = table.weight(row);
        facts.events += weight;
        facts.by_year[base::civil_of(table.first_day()[row]).year] += weight;
        facts.by_type[static_cast<std::size_t>(table.type()[row])] += weight;
        facts.by_where_precision[table.where_precision()[row]] += weight;
        const std::size_t date = table.date_precision()[row];
        facts.by_date_precision[date < date_precision_count ? date : 0] += weight;
    }
}

void take_radii(const EventTable& table, EventFacts& facts) {
    if (table.files().empty()) return;
    for (std::size_t precision = 0; precision < facts.radius_km.size(); ++precision) {
        const double radius_km = table.files().front().radius_km[precision];
        const bool all_agree = std::all_of(table.files().begin(), table.files().end(), [&](const auto& file) {
            return file.radius_km[precision] == radius_km;
        });
        if (all_agree && radius_km >= 0) facts.radius_km[precision] = radius_km;
    }
}

}  // namespace

EventFacts facts_of(const EventTable& table) {
    EventFacts facts;
    facts.rows = table.size();
    facts.has_weights = table.has_weights();
    facts.days = table.days();
    count_kinds_and_years(table, facts);
    facts.by_country = counted_by(table, Text::country);
    facts.by_category = counted_by(table, Text::category);
    facts.by_actor = counted_by_actor(table);
    facts.low = added_up(table, table.low());
    facts.best = added_up(table, table.best());
    facts.high = added_up(table, table.high());
    take_radii(table, facts);
    return facts;
}

}  // namespace harmattan::cli
