// A number from the text of a field, written in the style of its column. io/number_evidence.h finds the style.
#pragma once

#include <cstdint>
#include <string_view>

namespace harmattan::io {

enum class DecimalMark : std::uint8_t { point, comma };

// What stands between groups of three digits. `blank`: a blank of any kind, also no-break and narrow no-break, in
// UTF-8 or Windows-1252. `apostrophe`: straight or curved.
enum class GroupMark : std::uint8_t { none, comma, point, blank, apostrophe };

struct NumberStyle {
    DecimalMark decimal = DecimalMark::point;
    GroupMark group = GroupMark::none;  // never the same mark as `decimal`

    friend bool operator==(NumberStyle, NumberStyle) = default;
};

enum class NumberProblem : std::uint8_t {
    none,
    missing,        // empty, or a word for it: is_missing()
    unknown,        // "unknown", "inconnu", "?": somebody wrote that it is not known
    missing_code,   // -9, -99, -999, ... as a count: a code for "missing" in many tables
    negative,       // another negative count
    not_whole,      // 2.5 as a count
    rounded,        // 1.2E+11 as a count or an id: a spreadsheet has dropped digits
    too_large,      // as a count beyond 64 bits; as a decimal beyond 1.8e308
    range,          // "12-15", "entre 12 et 15"
    bound,          // ">10", "10+", "at least 10", "plus de 10"
    approximate,    // "about 20", "~20", "environ 20", "une dizaine"
    formula_error,  // "#REF!", "#N/A!", "#VALEUR!": what a spreadsheet writes when a formula fails
    other_style,    // digits and marks, but not in the given style: "1,234" without a group mark
    not_a_number
};

// The key of the sentence for a problem other than `none`, with the placeholders {column} and {value}.
std::string_view message_key(NumberProblem problem);

struct DecimalReading {
    double value = 0;  // only when there is no problem
    NumberProblem problem = NumberProblem::none;

    explicit operator bool() const { return problem == NumberProblem::none; }
};

struct CountReading {
    std::int64_t value = 0;  // only when there is no problem; 0 or more
    NumberProblem problem = NumberProblem::none;

    explicit operator bool() const { return problem == NumberProblem::none; }
};

// A finite number with a sign, decimals and an exponent as they come: the nearest double. Groups of three digits
// may be separated by the style's group mark or not at all. Nothing is allocated.
DecimalReading read_decimal(std::string_view text, NumberStyle style = {});

// Whether read_decimal reads the text: faster where it does not, since no reason is sought.
bool is_decimal(std::string_view text, NumberStyle style = {});

// A whole number of 0 or more: "15960", "15960.0", "1 234". An exponent is read only where all digits are written
// ("1.50E+02"): "1.2E+11" may have been any of a hundred million numbers. Nothing is allocated.
CountReading read_count(std::string_view text, NumberStyle style = {});

// The usual signs for "nothing here" in columns of numbers, dates and coordinates, whatever the case and the
// blanks around: nothing, "-", "--", ".", "..", NA, N/A, #N/A, n.a., nd, n.d., nan, null, none, nil, "\N",
// "(null)". Not for columns of names: NA is also Namibia.
bool is_missing(std::string_view text);

}  // namespace harmattan::io
