#include "io/utf8_text.h"

#include <array>
#include <cstdint>

namespace harmattan::io {
namespace {

// Windows-1252, bytes 0x80 to 0x9f (Unicode's mapping file CP1252.TXT); 0 where it leaves the byte open.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

unsigned byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

// Bytes of the well-formed character at `i`, 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t i) {
    const unsigned lead = byte_at(text, i);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || i + length > text.size()) return 0;
    for (std::size_t k = 1; k < length; ++k)
        if ((byte_at(text, i + k) & 0xc0) != 0x80) return 0;
    const unsigned second = byte_at(text, i + 1);
    const bool is_overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool is_surrogate = lead == 0xed && second > 0x9f;
    const bool is_too_large = lead == 0xf4 && second > 0x8f;
    return is_overlong || is_surrogate || is_too_large ? 0 : length;
}

void append_windows_1252(unsigned byte, std::string& to) {
    unsigned code = byte;
    if (byte < 0xa0) code = windows_1252[byte - 0x80] != 0 ? windows_1252[byte - 0x80] : 0xfffd;
    if (code < 0x800) {
        to += static_cast<char>(0xc0 | code >> 6);
    } else {
        to += static_cast<char>(0xe0 | code >> 12);
        to += static_cast<char>(0x80 | (code >> 6 & 0x3f));
    }
    to += static_cast<char>(0x80 | (code & 0x3f));
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text, i);
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

std::string repaired_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = character_length(text, i);
        if (length == 0) {
            append_windows_1252(byte_at(text, i), out);
            ++i;
        } else {
            out += text.substr(i, length);
            i += length;
        }
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t most) {
    if (text.size() <= most) return repaired_utf8(text);
    constexpr std::size_t longest_rest = 3;  // of a character; more such bytes in a row are no UTF-8
    std::size_t end = most;
    while (end > 0 && most - end < longest_rest && (byte_at(text, end) & 0xc0) == 0x80) --end;
    return repaired_utf8(text.substr(0, end)) + "…";
}

}  // namespace harmattan::io
