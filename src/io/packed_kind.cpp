#include "io/packed_kind.h"

#include <array>
#include <utility>

namespace harmattan::io {

std::string_view packing_name(std::string_view first_bytes) {
    using namespace std::string_view_literals;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 10> magics{{
        {"\x1f\x8b"sv, "gzip"},
        {"PK\x03\x04"sv, "zip"},
        {"PK\x05\x06"sv, "zip"},  // an empty one
        {"PK\x07\x08"sv, "zip"},  // one that was split and put together again
        {"7z\xbc\xaf\x27\x1c"sv, "7-Zip"},
        {"\xfd\x37zXZ\0"sv, "xz"},
        {"BZh"sv, "bzip2"},
        {"\x28\xb5\x2f\xfd"sv, "Zstandard"},
        {"Rar!\x1a\x07"sv, "RAR"},
        {"\x04\x22\x4d\x18"sv, "LZ4"},
    }};
    // "BZh" alone could begin a text, or be all of it; the digit and the block's mark behind it could not.
    constexpr std::string_view bzip2_block = "1AY&SY";
    const bool is_bzip2 = first_bytes.size() > 4 && first_bytes.substr(4).starts_with(bzip2_block);
    for (const auto& [magic, name] : magics)
        if (first_bytes.starts_with(magic) && (name != "bzip2" || is_bzip2)) return name;
    constexpr std::size_t tar_mark_at = 257;  // POSIX.1-1988, the header's field "magic"
    if (first_bytes.size() > tar_mark_at && first_bytes.substr(tar_mark_at).starts_with("ustar")) return "tar";
    return {};
}

Packing packing_of(std::string_view first_bytes) {
    const auto name = packing_name(first_bytes);
    if (name.empty()) return Packing::none;
    if (name == "gzip") return Packing::gzip;
    return name == "zip" ? Packing::zip : Packing::other;
}

}  // namespace harmattan::io
