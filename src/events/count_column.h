// Small whole numbers in two bytes a row.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "events/gather.h"
#include "events/row_iterator.h"

namespace harmattan::events {

// What a count is where the source gives none.
inline constexpr std::int32_t fatalities_unknown = -1;

// Holds any 32-bit number: unknown (-1) and 0 to 65,533 in two bytes a row; the rest, which are few among
// fatalities and durations, in a list sorted by row besides.
class CountColumn {
  public:
    // Of stored(): 0 is unknown, `elsewhere` a number in the list, all others the number plus one. So numbers that
    // are not elsewhere can be compared as they are stored.
    static constexpr std::uint16_t elsewhere = 0xffff;
    static constexpr std::int32_t greatest_stored = 0xfffd;

    std::int32_t operator[](std::size_t row) const {
        const std::uint16_t stored = stored_[row];
        return stored == elsewhere ? from_list(row) : static_cast<std::int32_t>(stored) - 1;
    }
    std::size_t size() const { return stored_.size(); }
    bool empty() const { return stored_.empty(); }
    RowIterator<CountColumn> begin() const { return {this, 0}; }
    RowIterator<CountColumn> end() const { return {this, size()}; }
    // For scans.
    std::span<const std::uint16_t> stored() const { return stored_; }

    void reserve(std::size_t rows) { stored_.reserve(rows); }
    void push_back(std::int32_t number) {
        const bool fits = number >= fatalities_unknown && number <= greatest_stored;
        if (!fits) list_.emplace_back(static_cast<std::uint32_t>(stored_.size()), number);
        stored_.push_back(fits ? static_cast<std::uint16_t>(number + 1) : elsewhere);
    }
    // The rows of `more` behind its own.
    void append(const CountColumn& more);
    void shrink_to_fit();
    CountColumn gathered(RowNumbers rows) const;
    std::size_t memory_bytes() const;

  private:
    std::int32_t from_list(std::size_t row) const;

    std::vector<std::uint16_t> stored_;
    std::vector<std::pair<std::uint32_t, std::int32_t>> list_;  // row and number
};

}  // namespace harmattan::events
