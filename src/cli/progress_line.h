// "142 of 600 frames, 31 a second, 15 s left": one line that is written over, on a terminal only.
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/console.h"

namespace harmattan::cli {

class ProgressLine {
  public:
    // Says nothing when `quiet` or when standard error is no terminal.
    ProgressLine(const Console& console, std::int64_t total, bool quiet);
    // Clears the line.
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(std::int64_t done);

  private:
    using Clock = std::chrono::steady_clock;

    const Console& console_;
    const std::int64_t total_;
    const bool speaks_;
    const Clock::time_point started_ = Clock::now();
    Clock::time_point shown_ = started_;
};

}  // namespace harmattan::cli
