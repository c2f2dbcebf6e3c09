#include <cerrno>
#include <cstring>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/core.h>

#include "base/error.h"
#include "record/film.h"
#include "record/frame_workers.h"

namespace harmattan::record {
namespace {

namespace fs = std::filesystem;

constexpr int worker_threads = 2;
constexpr std::size_t waiting_frames = 3;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
    throw base::Error("output.cannot_write", {{"path", path.string()}, {"reason", reason}});
}

bool is_frame_name(const std::string& name) {
    constexpr std::string_view before = "frame-", after = ".png";
    if (!name.starts_with(before) || !name.ends_with(after) || name.size() < before.size() + after.size() + 6)
        return false;
    const auto digits = std::string_view(name).substr(before.size(), name.size() - before.size() - after.size());
    return digits.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<fs::path> frames_in(const fs::path& folder) {
    std::vector<fs::path> frames;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (is_frame_name(entry.path().filename().string())) frames.push_back(entry.path());
    return frames;
}

// "out/film/" and "out/film" are the same folder.
fs::path without_slash(const fs::path& folder) {
    return folder.has_filename() ? folder : folder.parent_path();
}

fs::path parent_of(const fs::path& folder) {
    return folder.has_parent_path() ? folder.parent_path() : fs::path(".");
}

void flush_to_disk(const fs::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) fail(file, std::strerror(errno));
    const int result = ::fsync(descriptor);
    const int error = errno;
    ::close(descriptor);
    if (result != 0) fail(file, std::strerror(error));
}

// Made beside the target under a hidden name; what is left of it goes with the object.
class HiddenFolder {
  public:
    HiddenFolder(const fs::path& target, bool force);
    ~HiddenFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    HiddenFolder(const HiddenFolder&) = delete;
    HiddenFolder& operator=(const HiddenFolder&) = delete;
    const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

HiddenFolder::HiddenFolder(const fs::path& target, bool force) {
    if (!fs::is_directory(parent_of(target)))
        throw base::Error("output.no_folder", {{"path", target.string()}, {"folder", parent_of(target).string()}});
    if (fs::exists(target) && !fs::is_directory(target)) fail(target, std::strerror(ENOTDIR));
    if (!force && !frames_in(target).empty())
        throw base::Error("film.folder_not_empty", {{"path", target.string()}});
    const fs::path hidden = parent_of(target) / fmt::format(".{}.{}.part", target.filename().string(), ::getpid());
    std::error_code error;
    fs::create_directory(hidden, error);
    if (error) fail(target, error.message());
    path_ = hidden;
}

class PngFolderSink final : public FrameSink {
  public:
    PngFolderSink(const fs::path& folder, PngTexts texts, bool force)
        : target_(without_slash(folder)),
          made_(target_, force),
          texts_(std::move(texts)),
          force_(force),
          workers_(worker_threads, waiting_frames,
                   [this](const base::Image& frame, std::int64_t index) { write(frame, index); }) {}
    void add(base::Image& frame, std::int64_t index) override { workers_.add(frame, index); }
    void finish() override;

  private:
    void write(const base::Image& frame, std::int64_t index) const;
    void move_in() const;

    const fs::path target_;
    const HiddenFolder made_;
    const PngTexts texts_;
    const bool force_;
    FrameWorkers workers_;  // last: its threads end before what they use goes
};

void PngFolderSink::write(const base::Image& frame, std::int64_t index) const {
    const std::vector<std::byte> bytes = encode_png(frame, texts_);
    const fs::path path = made_.path() / frame_name(index);
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) fail(target_ / frame_name(index), std::strerror(errno));
}

void PngFolderSink::finish() {
    workers_.finish();
    for (const fs::path& frame : frames_in(made_.path())) flush_to_disk(frame);
    std::error_code error;
    // An empty folder of that name gives way to the new one.
    fs::rename(made_.path(), target_, error);
    if (error && !fs::is_directory(target_)) fail(target_, error.message());
    if (error) move_in();
    flush_to_disk(parent_of(target_));
}

void PngFolderSink::move_in() const {
    const auto old_frames = frames_in(target_);
    if (!old_frames.empty() && !force_) throw base::Error("film.folder_not_empty", {{"path", target_.string()}});
    std::error_code error;
    for (const fs::path& frame : old_frames) {
        fs::remove(frame, error);
        if (error) fail(frame, error.message());
    }
    for (const fs::path& frame : frames_in(made_.path())) {
        fs::rename(frame, target_ / frame.filename(), error);
        if (error) fail(target_ / frame.filename(), error.message());
    }
}

}  // namespace

std::string frame_name(std::int64_t index) {
    return fmt::format("frame-{:06}.png", index);
}

bool holds_frames(const std::filesystem::path& folder) {
    return !frames_in(without_slash(folder)).empty();
}

std::unique_ptr<FrameSink> png_folder_sink(const std::filesystem::path& folder, const PngTexts& texts,
                                           bool force) {
    return std::make_unique<PngFolderSink>(folder, texts, force);
}

}  // namespace harmattan::record
