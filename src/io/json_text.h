// Text as JSON (RFC 8259) has it.
#pragma once

#include <string>
#include <string_view>

namespace harmattan::io {

// Appends the text in quotation marks, with what JSON wants escaped. UTF-8 stays as it is, and must be
// well-formed.
inline void append_json_text(std::string& out, std::string_view text) {
    constexpr const char* digits = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out.push_back('\\');
            out.push_back(c);
        } else if (byte < 0x20 || byte == 0x7f) {
            out.append("\\u00");
            out.push_back(digits[byte >> 4]);
            out.push_back(digits[byte & 15]);
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

}  // namespace harmattan::io
