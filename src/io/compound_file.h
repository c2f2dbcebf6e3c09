// The container of Excel's old workbooks, checked before a library reads it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace harmattan::io {

// The names of its streams and folders ([MS-CFB] 2.6.1), ASCII characters only. Throws Error "sheet.damaged"
// (file, reason) when its sectors do not fit into the file or a name is longer than an entry can hold: FreeXL 1.0
// and 2.0 would read on behind it.
std::vector<std::string> compound_file_names(const std::filesystem::path& file);

}  // namespace harmattan::io
