// Spreadsheets as tables: rows of cells below a row of names.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/table_reader.h"

namespace harmattan::io {

// Goes from row to row of a sheet, once, forward. Blank rows may be left out.
class SheetRows {
  public:
    virtual ~SheetRows() = default;
    // Throws base::Error for what ends the reading.
    virtual bool next() = 0;
    // Of the present row: as a person counts it, from 1, and its cells from column A on, empty where nothing is.
    virtual std::uint64_t number() const = 0;
    virtual const std::vector<std::string>& cells() const = 0;
    virtual double share_read() const = 0;
};

// Opens the same sheet from its first row.
using OpenSheet = std::function<std::unique_ptr<SheetRows>()>;

struct SheetHeader {
    std::vector<std::string> columns;  // without the columns that have no name behind the last that has one
    std::uint64_t row = 0;
};

// The row of names: among the first 50 rows that are not blank, the first with more than half as many cells as the
// fullest of them has, most of them words and not numbers or dates; without such a row, the first that is as full.
// So titles above it and tags below it (HXL) do no harm. None for a sheet with nothing in it.
std::optional<SheetHeader> find_sheet_header(SheetRows& rows);

// The rows below the header; blank ones are no records. line() is the row's number in the sheet.
std::unique_ptr<TableReader> sheet_table(std::unique_ptr<SheetRows> rows, SheetHeader header);

}  // namespace harmattan::io
