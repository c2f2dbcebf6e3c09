// What `inspect` prints.
#pragma once

#include <span>
#include <string>

#include "cli/console.h"
#include "cli/file_facts.h"

namespace harmattan::cli {

class TextPage;

enum class Rows { first, all };  // which of the rows that are listed: the first 20 of each kind, or all

// For a person, in the console's language, at most 80 characters wide but for the rows, which take a line each;
// without a line break at the end.
std::string as_text(const FileFacts& facts, const Console& console, Rows rows = Rows::first);

// Parts of it: where a table of events comes from and how it was read; its events counted; the account of a
// table's records; and the rows of that account.
void add_source(TextPage& page, const io::ReadReport& report);
void add_events(TextPage& page, const TableFacts& facts);
void add_account(TextPage& page, const io::ReadReport& report);
void add_rows(TextPage& page, const io::ReadReport& report, Rows rows);

// For a program: {"files": [...]}. Keys are stable and in English; sentences are in the console's language.
// Control characters are escaped as JSON has it.
std::string as_json(std::span<const FileFacts> files, const Console& console);

}  // namespace harmattan::cli
