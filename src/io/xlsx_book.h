// Excel workbooks (.xlsx, .xlsm), row by row. GDAL's driver loses the numbers of rows behind gaps, takes days that
// are counted from 1904 for days from 1900, and holds whole sheets in memory, so they are read here (ECMA-376 part
// 1).
#pragma once

#include <filesystem>
#include <memory>

#include "io/sheet_table.h"

namespace harmattan::io {

// Cells give numbers as the shortest decimal, days and times (by the cell's format) as excel_date() does, true and
// false, texts without their formatting, results of formulas as they were saved, errors as "#N/A". Throws Error
// "sheet.damaged" (file, reason), "sheet.no_sheet" (file), and those of unpacking; so do the rows, and
// "sheet.row_too_long" (file, row) for one of more than 16 MiB.
std::shared_ptr<const SheetBook> open_xlsx(const std::filesystem::path& file);

}  // namespace harmattan::io
