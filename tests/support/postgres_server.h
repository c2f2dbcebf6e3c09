// A PostgreSQL with PostGIS for a test.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace harmattan::test {

// Where Debian puts the server's programs, of the newest version; empty where there is none with PostGIS.
std::filesystem::path postgres_programs();

// A server of its own on loopback, gone at the end. It refuses to run as root, so root steps down for it. What
// cannot be started fails the test.
class PostgresServer {
  public:
    explicit PostgresServer(std::filesystem::path programs);
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer();

    // "PG:host=... password=...", with the right password, which has a blank and a quotation mark in it; or with
    // another, as it is to be written there.
    std::string connection() const;
    std::string connection(const std::string& written_password) const;
    // What psql prints.
    std::string psql(const std::string& statements) const;
    // All that the server wrote into its log: every statement is there.
    std::string log() const;

  private:
    std::string data() const { return (folder_ / "data").string(); }
    std::string log_file() const { return (folder_ / "log").string(); }
    void run(const std::string& program, std::vector<std::string> arguments) const;

    TemporaryFolder folder_;
    std::filesystem::path programs_;
    int port_;
    bool is_running_ = false;
};

}  // namespace harmattan::test
