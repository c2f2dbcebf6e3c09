// OpenDocument spreadsheets (.ods), row by row. GDAL's driver loses all rows behind a gap of 10,000, so they are
// read here (OpenDocument 1.3 part 3).
#pragma once

#include <filesystem>
#include <memory>

#include "io/sheet_table.h"

namespace harmattan::io {

// Cells give the value that is saved and not how it is shown: numbers as the shortest decimal, days as
// "2017-03-02" or "2017-03-02T06:30:00", times as "06:30:00", true and false, texts with line breaks between
// paragraphs. Throws Error "sheet.damaged" (file, reason), "sheet.no_sheet" (file), "zip.encrypted", and those of
// unpacking; so do the rows, and "sheet.row_too_long" (file, row) for one of more than 16 MiB.
std::shared_ptr<const SheetBook> open_ods(const std::filesystem::path& file);

}  // namespace harmattan::io
