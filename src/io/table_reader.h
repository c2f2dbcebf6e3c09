// A table of records with named columns, whatever the format it comes from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/extent.h"

namespace harmattan::io {

// Why a record's fields are not available.
enum class RecordFault { none, field_too_long, record_too_long };

// Goes from record to record, once, forward. Numbers and dates are text as the file has them (what a typed format
// holds is written as "2017-03-02", "2017-03-02T06:30:00" and the shortest decimal that reads back equal).
class TableReader {
  public:
    virtual ~TableReader() = default;

    // The names of the columns in the file's order: well-formed UTF-8, without blanks around.
    virtual const std::vector<std::string>& columns() const = 0;

    // Goes to the next record; false at the end. Throws base::Error for what ends the reading.
    virtual bool next() = 0;

    // Of the present record:
    virtual RecordFault fault() const { return RecordFault::none; }
    // The field that is too long, from 0.
    virtual std::size_t fault_field() const { return 0; }
    // May differ from columns().size() in ragged text files.
    virtual std::size_t field_count() const = 0;
    // The field's text; empty for null. It holds until next(). `index` < field_count().
    virtual std::string_view field(std::size_t index) = 0;
    // All fields that field() gives at once, without blanks around; null where the table has them only one by one.
    virtual const std::string_view* trimmed_fields() { return nullptr; }
    // False is certain: then no field holds a byte of 0x80 or more. Other encodings than UTF-8 may stand in
    // fields.
    virtual bool may_have_high_bytes() const { return true; }
    // Where in the file the field's first byte that is no UTF-8 stands; for messages. Only for text files.
    virtual std::optional<std::uint64_t> invalid_utf8_offset(std::size_t) const { return std::nullopt; }
    virtual bool has_stray_quote() const { return false; }
    // The record's geometry in WGS 84, where the format has one that is a point. For another kind: not_a_point.
    enum class Place { none, point, not_a_point };
    virtual Place place(geo::LonLat&) const { return Place::none; }
    // On which the record begins (1 is the first line of the file), or the number of the feature or row.
    virtual std::uint64_t line() const = 0;
    // For RowOrigin::position: the byte offset of a text file's record, else line().
    virtual std::uint64_t position() const = 0;

    // How much of the file has been read, 0 to 1.
    virtual double share_read() const = 0;
};

// Opens the same table from its beginning; each call gives a fresh reader. Called more than once, since what a
// column's dates mean can be known only from all rows.
using OpenTable = std::function<std::unique_ptr<TableReader>()>;

}  // namespace harmattan::io
