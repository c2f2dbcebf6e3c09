// Steps through a folded text (io/folded_text.h): what the readers of dates and degrees are written with.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace harmattan::io {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Digits as written: "03" has the value 3 and the width 2.
struct Digits {
    int value = 0;
    std::size_t width = 0;
};

class TextCursor {
  public:
    static constexpr std::size_t most_digits = 9;  // what an int holds

    explicit TextCursor(std::string_view text) : text_(text) {}

    bool at_end() const { return text_.empty(); }
    std::string_view rest() const { return text_; }
    // '\0' at the end.
    char peek() const { return text_.empty() ? '\0' : text_.front(); }
    void skip() { text_.remove_prefix(1); }
    bool take(char c) {
        if (peek() != c || text_.empty()) return false;
        skip();
        return true;
    }
    // The whole beginning or nothing.
    bool take(std::string_view beginning) {
        if (!text_.starts_with(beginning)) return false;
        text_.remove_prefix(beginning.size());
        return true;
    }
    // All digits from here on; no value when there is none, or more than most_digits.
    std::optional<Digits> digits() {
        Digits found;
        std::size_t i = 0;
        for (; i < text_.size() && is_digit(text_[i]); ++i)
            if (i < most_digits) found.value = found.value * 10 + (text_[i] - '0');
        if (i == 0 || i > most_digits) return std::nullopt;
        found.width = i;
        text_.remove_prefix(i);
        return found;
    }
    // All letters from here on.
    std::string_view letters() {
        std::size_t length = 0;
        while (length < text_.size() && is_letter(text_[length])) ++length;
        const std::string_view found = text_.substr(0, length);
        text_.remove_prefix(length);
        return found;
    }

  private:
    std::string_view text_;
};

}  // namespace harmattan::io
