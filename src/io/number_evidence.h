// In which style a column's numbers are written: "1,234" alone does not tell, all rows together nearly always do.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "io/counted_example.h"
#include "io/number_text.h"

namespace harmattan::io {

enum class StyleVerdict : std::uint8_t {
    plain,         // no marks at all: every style reads these numbers alike
    decided,       // the marks tell
    undecidable,   // 1,234 and the like: a thousand or a fraction, somebody has to say which
    contradictory  // "12.5" and "12,5" in one column, or two kinds of group marks
};

// What the column holds, where it is known. Counts have no fractions, so "1,234" as a count can only be 1234;
// "1,000" may be 1 or 1000 all the same.
enum class NumberKind : std::uint8_t { decimal, count };

class NumberEvidence {
  public:
    // One text of the column. All texts should be added. Columns of one file are mostly written in one style: an
    // evidence may be given all of them, or several may be merged.
    void add(std::string_view text);
    void merge(const NumberEvidence& other);

    StyleVerdict verdict(NumberKind kind = NumberKind::decimal) const;
    // When plain or decided; otherwise no value. A point that might be either ("14.350") is a decimal mark unless
    // something speaks against it, since that is what it is in nearly all data; a comma is not so clear.
    std::optional<NumberStyle> style(NumberKind kind = NumberKind::decimal) const;

    // Texts in which this mark can only be the decimal mark ("12.5"), or the other one only a group mark
    // ("1,234,567").
    const CountedExample& speaking_for(DecimalMark mark) const {
        return decimals_[static_cast<std::size_t>(mark)];
    }
    // Texts in which this mark can only stand between groups.
    const CountedExample& grouped_by(GroupMark mark) const { return groups_[static_cast<std::size_t>(mark)]; }
    // Texts such as "1,234" (comma) and "1.234" (point).
    const CountedExample& ambiguous(DecimalMark mark) const { return ambiguous_[static_cast<std::size_t>(mark)]; }

    std::uint64_t texts() const { return texts_; }      // all that were added
    std::uint64_t missing() const { return missing_; }  // of these, empty or a word for it
    std::uint64_t numbers() const { return numbers_; }  // of these, a number in one style or another
    // Neither missing nor a number: "12-15", "about 20".
    const CountedExample& others() const { return others_; }

  private:
    struct Marks;
    bool add_simple(std::string_view text);
    void add_marks(std::string_view text, const Marks& marks);
    std::optional<DecimalMark> decimal_mark(NumberKind kind) const;
    std::optional<DecimalMark> mark_of_ambiguous(NumberKind kind) const;
    // The marks between groups once the decimal mark is known; several only in a contradictory column.
    std::array<bool, 5> group_marks(DecimalMark decimal) const;

    std::uint64_t texts_ = 0, missing_ = 0, numbers_ = 0;
    std::array<CountedExample, 2> decimals_, ambiguous_;
    std::array<std::uint64_t, 2> ambiguous_fractions_{};  // of the ambiguous, those that are no "1,000"
    std::array<CountedExample, 5> groups_;
    CountedExample others_;
};

}  // namespace harmattan::io
