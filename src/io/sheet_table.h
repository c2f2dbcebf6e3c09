// Spreadsheets as tables: rows of cells below a row of names.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
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
    virtual const std::vector<std::string_view>& cells() const = 0;
    virtual double share_read() const = 0;
};

// A workbook: its sheets can be opened as often as wanted. The rows keep what they need of it.
class SheetBook {
  public:
    virtual ~SheetBook() = default;
    virtual const std::vector<std::string>& names() const = 0;
    // The sheet of that index in names().
    virtual std::unique_ptr<SheetRows> open(std::size_t index) const = 0;
};

// Excel's limits, which are the widest of all programs' ("Excel specifications and limits"): beyond is damage.
inline constexpr std::uint64_t most_sheet_rows = 1048576;
inline constexpr std::size_t most_sheet_columns = 16384;
inline constexpr std::size_t most_row_bytes = std::size_t(16) << 20;

// The cells of one row, gathered one after the other.
class RowCells {
  public:
    void clear();
    // Puts a text into column `column` (from 0), which must not lie before one that was put already, below
    // most_sheet_columns. False, and not put, when the row would grow past most_row_bytes.
    bool put(std::size_t column, std::string_view text);
    bool is_blank() const { return ends_.empty(); }
    // The cells as views that hold until clear(). To be called once the row is complete.
    const std::vector<std::string_view>& views();

  private:
    std::string texts_;
    std::vector<std::size_t> ends_;  // of each cell in texts_
    std::vector<std::string_view> views_;
};

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
