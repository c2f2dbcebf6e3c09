#include "io/byte_source.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/error.h"
#include "io/file_path.h"

namespace harmattan::io {
namespace {

[[noreturn]] void cannot_read(const std::string& name, int error_number) {
    if (error_number == ENOENT || error_number == ENOTDIR) throw base::Error("csv.missing_file", {{"file", name}});
    throw base::Error("csv.cannot_read", {{"file", name}, {"reason", std::strerror(error_number)}});
}

[[noreturn]] void fail_changed(const std::string& name, std::uint64_t size) {
    throw base::Error("csv.changed", {{"file", name}, {"size", fmt::format("{}", size)}});
}

double share_of(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

// Closes the file unless it is handed on.
struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

}  // namespace

void ByteSource::skip(std::uint64_t count) {
    std::vector<char> passed(static_cast<std::size_t>(std::min<std::uint64_t>(count, std::uint64_t(64) << 10)));
    while (count > 0) {
        const std::size_t got = read(passed.data(), std::min<std::uint64_t>(count, passed.size()));
        if (got == 0) fail_changed(name(), size());
        count -= got;
    }
}

FileSource::FileSource(const std::filesystem::path& file, std::uint64_t offset)
    : name_(file.string()), position_(offset) {
    if (is_address(file)) throw base::Error("csv.is_url", {{"file", name_}});
    // Without O_NONBLOCK a named pipe would wait for a writer for ever.
    Descriptor opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (opened.number < 0) cannot_read(name_, errno);
    struct stat about {};
    if (::fstat(opened.number, &about) != 0) cannot_read(name_, errno);
    if (S_ISDIR(about.st_mode)) throw base::Error("csv.is_folder", {{"file", name_}});
    if (!S_ISREG(about.st_mode)) throw base::Error("csv.not_regular", {{"file", name_}});
    if (::lseek(opened.number, static_cast<off_t>(offset), SEEK_SET) < 0) cannot_read(name_, errno);
    size_ = static_cast<std::uint64_t>(about.st_size);
    ::posix_fadvise(opened.number, static_cast<off_t>(offset), 0, POSIX_FADV_SEQUENTIAL);
    descriptor_ = std::exchange(opened.number, -1);
}

FileSource::~FileSource() {
    ::close(descriptor_);
}

std::size_t FileSource::read(char* to, std::size_t most) {
    ssize_t count = -1;
    do {
        count = ::read(descriptor_, to, most);
    } while (count < 0 && errno == EINTR);
    if (count < 0) cannot_read(name_, errno);
    position_ += static_cast<std::uint64_t>(count);
    if (position_ > size_ || (count == 0 && most > 0 && position_ < size_)) fail_changed(name_, size_);
    return static_cast<std::size_t>(count);
}

void FileSource::skip(std::uint64_t count) {
    if (count > size_ - position_) fail_changed(name_, size_);
    seek(position_ + count);
}

void FileSource::seek(std::uint64_t offset) {
    if (::lseek(descriptor_, static_cast<off_t>(offset), SEEK_SET) < 0) cannot_read(name_, errno);
    position_ = offset;
}

double FileSource::share_read() const {
    return share_of(position_, size_);
}

std::size_t MemorySource::read(char* to, std::size_t most) {
    const std::size_t count = std::min(most, text_.size() - position_);
    std::copy_n(text_.data() + position_, count, to);
    position_ += count;
    return count;
}

double MemorySource::share_read() const {
    return share_of(position_, text_.size());
}

}  // namespace harmattan::io
