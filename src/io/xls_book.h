// Excel's workbooks of 1997 to 2003 (.xls), read here ([MS-XLS]): FreeXL, which GDAL takes for them, reads behind
// the end of its memory and runs on for ever where a workbook is damaged.
#pragma once

#include <filesystem>
#include <memory>

#include "io/sheet_table.h"

namespace harmattan::io {

// Cells give what open_xlsx() gives. The file is held in memory. Throws Error "sheet.damaged" (file, reason),
// "sheet.no_sheet" (file), "sheet.too_old" (file) for workbooks of before 1997 and "zip.encrypted" for one that is
// locked with a password; the rows throw "sheet.damaged" and "sheet.row_too_long".
std::shared_ptr<const SheetBook> open_xls(const std::filesystem::path& file);

}  // namespace harmattan::io
