// The text of a gzip file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "io/byte_source.h"
#include "io/unpacked_limits.h"

namespace harmattan::io {

// Unpacks while reading, with zlib and not with libarchive, whose gzip filter (3.6, 3.7) checks neither the
// checksum nor whether the end is missing. Several gzip streams one after the other are one text (RFC 1952, 2.2).
class GzipSource final : public ByteSource {
  public:
    // Throws as FileSource does.
    GzipSource(const std::filesystem::path& file, const UnpackLimits& limits);
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;
    ~GzipSource() override;

    // Throws Error "packed.truncated" (file), "packed.checksum" (file), "packed.damaged" (file, offset in the
    // packed file), those of check_unpacked() and of FileSource.
    std::size_t read(char* to, std::size_t most) override;
    // Of the packed bytes.
    double share_read() const override;
    std::uint64_t size() const override { return file_.size(); }
    const std::string& name() const override { return file_.name(); }

  private:
    struct Inflater;

    bool take_more();
    bool begin_next_stream();
    void pass_padding();
    std::uint64_t packed_taken() const;
    [[noreturn]] void fail_damaged() const;

    FileSource file_;
    UnpackLimits limits_;
    std::vector<char> packed_;
    std::unique_ptr<Inflater> inflater_;
    std::uint64_t unpacked_ = 0;
    bool is_at_end_ = false;
};

}  // namespace harmattan::io
