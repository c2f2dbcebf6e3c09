#include "io/compound_file.h"

#include <cstdint>
#include <fstream>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

constexpr std::uint32_t last_sector = 0xfffffffa;  // greater numbers mean something else ([MS-CFB] 2.1)
constexpr std::size_t header_bytes = 512, entry_bytes = 128, longest_name_bytes = 64;

class CompoundFile {
  public:
    explicit CompoundFile(const std::filesystem::path& file) : name_(file.string()), in_(file, std::ios::binary) {
        size_ = std::filesystem::file_size(file);
        header_ = read(0, header_bytes);
        const auto shift = number(header_, 30, 2);
        if (shift != 9 && shift != 12) fail("its sectors are neither of 512 nor of 4096 bytes");
        sector_bytes_ = std::size_t(1) << shift;
    }

    std::vector<std::string> names() {
        std::vector<std::string> names;
        auto sector = static_cast<std::uint32_t>(number(header_, 48, 4));
        // A chain that is longer than the file has sectors goes round in a circle.
        for (std::uint64_t left = size_ / sector_bytes_; sector <= last_sector; sector = next_of(sector)) {
            if (left-- == 0) fail("its directory goes round in a circle");
            const std::string entries = read_sector(sector);
            for (std::size_t at = 0; at < entries.size(); at += entry_bytes) names.push_back(name_in(entries, at));
        }
        return names;
    }

  private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw base::Error("sheet.damaged", {{"file", name_}, {"reason", reason}});
    }

    static std::uint64_t number(const std::string& bytes, std::size_t at, std::size_t size) {
        std::uint64_t value = 0;
        for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        return value;
    }

    std::string read(std::uint64_t at, std::size_t size) {
        std::string bytes(size, '\0');
        in_.clear();
        in_.seekg(static_cast<std::streamoff>(at));
        in_.read(bytes.data(), static_cast<std::streamsize>(size));
        if (!in_) fail(fmt::format("it ends before byte {}", at + size));
        return bytes;
    }

    std::string read_sector(std::uint32_t sector) {
        return read((std::uint64_t(sector) + 1) * sector_bytes_, sector_bytes_);
    }

    // 2.3: the allocation table says which sector follows; the header says where its first 109 sectors are (2.5).
    std::uint32_t next_of(std::uint32_t sector) {
        constexpr std::size_t listed_in_header = 109, first_at = 76;
        const std::size_t per_sector = sector_bytes_ / 4;
        const std::size_t table_sector = sector / per_sector;
        if (table_sector >= listed_in_header) fail("its directory lies too far behind");
        const auto table = static_cast<std::uint32_t>(number(header_, first_at + 4 * table_sector, 4));
        if (table > last_sector) fail("its table of sectors is not there");
        return static_cast<std::uint32_t>(number(read_sector(table), 4 * (sector % per_sector), 4));
    }

    // 2.6.1: 64 bytes of UTF-16, then the length in bytes with the closing zero.
    std::string name_in(const std::string& entries, std::size_t at) const {
        const auto length = static_cast<std::size_t>(number(entries, at + longest_name_bytes, 2));
        if (length > longest_name_bytes) fail("a name in its directory is longer than its place");
        std::string name;
        for (std::size_t i = 0; i + 2 < length; i += 2)
            if (entries[at + i + 1] == '\0') name += entries[at + i];
        return name;
    }

    std::string name_, header_;
    std::ifstream in_;
    std::uint64_t size_ = 0;
    std::size_t sector_bytes_ = header_bytes;
};

}  // namespace

std::vector<std::string> compound_file_names(const std::filesystem::path& file) {
    return CompoundFile(file).names();
}

}  // namespace harmattan::io
