#include "cli/progress_line.h"

#include <cstdio>

#include <unistd.h>

#include <fmt/core.h>

#include "base/number_format.h"

namespace harmattan::cli {
namespace {

constexpr std::chrono::milliseconds between_lines{200};
constexpr const char* clear_line = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(const Console& console, std::int64_t total, bool quiet)
    : console_(console), total_(total), speaks_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (speaks_) fmt::print(stderr, "{}", clear_line);
}

void ProgressLine::show(std::int64_t done) {
    const auto now = Clock::now();
    if (!speaks_ || now - shown_ < between_lines) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - started_).count();
    const double rate = static_cast<double>(done) / seconds;
    const double left = rate > 0 ? static_cast<double>(total_ - done) / rate : 0;
    const auto language = console_.language();
    fmt::print(stderr, "{}{}", clear_line,
               console_.say("cli.progress", {{"done", base::grouped(done, language)},
                                             {"total", base::grouped(total_, language)},
                                             {"rate", base::decimal(rate, 1, language)},
                                             {"left", base::decimal(left, 0, language)}}));
    std::fflush(stderr);
}

}  // namespace harmattan::cli
