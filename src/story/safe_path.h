// A story names its files by paths inside its own folder and never reaches outside.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace harmattan::story {

enum class PathFault { none, empty, url, absolute, upwards };

// Looks at the text alone: absolute paths, "..", URLs, /vsi paths, drive letters and backslashes are faults.
PathFault fault_of(std::string_view path);

// The message key that says what is wrong: "story.path_absolute", ...
std::string message_key(PathFault fault);

// The file in its folder, links followed: throws Error "story.path_link" (path, folder) when a link leads outside.
std::filesystem::path inside(const std::filesystem::path& folder, const std::string& relative);

}  // namespace harmattan::story
