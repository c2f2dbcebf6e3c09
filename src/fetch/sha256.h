// SHA-256 checksums (FIPS 180-4), by OpenSSL.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace harmattan::fetch {

// Of a whole file, as 64 lower-case hexadecimal digits. Throws Error "fetch.cannot_read" (path, reason).
std::string sha256_of(const std::filesystem::path& file);

// The checksum that stands beside a file in NAME.sha256, in the form of sha256sum ("digits  NAME"), so that
// `sha256sum -c NAME.sha256` checks it too; no value where there is none.
std::optional<std::string> recorded_sha256(const std::filesystem::path& file);
// Throws Error "output.cannot_write".
void record_sha256(const std::filesystem::path& file, const std::string& digits);
std::filesystem::path sha256_file_of(const std::filesystem::path& file);

}  // namespace harmattan::fetch
