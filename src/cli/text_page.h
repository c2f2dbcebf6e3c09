// Lines of text for a terminal: indented, wrapped, and with numbers in columns.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/console.h"

namespace harmattan::cli {

// Everything that is added may come from a file: nothing in it reaches the terminal as a control character. Widths
// are counted in characters, each taken to be one column wide.
class TextPage {
  public:
    static constexpr std::size_t width = 80;

    explicit TextPage(const Console& console) : console_(console) {}

    void heading(std::string_view line);
    // A sentence of the message tables, wrapped and indented under the heading.
    void line(std::string_view key, const base::NamedValues& values = {});
    // The same with a sentence that is made already.
    void sentence(std::string_view sentence);
    // A text of its own below such a line, wrapped.
    void text(std::string_view text);
    // The same on one line, however long, so that it can be searched.
    void long_text(std::string_view text);
    // "  1,234  Mali": the numbers stand in one column, long names are wrapped beside it.
    void counts(std::span<const std::pair<std::uint64_t, std::string>> counts);
    // The same in as many columns as fit, read downwards, for short names.
    void short_counts(std::span<const std::pair<std::uint64_t, std::string>> counts);
    // "latitude   <- Y": the second texts stand in one column.
    void pairs(std::span<const std::pair<std::string, std::string>> pairs);

    const Console& console() const { return console_; }
    std::string number(std::uint64_t value) const;
    // Without a line break at the end.
    std::string done() &&;

  private:
    void wrapped(std::string_view text, std::size_t indent, std::size_t hanging);
    // Goes on at `column` of a line that has begun; further lines begin at `hanging`.
    void add_wrapped(std::string_view text, std::size_t column, std::size_t hanging);

    const Console& console_;
    std::string text_;
};

// The number of characters of a UTF-8 text.
std::size_t character_count(std::string_view text);

}  // namespace harmattan::cli
