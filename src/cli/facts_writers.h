// What `inspect` prints.
#pragma once

#include <span>
#include <string>

#include "cli/console.h"
#include "cli/file_facts.h"

namespace harmattan::cli {

// For a person, in the console's language; without a line break at the end.
std::string as_text(const FileFacts& facts, const Console& console);

// For a program: {"files": [...]}. Keys are stable and in English; `problem` sentences are in the console's
// language.
std::string as_json(std::span<const FileFacts> files, const Console& console);

}  // namespace harmattan::cli
