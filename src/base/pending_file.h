// A file that appears whole or not at all: written beside its target, flushed to disk, then renamed over it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace harmattan::base {

class PendingFile {
  public:
    // Chooses a name in the target's folder and creates the file. Throws Error "output.no_folder" or
    // "output.cannot_write" (values: path, reason).
    explicit PendingFile(std::filesystem::path target);
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;
    // Removes what was written unless commit() was called.
    ~PendingFile();

    // Where to write until commit().
    const std::filesystem::path& path() const { return temporary_; }

    // Writes `bytes` at the end. Throws Error "output.cannot_write".
    void write(std::span<const std::byte> bytes);

    // Flushes to disk and renames onto the target; throws Error "output.cannot_write".
    void commit();

  private:
    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int descriptor_ = -1;
    bool committed_ = false;
};

// Writes a whole file that way.
void write_whole(const std::filesystem::path& target, std::span<const std::byte> bytes);

}  // namespace harmattan::base
