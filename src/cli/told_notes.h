// What was understood of files and has to be said to whoever sees no report.
#pragma once

#include <span>
#include <string>

#include "cli/console.h"
#include "io/read_report.h"

namespace harmattan::cli {

// Which of two files was taken as the newer release, and what is proposed where coordinates seem swapped, and how
// a raster is drawn where nobody said; each sentence once, on standard error.
void tell_notes(const Console& console, std::span<const io::ReadReport> reports);

// "U+4E2D".
std::string code_point_name(char32_t character);

// That a picture or film has boxes in place of characters, and of which; nothing where there are none.
void tell_missing_characters(const Console& console, std::span<const char32_t> characters);

}  // namespace harmattan::cli
