// Tables of texts with known answers (tests/io/data/*.txt): lines of fields with tabs between them, "#" for a
// comment, \xNN for a byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/date_text.h"
#include "io/degrees_text.h"
#include "io/number_text.h"

namespace harmattan::test {

struct LabelledValue {
    int line = 0;
    std::string kind, rules, text, answer;
};

// Throws std::runtime_error when the file cannot be read or a line has not four fields.
std::vector<LabelledValue> labelled_values(std::string_view file_name);

// From the words of the table's second column, such as "day_first,serials" and "comma,group_blank". Throws
// std::runtime_error for a word that is none.
io::DateRules date_rules(std::string_view words);
io::NumberStyle number_style(std::string_view words);

// The reading as the tables write it: "2017-03", "!impossible"; "" never stands for a reading.
std::string answer_of(const io::DateReading& reading);
std::string name_of(io::NumberProblem problem);
std::string name_of(io::DegreesProblem problem);

}  // namespace harmattan::test
