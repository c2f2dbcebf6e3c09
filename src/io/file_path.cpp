#include "io/file_path.h"

#include <algorithm>
#include <string>

namespace harmattan::io {

bool is_like_connection(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon < 2) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+';
    });
}

bool is_address(const std::filesystem::path& file) {
    const std::string text = file.string();
    if (text.starts_with("/vsi") || text.find("://") != std::string::npos) return true;
    std::error_code ignored;
    return is_like_connection(text) && !std::filesystem::exists(file, ignored);
}

}  // namespace harmattan::io
