// Events from CSV files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "base/progress.h"
#include "events/event_table.h"
#include "io/read_report.h"

namespace harmattan::io {

struct EventsRead {
    events::EventTable table;
    ReadReport report;
};

// Reads a CSV file of events by its column names (whatever their case), in blocks, with RFC 4180 quoting (quoted
// fields may hold line breaks, "" is a quote), LF, CRLF or CR, with or without a UTF-8 byte order mark, with
// commas, semicolons or tabs; packed by gzip or zip, or in UTF-16, as open_text() has it (io/text_source.h), whose
// errors it throws too. Needed: id, a date (date_start, or year with month and day), latitude, longitude,
// best (or best_est, best_death). Optional: date_end, where_prec, date_prec, low, high, type_of_violence (1-3 or
// words), side_a, side_b, conflict_name, dyad_name, country, adm_1 or region, where_coordinates, source or
// source_office, second_source, note or notes. Other columns are left in the file for fetch_field(). An empty
// precision is 0, "not given"; empty fatalities are unknown. Precisions and types out of range and estimates out
// of order are kept with a warning; rows with an impossible or missing id, coordinate, date or count are rejected
// one by one in the report. A row of HXL tags under the header is no record. Text that is not UTF-8 is read as
// Windows-1252, with a warning. Throws Error:
//   "csv.missing_file", "csv.is_folder", "csv.is_url", "csv.not_regular", "csv.cannot_read" (file, reason),
//   "csv.empty", "csv.not_text" (file, offset; NUL or other binary bytes), "csv.utf16",
//   "csv.no_header", "csv.header_too_long", "csv.missing_column" (file, column, found), "csv.duplicate_column",
//   "csv.unclosed_quote" (file, line), "csv.no_rows" (there is none), "csv.all_rejected" (file, count and the
//   first reason), "csv.changed" (the file changed while it was read), "read.cancelled" when `progress` returns
//   false.
EventsRead read_events_csv(const std::filesystem::path& file, const base::Progress& progress = {});

// The same from memory (embedded data); `name` stands for the file in messages.
EventsRead read_events_csv(std::string_view text, std::string name, const base::Progress& progress = {});

// The full text of a record's column (named as in the header), read again from the file by its offset; for text
// too long to keep. Throws Error "csv.no_such_field", "csv.changed" when no such record stands there, and those of
// reading a file.
std::string fetch_field(const std::filesystem::path& file, const events::RowOrigin& origin,
                        std::string_view column);

}  // namespace harmattan::io
