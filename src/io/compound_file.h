// The container of Excel's old workbooks: a small file system in a file ([MS-CFB]).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace harmattan::io {

struct CompoundStream {
    std::string name;  // ASCII characters only
    std::uint32_t first_sector = 0;
    std::uint64_t bytes = 0;
};

// Throws Error "sheet.damaged" (file, reason) for sectors that do not fit into the file, chains that go round in a
// circle, and names longer than their place.
class CompoundFile {
  public:
    explicit CompoundFile(const std::filesystem::path& file);

    // Streams and folders; the first is the root.
    const std::vector<CompoundStream>& streams() const { return streams_; }
    // None when there is no stream of that name.
    const CompoundStream* find(const std::string& name) const;
    // The stream's bytes.
    std::string read(const CompoundStream& stream) const;

  private:
    using Chain = std::vector<std::uint32_t>;
    [[noreturn]] void fail(const std::string& reason) const;
    std::string_view sector(std::uint32_t number) const;
    Chain chain(std::uint32_t first, const Chain& table) const;
    std::string joined(const Chain& sectors) const;
    Chain table_of(const std::string& bytes) const;
    void read_table();
    void read_streams();

    std::string name_, bytes_;
    std::size_t sector_bytes_ = 512, small_sector_bytes_ = 64;
    Chain table_;  // which sector follows which
    std::vector<CompoundStream> streams_;
};

}  // namespace harmattan::io
