// All records of a table to events: by several threads where the table can be cut, else by a pipeline of three.
#pragma once

#include <vector>

#include "io/event_input.h"
#include "io/event_part.h"
#include "io/event_reader.h"
#include "io/event_row_parser.h"

namespace harmattan::io {

// What the reading of every row needs; all must outlive it.
struct RowReading {
    const EventInput& input;
    const EventLayout& layout;
    ValueRules& rules;
    SourceFiles& files;
    const RowChecks& checks;
    const AssemblyOptions& assembly;
    const EventReadOptions& options;
};

struct RowsRead {
    std::vector<EventPart> parts;  // in the file's order; at least one
    ForeignTexts foreign_texts;
    bool has_used_date_rules = false;
};

// Counts the records into the report, and lists what is wrong with them, but not the doubts that the parts hold.
// Report and rows are the same for any number of threads. Throws what reading and the rules throw, of several
// problems that which stands first in the file, and Error "read.cancelled".
RowsRead read_rows(const RowReading& reading, ReadReport& report);

}  // namespace harmattan::io
