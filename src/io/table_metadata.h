// What is known of a table, for the file beside it.
#pragma once

#include <string>

#include "io/event_sink.h"

namespace harmattan::io {

// JSON in the form of W3C's "Metadata Vocabulary for Tabular Data" (Recommendation of 17 December 2015): the
// table's address (the name of a file beside it), title, credits and notes; of a CSV file also its columns with
// their types.
std::string metadata_json(const TableMetadata& metadata, const std::string& file_name, bool is_csv);

}  // namespace harmattan::io
