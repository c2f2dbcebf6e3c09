#include "events/table_diff.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include <fmt/core.h>

namespace harmattan::events {
namespace {

constexpr std::array<std::string_view, diff_field_count> names{
    "date_start", "date_end", "latitude",        "longitude",      "best",          "low",
    "high",       "type",     "where_precision", "date_precision", "weight",        "place",
    "district",   "region",   "country",         "side_a",         "side_b",        "conflict",
    "dyad",       "category", "subcategory",     "source",         "second_source", "note"};

constexpr auto first_text = static_cast<std::size_t>(DiffField::place);

// DiffField has the texts in the order of Text, without the id.
constexpr Text text_of(DiffField field) {
    return static_cast<Text>(static_cast<std::size_t>(field) - first_text + static_cast<std::size_t>(Text::place));
}
static_assert(text_of(DiffField::note) == Text::note && text_of(DiffField::country) == Text::country);

constexpr std::uint32_t no_row = 0xffffffff;
constexpr std::uint32_t no_code = 0xffffffff;

std::string number_or_nothing(std::int64_t number, std::int64_t nothing) {
    return number == nothing ? std::string() : fmt::format("{}", number);
}

// Numbers of the later table's texts for those of the earlier one.
class SharedCodes {
  public:
    SharedCodes(const TextColumn& before, const TextColumn& after) : before_(before), after_(after) {
        std::unordered_map<std::string_view, std::uint32_t> codes;
        const auto& later = after.dictionary();
        for (std::size_t code = 0; code < later.size(); ++code) codes.emplace(later[code], code);
        for (const std::string& text : before.dictionary()) {
            const auto found = codes.find(text);
            code_of_.push_back(found == codes.end() ? no_code : found->second);
        }
    }
    bool is_equal(std::size_t before_row, std::size_t after_row) const {
        return code_of_[before_.code(before_row)] == after_.code(after_row);
    }

  private:
    const TextColumn& before_;
    const TextColumn& after_;
    std::vector<std::uint32_t> code_of_;
};

class RowCompare {
  public:
    RowCompare(const EventTable& before, const EventTable& after) : before_(before), after_(after) {
        for (std::size_t field = first_text; field < diff_field_count; ++field) {
            const Text text = text_of(static_cast<DiffField>(field));
            texts_.emplace_back(before.text(text), after.text(text));
        }
    }

    // The fields that differ, as ChangedEvent::fields.
    DiffFields differing(std::size_t a, std::size_t b) const {
        DiffFields fields = 0;
        const auto note = [&](DiffField field, bool is_equal) {
            if (!is_equal) fields |= only(field);
        };
        note(DiffField::date_start, before_.first_day()[a] == after_.first_day()[b]);
        note(DiffField::date_end, before_.last_day()[a] == after_.last_day()[b]);
        note(DiffField::latitude, is_near(before_.lat_deg()[a], after_.lat_deg()[b]));
        note(DiffField::longitude, is_near(before_.lon_deg()[a], after_.lon_deg()[b]));
        note(DiffField::best, before_.best()[a] == after_.best()[b]);
        note(DiffField::low, before_.low()[a] == after_.low()[b]);
        note(DiffField::high, before_.high()[a] == after_.high()[b]);
        const EventKind from = unpacked(before_.packed_kinds()[a]), to = unpacked(after_.packed_kinds()[b]);
        note(DiffField::type, from.type == to.type);
        note(DiffField::where_precision, from.where_precision == to.where_precision);
        note(DiffField::date_precision, from.date_precision == to.date_precision);
        note(DiffField::weight, before_.weight(a) == after_.weight(b));
        for (std::size_t i = 0; i < texts_.size(); ++i)
            note(static_cast<DiffField>(first_text + i), texts_[i].is_equal(a, b));
        return fields;
    }

  private:
    static bool is_near(double a, double b) {
        constexpr double centimetre_deg = 1e-7;
        return std::abs(a - b) <= centimetre_deg;
    }

    const EventTable& before_;
    const EventTable& after_;
    std::vector<SharedCodes> texts_;
};

// Everything a row without an id says, as one text.
std::string whole_row(const EventTable& table, std::size_t row, DiffFields fields) {
    std::string text;
    for (std::size_t field = 0; field < diff_field_count; ++field) {
        if ((fields & only(static_cast<DiffField>(field))) == 0) continue;
        const std::string value = value_of(table, row, static_cast<DiffField>(field));
        text += fmt::format("{}:{}", value.size(), value);  // so that no two rows can run together
    }
    return text;
}

// For each row of the later table its row in the earlier one, or no_row.
class Pairs {
  public:
    Pairs(const EventTable& before, const EventTable& after, DiffFields fields)
        : partner(after.size(), no_row), fields_(fields) {
        pair_by_id(before, after);
        if (without_id_before > 0 && without_id_after > 0) pair_whole(before, after);
    }

    std::vector<std::uint32_t> partner;
    std::uint64_t without_id_before = 0, without_id_after = 0;

  private:
    template <typename Key>
    using Waiting = std::unordered_map<Key, std::uint32_t>;  // the first row that still waits for a partner

    void pair_by_id(const EventTable& before, const EventTable& after) {
        const TextColumn &old_ids = before.text(Text::id), &new_ids = after.text(Text::id);
        Waiting<std::string_view> waiting;
        waiting.reserve(before.size());
        next_.assign(before.size(), no_row);
        // From the end, so that the first row of an id comes to stand in front.
        for (std::size_t row = before.size(); row-- > 0;)
            if (old_ids.at(row).empty())
                ++without_id_before;
            else
                put_in_front(waiting, old_ids.at(row), row);
        for (std::size_t row = 0; row < after.size(); ++row)
            if (new_ids.at(row).empty())
                ++without_id_after;
            else
                partner[row] = take(waiting, new_ids.at(row));
    }

    void pair_whole(const EventTable& before, const EventTable& after) {
        const TextColumn &old_ids = before.text(Text::id), &new_ids = after.text(Text::id);
        Waiting<std::string> waiting;
        for (std::size_t row = before.size(); row-- > 0;)
            if (old_ids.at(row).empty()) put_in_front(waiting, whole_row(before, row, fields_), row);
        for (std::size_t row = 0; row < after.size(); ++row)
            if (new_ids.at(row).empty()) partner[row] = take(waiting, whole_row(after, row, fields_));
    }

    template <typename Key>
    void put_in_front(Waiting<Key>& waiting, Key key, std::size_t row) {
        const auto [at, is_new] = waiting.emplace(std::move(key), static_cast<std::uint32_t>(row));
        if (!is_new) next_[row] = std::exchange(at->second, static_cast<std::uint32_t>(row));
    }

    template <typename Key>
    std::uint32_t take(Waiting<Key>& waiting, const Key& key) {
        const auto at = waiting.find(key);
        if (at == waiting.end() || at->second == no_row) return no_row;
        return std::exchange(at->second, next_[at->second]);
    }

    DiffFields fields_;
    std::vector<std::uint32_t> next_;  // the next row with the same key, of the earlier table
};

// Countries by name, so that the numbers of two tables can be put side by side.
class CountryNames {
  public:
    CountryNames(const EventTable& before, const EventTable& after) {
        add(before, before_);
        add(after, after_);
    }
    std::uint32_t before(const EventTable& table, std::size_t row) const {
        return before_[table.text(Text::country).code(row)];
    }
    std::uint32_t after(const EventTable& table, std::size_t row) const {
        return after_[table.text(Text::country).code(row)];
    }
    const std::string& name(std::uint32_t number) const { return names_[number]; }

  private:
    void add(const EventTable& table, std::vector<std::uint32_t>& numbers) {
        for (const std::string& name : table.text(Text::country).dictionary()) {
            const auto [at, is_new] = numbers_.emplace(name, static_cast<std::uint32_t>(names_.size()));
            if (is_new) names_.push_back(name);
            numbers.push_back(at->second);
        }
    }
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<std::string> names_;
    std::vector<std::uint32_t> before_, after_;
};

void add_row(Totals& totals, const EventTable& table, std::size_t row) {
    const auto known = [](std::int32_t number) { return static_cast<std::uint64_t>(std::max(number, 0)); };
    totals.events += table.weight(row);
    totals.best += known(table.best()[row]);
    totals.low += known(table.low()[row]);
    totals.high += known(table.high()[row]);
    if (table.best()[row] == fatalities_unknown) ++totals.best_unknown;
}

using ByCountryAndTime = std::pair<std::uint32_t, int>;

void count_years(TableDiff& diff, const EventTable& before, const EventTable& after,
                 const CountryNames& countries) {
    std::map<ByCountryAndTime, std::pair<Totals, Totals>> years;
    const auto year_of = [](const EventTable& table, std::size_t row) {
        return base::civil_of(table.first_day()[row]).year;
    };
    for (std::size_t row = 0; row < before.size(); ++row) {
        add_row(diff.before, before, row);
        add_row(years[{countries.before(before, row), year_of(before, row)}].first, before, row);
    }
    for (std::size_t row = 0; row < after.size(); ++row) {
        add_row(diff.after, after, row);
        add_row(years[{countries.after(after, row), year_of(after, row)}].second, after, row);
    }
    for (const auto& [key, totals] : years)
        if (totals.first != totals.second)
            diff.moved.push_back({countries.name(key.first), key.second, totals.first, totals.second});
    std::sort(diff.moved.begin(), diff.moved.end(), [](const CountryYear& a, const CountryYear& b) {
        return std::pair(std::string_view(a.country), a.year) < std::pair(std::string_view(b.country), b.year);
    });
}

void count_months(TableDiff& diff, const EventTable& before, const EventTable& after,
                  const CountryNames& countries) {
    std::map<ByCountryAndTime, CountryMonth> months;
    const auto entry = [&](std::uint32_t country, base::Day day) -> CountryMonth& {
        const base::CivilDate date = base::civil_of(day);
        CountryMonth& month = months[{country, date.year * 12 + date.month}];
        month.month = base::day_of({date.year, date.month, 1});
        month.country = countries.name(country);
        return month;
    };
    for (const std::uint32_t row : diff.added) ++entry(countries.after(after, row), after.first_day()[row]).added;
    for (const std::uint32_t row : diff.removed)
        ++entry(countries.before(before, row), before.first_day()[row]).removed;
    for (const ChangedEvent& event : diff.changed)
        ++entry(countries.after(after, event.after), after.first_day()[event.after]).changed;
    for (auto& [key, month] : months) diff.by_month.push_back(std::move(month));
    std::sort(diff.by_month.begin(), diff.by_month.end(), [](const CountryMonth& a, const CountryMonth& b) {
        return std::pair(std::string_view(a.country), a.month) < std::pair(std::string_view(b.country), b.month);
    });
}

void sort_rows(TableDiff& diff, const Pairs& pairs, const EventTable& before, const EventTable& after,
               DiffFields compared) {
    const RowCompare compare_rows(before, after);
    std::vector<bool> has_partner(before.size());
    for (std::size_t row = 0; row < after.size(); ++row) {
        const std::uint32_t old_row = pairs.partner[row];
        if (old_row == no_row) {
            diff.added.push_back(static_cast<std::uint32_t>(row));
            continue;
        }
        has_partner[old_row] = true;
        const DiffFields fields = compare_rows.differing(old_row, row) & compared;
        if (fields == 0) {
            ++diff.same;
            continue;
        }
        diff.changed.push_back({old_row, static_cast<std::uint32_t>(row), fields});
        for (std::size_t field = 0; field < diff_field_count; ++field)
            diff.changed_by_field[field] += fields >> field & 1U;
    }
    for (std::size_t row = 0; row < before.size(); ++row)
        if (!has_partner[row]) diff.removed.push_back(static_cast<std::uint32_t>(row));
}

}  // namespace

std::string_view name_of(DiffField field) {
    return names[static_cast<std::size_t>(field)];
}

std::string value_of(const EventTable& table, std::size_t row, DiffField field) {
    const EventKind kind = unpacked(table.packed_kinds()[row]);
    switch (field) {
        case DiffField::date_start:
            return base::iso(table.first_day()[row]);
        case DiffField::date_end:
            return base::iso(table.last_day()[row]);
        case DiffField::latitude:
            return fmt::format("{}", table.lat_deg()[row]);
        case DiffField::longitude:
            return fmt::format("{}", table.lon_deg()[row]);
        case DiffField::best:
            return number_or_nothing(table.best()[row], fatalities_unknown);
        case DiffField::low:
            return number_or_nothing(table.low()[row], fatalities_unknown);
        case DiffField::high:
            return number_or_nothing(table.high()[row], fatalities_unknown);
        case DiffField::type:
            return kind.type == ViolenceType::unknown ? "" : fmt::format("{}", static_cast<int>(kind.type) + 1);
        case DiffField::where_precision:
            return number_or_nothing(kind.where_precision, 0);
        case DiffField::date_precision:
            return number_or_nothing(kind.date_precision, 0);
        case DiffField::weight:
            return fmt::format("{}", table.weight(row));
        default:
            return std::string(table.text(text_of(field)).at(row));
    }
}

TableDiff compare(const EventTable& before, const EventTable& after, DiffFields fields) {
    const Pairs pairs(before, after, fields);
    TableDiff diff;
    diff.without_id_before = pairs.without_id_before;
    diff.without_id_after = pairs.without_id_after;
    sort_rows(diff, pairs, before, after, fields);
    const CountryNames countries(before, after);
    count_years(diff, before, after, countries);
    count_months(diff, before, after, countries);
    return diff;
}

}  // namespace harmattan::events
