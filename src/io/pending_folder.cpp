#include "io/pending_folder.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

[[noreturn]] void fail(const std::filesystem::path& target, int error_number) {
    throw base::Error("output.cannot_write", {{"path", target.string()}, {"reason", std::strerror(error_number)}});
}

// An open file or folder, to be flushed to disk.
class Descriptor {
  public:
    Descriptor(const std::filesystem::path& path, int flags) : number_(::open(path.c_str(), flags | O_CLOEXEC)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    bool sync() const { return number_ >= 0 && ::fsync(number_) == 0; }

  private:
    int number_;
};

}  // namespace

PendingFolder::PendingFolder(std::filesystem::path target) : target_(std::move(target)) {
    const auto parent = target_.has_parent_path() ? target_.parent_path() : std::filesystem::path(".");
    std::error_code ignored;
    if (!std::filesystem::is_directory(parent, ignored))
        throw base::Error("output.no_folder", {{"path", target_.string()}, {"folder", parent.string()}});
    if (std::filesystem::is_directory(target_, ignored)) fail(target_, EISDIR);
    std::string name = (parent / fmt::format(".{}.XXXXXX", target_.filename().string())).string();
    if (::mkdtemp(name.data()) == nullptr) fail(target_, errno);
    folder_ = name;
    file_ = folder_ / target_.filename();
}

PendingFolder::~PendingFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void PendingFolder::commit() {
    if (!Descriptor(file_, O_RDWR).sync()) fail(target_, errno);
    if (::rename(file_.c_str(), target_.c_str()) != 0) fail(target_, errno);
    // The new name itself must survive a power cut; a folder that cannot be opened for that is no failure.
    Descriptor(folder_.parent_path(), O_RDONLY | O_DIRECTORY).sync();
}

}  // namespace harmattan::io
