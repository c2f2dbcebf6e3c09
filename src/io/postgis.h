// Events from PostgreSQL databases, with or without PostGIS, named on the command line.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time_window.h"
#include "geo/extent.h"
#include "io/gdal_table.h"

namespace harmattan::io {

class GdalShelf;

// "PG:host=... dbname=...", a connection string as GDAL and libpq take it. Never to be asked of what a story or
// another file holds: a connection is made only where a person wrote it down.
bool is_postgis(std::string_view text);

// The connection string with *** for each password, for messages and credits; an address with *** for its user and
// for all that stands behind a question mark.
std::string without_password(std::string_view connection);

// What of the rows is wanted. The server leaves the others out, so that they are neither read nor counted.
struct PostgisFilter {
    // Names of the columns with the first and the last day; the last may be empty. Only columns of the types date
    // and timestamp (with or without zone; days are UTC's) are filtered by: days in texts can have any form. A row
    // without a first day is always given, for the reader to reject it in words.
    std::string first_day_column, last_day_column;
    std::optional<base::DayRange> days;
    std::optional<geo::Extent> extent;  // of the table's geometry; one that crosses the antimeridian is widened
};

// One table or view. All reading is in read-only transactions, and no statement takes longer than 10 minutes.
class PostgisTable {
  public:
    // `layer` is "table" or "schema.table"; without it the connection string's tables=, else the only table with
    // geometry, else the only table. Waits 10 s for the server. Throws Error "postgis.cannot_connect" (file,
    // reason), "features.no_layer", "features.several_layers", "features.no_layers",
    // "features.cannot_transform", and "postgis.is_uri" (file) for an address instead of keywords.
    explicit PostgisTable(std::string_view connection, const std::optional<std::string>& layer = {});

    const TableFacts& facts() const { return facts_; }
    const std::vector<std::string>& columns() const { return columns_; }
    // Reads what the filter wants. Throws Error "features.read_failed" (file, reason), also while reading.
    OpenTable open(PostgisFilter filter = {}) const;
    // The first and the last day of a column; no value where it holds no days (PostgisFilter), or none at all.
    std::optional<base::DayRange> days_of(const std::string& column) const;
    // What the server is asked beside the extent; empty when the days cannot be asked for. For messages and tests.
    std::string where(const PostgisFilter& filter) const;

  private:
    bool has_days(const std::string& column) const;

    std::shared_ptr<GdalShelf> shelf_;
    TableFacts facts_;
    std::vector<std::string> columns_, day_columns_;
};

}  // namespace harmattan::io
