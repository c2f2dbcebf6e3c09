// Excel's workbooks until 2003 (.xls), through GDAL and FreeXL.
#pragma once

#include <filesystem>
#include <memory>

#include "io/sheet_table.h"

namespace harmattan::io {

// Days come as "2017-03-02". Sheets with nothing in them are left out. Throws what GdalDataset's constructor
// throws, and Error "zip.encrypted" for one that is locked with a password; the rows throw "features.read_failed".
std::shared_ptr<const SheetBook> open_xls(const std::filesystem::path& file);

}  // namespace harmattan::io
