// Events from any table: the source recognised, every value checked, every record accounted for.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/progress.h"
#include "events/event_table.h"
#include "geo/extent.h"
#include "io/date_order.h"
#include "io/event_layout.h"
#include "io/read_report.h"

namespace harmattan::io {

// How the work is shared; what is read does not depend on it.
struct ReadingThreads {
    std::size_t count = default_count();
    // Of a text: several parts for each, since one thread may get less of the machine than the other; shorter ones
    // are not worth it.
    std::size_t parts_each = 4;
    std::uint64_t least_part_bytes = std::uint64_t(4) << 20;

    // The machine's cores, at most 8.
    static std::size_t default_count();
};

struct EventReadOptions {
    LayoutOptions layout;                 // --map, and the user's own schemas
    std::optional<DateOrder> date_order;  // --dates day-first|month-first
    std::optional<std::string> crs;       // of columns x and y, and of latitude and longitude that are none: --crs
    std::optional<std::string> table;     // layer, sheet, or member of an archive
    std::optional<base::Day> today;       // dates after it are doubted; no check without it
    bool may_be_empty = false;            // no event at all is no error: the report tells why
    bool checks_places = true;            // points at sea or outside their country are doubted
    // Whether a path that begins with "PG:" is a database to connect to (io/postgis.h): only where a person wrote
    // it on the command line.
    bool may_connect = false;
    // Of a database only the rows are read whose first day and whose point lie in these; as far as it can, it
    // leaves the others out by itself, and they are not counted. Files give all their rows.
    std::optional<base::DayRange> days;
    std::optional<geo::Extent> extent;
    base::Progress progress;
    ReadingThreads threads;
};

struct EventsRead {
    events::EventTable table;
    ReadReport report;
};

// Reads a file of events: text with separators (docs/formats.md: any encoding, delimiter, way of writing numbers
// and dates), packed or not, and whatever GDAL can give as a table. Empty precisions are 0, "not given"; empty
// fatalities are unknown. A month or a year as a date is an interval of days. Rows with an impossible or missing
// coordinate, date or count are rejected one by one in the report; what is doubtful is kept with a warning. Throws
// Error "csv.*", "file.*", "features.*", "map.*", "schema.*", "dates.undecidable", "dates.contradictory",
// "numbers.undecidable", "read.cancelled" when `progress` returns false, and, where no row is kept and the options
// do not allow that, "csv.no_rows" or "csv.all_rejected" (file, count and the first reason), or
// "csv.all_rejected_mixed" with all reasons.
EventsRead read_events(const std::filesystem::path& file, const EventReadOptions& options = {});

// "csv.no_rows", "csv.all_rejected" or "csv.all_rejected_mixed", of a report without a kept record.
// The report's notes may have been shown already; if not, what is proposed for swapped coordinates is part of the
// reason.
enum class NotesSaid { no, yes };
base::Error error_without_rows(const ReadReport& report, NotesSaid notes);

// The same from CSV in memory (embedded data); `name` stands for the file in messages.
EventsRead read_events_csv(std::string_view text, std::string name, const EventReadOptions& options = {});

// The full text of a record's column (named as in the header), read again from the text file by its position; for
// text too long to keep. Throws Error "csv.no_such_field", "csv.changed" when no such record stands there, and
// those of reading a file.
std::string fetch_field(const std::filesystem::path& file, const events::RowOrigin& origin,
                        std::string_view column);

// A record of a text file as it stands there, quotes and line breaks included, read again by its position; bytes
// that are no UTF-8 are read as Windows-1252. Of records longer than 4,000 bytes the beginning, with an ellipsis.
// Throws Error "csv.changed" when no record stands there, and those of reading a file.
std::string fetch_record(const std::filesystem::path& file, std::uint64_t position);

}  // namespace harmattan::io
