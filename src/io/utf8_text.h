// Texts of unknown encoding made valid UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace harmattan::io {

// The position of the first byte that does not belong to well-formed UTF-8 (Unicode 15.0, table 3-7).
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

// Well-formed parts as they are; each other byte as the character that Windows-1252 has for it (U+FFFD for the
// five bytes it leaves open), since texts that are not UTF-8 nearly always come from there.
std::string repaired_utf8(std::string_view text);

// Of at most `most` bytes of the text, cut between characters, with an ellipsis when something was cut; made valid
// UTF-8: for messages.
std::string shortened(std::string_view text, std::size_t most = 80);

// Without the blanks of ASCII around it. Defined here because it is called for every value of every row.
inline std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

}  // namespace harmattan::io
