#include "io/folded_text.h"

#include <cstdint>

namespace harmattan::io {
namespace {

struct Character {
    unsigned code = 0;
    std::size_t length = 1;  // bytes
};

unsigned byte_at(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

bool is_continuation(unsigned byte) {
    return (byte & 0xc0) == 0x80;
}

// Of Windows-1252's bytes 0x80 to 0x9f, those that have a plain form (Unicode's mapping file CP1252.TXT).
unsigned windows_1252(unsigned byte) {
    switch (byte) {
        case 0x8b:
            return 0x2039;
        case 0x8c:
            return 0x152;
        case 0x91:
            return 0x2018;
        case 0x92:
            return 0x2019;
        case 0x93:
            return 0x201c;
        case 0x94:
            return 0x201d;
        case 0x96:
            return 0x2013;
        case 0x97:
            return 0x2014;
        case 0x9b:
            return 0x203a;
        case 0x9c:
            return 0x153;
        case 0x9f:
            return 0x178;
        default:
            return byte < 0xa0 ? 0xfffd : byte;
    }
}

// The character at `i`, in UTF-8 or else one byte of Windows-1252. What lies beyond the Basic Multilingual Plane
// has no plain form, so its bytes may come out one by one.
Character character_at(std::string_view text, std::size_t i) {
    const unsigned first = byte_at(text, i), second = byte_at(text, i + 1), third = byte_at(text, i + 2);
    if (first < 0x80) return {first, 1};
    if (first >= 0xc2 && first <= 0xdf && is_continuation(second))
        return {(first & 0x1f) << 6 | (second & 0x3f), 2};
    if (first >= 0xe0 && first <= 0xef && is_continuation(second) && is_continuation(third)) {
        const unsigned code = (first & 0x0f) << 12 | (second & 0x3f) << 6 | (third & 0x3f);
        if (code >= 0x800) return {code, 3};
    }
    return {windows_1252(first), 1};
}

// U+00C0 to U+00FF in lower case; '*' where the character has no plain form, '+' where it has two letters.
constexpr std::string_view latin_letters = "aaaaaa+ceeeeiiiidnooooo*ouuuuy*+aaaaaa+ceeeeiiiidnooooo*ouuuuy*y";

bool is_capital(unsigned code) {
    return code >= 0xc0 && code <= 0xde;
}

// The plain character for one that is not a letter.
char plain_mark(unsigned code) {
    switch (code) {
        case 0xa0:
        case 0x202f:
        case 0x205f:
        case 0x3000:
            return ' ';
        case 0x2212:
            return '-';
        case 0xb4:
        case 0x2b9:
        case 0x2bc:
        case 0x2018:
        case 0x2019:
        case 0x201b:
        case 0x2032:
            return '\'';
        case 0x2ba:
        case 0x201c:
        case 0x201d:
        case 0x201f:
        case 0x2033:
            return '"';
        case 0xb0:
        case 0xba:
        case 0x2da:
            return FoldedText::degree_mark;
        case 0x2264:
            return '<';
        case 0x2265:
            return '>';
        case 0x2248:
        case 0x223c:
            return '~';
        default:
            break;
    }
    if (code >= 0x2000 && code <= 0x200a) return ' ';
    return code >= 0x2010 && code <= 0x2015 ? '-' : FoldedText::other_mark;
}

// Combining accents, soft hyphens, marks of direction, the byte order mark. Not the two that turn what follows to
// run from right to left (U+202B, U+202E): a person then sees other digits, or the sign at the other end.
bool is_invisible(unsigned code) {
    return (code >= 0x300 && code <= 0x36f) || code == 0xad || (code >= 0x200b && code <= 0x200f) ||
           code == 0x202a || code == 0x202c || code == 0x202d || code == 0x2060 || code == 0xfeff;
}

}  // namespace

FoldedText::FoldedText(std::string_view text, LetterCase letter_case)
    : is_lower_(letter_case == LetterCase::lower) {
    for (std::size_t i = 0; i < text.size() && is_whole_;) {
        const unsigned byte = byte_at(text, i);
        if (byte < 0x80) {
            const bool is_blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
            const bool is_upper = byte >= 'A' && byte <= 'Z';
            if (is_blank)
                add(' ');
            else if (byte < ' ' || byte == 0x7f)
                add(other_mark);
            else
                add(static_cast<char>(is_upper && is_lower_ ? byte + 32 : byte));
            ++i;
        } else {
            const Character character = character_at(text, i);
            add_character(character.code);
            i += character.length;
        }
    }
    if (size_ > 0 && bytes_[size_ - 1] == ' ') --size_;
}

void FoldedText::add(char c) {
    if (c == ' ' && (size_ == 0 || bytes_[size_ - 1] == ' ')) return;
    if (size_ == most)
        is_whole_ = false;
    else
        bytes_[size_++] = c;
}

void FoldedText::add_character(unsigned code) {
    if (is_invisible(code)) return;
    const auto add_letter = [this](char letter, bool is_upper) {
        add(static_cast<char>(is_upper && !is_lower_ ? letter - 32 : letter));
    };
    if (code == 0x152 || code == 0x153) {
        add_letter('o', code == 0x152);
        add_letter('e', code == 0x152);
    } else if (code == 0x178) {
        add_letter('y', true);
    } else if (code >= 0xc0 && code <= 0xff && latin_letters[code - 0xc0] == '+') {
        add_letter(code == 0xdf ? 's' : 'a', is_capital(code));
        add_letter(code == 0xdf ? 's' : 'e', is_capital(code));
    } else if (code >= 0xc0 && code <= 0xff && latin_letters[code - 0xc0] != '*') {
        add_letter(latin_letters[code - 0xc0], is_capital(code));
    } else {
        add(plain_mark(code));
    }
}

}  // namespace harmattan::io
