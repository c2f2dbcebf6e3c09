// Numbers in the bytes of binary formats.
#pragma once

#include <cstdint>
#include <string_view>

namespace harmattan::io {

// `size` bytes from `at`, the lowest first; they must lie in `bytes`.
inline std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// The same, the highest first.
inline std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

}  // namespace harmattan::io
