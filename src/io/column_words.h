// A guess which column of an unknown table is what: from the names of its columns, in English or French, and from
// the values of a few rows. A guess is shown and can be corrected; it is never taken without saying so.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "geo/extent.h"
#include "io/column_samples.h"
#include "io/swapped_places.h"

namespace harmattan::io {

struct ColumnGuess {
    std::string_view field;  // as in io/event_field.h
    std::size_t column = 0;
    double confidence = 0;  // above 0.3, up to 1
    NumberStyle style;      // of the column's numbers in the sample
    std::string
        reason_key;  // a message key: "columns.name", "columns.name_part", "columns.name_only", "columns.values"
    base::NamedValues values;  // for its sentence: name, field, fits, count
};

// A proposal for the whole table, never carried out by guess_columns.
struct SwapProposal {
    SwapVerdict verdict = SwapVerdict::as_is;  // not as_is
    std::string reason_key;                    // "columns.swapped_range" or "columns.swapped_country"
    base::NamedValues values;                  // latitude, longitude (the columns' names), rows, count
};

// A column whose name means a number of deaths, but whose values are none: it is not guessed to be one.
struct MisfitColumn {
    std::string_view field;
    std::size_t column = 0, fits = 0, count = 0;  // of the values looked at
    std::string value;                            // the first that does not fit
};

struct GuessedColumns {
    std::vector<ColumnGuess> columns;  // each field and each column at most once, in the order of EventField
    std::vector<MisfitColumn> misfits;
    std::optional<SwapProposal> swap;
    // The places are in x and y of a projection (no latitude and longitude were found): the reference system has
    // to be named. The sentence is "columns.needs_crs" (x, y: the columns' names).
    bool needs_crs = false;

    // Null when the field was not found.
    const ColumnGuess* of(std::string_view field) const;
};

// True when the point lies in the country of that name, or near it; no value when the name is not known.
using PointInCountry = std::function<std::optional<bool>(geo::LonLat point, std::string_view country)>;

// `sample`: some rows (20 to 1000 are plenty), as fields of text; none is allowed. With `in_country` swapped
// coordinates are also found where all numbers are in range. The time grows with columns times rows; a header of
// any length is allowed.
GuessedColumns guess_columns(std::span<const std::string> header, SampleRows sample,
                             const PointInCountry& in_country = {});

}  // namespace harmattan::io
