// A file that a library writes, in a folder of its own until it is complete.
#pragma once

#include <filesystem>

namespace harmattan::io {

// For libraries that want to create the file themselves, insist on its ending, or write others beside it (a
// database's journal). The folder stands beside the target, so that renaming never copies; it is gone at the end
// with all in it.
class PendingFolder {
  public:
    // Throws Error "output.no_folder" or "output.cannot_write" (path, reason).
    explicit PendingFolder(std::filesystem::path target);
    PendingFolder(const PendingFolder&) = delete;
    PendingFolder& operator=(const PendingFolder&) = delete;
    ~PendingFolder();

    // Where to write until commit(): the target's name, in the folder. There is no such file yet.
    const std::filesystem::path& path() const { return file_; }

    // Flushes the file to disk and renames it onto the target. Throws Error "output.cannot_write".
    void commit();

  private:
    std::filesystem::path target_, folder_, file_;
};

}  // namespace harmattan::io
