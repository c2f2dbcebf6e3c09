// Short texts brought to one plain form, so that the readers of dates, numbers, degrees and column names compare
// ASCII only.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace harmattan::io {

enum class LetterCase { lower, kept };

// What a character becomes: letters without accents ("Août" -> "aout", "œ" -> "oe"); the many blanks, dashes,
// apostrophes and quotation marks of Unicode -> ' ', '-', '\'' and '"'; degree signs -> degree_mark; the signs for
// "about", "at most" and "at least" -> '~', '<' and '>'; invisible characters and combining accents -> nothing,
// but those that write from right to left -> other_mark;
// any other character -> other_mark. Bytes that are no UTF-8 are taken as Windows-1252. Runs of blanks become one,
// and those at the ends go.
//
// The text lies inside the object: nothing is allocated.
class FoldedText {
  public:
    static constexpr std::size_t most = 120;  // bytes kept: no date or number is longer
    static constexpr char degree_mark = '\x01';
    static constexpr char other_mark = '\x7f';

    explicit FoldedText(std::string_view text, LetterCase letter_case = LetterCase::lower);

    std::string_view view() const { return {bytes_.data(), size_}; }
    // False when the text was longer than `most` and has lost its end.
    bool is_whole() const { return is_whole_; }

  private:
    void add(char c);
    void add_character(unsigned code);

    std::array<char, most> bytes_;  // only the first size_ are set
    std::size_t size_ = 0;
    bool is_whole_ = true;
    bool is_lower_ = true;
};

}  // namespace harmattan::io
