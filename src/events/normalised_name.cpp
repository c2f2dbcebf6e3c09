#include "events/normalised_name.h"

#include <initializer_list>
#include <iterator>
#include <span>

namespace harmattan::events {
namespace {

// The base letters of U+00C0 to U+017F (Unicode 15.0, decompositions; ligatures and stroked letters by their usual
// transcription). One blank: no letter.
constexpr std::string_view latin_letters[] = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // U+00C0
    "d", "n", "o",  "o",  "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "ss",  // U+00D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // U+00E0
    "d", "n", "o",  "o",  "o", "o", "o",  " ", "o", "u", "u", "u", "u", "y", "th", "y",   // U+00F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // U+0100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // U+0110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // U+0120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "k", "l", "l", "l", "l", "l", "l",  "l",   // U+0130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "n", "n", "o", "o", "o",  "o",   // U+0140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // U+0150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // U+0160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",  "s"};  // U+0170
static_assert(std::size(latin_letters) == 0x180 - 0xC0);

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
    bool is_well_formed = false;
};

// The character that begins at `at`. Bytes that form none are one character each and not well formed.
CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {byte, 1, true};
    const std::size_t bytes = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0;
    if (bytes == 0 || byte > 0xF4 || at + bytes > text.size()) return {};
    char32_t value = byte & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<unsigned char>(text[at + i]);
        if ((next & 0xC0U) != 0x80) return {};
        value = (value << 6U) | (next & 0x3FU);
    }
    return {value, bytes, true};
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Behind the years in brackets that begin at `at`, such as "(2013-2020)" or "(2021-)"; `at` where there are none.
std::size_t behind_years(std::string_view text, std::size_t at) {
    if (text[at] != '(' || at + 6 >= text.size()) return at;
    std::size_t i = at + 1;
    for (const std::size_t end = i + 4; i < end; ++i)
        if (!is_digit(text[i])) return at;
    if (text[i] != '-') return at;
    ++i;
    const std::size_t second = i;
    while (i < text.size() && is_digit(text[i])) ++i;
    const bool is_end = i < text.size() && text[i] == ')' && (i == second || i == second + 4);
    return is_end ? i + 1 : at;
}

// Apostrophes, and what stands for them in transcriptions of Arabic: they are left out and join what they part.
bool is_apostrophe(char32_t c) {
    return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2B9 && c <= 0x2C1) || (c >= 0x2018 && c <= 0x201B) ||
           c == 0x2032;
}

// The hooked letters of Hausa; 0 for others.
char plain_hooked(char32_t c) {
    if (c == 0x181 || c == 0x253) return 'b';
    if (c == 0x18A || c == 0x257) return 'd';
    if (c == 0x198 || c == 0x199) return 'k';
    if (c == 0x1B3 || c == 0x1B4) return 'y';
    return 0;
}

// What a character becomes; `as_it_is` its bytes in the text.
std::string_view folded(char32_t c, std::string_view as_it_is, char& letter) {
    if (is_apostrophe(c) || (c >= 0x300 && c <= 0x36F)) return {};  // and combining marks
    if (c >= 0xC0 && c < 0x180) return latin_letters[c - 0xC0];
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool is_capital = c >= 'A' && c <= 'Z';
    letter = is_capital ? static_cast<char>(c - 'A' + 'a') : is_word ? static_cast<char>(c) : plain_hooked(c);
    if (letter != 0) return {&letter, 1};
    if (c < 0xC0 || (c >= 0x2000 && c <= 0x206F) || c == 0x3000) return " ";
    return as_it_is;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view small_letters) {
    if (text.size() < small_letters.size()) return false;
    for (std::size_t i = 0; i < small_letters.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        if (c != small_letters[i]) return false;
    }
    return true;
}

// The joint of `joints` that begins at `at`; empty for none.
std::string_view joint_at(std::string_view text, std::size_t at, std::span<const std::string_view> joints) {
    for (const std::string_view joint : joints)
        if (starts_with_ignoring_case(text.substr(at), joint)) return joint;
    return {};
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

std::string normalised_name(std::string_view name) {
    std::string result;
    for (std::size_t at = 0; at < name.size();) {
        if (const std::size_t behind = behind_years(name, at); behind != at) {
            at = behind;
            continue;
        }
        const CodePoint point = code_point_at(name, at);
        char letter = 0;
        const std::string_view as_it_is = name.substr(at, point.bytes);
        const std::string_view part = point.is_well_formed ? folded(point.value, as_it_is, letter) : " ";
        if (part != " ")
            result += part;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
        at += point.bytes;
    }
    if (!result.empty() && result.back() == ' ') result.pop_back();
    return result;
}

std::vector<std::string_view> parts_of_joint_name(std::string_view name) {
    static constexpr std::string_view strong[] = {";"}, either[] = {" and/or "}, listed[] = {","},
                                      words[] = {" and ", " or ", " & ", " / ", " et ", " ou "};
    if (name.size() > most_joint_bytes) return {name};
    using Joints = std::span<const std::string_view>;
    for (const Joints joints : {Joints(strong), Joints(either), Joints(listed), Joints(words)}) {
        std::vector<std::string_view> parts;
        std::size_t begin = 0;
        for (std::size_t at = 0; at < name.size(); ++at) {
            const std::string_view joint = joint_at(name, at, joints);
            if (joint.empty()) continue;
            parts.push_back(without_blanks(name.substr(begin, at - begin)));
            begin = at + joint.size();
            at = begin - 1;
        }
        if (parts.empty()) continue;
        parts.push_back(without_blanks(name.substr(begin)));
        std::erase(parts, std::string_view());
        return parts;
    }
    return {name};
}

}  // namespace harmattan::events
