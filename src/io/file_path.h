// Paths given by people, before anything is opened.
#pragma once

#include <filesystem>

namespace harmattan::io {

// True for what GDAL or another library would take for something other than a file's path: a URL ("https://..."),
// a virtual file ("/vsicurl/...") or a connection string ("PG:dbname=x"). A file that exists under a name such as
// "notes:2017.csv" is a file.
bool is_address(const std::filesystem::path& file);

}  // namespace harmattan::io
