#include "io/labelled_values.h"

#include <array>
#include <sstream>
#include <stdexcept>

#include <fmt/core.h>

#include "support/source_tree.h"

namespace harmattan::test {
namespace {

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

// "\xNN" is a byte and "\\" a backslash.
std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\\x") {
            out += static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16));
            i += 3;
        } else if (text.substr(i, 2) == "\\\\") {
            out += '\\';
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

[[noreturn]] void fail(std::string_view what, std::string_view text) {
    throw std::runtime_error(fmt::format("{}: {}", what, text));
}

}  // namespace

std::vector<LabelledValue> labelled_values(std::string_view file_name) {
    std::istringstream lines(text_of(source_folder() / "tests" / "io" / "data" / file_name));
    std::vector<LabelledValue> values;
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        const auto fields = split(line, '\t');
        if (fields.size() != 4) fail("not four fields", line);
        values.push_back({number, fields[0], fields[1], unescaped(fields[2]), fields[3]});
    }
    return values;
}

io::DateRules date_rules(std::string_view words) {
    io::DateRules rules;
    for (const auto& word : split(words, ',')) {
        if (word == "day_first")
            rules.order = io::DateOrder::day_first;
        else if (word == "month_first")
            rules.order = io::DateOrder::month_first;
        else if (word == "year_first")
            rules.order = io::DateOrder::year_first;
        else if (word == "serials")
            rules.excel_serials = true;
        else if (word == "1904")
            rules.epoch_1904 = true;
        else if (word == "unit_month")
            rules.unit = io::DateUnit::month;
        else if (word == "unit_year")
            rules.unit = io::DateUnit::year;
        else if (word != "-")
            fail("not a rule for dates", word);
    }
    return rules;
}

io::NumberStyle number_style(std::string_view words) {
    io::NumberStyle style;
    for (const auto& word : split(words, ',')) {
        if (word == "comma")
            style.decimal = io::DecimalMark::comma;
        else if (word == "group_comma")
            style.group = io::GroupMark::comma;
        else if (word == "group_point")
            style.group = io::GroupMark::point;
        else if (word == "group_blank")
            style.group = io::GroupMark::blank;
        else if (word == "group_apostrophe")
            style.group = io::GroupMark::apostrophe;
        else if (word != "-" && word != "lon_first")
            fail("not a style of numbers", word);
    }
    return style;
}

std::string answer_of(const io::DateReading& reading) {
    constexpr std::array names{"none",       "missing",     "no_form",       "impossible",  "time_impossible",
                               "year_range", "needs_order", "against_order", "lone_number", "year_or_serial"};
    if (!reading) return fmt::format("!{}", names.at(static_cast<std::size_t>(reading.problem)));
    const auto [year, month, day] = reading.value.date;
    switch (reading.value.unit) {
        case io::DateUnit::year:
            return fmt::format("{:04}", year);
        case io::DateUnit::month:
            return fmt::format("{:04}-{:02}", year, month);
        default:
            return fmt::format("{:04}-{:02}-{:02}", year, month, day);
    }
}

std::string name_of(io::NumberProblem problem) {
    constexpr std::array names{"none",        "missing",       "unknown",     "missing_code", "negative",
                               "not_whole",   "rounded",       "too_large",   "range",        "bound",
                               "approximate", "formula_error", "other_style", "not_a_number"};
    return fmt::format("!{}", names.at(static_cast<std::size_t>(problem)));
}

std::string name_of(io::DegreesProblem problem) {
    constexpr std::array names{"none",      "missing", "not_degrees", "other_style",     "out_of_range",
                               "projected", "sixty",   "other_axis",  "sign_and_letter", "pair",
                               "no_pair"};
    return fmt::format("!{}", names.at(static_cast<std::size_t>(problem)));
}

}  // namespace harmattan::test
