// What was understood of files and has to be said to whoever sees no report.
#pragma once

#include <span>

#include "cli/console.h"
#include "io/read_report.h"

namespace harmattan::cli {

// Which of two files was taken as the newer release, and what is proposed where coordinates seem swapped, and how
// a raster is drawn where nobody said; each sentence once, on standard error.
void tell_notes(const Console& console, std::span<const io::ReadReport> reports);

}  // namespace harmattan::cli
