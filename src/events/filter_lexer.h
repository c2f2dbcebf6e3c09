// The words of a filter.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace harmattan::events {

struct FilterToken {
    enum class Kind : std::uint8_t { end, word, number, day, text, symbol };
    Kind kind = Kind::end;
    std::size_t begin = 0;    // its first byte in the expression
    std::string_view source;  // as it stands there
    std::string text;         // of a text, without its quotes; of a word, in small letters
    double number = 0;
    base::Day day;

    bool is_symbol(std::string_view symbol) const { return kind == Kind::symbol && source == symbol; }
    bool is_word(std::string_view word) const { return kind == Kind::word && text == word; }
};

// All of the expression; the last token is the end. Throws Error "filter.not_utf8", "filter.unclosed_text",
// "filter.bad_character" (value), "filter.operator_like" (value, meant), "filter.bad_number" (value) and
// "filter.bad_day" (value).
std::vector<FilterToken> filter_tokens(std::string_view expression);

}  // namespace harmattan::events
