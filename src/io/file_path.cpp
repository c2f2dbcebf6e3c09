#include "io/file_path.h"

#include <algorithm>
#include <string>

namespace harmattan::io {
namespace {

bool begins_like_connection(const std::string& text) {
    const auto colon = text.find(':');
    if (colon == std::string::npos || colon < 2) return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '+';
    });
}

}  // namespace

bool is_address(const std::filesystem::path& file) {
    const std::string text = file.string();
    if (text.starts_with("/vsi") || text.find("://") != std::string::npos) return true;
    std::error_code ignored;
    return begins_like_connection(text) && !std::filesystem::exists(file, ignored);
}

}  // namespace harmattan::io
