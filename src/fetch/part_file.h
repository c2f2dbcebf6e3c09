// A file that is being fetched: NAME.part beside its target, kept when the fetching is broken off.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace harmattan::fetch {

// Unlike base::PendingFile it stays when it was not finished, so that the next attempt can go on from there. What
// it is a part of is written beside it, in NAME.part.info: the address, and the server's mark of that very
// version.
class PartFile {
  public:
    // Opens or creates it and locks it. A part of another address is emptied. Throws Error "fetch.busy" (path)
    // while another program fetches the same file, "output.cannot_write".
    PartFile(std::filesystem::path target, std::string address);
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    // Keeps the part, unless it is empty.
    ~PartFile();

    const std::filesystem::path& path() const { return path_; }
    std::uint64_t size() const { return size_; }
    // The ETag or date of what is there; empty when there is nothing to go on from.
    const std::string& mark() const { return mark_; }

    // Empties it, for a version of the file that the server marks so (empty: it gives no mark).
    void restart(const std::string& mark);
    // Throws Error "fetch.disk_full" (path, part), "output.cannot_write" (path, reason).
    void append(std::span<const char> bytes);
    // Empties and removes it.
    void discard();
    // Flushes it to disk, makes it read-only and gives it its name. Throws Error "output.cannot_write".
    void finish();

  private:
    void read_info();
    void empty();
    [[noreturn]] void fail(int error_number) const;

    std::filesystem::path target_, path_, info_;
    std::string address_, mark_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    bool is_finished_ = false;
};

}  // namespace harmattan::fetch
