#include "support/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <system_error>

extern "C" char** environ;

namespace harmattan::test {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(int error, const std::string& what) {
    throw std::system_error(error, std::generic_category(), what);
}

class Descriptor {
  public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() { close(); }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }
    int get() const { return number_; }

  private:
    int number_;
};

struct Pipe {
    Descriptor read_end, write_end;

    Pipe() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) fail(errno, "pipe2");
        read_end = Descriptor(ends[0]);
        write_end = Descriptor(ends[1]);
    }
};

std::vector<std::string> environment_of(const Command& command) {
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        const std::string text = *variable;
        bool is_replaced = false;
        for (const auto& [name, value] : command.environment) is_replaced |= text.rfind(name + "=", 0) == 0;
        if (!is_replaced) variables.push_back(text);
    }
    for (const auto& [name, value] : command.environment)
        if (!value.empty()) variables.push_back(name + "=" + value);
    return variables;
}

// The null-ended array of pointers that C wants; it points into `texts`.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

struct SpawnSettings {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    SpawnSettings() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
};

// In a process group of its own, so that a timeout ends what it started as well.
pid_t start(const Command& command, const Pipe& output, const Pipe& errors) {
    SpawnSettings settings;
    posix_spawn_file_actions_addopen(&settings.actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&settings.actions, output.write_end.get(), 1);
    posix_spawn_file_actions_adddup2(&settings.actions, errors.write_end.get(), 2);
    if (!command.working_folder.empty())
        posix_spawn_file_actions_addchdir_np(&settings.actions, command.working_folder.c_str());
    posix_spawnattr_setpgroup(&settings.attributes, 0);
    posix_spawnattr_setflags(&settings.attributes, POSIX_SPAWN_SETPGROUP);

    std::vector<std::string> words{command.program.string()};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    std::vector<std::string> variables = environment_of(command);
    pid_t child = 0;
    const int error = posix_spawnp(&child, command.program.c_str(), &settings.actions, &settings.attributes,
                                   pointers_to(words).data(), pointers_to(variables).data());
    if (error != 0) fail(error, "cannot start " + command.program.string());
    return child;
}

// Reads both pipes until the program closes them; false when that takes too long.
bool read_all(Pipe& output, Pipe& errors, Clock::time_point deadline, ProgramResult& result) {
    std::array<std::pair<Pipe*, std::string*>, 2> streams{{{&output, &result.output}, {&errors, &result.errors}}};
    while (output.read_end.get() >= 0 || errors.read_end.get() >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0) return false;
        std::array<pollfd, 2> waited{{{output.read_end.get(), POLLIN, 0}, {errors.read_end.get(), POLLIN, 0}}};
        if (::poll(waited.data(), waited.size(), static_cast<int>(left)) < 0 && errno != EINTR)
            fail(errno, "poll");
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (waited[i].fd < 0 || waited[i].revents == 0) continue;
            std::array<char, 65536> block;
            const auto count = ::read(waited[i].fd, block.data(), block.size());
            if (count > 0)
                streams[i].second->append(block.data(), static_cast<std::size_t>(count));
            else if (count == 0 || errno != EINTR)
                streams[i].first->read_end.close();
        }
    }
    return true;
}

// A program may close its outputs and go on: the deadline holds for its end too.
bool wait_until(pid_t child, Clock::time_point deadline, int& status) {
    while (::waitpid(child, &status, WNOHANG) == 0) {
        if (Clock::now() >= deadline) return false;
        ::usleep(1000);
    }
    return true;
}

}  // namespace

ProgramResult run_program(const Command& command) {
    ProgramResult result;
    Pipe output, errors;
    const auto deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                             std::chrono::duration<double>(command.timeout_s));
    const pid_t child = start(command, output, errors);
    output.write_end.close();
    errors.write_end.close();
    int status = 0;
    if (!read_all(output, errors, deadline, result) || !wait_until(child, deadline, status)) {
        result.timed_out = true;
        ::kill(-child, SIGKILL);
        ::waitpid(child, &status, 0);
    }
    result.exit_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    return result;
}

}  // namespace harmattan::test
