#include "events/filter_lexer.h"

#include <array>
#include <charconv>

#include <utf8proc.h>

#include "events/filter_place.h"
#include "events/fold_text.h"

namespace harmattan::events {
namespace {

using Kind = FilterToken::Kind;

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

constexpr bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Longer ones first.
constexpr std::array<std::string_view, 11> symbols{"!=", "!~", "<=", ">=", "(", ")", ",", "=", "<", ">", "~"};
// What other languages write.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> foreign{
    {{"==", "="}, {"<>", "!="}, {"&&", "and"}, {"||", "or"}, {"=~", "~"}, {"~=", "~"}, {"!", "not"}}};

class Lexer {
  public:
    explicit Lexer(std::string_view expression) : all_(expression) {}

    std::vector<FilterToken> tokens() {
        check_utf8();
        std::vector<FilterToken> found;
        do found.push_back(next());
        while (found.back().kind != Kind::end);
        return found;
    }

  private:
    void check_utf8() const {
        for (std::size_t at = 0; at < all_.size();) {
            utf8proc_int32_t code = 0;
            const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(all_.data()) + at,
                                                static_cast<utf8proc_ssize_t>(all_.size() - at), &code);
            if (bytes <= 0) fail_in_filter("filter.not_utf8", all_, at);
            at += static_cast<std::size_t>(bytes);
        }
    }

    // 0 behind the end, which no character of an expression is.
    char at(std::size_t index) const { return index < all_.size() ? all_[index] : '\0'; }

    FilterToken next() {
        while (is_blank(at(here_))) ++here_;
        const char c = at(here_);
        if (here_ == all_.size()) return token(Kind::end, 0);
        if (c == '\'' || c == '"') return text(c);
        if (is_letter(c)) return word();
        const std::size_t digit = here_ + (c == '-' || c == '+' ? 1 : 0);
        if (is_digit(at(digit)) || (at(digit) == '.' && is_digit(at(digit + 1)))) return number_or_day();
        return symbol();
    }

    FilterToken token(Kind kind, std::size_t bytes) {
        FilterToken made;
        made.kind = kind;
        made.begin = here_;
        made.source = all_.substr(here_, bytes);
        here_ += bytes;
        return made;
    }

    FilterToken word() {
        std::size_t end = here_;
        while (is_letter(at(end)) || is_digit(at(end))) ++end;
        FilterToken made = token(Kind::word, end - here_);
        made.text = folded_text(made.source, Folding::without_case);
        return made;
    }

    // A quote inside is written twice.
    FilterToken text(char quote) {
        std::string inside;
        std::size_t end = here_ + 1;
        for (;; ++end) {
            if (end == all_.size()) fail_in_filter("filter.unclosed_text", all_, here_, {{"quote", {quote}}});
            if (all_[end] == quote && at(++end) != quote) break;
            inside += all_[end];
        }
        FilterToken made = token(Kind::text, end - here_);
        made.text = std::move(inside);
        return made;
    }

    // Whether digits and hyphens stand as in 2012-01-31.
    bool is_day() const {
        constexpr std::string_view form = "dddd-dd-dd";
        for (std::size_t i = 0; i < form.size(); ++i)
            if (form[i] == 'd' ? !is_digit(at(here_ + i)) : at(here_ + i) != form[i]) return false;
        return true;
    }

    FilterToken number_or_day() {
        if (is_day()) {
            FilterToken made = token(Kind::day, 10);
            const auto day = base::parse_iso_day(made.source);
            if (!day || is_digit(at(here_)))
                fail_in_filter("filter.bad_day", all_, made.begin, {{"value", std::string(made.source)}});
            made.day = *day;
            return made;
        }
        const char* begin = all_.data() + here_;
        const char* digits = *begin == '+' ? begin + 1 : begin;  // from_chars takes no plus sign
        double number = 0;
        const auto [end, error] = std::from_chars(digits, all_.data() + all_.size(), number);
        FilterToken made = token(Kind::number, static_cast<std::size_t>(end - begin));
        if (error != std::errc())
            fail_in_filter("filter.bad_number", all_, made.begin, {{"value", shown_in_message(made.source)}});
        made.number = number;
        return made;
    }

    FilterToken symbol() {
        const std::string_view rest = all_.substr(here_);
        for (const auto& [found, meant] : foreign)
            if (rest.starts_with(found) && !rest.starts_with("!=") && !rest.starts_with("!~"))
                fail_in_filter("filter.operator_like", all_, here_,
                               {{"value", std::string(found)}, {"meant", std::string(meant)}});
        for (const std::string_view known : symbols)
            if (rest.starts_with(known)) return token(Kind::symbol, known.size());
        std::size_t bytes = 1;
        while (here_ + bytes < all_.size() && (static_cast<unsigned char>(all_[here_ + bytes]) & 0xC0U) == 0x80U)
            ++bytes;
        fail_in_filter("filter.bad_character", all_, here_, {{"value", shown_in_message(rest.substr(0, bytes))}});
    }

    std::string_view all_;
    std::size_t here_ = 0;
};

}  // namespace

std::vector<FilterToken> filter_tokens(std::string_view expression) {
    return Lexer(expression).tokens();
}

}  // namespace harmattan::events
