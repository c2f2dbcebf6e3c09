// What a zip file holds, and the text of one of its members.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "io/byte_source.h"
#include "io/unpacked_limits.h"

namespace harmattan::io {

struct ZipMember {
    std::string name;              // with its folders, as UTF-8
    std::uint64_t size_bytes = 0;  // unpacked, as the zip's table states it
    std::string first_bytes;       // as many as were asked for; fewer when the member is shorter or cannot be read
    std::optional<base::Error> fault;  // why it cannot be read: "zip.encrypted", "zip.method", "zip.checksum", ...
};

// Its members in the order they lie in. Folders, links, what a name with a leading dot hides and what macOS adds
// under
// __MACOSX/ do not count. `head_bytes` of each are unpacked (none for 0: the table alone is read). Throws Error
// "zip.damaged" (file), "zip.too_many_members" (file, limit), and those of FileSource.
std::vector<ZipMember> zip_members(const std::filesystem::path& file, std::size_t head_bytes);

// One member, unpacked with libarchive while it is read. Nothing is ever written, so names with ".." do no harm.
class ZipSource final : public ByteSource {
  public:
    // The first member of that name. Throws as zip_members() does, and "zip.no_such_member" (file, member).
    ZipSource(const std::filesystem::path& file, const std::string& member, const UnpackLimits& limits);
    ZipSource(const ZipSource&) = delete;
    ZipSource& operator=(const ZipSource&) = delete;
    ~ZipSource() override;

    // Throws Error "zip.encrypted", "zip.method" (file, member, method), "zip.checksum" (the checksum or the size
    // is not what the table states), "zip.member_damaged" (file, member), those of check_unpacked() and of
    // FileSource.
    std::size_t read(char* to, std::size_t most) override;
    // Of the size that the zip's table states.
    double share_read() const override;
    std::uint64_t size() const override;
    const std::string& name() const override;

  private:
    class Archive;
    friend std::vector<ZipMember> zip_members(const std::filesystem::path& file, std::size_t head_bytes);

    std::unique_ptr<Archive> archive_;
    UnpackLimits limits_;
    ZipMember member_;
    std::uint64_t unpacked_ = 0;
};

}  // namespace harmattan::io
