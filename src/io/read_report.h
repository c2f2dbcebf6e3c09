// The account of every record that was read: records = kept + rejected, always.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/messages.h"

namespace harmattan::io {

// One record that could not be used, or one that was kept with a doubt.
struct RowProblem {
    std::uint64_t line =
        0;  // on which the record begins (1 = first line of the file); feature number for other formats
    std::string column;  // as named in the file; empty when the whole record is meant
    std::string key;     // message key: "row.latitude_range", "row.date_impossible", ...
    base::NamedValues
        values;  // value and what else the sentence needs; {line} and {column} are filled in by words()
};

struct ReadReport {
    std::string file;
    std::string layout;         // "UCDP GED", ... : what the columns were taken for
    std::uint64_t records = 0;  // records read, without the header
    std::uint64_t kept = 0;
    std::uint64_t rejected = 0;             // records == kept + rejected
    std::vector<RowProblem> problems;       // every rejected record once, in order of line
    std::vector<RowProblem> warnings;       // kept, but doubtful: the first `most_warnings` in order of line
    std::uint64_t warning_count = 0;        // all of them
    std::vector<std::string> columns_used;  // "latitude <- latitude"
    std::vector<std::string> columns_ignored;
    std::uint64_t where_precision_missing = 0, date_precision_missing = 0, best_missing = 0;
};

inline constexpr std::size_t most_warnings = 1000;

// Counts a warning and lists it while there is room.
void add_warning(ReadReport& report, RowProblem problem);

// "line 17: latitude 95 is not between -90 and 90"; "feature 17: ..." for keys that begin with "feature.".
std::string words(base::Language language, const RowProblem& problem);

}  // namespace harmattan::io
