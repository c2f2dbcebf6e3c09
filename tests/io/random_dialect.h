// Tables of events made up at random, written as text in a dialect chosen at random: what programs and people
// write.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/time_window.h"

namespace harmattan::test {

// An event as it must be read back. Days include both ends.
struct DialectRow {
    base::DayRange days;
    int date_precision = 0;  // 4: a month, 5: a year, 0: not given
    double lat_deg = 0, lon_deg = 0;
    std::int32_t best = 0;
    std::string id, place, country, side_a, note;
};

struct DialectFile {
    std::string dialect;  // in words, for messages
    std::string text;     // in UTF-8, without a byte order mark: for messages
    std::string bytes;    // as the file has them, packed and encoded
    std::vector<DialectRow> rows;
    // Day and month cannot be told apart in any row: the file must be refused.
    bool is_undecidable = false;
};

// The same for a seed everywhere.
DialectFile random_dialect(std::uint64_t seed);

}  // namespace harmattan::test
