#include "io/number_text.h"

#include <charconv>
#include <cmath>

#include "io/folded_text.h"
#include "io/number_words.h"
#include "io/parse_value.h"
#include "io/text_cursor.h"

namespace harmattan::io {
namespace {

constexpr char mark_of(GroupMark group) {
    constexpr std::array<char, 5> marks{'\0', ',', '.', ' ', '\''};
    return marks[static_cast<std::size_t>(group)];
}

// A number without its groups: digits, a point, digits, an exponent.
struct PlainNumber {
    std::array<char, FoldedText::most> bytes{};
    std::size_t size = 0;
    std::size_t whole_digits = 0;  // before the point
    std::size_t decimals = 0;
    int exponent = 0;
    bool is_negative = false;
    bool is_number = false;

    void add(char c) { bytes[size++] = c; }
    std::string_view view() const { return {bytes.data(), size}; }
    char decimal(std::size_t i) const { return bytes[(is_negative ? 1 : 0) + whole_digits + 1 + i]; }
};

// Takes the digits before the decimal mark. False when groups are not of three.
bool take_whole(TextCursor& cursor, char group, PlainNumber& number) {
    std::size_t in_group = 0;
    bool has_groups = false;
    while (!cursor.at_end()) {
        const char c = cursor.peek();
        if (is_digit(c)) {
            number.add(c);
            ++number.whole_digits;
            ++in_group;
        } else if (c == group && group != '\0') {
            const bool is_zero = !has_groups && in_group == 1 && number.bytes[number.size - 1] == '0';
            if (has_groups ? in_group != 3 : in_group < 1 || in_group > 3 || is_zero) return false;
            has_groups = true;
            in_group = 0;
        } else {
            break;
        }
        cursor.skip();
    }
    return !has_groups || in_group == 3;
}

bool take_exponent(TextCursor& cursor, PlainNumber& number) {
    if (!cursor.take('e')) return true;
    const bool is_negative = cursor.peek() == '-';
    if (!cursor.take('-')) cursor.take('+');
    const auto digits = cursor.digits();
    if (!digits || digits->width > 4) return false;
    number.exponent = is_negative ? -digits->value : digits->value;
    number.add('e');
    if (is_negative) number.add('-');
    for (int scale = 1000; scale >= 1; scale /= 10)
        number.add(static_cast<char>('0' + digits->value / scale % 10));
    return true;
}

PlainNumber plain_number(std::string_view folded, NumberStyle style) {
    PlainNumber number;
    TextCursor cursor(folded);
    number.is_negative = cursor.take('-');
    if (number.is_negative)
        number.add('-');
    else
        cursor.take('+');
    if (folded.size() + 4 > number.bytes.size() || !take_whole(cursor, mark_of(style.group), number))
        return number;
    if (cursor.take(style.decimal == DecimalMark::point ? '.' : ',')) {
        number.add('.');
        for (; is_digit(cursor.peek()); cursor.skip(), ++number.decimals) number.add(cursor.peek());
    }
    const bool has_digits = number.whole_digits + number.decimals > 0;
    number.is_number = has_digits && take_exponent(cursor, number) && cursor.at_end();
    return number;
}

// -9, -99, -999 and so on.
bool is_missing_code(const PlainNumber& number) {
    const std::string_view digits = number.view().substr(1, number.whole_digits);
    return number.exponent == 0 && !digits.empty() && digits.find_first_not_of('9') == std::string_view::npos;
}

CountReading whole_value(const PlainNumber& number) {
    // The exponent moves this many decimals in front of the point; they must have been written.
    const auto moved = static_cast<std::size_t>(number.exponent > 0 ? number.exponent : 0);
    if (number.exponent < 0) return {0, NumberProblem::not_whole};
    if (moved > number.decimals) return {0, NumberProblem::rounded};
    for (std::size_t i = moved; i < number.decimals; ++i)
        if (number.decimal(i) != '0') return {0, NumberProblem::not_whole};
    std::array<char, FoldedText::most> digits{};
    std::size_t size = 0;
    for (const char c : number.view().substr(0, number.whole_digits)) digits[size++] = c;
    for (std::size_t i = 0; i < moved; ++i) digits[size++] = number.decimal(i);
    CountReading reading;
    if (size > 0 && std::from_chars(digits.data(), digits.data() + size, reading.value).ec != std::errc())
        reading.problem = NumberProblem::too_large;
    return reading;
}

DecimalReading decimal_value(const PlainNumber& number) {
    DecimalReading reading;
    const auto [rest, error] =
        std::from_chars(number.bytes.data(), number.bytes.data() + number.size, reading.value);
    // A number too small for a double is out of range for from_chars too, but it is no problem: it is 0.
    if (error == std::errc::result_out_of_range && number.exponent < 0) return {0, NumberProblem::none};
    if (error != std::errc() || !std::isfinite(reading.value)) reading.problem = NumberProblem::too_large;
    return reading;
}

}  // namespace

std::string_view message_key(NumberProblem problem) {
    switch (problem) {
        case NumberProblem::missing:
            return "row.number_not_given";
        case NumberProblem::unknown:
            return "row.number_unknown";
        case NumberProblem::missing_code:
            return "row.number_missing_code";
        case NumberProblem::negative:
            return "row.number_negative";
        case NumberProblem::not_whole:
            return "row.number_not_whole";
        case NumberProblem::rounded:
            return "row.number_rounded";
        case NumberProblem::too_large:
            return "row.number_too_large";
        case NumberProblem::range:
            return "row.number_range";
        case NumberProblem::bound:
            return "row.number_bound";
        case NumberProblem::approximate:
            return "row.number_approximate";
        case NumberProblem::formula_error:
            return "row.number_formula_error";
        case NumberProblem::other_style:
            return "row.number_other_style";
        default:
            return "row.number_none";
    }
}

DecimalReading read_decimal(std::string_view text, NumberStyle style) {
    // A point as the decimal mark means what parse_number means by it, groups or not.
    if (style.decimal == DecimalMark::point)
        if (const auto value = parse_number(text)) return {*value, NumberProblem::none};
    const FoldedText folded(text);
    if (!folded.is_whole()) return {0, NumberProblem::not_a_number};
    const PlainNumber number = plain_number(folded.view(), style);
    return number.is_number ? decimal_value(number) : DecimalReading{0, why_no_number(folded.view())};
}

bool is_decimal(std::string_view text, NumberStyle style) {
    if (style.decimal == DecimalMark::point && parse_number(text)) return true;
    const FoldedText folded(text);
    if (!folded.is_whole()) return false;
    const PlainNumber number = plain_number(folded.view(), style);
    return number.is_number && decimal_value(number);
}

CountReading read_count(std::string_view text, NumberStyle style) {
    if (style.decimal == DecimalMark::point)
        if (const auto value = parse_integer(text); value && *value >= 0) return {*value, NumberProblem::none};
    const FoldedText folded(text);
    if (!folded.is_whole()) return {0, NumberProblem::not_a_number};
    // "+10" is how the press writes "more than 10".
    const bool has_plus = folded.view().starts_with('+');
    const PlainNumber number = plain_number(folded.view(), style);
    if (!number.is_number || has_plus) return {0, why_no_number(folded.view())};
    const bool is_zero =
        number.view().substr(0, number.view().find('e')).find_first_of("123456789") == std::string_view::npos;
    if (is_zero) return {};
    if (!number.is_negative) return whole_value(number);
    if (is_missing_code(number)) return {0, NumberProblem::missing_code};
    return {0, NumberProblem::negative};
}

}  // namespace harmattan::io
