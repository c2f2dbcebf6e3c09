// A small text file as a whole.
#pragma once

#include <filesystem>
#include <string>

namespace harmattan::story {

// Throws Error "story.cannot_read" (path, reason), "story.too_large" above 16 MiB: a story is written by hand.
std::string read_text(const std::filesystem::path& path);

}  // namespace harmattan::story
