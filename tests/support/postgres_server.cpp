#include "support/postgres_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include <fmt/core.h>

#include "support/catch.h"
#include "support/run_program.h"

namespace harmattan::test {
namespace {

constexpr auto* password = "se cr'et";

int free_port() {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(socket, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    ::close(socket);
    return ntohs(address.sin_port);
}

}  // namespace

std::filesystem::path postgres_programs() {
    const std::filesystem::path versions = "/usr/lib/postgresql";
    std::error_code ignored;
    std::filesystem::path newest;
    for (const auto& version : std::filesystem::directory_iterator(versions, ignored)) {
        const auto extension = std::filesystem::path("/usr/share/postgresql") / version.path().filename() /
                               "extension/postgis.control";
        if (std::filesystem::exists(version.path() / "bin/initdb", ignored) &&
            std::filesystem::exists(extension, ignored) && version.path() > newest)
            newest = version.path();
    }
    return newest.empty() ? newest : newest / "bin";
}

PostgresServer::PostgresServer(std::filesystem::path programs)
    : programs_(std::move(programs)), port_(free_port()) {
    std::filesystem::permissions(folder_.path(), std::filesystem::perms(0777));
    std::ofstream(folder_ / "password", std::ios::binary) << password;
    run("initdb", {"-D", data(), "-U", "harmattan", "-A", "scram-sha-256", "--no-sync", "-E", "UTF8", "--locale=C",
                   "--pwfile", (folder_ / "password").string()});
    run("pg_ctl", {"start", "-w", "-D", data(), "-l", log_file(), "-o",
                   fmt::format("-p {} -k {} -c listen_addresses=127.0.0.1 -c fsync=off -c log_statement=all",
                               port_, folder_.path().string())});
    is_running_ = true;
}

PostgresServer::~PostgresServer() {
    if (is_running_) run("pg_ctl", {"stop", "-m", "immediate", "-D", data()});
}

std::string PostgresServer::connection() const {
    return connection(R"('se cr\'et')");
}

std::string PostgresServer::connection(const std::string& written_password) const {
    return fmt::format("PG:host=127.0.0.1 port={} dbname=postgres user=harmattan password={}", port_,
                       written_password);
}

std::string PostgresServer::psql(const std::string& statements) const {
    const auto ran = run_program({programs_ / "psql",
                                  {"-h", "127.0.0.1", "-p", fmt::format("{}", port_), "-U", "harmattan", "-v",
                                   "ON_ERROR_STOP=1", "-At", "-c", statements, "postgres"},
                                  {{"PGPASSWORD", password}}});
    INFO(ran.errors);
    REQUIRE(ran.exit_status == 0);
    return ran.output;
}

std::string PostgresServer::log() const {
    std::ifstream in(log_file());
    return std::string(std::istreambuf_iterator<char>(in), {});
}

void PostgresServer::run(const std::string& program, std::vector<std::string> arguments) const {
    const std::string path = (programs_ / program).string();
    Command command{path, std::move(arguments)};
    command.working_folder = folder_.path();
    if (::geteuid() == 0) {
        command.program = "setpriv";
        command.arguments.insert(command.arguments.begin(),
                                 {"--reuid=postgres", "--regid=postgres", "--clear-groups", path});
    }
    const auto ran = run_program(command);
    INFO(ran.output << ran.errors);
    REQUIRE(ran.exit_status == 0);
}

}  // namespace harmattan::test
