// What is said about rows that could not be used.
#pragma once

#include <cstdint>
#include <span>

#include "cli/console.h"
#include "io/read_report.h"

namespace harmattan::cli {

std::uint64_t rejected_rows(std::span<const io::ReadReport> reports);

// Per file: how many, the first five with line and reason, and how to see all of them. On standard error.
void tell_rejected(const Console& console, std::span<const io::ReadReport> reports);

}  // namespace harmattan::cli
