// What the values of a column in a few rows look like. Used by io/column_words.h.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/number_text.h"

namespace harmattan::io {

using SampleRows = std::span<const std::vector<std::string>>;

// Numbers of values of one column. A value may count in several.
struct ColumnSamples {
    std::size_t values = 0;     // not missing
    std::size_t distinct = 0;   // different texts among them
    std::size_t dates = 0;      // dates, also those that need an order, and serials
    std::size_t years = 0;      // whole numbers from 1800 to 2200
    std::size_t months = 0;     // 1 to 12, or the name of a month
    std::size_t days = 0;       // whole numbers from 1 to 31
    std::size_t degrees = 0;    // degrees from -180 to 180
    std::size_t within_90 = 0;  // of these, from -90 to 90
    std::size_t pairs = 0;      // both coordinates in one field
    std::size_t metres = 0;     // numbers beyond 360
    std::size_t numbers = 0;    // decimals
    std::size_t counts = 0;     // whole numbers of 0 or more
    std::size_t digits = 0;     // whole numbers from 0 to 9
    NumberStyle style;          // of the numbers, where the sample tells; otherwise the usual one
};

// Rows that are too short have no value there.
ColumnSamples sample_column(SampleRows rows, std::size_t column);

// How well the values support the field (as in io/event_field.h).
struct ValueSupport {
    double support = 0;    // 0 to 1; 1 where no value speaks against it
    std::size_t fits = 0;  // values that can belong to the field
};
ValueSupport support_of(const ColumnSamples& samples, std::string_view field);

}  // namespace harmattan::io
