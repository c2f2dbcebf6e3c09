#include "io/number_evidence.h"

#include <algorithm>

#include "io/folded_text.h"
#include "io/number_words.h"
#include "io/text_cursor.h"

namespace harmattan::io {
namespace {

constexpr GroupMark group_mark_of(char c) {
    switch (c) {
        case ',':
            return GroupMark::comma;
        case '.':
            return GroupMark::point;
        case ' ':
            return GroupMark::blank;
        case '\'':
            return GroupMark::apostrophe;
        default:
            return GroupMark::none;
    }
}

constexpr DecimalMark decimal_mark_of(char c) {
    return c == ',' ? DecimalMark::comma : DecimalMark::point;
}

constexpr DecimalMark other_mark(DecimalMark mark) {
    return mark == DecimalMark::comma ? DecimalMark::point : DecimalMark::comma;
}

constexpr GroupMark as_group(DecimalMark mark) {
    return mark == DecimalMark::comma ? GroupMark::comma : GroupMark::point;
}

template <typename Mark>
constexpr std::size_t index(Mark mark) {
    return static_cast<std::size_t>(mark);
}

// The last of the marks ',' and '.', and whether there is no other of its kind.
struct LastMark {
    char mark = '\0';
    std::size_t at = 0;
    bool is_single = false;
};

LastMark last_mark(std::string_view digits) {
    const std::size_t at = digits.find_last_of(",.");
    if (at == std::string_view::npos) return {};
    return {digits[at], at, digits.find(digits[at]) == at};
}

char first_of(std::string_view text, std::string_view marks) {
    const std::size_t at = text.find_first_of(marks);
    return at == std::string_view::npos ? '\0' : text[at];
}

}  // namespace

// What the marks of one number can be. '\0' for no such mark.
struct NumberEvidence::Marks {
    char decimal = '\0';        // can only be the decimal mark
    char group = '\0';          // can only be a group mark
    char ambiguous = '\0';      // either
    bool has_fraction = false;  // digits other than 0 behind the ambiguous mark

    // Of a folded text, as if it were a number.
    static Marks of(std::string_view folded);
    // A style in which the text is a number if it is one at all.
    NumberStyle style() const;
};

NumberEvidence::Marks NumberEvidence::Marks::of(std::string_view folded) {
    Marks marks;
    const std::size_t end_of_digits = folded.find('e');
    const std::string_view digits = folded.substr(0, end_of_digits);
    const LastMark last = last_mark(digits);
    const char blank = first_of(digits, " '");
    if (last.mark == '\0') {
        marks.group = blank;
        return marks;
    }
    if (!last.is_single) {
        marks.group = last.mark;
        return marks;
    }
    const char before = first_of(digits.substr(0, last.at), ",.");
    if (before != '\0' || blank != '\0') {
        marks.decimal = last.mark;
        marks.group = before != '\0' ? before : blank;
        return marks;
    }
    const NumberStyle grouped{other_mark(decimal_mark_of(last.mark)), group_mark_of(last.mark)};
    const bool can_be_group = end_of_digits == std::string_view::npos && is_decimal(folded, grouped);
    (can_be_group ? marks.ambiguous : marks.decimal) = last.mark;
    marks.has_fraction = digits.find_first_of("123456789", last.at) != std::string_view::npos;
    return marks;
}

NumberStyle NumberEvidence::Marks::style() const {
    if (decimal != '\0') return {decimal_mark_of(decimal), group_mark_of(group)};
    const char of_groups = ambiguous != '\0' ? ambiguous : group;
    return {of_groups == '.' ? DecimalMark::comma : DecimalMark::point, group_mark_of(of_groups)};
}

void NumberEvidence::add(std::string_view text) {
    ++texts_;
    if (add_simple(text)) return;
    const FoldedText folded(text);
    if (is_missing_word(folded.view())) {
        ++missing_;
        return;
    }
    const Marks marks = Marks::of(folded.view());
    if (folded.is_whole() && is_decimal(folded.view(), marks.style()))
        add_marks(text, marks);
    else
        others_.add(text);
}

// Nearly all texts: digits alone, or with one point that can be no group mark.
bool NumberEvidence::add_simple(std::string_view text) {
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    std::size_t point = text.size();
    for (std::size_t i = first; i < text.size(); ++i) {
        if (text[i] == '.' && point == text.size())
            point = i;
        else if (!is_digit(text[i]))
            return false;
    }
    const std::size_t whole = point - first, decimals = point < text.size() ? text.size() - point - 1 : 0;
    if (whole == 0) return false;
    const bool may_be_groups = decimals == 3 && whole <= 3 && text[first] != '0';
    if (point < text.size() && (may_be_groups || decimals == 0)) return false;
    ++numbers_;
    if (point < text.size()) decimals_[index(DecimalMark::point)].add(text);
    return true;
}

void NumberEvidence::add_marks(std::string_view text, const Marks& marks) {
    ++numbers_;
    if (marks.decimal != '\0') decimals_[index(decimal_mark_of(marks.decimal))].add(text);
    const bool is_comma_or_point = marks.group == ',' || marks.group == '.';
    if (marks.decimal == '\0' && is_comma_or_point)
        decimals_[index(other_mark(decimal_mark_of(marks.group)))].add(text);
    if (marks.group != '\0') groups_[index(group_mark_of(marks.group))].add(text);
    if (marks.ambiguous == '\0') return;
    const std::size_t i = index(decimal_mark_of(marks.ambiguous));
    ambiguous_[i].add(text);
    if (marks.has_fraction) ++ambiguous_fractions_[i];
}

void NumberEvidence::merge(const NumberEvidence& other) {
    texts_ += other.texts_;
    missing_ += other.missing_;
    numbers_ += other.numbers_;
    for (std::size_t i = 0; i < decimals_.size(); ++i) {
        decimals_[i].merge(other.decimals_[i]);
        ambiguous_[i].merge(other.ambiguous_[i]);
        ambiguous_fractions_[i] += other.ambiguous_fractions_[i];
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) groups_[i].merge(other.groups_[i]);
    others_.merge(other.others_);
}

// Only texts such as "1,234" or "1.234" have a comma or a point.
std::optional<DecimalMark> NumberEvidence::mark_of_ambiguous(NumberKind kind) const {
    const bool has_comma = ambiguous_[index(DecimalMark::comma)].texts > 0;
    const bool has_point = ambiguous_[index(DecimalMark::point)].texts > 0;
    if (has_comma && has_point) return std::nullopt;
    const DecimalMark seen = has_comma ? DecimalMark::comma : DecimalMark::point;
    const bool has_blank_groups =
        groups_[index(GroupMark::blank)].texts + groups_[index(GroupMark::apostrophe)].texts > 0;
    if (has_blank_groups) return seen;  // groups have another mark, so this is the decimal mark
    if (kind == NumberKind::count && ambiguous_fractions_[index(seen)] > 0) return other_mark(seen);
    const bool is_usual = seen == DecimalMark::point && kind == NumberKind::decimal;
    return is_usual ? std::optional(seen) : std::nullopt;
}

std::optional<DecimalMark> NumberEvidence::decimal_mark(NumberKind kind) const {
    const bool is_point = speaking_for(DecimalMark::point).texts > 0;
    const bool is_comma = speaking_for(DecimalMark::comma).texts > 0;
    if (is_point && is_comma) return std::nullopt;
    if (is_point) return DecimalMark::point;
    if (is_comma) return DecimalMark::comma;
    const bool is_ambiguous = ambiguous_[0].texts + ambiguous_[1].texts > 0;
    return is_ambiguous ? mark_of_ambiguous(kind) : std::optional(DecimalMark::point);
}

std::array<bool, 5> NumberEvidence::group_marks(DecimalMark decimal) const {
    std::array<bool, 5> found{};
    for (std::size_t i = 1; i < groups_.size(); ++i) found[i] = groups_[i].texts > 0;
    const DecimalMark other = other_mark(decimal);
    if (ambiguous_[index(other)].texts > 0) found[index(as_group(other))] = true;
    return found;
}

StyleVerdict NumberEvidence::verdict(NumberKind kind) const {
    const bool is_point = speaking_for(DecimalMark::point).texts > 0;
    const bool is_comma = speaking_for(DecimalMark::comma).texts > 0;
    if (is_point && is_comma) return StyleVerdict::contradictory;
    const auto decimal = decimal_mark(kind);
    if (!decimal) return StyleVerdict::undecidable;
    const auto groups = group_marks(*decimal);
    const auto group_count = std::count(groups.begin(), groups.end(), true);
    if (group_count > 1) return StyleVerdict::contradictory;
    const bool has_marks =
        is_point || is_comma || group_count > 0 || ambiguous_[0].texts + ambiguous_[1].texts > 0;
    return has_marks ? StyleVerdict::decided : StyleVerdict::plain;
}

std::optional<NumberStyle> NumberEvidence::style(NumberKind kind) const {
    const StyleVerdict found = verdict(kind);
    if (found == StyleVerdict::undecidable || found == StyleVerdict::contradictory) return std::nullopt;
    const DecimalMark decimal = *decimal_mark(kind);
    const auto groups = group_marks(decimal);
    const auto* const at = std::find(groups.begin(), groups.end(), true);
    const auto group = at == groups.end() ? GroupMark::none : static_cast<GroupMark>(at - groups.begin());
    return NumberStyle{decimal, group};
}

}  // namespace harmattan::io
