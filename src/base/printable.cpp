#include "base/printable.h"

#include <cstdint>

#include <fmt/core.h>

namespace harmattan::base {
namespace {

struct Character {
    std::uint32_t code = 0;
    std::size_t bytes = 0;  // 0: no UTF-8 begins here
};

// As the Unicode Standard has it (3.9, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
Character character_at(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1};
    const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {};
    std::uint32_t code = lead & (0x7fU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0) != 0x80) return {};
        code = code << 6 | (byte & 0x3fU);
    }
    const bool is_overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    const bool is_surrogate = code >= 0xd800 && code <= 0xdfff;
    if (is_overlong || is_surrogate || code > 0x10ffff) return {};
    return {code, bytes};
}

bool is_control(std::uint32_t code) {
    return code < 0x20 || (code >= 0x7f && code <= 0x9f);
}

// Embeddings, overrides and isolates, which show a text in another order than it has.
bool turns_direction(std::uint32_t code) {
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const Character next = character_at(text);
        if (next.bytes == 0)
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
        else if (is_control(next.code))
            out += fmt::format("\\x{:02x}", next.code);
        else if (turns_direction(next.code))
            out += fmt::format("\\u{:04x}", next.code);
        else
            out += text.substr(0, next.bytes);
        text.remove_prefix(next.bytes == 0 ? 1 : next.bytes);
    }
    return out;
}

}  // namespace harmattan::base
