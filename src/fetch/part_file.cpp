#include "fetch/part_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/pending_file.h"

namespace harmattan::fetch {

PartFile::PartFile(std::filesystem::path target, std::string address)
    : target_(std::move(target)),
      path_(target_.string() + ".part"),
      info_(target_.string() + ".part.info"),
      address_(std::move(address)) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor_ < 0) fail(errno);
    struct stat about {};
    int error = ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 ? errno : 0;
    if (error == 0 && ::fstat(descriptor_, &about) != 0) error = errno;
    if (error == 0) {
        size_ = static_cast<std::uint64_t>(about.st_size);
        read_info();
        if (::lseek(descriptor_, 0, SEEK_END) < 0) error = errno;
    }
    if (error == 0) return;
    ::close(descriptor_);
    if (error == EWOULDBLOCK) throw base::Error("fetch.busy", {{"path", target_.string()}});
    fail(error);
}

PartFile::~PartFile() {
    if (!is_finished_ && size_ == 0) {
        ::unlink(path_.c_str());
        ::unlink(info_.c_str());
    }
    if (descriptor_ >= 0) ::close(descriptor_);
}

// A part without a mark, or of something else, is of no use.
void PartFile::read_info() {
    std::ifstream in(info_, std::ios::binary);
    std::string address;
    if (std::getline(in, address) && address == address_) std::getline(in, mark_);
    if (mark_.empty()) empty();
}

void PartFile::empty() {
    if (::ftruncate(descriptor_, 0) != 0) fail(errno);
    ::lseek(descriptor_, 0, SEEK_SET);
    size_ = 0;
}

void PartFile::restart(const std::string& mark) {
    empty();
    mark_ = mark;
    const std::string text = address_ + "\n" + mark_ + "\n";
    base::write_whole(info_, std::as_bytes(std::span(text)));
}

void PartFile::append(std::span<const char> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        size_ += static_cast<std::uint64_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void PartFile::discard() {
    empty();
    mark_.clear();
}

void PartFile::finish() {
    // Data that others may compare with: nothing should change them by accident.
    if (::fchmod(descriptor_, 0444) != 0 || ::fsync(descriptor_) != 0) fail(errno);
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail(errno);
    is_finished_ = true;
    ::unlink(info_.c_str());
    // The new name itself must survive a power cut; a folder that cannot be opened for that is no failure.
    if (const int folder = ::open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

void PartFile::fail(int error_number) const {
    if (error_number == ENOSPC || error_number == EDQUOT)
        throw base::Error("fetch.disk_full", {{"path", target_.string()}, {"part", path_.string()}});
    throw base::Error("output.cannot_write",
                      {{"path", target_.string()}, {"reason", std::strerror(error_number)}});
}

}  // namespace harmattan::fetch
