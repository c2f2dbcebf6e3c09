// Paths given by people, before anything is opened.
#pragma once

#include <filesystem>
#include <string_view>

namespace harmattan::io {

// True for what GDAL or another library would take for something other than a file's path: a URL ("https://..."),
// a virtual file ("/vsicurl/...") or a connection string ("PG:dbname=x"). A file that exists under a name such as
// "notes:2017.csv" is a file.
bool is_address(const std::filesystem::path& file);

// Whether a text begins as GDAL's connection strings do: "PG:dbname=x"; not "C:x".
bool is_like_connection(std::string_view text);

}  // namespace harmattan::io
