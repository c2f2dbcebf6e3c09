// A table of a PostgreSQL database as an input of events.
#pragma once

#include <filesystem>

#include "io/event_input.h"
#include "io/event_reader.h"

namespace harmattan::io {

// Whether `file` is no file but a connection string, "PG:...", that a person wrote: EventReadOptions::may_connect
// says so. A file of that name is a file.
bool is_database(const std::filesystem::path& file, const EventReadOptions& options);

// The table that options.table or the connection string names. The days and the extent that are asked for are
// asked of the server where it can know them: by a column of days, by the table's geometry. It gives a little more
// than is wanted (a row's first day may lie a year before the day that is written, for events known to their year
// only; a box in the table's own reference system is no box in degrees), so the reader looks again. Throws what
// PostgisTable throws, and what find_layout() throws.
EventInput postgis_input(const std::string& connection, const EventReadOptions& options);

}  // namespace harmattan::io
