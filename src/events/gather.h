// Some rows of a column, in a given order: sorting and selecting are both this.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace harmattan::events {

// Numbers of rows. A table holds at most 2^32.
using RowNumbers = std::span<const std::uint32_t>;

// Row i of the result is row rows[i] of `column`; empty for an empty column.
template <typename Value>
std::vector<Value> gathered(const std::vector<Value>& column, RowNumbers rows) {
    if (column.empty()) return {};
    std::vector<Value> taken(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) taken[i] = column[rows[i]];
    return taken;
}

// Puts the rows of `more` behind those of `column`.
template <typename Value>
void append(std::vector<Value>& column, const std::vector<Value>& more) {
    column.insert(column.end(), more.begin(), more.end());
}

}  // namespace harmattan::events
