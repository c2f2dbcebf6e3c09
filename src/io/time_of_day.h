// The time of day that may follow a date. It is read only to know that the text is a date with a time and nothing
// else: days are what counts.
#pragma once

#include <string_view>

namespace harmattan::io {

enum class TimeCheck {
    fine,        // a time with or without a zone, a zone such as "+01:00", or nothing
    impossible,  // the form of a time, but no such time: 25:61
    not_a_time   // something else
};

// `rest` is what follows the date in a folded text (io/folded_text.h): "t06:30z", " 06:30:00.000+01:00",
// "t063000", ", 2:30 pm", " a 14h30", " 10:00 utc", "z", "".
TimeCheck check_time(std::string_view rest);

}  // namespace harmattan::io
