#include "record/film_file.h"

#include <cmath>
#include <limits>
#include <sstream>
#include <system_error>

#include "support/catch.h"
#include "support/run_program.h"

namespace harmattan::test {
namespace {

ProgramResult run_or_skip(const Command& command) {
    try {
        return run_program(command);
    } catch (const std::system_error&) {
        HARMATTAN_SKIP(command.program.string() + " is not installed");
    }
    return {};
}

}  // namespace

std::map<std::string, std::string> facts_of_film(const std::filesystem::path& film) {
    const ProgramResult result =
        run_or_skip({"ffprobe", {"-v", "error", "-count_frames", "-show_streams", "-show_format", film.string()}});
    REQUIRE(result.exit_status == 0);
    std::map<std::string, std::string> facts;
    std::istringstream lines(result.output);
    for (std::string line; std::getline(lines, line);)
        if (const auto equals = line.find('='); equals != std::string::npos)
            facts.emplace(line.substr(0, equals), line.substr(equals + 1));
    return facts;
}

base::Image frame_of_film(const std::filesystem::path& film, base::PixelSize size, int index) {
    const std::string filter = "select=eq(n\\," + std::to_string(index) +
                               "),scale=in_color_matrix=bt709:in_range=tv:out_range=pc:"
                               "flags=bicubic+accurate_rnd+full_chroma_int";
    const ProgramResult result = run_or_skip({"ffmpeg",
                                              {"-v", "error", "-i", film.string(), "-vf", filter, "-frames:v", "1",
                                               "-f", "rawvideo", "-pix_fmt", "rgba", "-"}});
    INFO(result.errors);
    REQUIRE(result.exit_status == 0);
    base::Image image{size, {result.output.begin(), result.output.end()}};
    REQUIRE(image.rgba.size() == static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
    return image;
}

double psnr_db(const base::Image& a, const base::Image& b) {
    REQUIRE(a.size == b.size);
    double sum = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i)
        if (i % 4 != 3) sum += std::pow(static_cast<double>(a.rgba[i]) - static_cast<double>(b.rgba[i]), 2);
    const double mean = sum / (static_cast<double>(a.rgba.size()) * 3 / 4);
    return mean == 0 ? std::numeric_limits<double>::infinity() : 10 * std::log10(255 * 255 / mean);
}

}  // namespace harmattan::test
