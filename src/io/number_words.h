// What a text that is no number says instead. Used by io/number_text.h.
#pragma once

#include <string_view>

#include "io/number_text.h"

namespace harmattan::io {

// For a folded text in lower case that could not be read as a number: one of missing, unknown, range, bound,
// approximate, formula_error, other_style and not_a_number. English and French.
NumberProblem why_no_number(std::string_view folded);

// is_missing for a text that is folded already.
bool is_missing_word(std::string_view folded);

}  // namespace harmattan::io
