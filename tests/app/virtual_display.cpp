#include "app/virtual_display.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "support/catch.h"
#include "support/run_program.h"
#include "support/source_tree.h"

namespace harmattan::test {
namespace {

bool is_installed(const std::string& program) {
    return run_program({"sh", {"-c", "command -v " + program}}).exit_status == 0;
}

void redirect(const std::filesystem::path& file, int descriptor) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (opened >= 0) ::dup2(opened, descriptor);
}

// Runs in the child until another program takes its place.
[[noreturn]] void become(std::vector<char*> command, const std::string& display,
                         const std::filesystem::path& folder, const std::filesystem::path& output,
                         const std::filesystem::path& errors) {
    if (!display.empty()) ::setenv("DISPLAY", display.c_str(), 1);
    ::unsetenv("WAYLAND_DISPLAY");
    redirect(output, STDOUT_FILENO);
    redirect(errors, STDERR_FILENO);
    if (::chdir(folder.c_str()) == 0) ::execvp(command.front(), command.data());
    ::_exit(127);
}

std::uint32_t big_endian(const std::string& bytes, std::size_t field) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(field * 4 + i));
    return value;
}

// XWD version 7 as Xvfb writes it at 24 bits: a header of big-endian fields, a colour table of 12 bytes an entry,
// then rows of B, G, R and one byte unused (X11/XWDFile.h).
base::Image image_of(const std::string& xwd) {
    constexpr std::size_t header_size = 0, width = 4, height = 5, bits_per_pixel = 11, bytes_per_line = 12,
                          colours = 19;
    if (xwd.size() < 100 || big_endian(xwd, bits_per_pixel) != 32) throw std::runtime_error("no 32-bit XWD");
    base::Image image;
    image.size = {static_cast<int>(big_endian(xwd, width)), static_cast<int>(big_endian(xwd, height))};
    const std::size_t begin = big_endian(xwd, header_size) + std::size_t{12} * big_endian(xwd, colours);
    for (int y = 0; y < image.size.height; ++y) {
        std::size_t at = begin + static_cast<std::size_t>(y) * big_endian(xwd, bytes_per_line);
        for (int x = 0; x < image.size.width; ++x, at += 4)
            for (const std::size_t channel : {2, 1, 0, 4})
                image.rgba.push_back(channel == 4 ? 255 : static_cast<std::uint8_t>(xwd.at(at + channel)));
    }
    return image;
}

}  // namespace

RunningProgram::RunningProgram(const std::vector<std::string>& command, const std::string& display,
                               const std::filesystem::path& folder, const std::filesystem::path& output,
                               const std::filesystem::path& errors) {
    std::vector<std::string> texts = command;
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ < 0) throw std::runtime_error("cannot start " + command.front());
    if (pid_ == 0) become(pointers, display, folder, output, errors);
}

RunningProgram::~RunningProgram() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGTERM);
    if (wait(10) == -1) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
}

int RunningProgram::wait(double timeout_s) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(timeout_s);
    while (std::chrono::steady_clock::now() < end) {
        int status = 0;
        if (::waitpid(pid_, &status, WNOHANG) == pid_) {
            pid_ = -1;
            return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return -1;
}

double RunningProgram::cpu_s() const {
    const std::string line = text_of("/proc/" + std::to_string(pid_) + "/stat");
    // Fields 14 and 15 of proc(5); the second may hold blanks but ends with the last bracket.
    std::istringstream fields(line.substr(line.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

VirtualDisplay::VirtualDisplay(base::PixelSize screen) {
    for (const char* program : {"Xvfb", "xdotool"})
        if (!is_installed(program)) HARMATTAN_SKIP(std::string(program) + " is not installed");
    // The server chooses a free display and writes its number; it must not start anew when a window closes.
    const std::string mode = std::to_string(screen.width) + "x" + std::to_string(screen.height) + "x24";
    server_ = std::make_unique<RunningProgram>(
        std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", mode, "-fbdir",
                                 folder_.path().string(), "-noreset", "-nolisten", "tcp"},
        "", folder_.path(), folder_ / "number", folder_ / "errors");
    for (int i = 0; i < 500 && name_.empty(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        std::ifstream file(folder_ / "number");
        if (std::string number; std::getline(file, number) && !file.eof()) name_ = ":" + number;
    }
    if (name_.empty()) throw std::runtime_error("Xvfb did not start: " + text_of(folder_ / "errors"));
}

base::Image VirtualDisplay::screenshot() const {
    return image_of(text_of(folder_ / "Xvfb_screen0"));
}

void VirtualDisplay::xdotool(std::vector<std::string> arguments) const {
    const auto result = run_program({"xdotool", std::move(arguments), {{"DISPLAY", name_}}});
    if (result.exit_status != 0) throw std::runtime_error("xdotool: " + result.errors);
}

void VirtualDisplay::drop(const std::vector<std::filesystem::path>& files) const {
    std::vector<std::string> arguments{(source_folder() / "tests/support/drop_files.py").string()};
    for (const auto& file : files) arguments.push_back(file.string());
    const auto result = run_program({"python3", arguments, {{"DISPLAY", name_}}});
    if (result.exit_status == 77) HARMATTAN_SKIP("libX11 is not installed");
    if (result.exit_status != 0) throw std::runtime_error("drop_files.py: " + result.errors);
}

bool VirtualDisplay::shows_window(const std::string& title) const {
    return run_program({"xdotool", {"search", "--onlyvisible", "--name", title}, {{"DISPLAY", name_}}})
               .exit_status == 0;
}

}  // namespace harmattan::test
