// How much a packed file may unpack to: small files can be made that fill a disk or a memory ("bombs").
#pragma once

#include <cstdint>
#include <string>

namespace harmattan::io {

struct UnpackLimits {
    std::uint64_t most_bytes = std::uint64_t(16) << 30;  // in all
    // Texts of events shrink to a tenth or a twentieth; deflate can reach 1,032 (Fifield 2019, "A better zip
    // bomb").
    double most_ratio = 250;                                   // unpacked to packed bytes ...
    std::uint64_t ratio_from_bytes = std::uint64_t(64) << 20;  // ... of what unpacks to more than this
};

// Throws Error "packed.too_large" (file, limit in MiB) or "packed.ratio" (file, packed and unpacked in MiB, limit)
// when `unpacked` bytes made of `packed` ones go beyond the limits.
void check_unpacked(const std::string& file, const UnpackLimits& limits, std::uint64_t unpacked,
                    std::uint64_t packed);

}  // namespace harmattan::io
