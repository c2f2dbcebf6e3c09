#include "io/degrees_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "io/angle_text.h"
#include "io/folded_text.h"
#include "io/parse_value.h"
#include "io/text_cursor.h"

namespace harmattan::io {
namespace {

constexpr double full_circle_deg = 360;

bool is_of(Axis axis, Hemisphere hemisphere) {
    const bool is_latitude = hemisphere == Hemisphere::north || hemisphere == Hemisphere::south;
    return hemisphere == Hemisphere::none || is_latitude == (axis == Axis::latitude);
}

DegreesReading in_range(double deg, Axis axis) {
    if (std::abs(deg) > full_circle_deg) return {0, DegreesProblem::projected};
    if (std::abs(deg) > (axis == Axis::latitude ? 90 : 180)) return {0, DegreesProblem::out_of_range};
    return {deg, DegreesProblem::none};
}

DegreesReading on_axis(const Angle& angle, Axis axis) {
    if (angle.problem != DegreesProblem::none) return {0, angle.problem};
    if (!is_of(axis, angle.hemisphere)) return {0, DegreesProblem::other_axis};
    return in_range(angle.deg, axis);
}

std::string_view without_blanks(std::string_view text) {
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// Digits, one comma or point and a sign: a number in the other style.
bool has_other_mark(std::string_view folded, NumberStyle style) {
    const char mark = style.decimal == DecimalMark::point ? ',' : '.';
    const std::size_t first = folded.starts_with('-') ? 1 : 0;
    const std::size_t at = folded.find(mark);
    return at != std::string_view::npos && folded.find(mark, at + 1) == std::string_view::npos &&
           folded.find_first_not_of(mark == ',' ? "0123456789," : "0123456789.", first) == std::string_view::npos;
}

struct Halves {
    std::string_view first, second;
};

std::optional<Halves> split_at(std::string_view text, std::size_t at, std::size_t length) {
    if (at == 0 || at == std::string_view::npos || at + length >= text.size()) return std::nullopt;
    return Halves{without_blanks(text.substr(0, at)), without_blanks(text.substr(at + length))};
}

// Between "14°35'N" and "1°12'W", or before the second letter of "N14°35' W1°12'".
std::optional<Halves> split_at_letter(std::string_view text) {
    const bool is_leading = is_letter(text.front());
    for (std::size_t i = is_leading ? 1 : 0; i < text.size(); ++i) {
        if (!is_letter(text[i]) || (i > 0 && is_letter(text[i - 1]))) continue;
        TextCursor cursor(text.substr(i));
        const std::string_view word = cursor.letters();
        const bool is_seconds = word == "s" && text.substr(0, i).find('m') != std::string_view::npos;
        if (hemisphere_of(word) == Hemisphere::none || is_seconds) continue;
        return is_leading ? split_at(text, i, 0) : split_at(text, i + word.size(), 0);
    }
    return std::nullopt;
}

std::optional<Halves> split_pair(std::string_view text, NumberStyle style) {
    const auto only = [&](std::string_view mark) {
        const std::size_t at = text.find(mark);
        const bool is_only = at != std::string_view::npos && text.find(mark, at + 1) == std::string_view::npos;
        return is_only ? split_at(text, at, mark.size()) : std::nullopt;
    };
    for (const std::string_view mark : {";", "|", "/"})
        if (const auto halves = only(mark)) return halves;
    if (const auto halves = only(style.decimal == DecimalMark::comma ? ", " : ",")) return halves;
    if (const auto halves = split_at_letter(text)) return halves;
    return only(" ");
}

PairReading pair_of(const Angle& first, const Angle& second, PairOrder order) {
    const bool says_longitude =
        !is_of(Axis::latitude, first.hemisphere) || !is_of(Axis::longitude, second.hemisphere);
    const bool says_latitude =
        !is_of(Axis::longitude, first.hemisphere) || !is_of(Axis::latitude, second.hemisphere);
    if (says_longitude && says_latitude) return {{}, DegreesProblem::other_axis};
    const bool is_longitude_first = says_longitude || (!says_latitude && order == PairOrder::longitude_first);
    const auto lat = on_axis(is_longitude_first ? second : first, Axis::latitude);
    const auto lon = on_axis(is_longitude_first ? first : second, Axis::longitude);
    if (!lat) return {{}, lat.problem};
    if (!lon) return {{}, lon.problem};
    return {{lon.deg, lat.deg}, DegreesProblem::none};
}

// The beginning of a text in any case, with an optional blank behind it.
bool take_word(TextCursor& cursor, std::string_view lower) {
    const std::string_view rest = cursor.rest();
    if (rest.size() < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i)
        if ((rest[i] >= 'A' && rest[i] <= 'Z' ? rest[i] + 32 : rest[i]) != lower[i]) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) cursor.skip();
    cursor.take(' ');
    return true;
}

// WKT's numbers: a decimal point, perhaps an exponent.
PairReading read_wkt_numbers(std::string_view numbers) {
    std::array<double, 4> values{};
    std::size_t count = 0;
    for (numbers = without_blanks(numbers); !numbers.empty(); ++count) {
        const std::size_t end = std::min(numbers.find(' '), numbers.size());
        const auto value = read_decimal(numbers.substr(0, end));
        if (!value || count == values.size()) return {{}, DegreesProblem::not_degrees};
        values[count] = value.value;
        numbers = without_blanks(numbers.substr(end));
    }
    if (count < 2) return {{}, DegreesProblem::not_degrees};
    const auto lon = in_range(values[0], Axis::longitude), lat = in_range(values[1], Axis::latitude);
    if (!lon) return {{}, lon.problem};
    if (!lat) return {{}, lat.problem};
    return {{lon.deg, lat.deg}, DegreesProblem::none};
}

// No value when the text is no WKT at all.
std::optional<PairReading> read_wkt(std::string_view folded) {
    TextCursor cursor(folded);
    bool is_wgs84 = true;
    if (take_word(cursor, "srid=")) {
        const auto srid = cursor.digits();
        is_wgs84 = srid && srid->value == 4326;
        cursor.take(';');
        cursor.take(' ');
    }
    if (!take_word(cursor, "point")) return std::nullopt;
    if (!is_wgs84) return PairReading{{}, DegreesProblem::projected};
    if (take_word(cursor, "empty")) return PairReading{{}, DegreesProblem::missing};
    if (!take_word(cursor, "zm") && !take_word(cursor, "z")) take_word(cursor, "m");
    const std::string_view rest = cursor.rest();
    if (!rest.starts_with('(') || !rest.ends_with(')') || rest.size() < 2)
        return PairReading{{}, DegreesProblem::not_degrees};
    return read_wkt_numbers(rest.substr(1, rest.size() - 2));
}

std::string_view without_brackets(std::string_view text) {
    const bool is_round = text.starts_with('(') && text.ends_with(')');
    const bool is_square = text.starts_with('[') && text.ends_with(']');
    return (is_round || is_square) && text.size() > 2 ? without_blanks(text.substr(1, text.size() - 2)) : text;
}

PairReading read_folded_pair(std::string_view folded, PairOrder order, NumberStyle style) {
    if (const auto wkt = read_wkt(folded)) return *wkt;
    const auto halves = split_pair(without_brackets(folded), style);
    if (!halves) {
        const bool is_one = read_angle(folded, style).problem == DegreesProblem::none;
        return {{}, is_one ? DegreesProblem::no_pair : DegreesProblem::not_degrees};
    }
    const NumberStyle plain{style.decimal, GroupMark::none};
    return pair_of(read_angle(halves->first, plain), read_angle(halves->second, plain), order);
}

}  // namespace

std::string_view message_key(DegreesProblem problem) {
    switch (problem) {
        case DegreesProblem::missing:
            return "row.degrees_not_given";
        case DegreesProblem::other_style:
            return "row.degrees_other_style";
        case DegreesProblem::out_of_range:
            return "row.degrees_range";
        case DegreesProblem::projected:
            return "row.degrees_projected";
        case DegreesProblem::sixty:
            return "row.degrees_sixty";
        case DegreesProblem::other_axis:
            return "row.degrees_other_axis";
        case DegreesProblem::sign_and_letter:
            return "row.degrees_sign_and_letter";
        case DegreesProblem::pair:
            return "row.degrees_pair";
        case DegreesProblem::no_pair:
            return "row.degrees_no_pair";
        default:
            return "row.degrees_none";
    }
}

DegreesReading read_degrees(std::string_view text, Axis axis, NumberStyle style) {
    const NumberStyle plain{style.decimal, GroupMark::none};
    if (style.decimal == DecimalMark::point)
        if (const auto deg = parse_number(text)) return in_range(*deg, axis);
    const FoldedText folded(text, LetterCase::kept);
    if (!folded.is_whole()) return {0, DegreesProblem::not_degrees};
    const DegreesReading reading = on_axis(read_angle(folded.view(), plain), axis);
    if (reading.problem != DegreesProblem::not_degrees) return reading;
    if (is_missing(text)) return {0, DegreesProblem::missing};
    if (has_other_mark(folded.view(), style)) return {0, DegreesProblem::other_style};
    const bool is_pair = static_cast<bool>(read_folded_pair(folded.view(), PairOrder::latitude_first, plain));
    return {0, is_pair ? DegreesProblem::pair : DegreesProblem::not_degrees};
}

PairReading read_pair(std::string_view text, PairOrder order, NumberStyle style) {
    const FoldedText folded(text, LetterCase::kept);
    if (!folded.is_whole()) return {{}, DegreesProblem::not_degrees};
    if (is_missing(text)) return {{}, DegreesProblem::missing};
    return read_folded_pair(folded.view(), order, style);
}

}  // namespace harmattan::io
