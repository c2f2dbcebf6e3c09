// The account of every record that was read: records = kept + rejected, always.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/messages.h"
#include "base/time_window.h"
#include "io/event_schema.h"

namespace harmattan::io {

// One record that could not be used, or one that was kept with a doubt.
struct RowProblem {
    std::uint64_t line =
        0;  // on which the record begins (1 = first line of the file); feature number for other formats
    std::string column;  // as named in the file; empty when the whole record is meant
    std::string key;     // message key: "row.latitude_range", "row.date_impossible", ...
    base::NamedValues
        values;  // value and what else the sentence needs; {line} and {column} are filled in by words()
    std::uint64_t position = 0;  // where the record begins, as RowOrigin::position
};

enum class ColumnChoice { by_schema, by_mapping, by_guess };

struct ColumnUse {
    std::string field;   // "latitude"
    std::string column;  // as named in the file
    ColumnChoice chosen = ColumnChoice::by_schema;
};

// Something that was understood about the whole file and should be said: a message key with its values.
struct ReadingNote {
    std::string key;
    base::NamedValues values;
};

struct ReadReport {
    std::string file;
    std::string format;          // "CSV", "GeoPackage", "ZIP, member events.csv", ...
    std::string database_table;  // of a database, whose connection is `file`, without passwords
    std::string dataset;         // the schema's id: "ucdp-ged"; "table" where no source was recognised
    std::string layout;          // its name: "UCDP GED"
    std::string version;         // of the source, when known: "25.1"
    bool is_provisional = false;
    std::string why_key;  // why it is taken for that source
    base::NamedValues why_values;
    SourceTerms terms;
    base::DayRange coverage{{0}, {-1}};       // first and last day for which the source has data
    std::optional<base::Day> unsettled_from;  // from here on rows are still being added and corrected
    std::vector<ReadingNote> notes;           // how dates and numbers were read, what is assumed or proposed

    std::uint64_t records = 0;  // records read, without the header
    std::uint64_t kept = 0;
    std::uint64_t rejected = 0;        // records == kept + rejected
    std::vector<RowProblem> problems;  // the first `most_problems` rejected records, in order of line
    std::vector<RowProblem> warnings;  // kept, but doubtful: the first `most_warnings` in order of line
    std::uint64_t warning_count = 0;   // all of them
    // All rejections and all warnings by their key.
    std::map<std::string, std::uint64_t> rejected_by_reason, warnings_by_reason;
    std::vector<ColumnUse> event_columns;   // of a table of events: which column is what
    std::vector<std::string> columns_used;  // "latitude <- Y"; of features, the names
    std::vector<std::string> columns_ignored;
    std::uint64_t where_precision_missing = 0, date_precision_missing = 0, best_missing = 0;
    // When the source last changed one of the kept rows, in seconds since 1970; where it says so.
    std::optional<std::int64_t> latest_update_s;
    bool has_where_precision = false, has_date_precision = false;  // whether there is such a column
};

inline constexpr std::size_t most_problems = 10000;
inline constexpr std::size_t most_warnings = 1000;

// Counts a rejected record and lists it while there is room; `records` is counted by whoever reads.
void add_rejection(ReadReport& report, RowProblem problem);

// Counts a warning and lists it while fewer than `most_listed` are.
void add_warning(ReadReport& report, RowProblem problem, std::size_t most_listed = most_warnings);

// Counts warnings of one key that are not listed.
void count_warnings(ReadReport& report, const std::string& key, std::uint64_t count);

// Counts and lists the warnings of `more` besides the report's own; both are in order of line, and the list stays
// so.
void add_warnings(ReadReport& report, ReadReport&& more);

// Adds the records of a part of the table that stands behind those so far: its counts, and its problems and
// warnings, whose lines are counted from the part's beginning; `lines` stand before it.
void append_rows(ReadReport& report, ReadReport&& part, std::uint64_t lines);

// "line 17: latitude 95 is not between -90 and 90"; "feature 17: ..." for keys that begin with "feature.".
std::string words(base::Language language, const RowProblem& problem);

// The sentence of a problem with an ellipsis for each of its values, for counts by reason.
std::string reason_words(base::Language language, const std::string& key);

// A note in words.
std::string words(base::Language language, const ReadingNote& note);

}  // namespace harmattan::io
