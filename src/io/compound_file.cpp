#include "io/compound_file.h"

#include <fstream>

#include <fmt/core.h>

#include "base/error.h"
#include "io/binary_number.h"

namespace harmattan::io {
namespace {

constexpr std::uint32_t last_sector = 0xfffffffa;  // greater numbers mean something else (2.1)
constexpr std::size_t header_bytes = 512;
constexpr std::uint64_t most_bytes = std::uint64_t(1) << 30;

}  // namespace

CompoundFile::CompoundFile(const std::filesystem::path& file) : name_(file.string()) {
    const std::uint64_t size = std::filesystem::file_size(file);
    if (size > most_bytes) fail("it is larger than 1 GiB, which no such workbook is");
    if (size < header_bytes) fail("it is cut off");
    bytes_.resize(size);
    std::ifstream in(file, std::ios::binary);
    in.read(bytes_.data(), static_cast<std::streamsize>(size));
    if (!in) fail("it is cut off");
    const auto shift = little_endian(bytes_, 30, 2), small_shift = little_endian(bytes_, 32, 2);
    if ((shift != 9 && shift != 12) || small_shift != 6) fail("its sectors have no size that is allowed");
    sector_bytes_ = std::size_t(1) << shift;
    read_table();
    read_streams();
}

const CompoundStream* CompoundFile::find(const std::string& name) const {
    const auto found =
        std::find_if(streams_.begin(), streams_.end(), [&](const CompoundStream& s) { return s.name == name; });
    return found == streams_.end() ? nullptr : &*found;
}

void CompoundFile::fail(const std::string& reason) const {
    throw base::Error("sheet.damaged", {{"file", name_}, {"reason", reason}});
}

// The last one may be cut short where the file ends.
std::string_view CompoundFile::sector(std::uint32_t number) const {
    const std::uint64_t at = (std::uint64_t(number) + 1) * sector_bytes_;
    if (at >= bytes_.size()) fail(fmt::format("its sector {} lies behind its end", number));
    return std::string_view(bytes_).substr(at, sector_bytes_);
}

CompoundFile::Chain CompoundFile::chain(std::uint32_t first, const Chain& table) const {
    Chain sectors;
    for (std::uint32_t at = first; at <= last_sector; at = table[at]) {
        if (at >= table.size()) fail(fmt::format("its sector {} is in no table", at));
        if (sectors.size() >= table.size()) fail("its sectors go round in a circle");
        sectors.push_back(at);
    }
    return sectors;
}

std::string CompoundFile::joined(const Chain& sectors) const {
    std::string all;
    for (const std::uint32_t number : sectors) all += sector(number);
    return all;
}

CompoundFile::Chain CompoundFile::table_of(const std::string& bytes) const {
    Chain table;
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4)
        table.push_back(static_cast<std::uint32_t>(little_endian(bytes, at, 4)));
    return table;
}

// 2.2 and 2.5: the header lists the table's first 109 sectors, a chain of its own the others; each of its sectors
// ends with the number of the next.
void CompoundFile::read_table() {
    constexpr std::size_t listed_at = 76;
    std::string list = bytes_.substr(listed_at, header_bytes - listed_at);
    auto next = static_cast<std::uint32_t>(little_endian(bytes_, 68, 4));
    for (std::uint64_t left = bytes_.size() / sector_bytes_; next <= last_sector; --left) {
        if (left == 0) fail("its sectors go round in a circle");
        const std::string_view more = sector(next);
        if (more.size() < sector_bytes_) fail("it is cut off");
        list += more.substr(0, sector_bytes_ - 4);
        next = static_cast<std::uint32_t>(little_endian(more, sector_bytes_ - 4, 4));
    }
    Chain sectors;
    for (const std::uint32_t number : table_of(list))
        if (number <= last_sector) sectors.push_back(number);
    if (sectors.size() > bytes_.size() / sector_bytes_) fail("its table has more sectors than the file");
    table_ = table_of(joined(sectors));
}

// 2.6.1.
void CompoundFile::read_streams() {
    constexpr std::size_t entry_bytes = 128, longest_name_bytes = 64;
    const std::string entries = joined(chain(static_cast<std::uint32_t>(little_endian(bytes_, 48, 4)), table_));
    for (std::size_t at = 0; at + entry_bytes <= entries.size(); at += entry_bytes) {
        const auto name_bytes = little_endian(entries, at + longest_name_bytes, 2);
        if (name_bytes > longest_name_bytes) fail("a name in its directory is longer than its place");
        CompoundStream stream;
        for (std::size_t i = 0; i + 2 < name_bytes; i += 2)
            if (entries[at + i + 1] == '\0') stream.name += entries[at + i];
        stream.first_sector = static_cast<std::uint32_t>(little_endian(entries, at + 116, 4));
        stream.bytes = little_endian(entries, at + 120, 4);
        streams_.push_back(std::move(stream));
    }
    if (streams_.empty()) fail("it has no directory");
}

// 2.4: what is smaller than the cutoff lies in small sectors inside the root's stream.
std::string CompoundFile::read(const CompoundStream& stream) const {
    const auto cutoff = little_endian(bytes_, 56, 4);
    std::string all;
    if (stream.bytes >= cutoff) {
        all = joined(chain(stream.first_sector, table_));
    } else {
        const auto small_table_at = static_cast<std::uint32_t>(little_endian(bytes_, 60, 4));
        const Chain small_table = table_of(joined(chain(small_table_at, table_)));
        const std::string small_sectors = joined(chain(streams_.front().first_sector, table_));
        for (const std::uint32_t number : chain(stream.first_sector, small_table)) {
            const std::size_t at = number * small_sector_bytes_;
            if (at >= small_sectors.size()) fail("a small sector lies behind its end");
            all += small_sectors.substr(at, small_sector_bytes_);
        }
    }
    if (all.size() < stream.bytes) fail("it is cut off");
    all.resize(stream.bytes);
    return all;
}

}  // namespace harmattan::io
