// The form in which a date is written, and its parts, before anyone asks whether there is such a day.
// Used by io/date_text.h; the forms are named there.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "io/text_cursor.h"

namespace harmattan::io {

enum class DateForm : std::uint8_t {
    none,        // not a form of a date
    iso,         // 2017-03-02
    year_first,  // 2017/3/2, 2017.03.02, 2017 3 2
    compact,     // 20170302
    numbers,     // 02/03/2017, 2.3.17, 17-03-02: which number is what depends on the order
    named,       // 2 March 2017, March 2, 2017, 2-Mar-17, 2 mars 2017, 2017-Mar-02, 02MAR2017
    month,       // 2017-03, 2017/3, 03/2017, March 2017, Mar-17; 201703 where the rules say so
    year,        // 2017
    serial       // 42796 or 42796.25: days as spreadsheets count them
};
inline constexpr std::size_t date_form_count = 9;

struct DateParts {
    DateForm form = DateForm::none;
    // iso, year_first, compact, named: year, month, day. numbers: in the order as written. month: year, month.
    // serial: the whole number alone, of any width: it may be a year, a compact date or a serial.
    std::array<Digits, 3> parts{};
    bool is_far_year = false;   // a date, but its year has a sign or more than four digits
    bool has_fraction = false;  // serial: a decimal point or comma and more digits follow
};

// Takes the date from the beginning of a folded text in lower case; what follows it is left in the cursor.
// A two-digit year is left as it is. The form is `none` when there is no date.
DateParts take_date(TextCursor& cursor);

}  // namespace harmattan::io
