// Names of columns that a format has cut to ten letters (dBASE, and with it the Shapefile): which of a source's
// columns each was.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "io/event_schema.h"

namespace harmattan::io {

// A name that may have been any of several, of which at least one is read or tells the source.
struct UnclearName {
    std::size_t column = 0;
    std::vector<std::string> may_be;
};

struct NamesInFull {
    std::vector<std::string> names;  // of each column; the file's own where it was not cut or is unclear
    std::vector<UnclearName> unclear;
};

// `lower_names` are the file's, in its order and in lower case. Where names with the same first ten letters stood
// side by side, GDAL and others write "conflict_n", "conflict_1", "conflict_2" in the order of the columns. So a
// name is told where, of all selections of the source's columns in the source's order (EventSchema::in_order),
// those that would be written like the file's agree on it; it is never guessed.
NamesInFull names_in_full(const EventSchema& schema, const std::vector<std::string>& lower_names);

}  // namespace harmattan::io
