// "142 of 600 frames, 31 a second, 15 s left", "3.1 of 39.1 MB, ...": one line that is written over, on a terminal
// only.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/console.h"

namespace harmattan::cli {

// What is counted: the sentence for it, with {done}, {total}, {rate} and {left}, and how numbers are shown in it.
struct ProgressUnit {
    const char* key;
    std::int64_t count;  // of what is counted, in one unit of the sentence
    int decimals;
};
inline constexpr ProgressUnit frames_done{"cli.progress", 1, 0};
inline constexpr ProgressUnit per_cent_done{"cli.progress_share", 10, 0};  // counted in thousandths
inline constexpr ProgressUnit megabytes_fetched{"cli.progress_bytes", 1'000'000, 1};

class ProgressLine {
  public:
    // Says nothing when `quiet` or when standard error is no terminal.
    ProgressLine(const Console& console, std::int64_t total, bool quiet, ProgressUnit unit = frames_done);
    // Clears the line.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    // `before`: of those done, what was done before this line began: it has no part in the rate.
    void show(std::int64_t done, std::int64_t before = 0);
    void set_total(std::int64_t total) { total_ = total; }

  private:
    using Clock = std::chrono::steady_clock;

    std::string number(std::int64_t value) const;

    const Console& console_;
    std::int64_t total_;
    const ProgressUnit unit_;
    const bool speaks_;
    const Clock::time_point started_ = Clock::now();
    Clock::time_point shown_ = started_;
};

}  // namespace harmattan::cli
