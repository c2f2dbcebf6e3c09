#include "io/angle_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <initializer_list>

#include "io/folded_text.h"
#include "io/text_cursor.h"

namespace harmattan::io {
namespace {

struct NamedHemisphere {
    std::string_view name;
    Hemisphere hemisphere;
};

constexpr std::array<NamedHemisphere, 13> hemispheres{{
    {"n", Hemisphere::north},
    {"north", Hemisphere::north},
    {"nord", Hemisphere::north},
    {"s", Hemisphere::south},
    {"south", Hemisphere::south},
    {"sud", Hemisphere::south},
    {"e", Hemisphere::east},
    {"east", Hemisphere::east},
    {"est", Hemisphere::east},
    {"w", Hemisphere::west},
    {"west", Hemisphere::west},
    {"o", Hemisphere::west},
    {"ouest", Hemisphere::west},
}};

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
    return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

// A digit, or a decimal mark between or before digits, is part of a number.
struct Part {
    double value = 0;
    bool is_whole = true;
};

class AngleReader {
  public:
    AngleReader(std::string_view text, NumberStyle style)
        : cursor_(text),
          mark_(style.decimal == DecimalMark::point ? '.' : ','),
          has_signs_(text.find_first_of(signs) != std::string_view::npos) {}

    Angle read() {
        Angle angle;
        if (!take_leading_letter() || !take_sign() || !take_parts() || !take_trailing_letter() ||
            !cursor_.at_end())
            return failure(DegreesProblem::not_degrees);
        // Two numbers and nothing that tells them from a pair of coordinates.
        if (count_ == 2 && !has_mark_ && !has_hyphen_ && hemisphere_ == Hemisphere::none)
            return failure(DegreesProblem::pair);
        // "14-35-12N" is an angle; without the letter it may as well be a range or a date.
        if (has_hyphen_ && hemisphere_ == Hemisphere::none) return failure(DegreesProblem::not_degrees);
        for (std::size_t i = 0; i + 1 < count_; ++i)
            if (!parts_[i].is_whole) return failure(DegreesProblem::not_degrees);
        if (parts_[1].value >= 60 || parts_[2].value >= 60) return failure(DegreesProblem::sixty);
        if (is_negative_ && hemisphere_ != Hemisphere::none) return failure(DegreesProblem::sign_and_letter);
        const double deg = count_ == 1 ? parts_[0].value
                                       : (parts_[0].value * 3600 + parts_[1].value * 60 + parts_[2].value) / 3600;
        const bool is_below = is_negative_ || hemisphere_ == Hemisphere::south || hemisphere_ == Hemisphere::west;
        angle.deg = is_below ? -deg : deg;
        angle.hemisphere = hemisphere_;
        return angle;
    }

  private:
    static constexpr std::string_view signs = "\x01'\"";  // FoldedText::degree_mark and the primes

    static Angle failure(DegreesProblem problem) {
        Angle angle;
        angle.problem = problem;
        return angle;
    }

    // True also when there is none.
    bool take_leading_letter() {
        if (!is_letter(cursor_.peek())) return true;
        hemisphere_ = hemisphere_of(cursor_.letters());
        if (!cursor_.take(' ')) cursor_.take(':');
        cursor_.take(' ');
        return hemisphere_ != Hemisphere::none;
    }

    bool take_sign() {
        is_negative_ = cursor_.take('-');
        if (!is_negative_) cursor_.take('+');
        cursor_.take(' ');
        return true;
    }

    bool take_number() {
        constexpr std::size_t most = 40;
        std::array<char, most> bytes{};
        std::size_t size = 0;
        Part part;
        for (; size < most; cursor_.skip()) {
            const char c = cursor_.peek();
            // Where degree signs and primes part the numbers, a comma can only be a decimal mark.
            const bool is_mark = c == mark_ || (has_signs_ && (c == '.' || c == ','));
            if (!is_digit(c) && !(is_mark && part.is_whole)) break;
            if (is_mark) part.is_whole = false;
            bytes[size++] = is_mark ? '.' : c;
        }
        const auto [rest, error] = std::from_chars(bytes.data(), bytes.data() + size, part.value);
        if (error != std::errc() || rest != bytes.data() + size || count_ == parts_.size()) return false;
        parts_[count_++] = part;
        return true;
    }

    bool take_parts() {
        if (!take_number()) return false;
        if (!take_unit({"\x01", "degrees", "degres", "degree", "degre", "deg", "d", "D"})) return true;
        if (!is_digit(cursor_.peek())) return true;
        if (!take_number()) return false;
        minute_mark_ = '\0';
        if (!take_unit({"'", "minutes", "minute", "min", "m", "M"})) return true;
        if (!is_digit(cursor_.peek())) return true;
        return take_number() && take_second_unit();
    }

    // Takes the unit behind a number, or the blank, colon or hyphen that stands for it; false when a letter of a
    // hemisphere or the end comes.
    bool take_unit(std::initializer_list<std::string_view> units) {
        const TextCursor before = cursor_;
        const bool has_blank = cursor_.take(' ');
        for (const std::string_view unit : units) {
            if (!cursor_.take(unit)) continue;
            minute_mark_ = unit.front();
            has_mark_ = true;
            cursor_.take(' ');
            return true;
        }
        const bool has_colon = cursor_.take(':');
        if (has_colon || cursor_.take('-')) {
            (has_colon ? has_mark_ : has_hyphen_) = true;
            cursor_.take(' ');
            return is_digit(cursor_.peek());
        }
        if (has_blank && is_digit(cursor_.peek())) return true;
        cursor_ = before;
        return false;
    }

    // After "14d35m" an s is the unit and an S the south; after "14D35M" nobody knows.
    bool take_second_unit() {
        const TextCursor before = cursor_;
        cursor_.take(' ');
        if (cursor_.take('"') || cursor_.take("''") || cursor_.take("sec")) return true;
        const char s = cursor_.peek();
        const bool is_spelled = minute_mark_ == 'm' || minute_mark_ == 'M';
        if ((s != 's' && s != 'S') || !is_spelled) {
            cursor_ = before;
            return true;
        }
        cursor_.skip();
        const TextCursor after = cursor_;
        cursor_.take(' ');
        const bool has_letter = is_letter(cursor_.peek()) || hemisphere_ != Hemisphere::none;
        cursor_ = after;
        if (has_letter || s == 's') return true;
        cursor_ = before;
        return minute_mark_ == 'm';
    }

    bool take_trailing_letter() {
        cursor_.take(' ');
        if (hemisphere_ != Hemisphere::none || cursor_.at_end()) return true;
        hemisphere_ = hemisphere_of(cursor_.letters());
        cursor_.take('.');
        return hemisphere_ != Hemisphere::none;
    }

    TextCursor cursor_;
    char mark_;
    bool has_signs_;
    Hemisphere hemisphere_ = Hemisphere::none;
    bool is_negative_ = false, has_mark_ = false, has_hyphen_ = false;
    char minute_mark_ = '\0';
    std::array<Part, 3> parts_{};
    std::size_t count_ = 0;
};

}  // namespace

Hemisphere hemisphere_of(std::string_view word) {
    const auto* const found =
        std::find_if(hemispheres.begin(), hemispheres.end(),
                     [&](const NamedHemisphere& named) { return equals_ignoring_case(word, named.name); });
    return found == hemispheres.end() ? Hemisphere::none : found->hemisphere;
}

Angle read_angle(std::string_view folded, NumberStyle style) {
    return AngleReader(folded, style).read();
}

}  // namespace harmattan::io
