// What is said about rows that could not be used.
#pragma once

#include <cstdint>

#include "cli/console.h"
#include "story/story.h"

namespace harmattan::cli {

std::uint64_t rejected_rows(const story::OpenedStory& opened);

// Per file: how many, the first five with line and reason, and how to see all of them. On standard error.
void tell_rejected(const Console& console, const story::OpenedStory& opened);

}  // namespace harmattan::cli
