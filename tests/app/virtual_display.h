// An X display without a screen, by Xvfb: for tests that look at a window.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/image.h"
#include "support/temporary_folder.h"

namespace harmattan::test {

// A program that runs beside the test; ended with it. Its output goes to files.
class RunningProgram {
  public:
    // `display` becomes DISPLAY when it is not empty.
    RunningProgram(const std::vector<std::string>& command, const std::string& display,
                   const std::filesystem::path& folder, const std::filesystem::path& output,
                   const std::filesystem::path& errors);
    ~RunningProgram();
    RunningProgram(const RunningProgram&) = delete;
    RunningProgram& operator=(const RunningProgram&) = delete;

    // Waits for its end: the exit status, 128 + the signal that ended it, or -1 when it still runs after
    // `timeout_s`.
    int wait(double timeout_s);
    // Seconds of processor time that it has used.
    double cpu_s() const;

  private:
    pid_t pid_ = -1;
};

class VirtualDisplay {
  public:
    // Skips the test case where Xvfb or xdotool is missing.
    explicit VirtualDisplay(base::PixelSize screen);

    // ":99"
    const std::string& name() const { return name_; }
    // What the screen shows now, read from Xvfb's own memory.
    base::Image screenshot() const;
    // Gives a command to xdotool and waits for it; throws std::runtime_error when it fails.
    void xdotool(std::vector<std::string> arguments) const;
    // Drops files on the window that takes them (tests/support/drop_files.py). Skips the test case where libX11 is
    // missing; throws std::runtime_error when no window takes them.
    void drop(const std::vector<std::filesystem::path>& files) const;
    bool shows_window(const std::string& title) const;

  private:
    TemporaryFolder folder_;
    std::string name_;
    std::unique_ptr<RunningProgram> server_;
};

}  // namespace harmattan::test
