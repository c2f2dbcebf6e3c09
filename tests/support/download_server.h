// A web server on this machine for tests of fetching (download_server.py beside this file says what it can do).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "support/temporary_folder.h"

namespace harmattan::test {

class DownloadServer {
  public:
    // Serves `content` until it is destroyed. Throws std::runtime_error when it does not start.
    explicit DownloadServer(const std::string& content, std::vector<std::string> modes = {});
    DownloadServer(const DownloadServer&) = delete;
    DownloadServer& operator=(const DownloadServer&) = delete;
    ~DownloadServer();

    // "http://127.0.0.1:43210/"
    std::string address(const std::string& scheme = "http") const;
    // The requests so far: "GET /ged/ged251-csv.zip bytes=100- "first"".
    std::vector<std::string> requests() const;

  private:
    std::string said() const;

    TemporaryFolder folder_;
    pid_t process_ = 0;
    std::string port_;
};

}  // namespace harmattan::test
