// A story names its files by paths inside its own folder and never reaches outside.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace harmattan::story {

enum class PathFault { none, empty, url, connection, absolute, upwards };

// Looks at the text alone: absolute paths, "..", URLs, /vsi paths, connection strings ("PG:dbname=x"; a file
// of such a name is "./PG:dbname=x"), drive letters and backslashes are faults.
PathFault fault_of(std::string_view path);

// The message key that says what is wrong: "story.path_absolute", ...
std::string message_key(PathFault fault);

// The file in its folder, links followed: throws Error "story.path_link" (path, folder) when a link leads outside.
std::filesystem::path inside(const std::filesystem::path& folder, const std::string& relative);

}  // namespace harmattan::story
