#include "base/pending_file.h"

#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::base {
namespace {

[[noreturn]] void fail(const std::filesystem::path& target, int error_number) {
    throw Error("output.cannot_write", {{"path", target.string()}, {"reason", std::strerror(error_number)}});
}

std::filesystem::path folder_of(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
}

}  // namespace

PendingFile::PendingFile(std::filesystem::path target) : target_(std::move(target)) {
    const auto folder = folder_of(target_);
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        throw Error("output.no_folder", {{"path", target_.string()}, {"folder", folder.string()}});
    if (std::filesystem::is_directory(target_, ignored)) fail(target_, EISDIR);
    temporary_ = folder / fmt::format(".{}.{}.part", target_.filename().string(), ::getpid());
    descriptor_ = ::open(temporary_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor_ < 0) fail(target_, errno);
}

PendingFile::~PendingFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!committed_) ::unlink(temporary_.c_str());
}

void PendingFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(target_, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void PendingFile::commit() {
    if (::fsync(descriptor_) != 0) fail(target_, errno);
    if (::close(std::exchange(descriptor_, -1)) != 0) fail(target_, errno);
    if (::rename(temporary_.c_str(), target_.c_str()) != 0) fail(target_, errno);
    committed_ = true;
    // The new name itself must survive a power cut; a folder that cannot be opened for that is no failure.
    if (const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

void write_whole(const std::filesystem::path& target, std::span<const std::byte> bytes) {
    PendingFile file(target);
    file.write(bytes);
    file.commit();
}

}  // namespace harmattan::base
