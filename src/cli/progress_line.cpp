#include "cli/progress_line.h"

#include <cstdio>
#include <string>

#include <unistd.h>

#include <fmt/core.h>

#include "base/number_format.h"

namespace harmattan::cli {
namespace {

constexpr std::chrono::milliseconds between_lines{200};
constexpr const char* clear_line = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(const Console& console, std::int64_t total, bool quiet, ProgressUnit unit)
    : console_(console), total_(total), unit_(unit), speaks_(!quiet && ::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (speaks_) fmt::print(stderr, "{}", clear_line);
}

std::string ProgressLine::number(std::int64_t value) const {
    if (unit_.count == 1) return base::grouped(value, console_.language());
    return base::decimal(static_cast<double>(value) / static_cast<double>(unit_.count), unit_.decimals,
                         console_.language());
}

void ProgressLine::show(std::int64_t done, std::int64_t before) {
    const auto now = Clock::now();
    if (!speaks_ || now - shown_ < between_lines) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - started_).count();
    const double rate = static_cast<double>(done - before) / seconds;
    const auto language = console_.language();
    // Without a total, as some servers give none, there is no telling what is left.
    const bool knows_rest = total_ >= done && rate > 0;
    const double left = knows_rest ? static_cast<double>(total_ - done) / rate : 0;
    fmt::print(
        stderr, "{}{}", clear_line,
        console_.say(unit_.key, {{"done", number(done)},
                                 {"total", total_ > 0 ? number(total_) : "?"},
                                 {"rate", base::decimal(rate / static_cast<double>(unit_.count), 1, language)},
                                 {"left", knows_rest ? base::decimal(left, 0, language) : "?"}}));
    std::fflush(stderr);
}

}  // namespace harmattan::cli
