// What holds for the sheets of every workbook.
#pragma once

#include "fuzz/fuzzing.h"
#include "io/sheet_table.h"
#include "io/utf8_text.h"

namespace harmattan::fuzz {

// A small input may stand for a million equal rows: so many are looked at.
inline constexpr std::size_t most_rows_read = 300;

struct SheetReading {
    std::vector<std::pair<std::uint64_t, std::vector<std::string>>> rows;
    std::string error;
    friend bool operator==(const SheetReading&, const SheetReading&) = default;
};

inline SheetReading read_sheet(const io::SheetBook& book, std::size_t index) {
    SheetReading reading;
    reading.error = key_of([&] {
        const auto rows = book.open(index);
        std::uint64_t last = 0;
        while (reading.rows.size() < most_rows_read && rows->next()) {
            require(rows->number() > last && rows->number() <= io::most_sheet_rows, "rows follow each other");
            last = rows->number();
            require(rows->cells().size() <= io::most_sheet_columns, "a row has a bound");
            require(rows->share_read() >= 0 && rows->share_read() <= 1, "a share is one");
            std::vector<std::string> cells;
            for (const auto cell : rows->cells()) cells.emplace_back(cell.substr(0, 200));
            reading.rows.emplace_back(last, std::move(cells));
        }
    });
    return reading;
}

inline void check_table(const io::SheetBook& book, std::size_t index) {
    key_of([&] {
        const auto looked_at = book.open(index);
        const auto header = io::find_sheet_header(*looked_at);
        if (!header) return;
        for (const auto& column : header->columns)
            require(!io::first_invalid_utf8(column), "names of columns are UTF-8");
        const auto table = io::sheet_table(book.open(index), *header);
        require(table->columns() == header->columns, "the table has the header's columns");
        for (std::size_t left = most_rows_read; left > 0 && table->next(); --left) {
            require(table->line() > header->row, "records stand below the header");
            for (std::size_t i = 0; i < table->field_count(); ++i) (void)table->field(i).size();
        }
    });
}

// Every sheet, twice: both times it is the same.
inline void check_book(const io::SheetBook& book) {
    require(!book.names().empty(), "a workbook has a sheet");
    constexpr std::size_t most_sheets = 4;
    for (std::size_t i = 0; i < std::min(book.names().size(), most_sheets); ++i) {
        require(read_sheet(book, i) == read_sheet(book, i), "a sheet is the same when it is read again");
        check_table(book, i);
    }
}

}  // namespace harmattan::fuzz
