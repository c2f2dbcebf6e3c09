// A filter as it is being written: its text, and what is wrong with it. Knows no window.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/error.h"

namespace harmattan::app {

struct FilterBox {
    std::string text;
    // What was wrong with the text when it was last applied: none when it holds. Kept as an error, so that it is
    // said in the language of the moment.
    std::optional<base::Error> fault;
};

// The two lines that show where a filter is wrong: the expression, and how many of its characters stand before the
// caret. None for other errors.
struct FilterCaret {
    std::string line;
    std::string before;  // the part of the line left of the caret
};
std::optional<FilterCaret> caret_of(const base::Error& fault);

}  // namespace harmattan::app
