#include "support/download_server.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "support/source_tree.h"

extern "C" char** environ;

namespace harmattan::test {

DownloadServer::DownloadServer(const std::string& content, std::vector<std::string> modes) {
    std::ofstream(folder_ / "content", std::ios::binary) << content;
    std::vector<std::string> words{"python3", (source_folder() / "tests/support/download_server.py").string(),
                                   (folder_ / "content").string()};
    words.insert(words.end(), modes.begin(), modes.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, (folder_ / "said").c_str(), O_WRONLY | O_CREAT, 0600);
    const int error = posix_spawnp(&process_, "python3", &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("python3 cannot be started");
    constexpr int most_waits = 2000;
    for (int waits = 0; waits < most_waits && port_.empty(); ++waits) {
        ::usleep(10000);
        if (::waitpid(process_, nullptr, WNOHANG) != 0) throw std::runtime_error("the server ended at once");
        const std::string text = said();
        if (const auto end = text.find('\n'); end != std::string::npos) port_ = text.substr(0, end);
    }
    if (port_.empty()) throw std::runtime_error("the server does not start");
}

DownloadServer::~DownloadServer() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

std::string DownloadServer::address(const std::string& scheme) const {
    return scheme + "://127.0.0.1:" + port_ + "/";
}

std::string DownloadServer::said() const {
    return text_of(folder_ / "said");
}

std::vector<std::string> DownloadServer::requests() const {
    std::istringstream lines(said());
    std::vector<std::string> requests;
    std::string line;
    std::getline(lines, line);  // the port
    while (std::getline(lines, line)) requests.push_back(line);
    return requests;
}

}  // namespace harmattan::test
