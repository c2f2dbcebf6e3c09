// The names that columns of events have in the tables people keep. Used by io/column_words.h.
#pragma once

#include <string_view>
#include <vector>

#include "io/header_words.h"

namespace harmattan::io {

struct NameMatch {
    std::string_view field;  // one of event_field_names()
    double score = 0;        // above 0; 1: nearly always means it
    bool is_part = false;    // only some words of the name stand for the field
};

// The fields that the name of a column may stand for, each once, with its best match.
std::vector<NameMatch> match_name(const HeaderWords& words);

}  // namespace harmattan::io
