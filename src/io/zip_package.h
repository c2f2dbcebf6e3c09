// Zip archives that are one document: workbooks, KMZ, a zipped Shapefile. Read with limits.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "io/feature_reader.h"

namespace harmattan::io {

struct ZipEntry {
    std::string name;  // as stored; a folder's ends in "/"
    std::uint64_t packed_bytes = 0, unpacked_bytes = 0, header_offset = 0;
    std::uint32_t crc = 0;     // of the unpacked bytes (4.4.7)
    std::uint16_t method = 0;  // 0 stored, 8 deflated
    bool is_encrypted = false;
};

// What a document may hold when unpacked: more is taken for an attack or a mistake. The ratio is of unpacked to
// packed bytes, of archives that unpack to more than `ratio_counts_from_bytes`.
struct ZipLimits {
    std::uint64_t unpacked_bytes = std::uint64_t(2) << 30;
    double ratio = 250;
    std::uint64_t ratio_counts_from_bytes = std::uint64_t(16) << 20;
};

// The archive's table of contents, read from its end (APPNOTE.TXT 6.3.10, 4.3.12 to 4.3.16, with ZIP64). Throws
// Error "package.damaged" (file, reason), "package.too_many" (file, count, most) for over 10,000 entries.
std::vector<ZipEntry> zip_entries(const std::filesystem::path& file);

// What the archive is as one document: xlsx, ods, kmz, shapefile_zip, else unknown. Never throws
// "package.damaged": a damaged archive is unknown.
FileKind kind_of_zip(const std::filesystem::path& file);

// Unpacks one entry, block by block.
class ZipEntryReader {
  public:
    // Throws Error "package.damaged", "package.encrypted" (file, entry), "package.method" (file, entry, method).
    ZipEntryReader(const std::filesystem::path& file, const ZipEntry& entry, ZipLimits limits = {});
    ZipEntryReader(const ZipEntryReader&) = delete;
    ZipEntryReader& operator=(const ZipEntryReader&) = delete;
    ~ZipEntryReader();

    // The next bytes, which hold until the next call; empty at the end. Throws Error "package.damaged", also where
    // size or checksum of all bytes are not those that the table of contents states, and
    // "package.too_large" (file, entry, limit) or "package.bomb" (file, entry, ratio, limit) by what really comes
    // out, whatever the table of contents says.
    std::string_view next();
    // Of the packed bytes, 0 to 1.
    double share_read() const;

  private:
    struct Inflater;
    std::string_view next_stored();
    std::string_view next_inflated();
    void refill();
    void count(std::string_view bytes);
    void check_whole() const;
    [[noreturn]] void fail(const std::string& reason) const;

    std::string file_;
    ZipEntry entry_;
    ZipLimits limits_;
    std::ifstream in_;
    std::uint64_t packed_left_ = 0, unpacked_ = 0;
    std::uint32_t crc_ = 0;
    std::vector<char> packed_, block_;
    std::unique_ptr<Inflater> inflater_;
    bool has_ended_ = false;
};

// Unpacks the entries for nothing but their sizes. Throws what ZipEntryReader throws, with the limits taken over
// all of them together.
void require_within_limits(const std::filesystem::path& file, const std::vector<ZipEntry>& entries,
                           ZipLimits limits = {});

// A whole small entry. Throws what ZipEntryReader throws, and Error "package.too_large" beyond `most_bytes`.
std::string zip_entry_text(const std::filesystem::path& file, const ZipEntry& entry, std::uint64_t most_bytes);

// The entry of that name, or none.
const ZipEntry* find_entry(const std::vector<ZipEntry>& entries, std::string_view name);

}  // namespace harmattan::io
