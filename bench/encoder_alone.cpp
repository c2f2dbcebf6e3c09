// The encoder with nothing else to do: harmattan_encoder_alone FRAMES.rgba WIDTHxHEIGHT FPS OUT.mp4
// Reads raw RGBA frames into memory, then times `record`'s own film sink on them. Prints one line of JSON: frames,
// wall_s and cpu_s of the encoding alone, and encoder_mib, by how much resident memory grew at most meanwhile.
#include <sys/resource.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/core.h>

#include "base/error.h"
#include "base/image.h"
#include "record/film.h"

namespace {

using namespace harmattan;

int number(std::string_view text) {
    int value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc() && end == text.data() + text.size() ? value : 0;
}

std::vector<base::Image> read_frames(const std::filesystem::path& path, base::PixelSize size) {
    const std::size_t frame_bytes = std::size_t(size.width) * std::size_t(size.height) * 4;
    const std::uintmax_t count = std::filesystem::file_size(path) / frame_bytes;
    std::ifstream file(path, std::ios::binary);
    std::vector<base::Image> frames(count);
    for (base::Image& frame : frames) {
        frame.size = size;
        frame.rgba.resize(frame_bytes);
        file.read(reinterpret_cast<char*>(frame.rgba.data()), static_cast<std::streamsize>(frame_bytes));
        if (!file) throw std::runtime_error("cannot read " + path.string());
    }
    return frames;
}

double cpu_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](timeval time) { return double(time.tv_sec) + double(time.tv_usec) * 1e-6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

// A line of /proc/self/status, such as "VmRSS:", in MiB.
double memory_mib(std::string_view name) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (!line.starts_with(name)) continue;
        const std::size_t digit = line.find_first_of("0123456789");
        return number(std::string_view(line).substr(digit, line.find(' ', digit) - digit)) / 1024.0;
    }
    throw std::runtime_error("no " + std::string(name) + " in /proc/self/status");
}

// VmHWM starts afresh from here.
void reset_peak_memory() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

void encode(std::vector<base::Image>& frames, const record::FilmFormat& format, const std::filesystem::path& out) {
    const auto sink = record::mp4_sink(out, format, {});
    for (std::size_t i = 0; i < frames.size(); ++i) sink->add(frames[i], static_cast<std::int64_t>(i));
    sink->finish();
}

int run(const std::filesystem::path& in, base::PixelSize size, int fps, const std::filesystem::path& out) {
    std::vector<base::Image> frames = read_frames(in, size);
    reset_peak_memory();
    const double resident_mib = memory_mib("VmRSS:");
    const double cpu_before_s = cpu_seconds();
    const auto start = std::chrono::steady_clock::now();
    encode(frames, {size, fps}, out);
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    fmt::print("{{\"frames\": {}, \"wall_s\": {:.3f}, \"cpu_s\": {:.3f}, \"encoder_mib\": {:.1f}}}\n",
               frames.size(), wall.count(), cpu_seconds() - cpu_before_s, memory_mib("VmHWM:") - resident_mib);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const std::vector<std::string_view> words(argv + 1, argv + argc);
        const std::size_t cross = words.size() == 4 ? words[1].find('x') : std::string_view::npos;
        if (cross != std::string_view::npos) {
            const base::PixelSize size{number(words[1].substr(0, cross)), number(words[1].substr(cross + 1))};
            const int fps = number(words[2]);
            if (size.width > 0 && size.height > 0 && fps > 0) return run(words[0], size, fps, words[3]);
        }
        fmt::print(stderr, "usage: harmattan_encoder_alone FRAMES.rgba WIDTHxHEIGHT FPS OUT.mp4\n");
        return 2;
    } catch (const std::exception& error) {
        fmt::print(stderr, "harmattan_encoder_alone: {}\n", error.what());
        return 1;
    }
}
