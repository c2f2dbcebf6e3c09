// Going over a field of numbers, days or types.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "events/filter_scan.h"

namespace harmattan::events {

// `judge` gives the answer for a value, or for none: std::optional<double> -> FilterAnswer.
template <typename Judge>
class NumberScan {
  public:
    NumberScan(const EventTable& table, Judge judge) : table_(table), judge_(judge), answers_(table.size()) {}

    Answers of(FilterField field) && {
        switch (field) {
            case FilterField::best:
                counts(table_.best());
                break;
            case FilterField::low:
                counts(table_.low());
                break;
            case FilterField::high:
                counts(table_.high());
                break;
            case FilterField::type:
                kinds([](EventKind kind) {
                    return kind.type == ViolenceType::unknown ? none : number(static_cast<int>(kind.type));
                });
                break;
            case FilterField::where_precision:
                kinds([](EventKind kind) {
                    return kind.where_precision == 0 ? none : number(kind.where_precision);
                });
                break;
            case FilterField::date_precision:
                kinds(
                    [](EventKind kind) { return kind.date_precision == 0 ? none : number(kind.date_precision); });
                break;
            case FilterField::date:
                first_days([](base::Day day) { return day.value; });
                break;
            case FilterField::year:
                first_days([](base::Day day) { return base::civil_of(day).year; });
                break;
            case FilterField::month:
                first_days([](base::Day day) { return base::civil_of(day).month; });
                break;
            case FilterField::date_end:
                rows([this](std::size_t row) { return number(table_.last_day()[row].value); });
                break;
            case FilterField::radius_km:
                rows([this](std::size_t row) { return table_.radius_km(row); });
                break;
            case FilterField::latitude:
                rows([this](std::size_t row) { return coordinate(table_.lat_deg()[row]); });
                break;
            case FilterField::longitude:
                rows([this](std::size_t row) { return coordinate(table_.lon_deg()[row]); });
                break;
            default:
                rows([this](std::size_t row) { return number(table_.weight(row)); });
                break;
        }
        return std::move(answers_);
    }

  private:
    using Value = std::optional<double>;
    static constexpr Value none = std::nullopt;
    static Value number(double value) { return value; }
    static Value coordinate(double degrees) { return std::isnan(degrees) ? none : Value(degrees); }

    template <typename ValueOf>
    void rows(ValueOf value_of) {
        for (std::size_t row = 0; row < answers_.size(); ++row) answers_[row] = judge_(value_of(row));
    }

    // Once for each number that two bytes can hold; those elsewhere row by row.
    void counts(const CountColumn& column) {
        const auto value = [](std::int32_t count) { return count == fatalities_unknown ? none : number(count); };
        const auto stored = column.stored();
        if (stored.empty()) return;
        const std::uint16_t greatest = *std::max_element(stored.begin(), stored.end());
        Answers answer_of(std::size_t(greatest) + 1);
        for (std::size_t i = 0; i < answer_of.size(); ++i)
            answer_of[i] = judge_(value(static_cast<std::int32_t>(i) - 1));
        for (std::size_t row = 0; row < stored.size(); ++row) answers_[row] = answer_of[stored[row]];
        if (greatest != CountColumn::elsewhere) return;
        for (std::size_t row = 0; row < stored.size(); ++row)
            if (stored[row] == CountColumn::elsewhere) answers_[row] = judge_(value(column[row]));
    }

    template <typename ValueOf>
    void kinds(ValueOf value_of) {
        std::array<FilterAnswer, 256> answer_of;
        for (std::size_t i = 0; i < answer_of.size(); ++i)
            answer_of[i] = judge_(value_of(unpacked(static_cast<std::uint8_t>(i))));
        const auto packed_kinds = table_.packed_kinds();
        for (std::size_t row = 0; row < packed_kinds.size(); ++row) answers_[row] = answer_of[packed_kinds[row]];
    }

    // Rows of one day stand together.
    template <typename ValueOf>
    void first_days(ValueOf value_of) {
        const auto days = table_.first_day();
        for (std::size_t row = 0; row < days.size();) {
            std::size_t end = row + 1;
            while (end < days.size() && days[end] == days[row]) ++end;
            const FilterAnswer answer = judge_(number(value_of(days[row])));
            std::fill(answers_.begin() + static_cast<std::ptrdiff_t>(row),
                      answers_.begin() + static_cast<std::ptrdiff_t>(end), answer);
            row = end;
        }
    }

    const EventTable& table_;
    Judge judge_;
    Answers answers_;
};

}  // namespace harmattan::events
