// Which packing a file has, by its first bytes.
#pragma once

#include <string>
#include <string_view>

namespace harmattan::io {

// `other`: a packing that is recognised but not read, see packing_name().
enum class Packing { none, gzip, zip, other };

// By the magic bytes (RFC 1952 for gzip, PKWARE's APPNOTE for zip; those of the others as their formats state
// them).
Packing packing_of(std::string_view first_bytes);

// "gzip", "zip", "7-Zip", "xz", "bzip2", "Zstandard", "RAR", "LZ4" or "tar" (needs 262 bytes); empty for none.
std::string_view packing_name(std::string_view first_bytes);

}  // namespace harmattan::io
