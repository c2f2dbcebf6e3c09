#include "io/unpacked_limits.h"

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

std::string mebibytes(std::uint64_t bytes) {
    const double value = static_cast<double>(bytes) / (1 << 20);
    return fmt::format("{:.{}f}", value, value < 10 ? 1 : 0);
}

}  // namespace

void check_unpacked(const std::string& file, const UnpackLimits& limits, std::uint64_t unpacked,
                    std::uint64_t packed) {
    if (unpacked > limits.most_bytes)
        throw base::Error("packed.too_large", {{"file", file}, {"limit", mebibytes(limits.most_bytes)}});
    if (unpacked > limits.ratio_from_bytes &&
        static_cast<double>(unpacked) > limits.most_ratio * static_cast<double>(packed))
        throw base::Error("packed.ratio", {{"file", file},
                                           {"packed", mebibytes(packed)},
                                           {"unpacked", mebibytes(unpacked)},
                                           {"limit", fmt::format("{:.0f}", limits.most_ratio)}});
}

}  // namespace harmattan::io
