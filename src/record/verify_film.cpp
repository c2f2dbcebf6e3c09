#include <cmath>

#include <fmt/core.h>

#include "base/error.h"
#include "record/h264_file.h"

namespace harmattan::record {
namespace {

struct Found {
    int width = 0, height = 0;
    std::int64_t frames = 0;
    double seconds = 0;
};

Found look_into(const std::filesystem::path& path) {
    AVFormatContext* context = nullptr;
    if (av::library().avformat_open_input(&context, path.c_str(), av::library().av_find_input_format("mp4"),
                                          nullptr) < 0)
        return {};
    const av::Input input(context);
    if (input->nb_streams != 1) return {};
    const AVStream& stream = *input->streams[0];
    Found found{stream.codecpar->width, stream.codecpar->height, 0,
                static_cast<double>(stream.duration) * av_q2d(stream.time_base)};
    const av::Packet packet(av::library().av_packet_alloc());
    while (packet && av::library().av_read_frame(input.get(), packet.get()) >= 0) {
        if (packet->size > 0) ++found.frames;
        av::library().av_packet_unref(packet.get());
    }
    return found;
}

std::string words(int width, int height, std::int64_t frames, double seconds) {
    return fmt::format("{}x{}, {}, {:.3f} s", width, height, frames, seconds);
}

}  // namespace

void verify_film(const std::filesystem::path& path, const std::filesystem::path& shown_path,
                 const FilmFormat& format, std::int64_t frame_count) {
    const Found found = look_into(path);
    const double seconds = static_cast<double>(frame_count) / format.fps;
    const bool is_right = found.width == format.size.width && found.height == format.size.height &&
                          found.frames == frame_count && std::abs(found.seconds - seconds) < 0.5 / format.fps;
    if (is_right) return;
    throw base::Error("film.not_verified",
                      {{"path", shown_path.string()},
                       {"found", words(found.width, found.height, found.frames, found.seconds)},
                       {"expected", words(format.size.width, format.size.height, frame_count, seconds)}});
}

}  // namespace harmattan::record
