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

// Reads a CSV file of events by its column names, in blocks, with RFC 4180 quoting (quoted fields may hold line
// breaks, "" is a quote), LF, CRLF or CR, with or without a UTF-8 byte order mark. Needed: id, a date (date_start,
// or year with month and day), latitude, longitude, best (or best_death). Optional: date_end, where_prec, date_prec,
// low, high, type_of_violence (1-3 or words), side_a, side_b, conflict_name, dyad_name, country, region, adm_1,
// where_coordinates, source_article or source, source_office, notes. An empty precision is 0, "not given".
// Bad rows are rejected one by one in the report. Throws Error:
//   "csv.missing_file", "csv.is_folder", "csv.is_url", "csv.cannot_read", "csv.empty", "csv.not_text" (NUL or other binary bytes),
//   "csv.no_header", "csv.missing_column" (file, column, found), "csv.unclosed_quote" (file, line),
//   "csv.no_rows" (every row was rejected, or there is none) with the first reason,
//   "read.cancelled".
EventsRead read_events_csv(const std::filesystem::path& file, const base::Progress& progress = {});

// The same from memory (embedded data); `name` stands for the file in messages.
EventsRead read_events_csv(std::string_view text, std::string name, const base::Progress& progress = {});

// The full text of a record's column, read again from the file by its offset; for text too long to keep.
std::string fetch_field(const std::filesystem::path& file, const events::RowOrigin& origin, std::string_view column);

}  // namespace harmattan::io
