#include "io/postgis.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>

#include <fmt/core.h>

#include "made_files.h"

using namespace harmattan;
using io::PostgisFilter;
using io::PostgisTable;
using test::key_of;

namespace {

constexpr auto* password = "se cr'et";

// Where Debian puts the server's programs, of the newest version; empty where there is none with PostGIS.
std::filesystem::path server_programs() {
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

// A PostgreSQL of its own on loopback, gone at the end. It refuses to run as root, so root steps down for it.
class Server {
  public:
    explicit Server(std::filesystem::path programs) : programs_(std::move(programs)), port_(free_port()) {
        std::filesystem::permissions(folder_.path(), std::filesystem::perms(0777));
        test::write_file(folder_ / "password", password);
        run("initdb", {"-D", data(), "-U", "harmattan", "-A", "scram-sha-256", "--no-sync", "-E", "UTF8",
                       "--locale=C", "--pwfile", (folder_ / "password").string()});
        run("pg_ctl", {"start", "-w", "-D", data(), "-l", log_file(), "-o",
                       fmt::format("-p {} -k {} -c listen_addresses=127.0.0.1 -c fsync=off -c log_statement=all",
                                   port_, folder_.path().string())});
        is_running_ = true;
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server() {
        if (is_running_) run("pg_ctl", {"stop", "-m", "immediate", "-D", data()});
    }

    std::string connection(const std::string& written_password) const {
        return fmt::format("PG:host=127.0.0.1 port={} dbname=postgres user=harmattan password={}", port_,
                           written_password);
    }
    std::string connection() const { return connection(R"('se cr\'et')"); }
    std::string psql(const std::string& statements) const {
        const auto ran = test::run_program({programs_ / "psql",
                                            {"-h", "127.0.0.1", "-p", fmt::format("{}", port_), "-U", "harmattan",
                                             "-v", "ON_ERROR_STOP=1", "-At", "-c", statements, "postgres"},
                                            {{"PGPASSWORD", password}}});
        INFO(ran.errors);
        REQUIRE(ran.exit_status == 0);
        return ran.output;
    }
    std::string log() const {
        std::ifstream in(log_file());
        return std::string(std::istreambuf_iterator<char>(in), {});
    }

  private:
    std::string data() const { return (folder_ / "data").string(); }
    std::string log_file() const { return (folder_ / "log").string(); }
    void run(const std::string& program, std::vector<std::string> arguments) const {
        const std::string path = (programs_ / program).string();
        test::Command command{path, std::move(arguments)};
        command.working_folder = folder_.path();
        if (::geteuid() == 0) {
            command.program = "setpriv";
            command.arguments.insert(command.arguments.begin(),
                                     {"--reuid=postgres", "--regid=postgres", "--clear-groups", path});
        }
        const auto ran = test::run_program(command);
        INFO(ran.output << ran.errors);
        REQUIRE(ran.exit_status == 0);
    }

    test::TemporaryFolder folder_;
    std::filesystem::path programs_;
    int port_;
    bool is_running_ = false;
};

std::vector<std::string> ids_of(const io::OpenTable& open) {
    std::vector<std::string> ids;
    const auto table = open();
    while (table->next()) ids.emplace_back(table->field(0));
    std::sort(ids.begin(), ids.end());
    return ids;
}

using Ids = std::vector<std::string>;

base::DayRange days(const char* first, const char* last) {
    return {*base::parse_iso_day(first), *base::parse_iso_day(last)};
}

// Values.
void check_values(const PostgisTable& table) {
    const auto reader = table.open()();
    REQUIRE(reader->next());
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < reader->field_count(); ++i)
        values[reader->columns()[i]] = std::string(reader->field(i));
    CHECK(values["date_start"] == "2017-02-27");
    CHECK(values["when \"x\""].substr(0, 19) == "2017-03-01T00:30:00");  // in UTC
    CHECK(values["share"] == "0.1");
    CHECK(values["note"] == "é");
    CHECK(values["tags"] == R"([ "a", "b" ])");
    geo::LonLat point;
    REQUIRE(reader->place(point) == io::TableReader::Place::point);
    CHECK_THAT(point.lon_deg, test::WithinAbs(-3, 1e-7));
    CHECK_THAT(point.lat_deg, test::WithinAbs(16, 1e-7));
}

// Days and extent are asked of the server.
void check_filters(const Server& server, const PostgisTable& table) {
    PostgisFilter filter{"date_start", "date_end", days("2017-03-01", "2017-03-31"), {}};
    CHECK(ids_of(table.open(filter)) == Ids{"1", "2", "3", "5"});  // 5 has no day: it is for the reader to refuse
    filter.extent = geo::Extent{-10, 10, 0, 20};
    CHECK(ids_of(table.open(filter)) == Ids{"1", "2", "5"});
    filter.last_day_column.clear();
    CHECK(ids_of(table.open(filter)) == Ids{"2", "5"});
    CHECK(ids_of(table.open()).size() == 5);  // a filter does not stay
    const std::string log = server.log();
    const auto asked = log.find(
        "\"date_start\" < '2017-04-01' AND coalesce(\"date_end\", \"date_start\") >= "
        "'2017-03-01'");
    REQUIRE(asked != std::string::npos);
    const auto with_extent = log.find("&&", asked);
    REQUIRE(with_extent != std::string::npos);
    // In one statement, and the box in metres of the table's own system.
    const auto line = log.rfind('\n', with_extent);
    const std::string statement = log.substr(line, log.find('\n', with_extent) - line);
    INFO(statement);
    CHECK(statement.find("\"date_start\" < '2017-04-01'") != std::string::npos);
    CHECK(statement.find("32630") != std::string::npos);
    CHECK(log.find("TRANSACTION READ ONLY") != std::string::npos);
}

// Times with a zone are days of UTC; names are quoted.
void check_zones(const PostgisTable& table) {
    const PostgisFilter filter{"when \"x\"", "", days("2017-03-01", "2017-03-01"), {}};
    CHECK(table.where(filter).find("\"when \"\"x\"\"\" < '2017-03-02'") != std::string::npos);
    CHECK(ids_of(table.open(filter)) == Ids{"1", "3", "4", "5"});
}

// Only columns that the table has, and that hold days, are asked for.
void check_columns(const PostgisTable& table) {
    for (const auto* column : {"id", "note", "none", "date_start\" < '2017' OR 1 = 1 --"})
        CHECK(table.where({column, "", days("2017-03-01", "2017-03-01"), {}}).empty());
}

// Other tables by name.
void check_other_tables(const Server& server) {
    const PostgisTable plain(server.connection(), "plain");
    CHECK(ids_of(plain.open({"day", "", days("2017-03-01", "2017-03-31"), geo::Extent{0, 0, 1, 1}})) == Ids{"1"});
    CHECK(ids_of(PostgisTable(server.connection(), "public.plain").open()) == Ids{"1"});
    CHECK(key_of([&] { PostgisTable(server.connection(), "none"); }) == "features.no_layer");
    CHECK(ids_of(PostgisTable(server.connection() + " tables=plain").open()) == Ids{"1"});
}

// Nothing is written.
void check_read_only(const Server& server) {
    CHECK(key_of([&] { ids_of(PostgisTable(server.connection(), "writing").open()); }) == "features.read_failed");
    CHECK(server.psql("SELECT count(*) FROM written") == "0\n");
}

// A wrong password.
void check_wrong_password(const Server& server) {
    CHECK(key_of([&] { PostgisTable(server.connection("wrong")); }) == "postgis.cannot_connect");
}

}  // namespace

TEST_CASE("PostGIS: passwords are not shown") {
    using io::without_password;
    CHECK(io::is_postgis("PG:dbname=x"));
    CHECK_FALSE(io::is_postgis("events.csv"));
    CHECK(without_password("PG:host=a password=secret user=b") == "PG:host=a password=*** user=b");
    CHECK(without_password("PG:host=a password = 'a b\\'c' user=b") == "PG:host=a password = *** user=b");
    CHECK(without_password("PG:password=a\\ b sslpassword=c") == "PG:password=*** sslpassword=***");
    CHECK(without_password("PG:password='never closed") == "PG:password=***");
    CHECK(without_password("PG:dbname='password=x' user=b") == "PG:dbname='password=x' user=b");
    // Nobody listens on port 1; the sentence says where nobody answered, without the password.
    try {
        const PostgisTable table("PG:host=127.0.0.1 port=1 dbname=x password=secret");
        FAIL("connected");
    } catch (const base::Error& error) {
        CHECK(error.key() == "postgis.cannot_connect");
        CHECK(std::string(error.what()).find("secret") == std::string::npos);
        CHECK(std::string(error.what()).find("port=1 ") != std::string::npos);
    }
}

TEST_CASE("PostGIS: a table of events, filtered by the server") {
    const auto programs = server_programs();
    if (programs.empty())
        HARMATTAN_SKIP("PostgreSQL with PostGIS is not installed (postgresql, postgresql-*-postgis-3)");
    const Server server(programs);
    server.psql(
        "CREATE EXTENSION postgis;"
        "CREATE TABLE events (id bigint PRIMARY KEY, date_start date, date_end date, \"when \"\"x\"\"\" "
        "timestamptz,"
        " best integer, share double precision, note text, tags text[], geom geometry(Point, 32630));"
        "INSERT INTO events SELECT id, d, e, w, id, 0.1, n, t, ST_Transform(ST_SetSRID(ST_MakePoint(x, y), 4326), "
        "32630)"
        " FROM (VALUES"
        " (1, date '2017-02-27', date '2017-03-01', timestamptz '2017-02-28 23:30:00-01', 'é', array['a','b'], "
        "-3.0, 16.0),"
        " (2, '2017-03-02', NULL, '2017-03-02 00:00:00Z', '', NULL, -2.0, 15.0),"
        " (3, '2017-03-02', NULL, NULL, NULL, NULL, 10.0, 5.0),"
        " (4, '2018-01-01', '2018-01-01', NULL, NULL, NULL, -3.0, 16.0),"
        " (5, NULL, NULL, NULL, NULL, NULL, -3.0, 16.0)) AS v(id, d, e, w, n, t, x, y);"
        "CREATE TABLE plain (id integer, day date);"
        "INSERT INTO plain VALUES (1, '2017-03-02');"
        "CREATE TABLE written (at timestamp);"
        "CREATE FUNCTION write_it() RETURNS integer LANGUAGE sql AS 'INSERT INTO written VALUES (now()); SELECT "
        "1';"
        "CREATE VIEW writing AS SELECT 1 AS id, write_it() AS a");

    const PostgisTable table(server.connection());
    CHECK(table.facts().format == "PostGIS");
    CHECK(table.facts().layer == "events");
    CHECK(table.facts().crs == "WGS 84 / UTM zone 30N");
    CHECK(table.columns() ==
          std::vector<std::string>{"id", "date_start", "date_end", "when \"x\"", "best", "share", "note", "tags"});
    CHECK(ids_of(table.open()) == Ids{"1", "2", "3", "4", "5"});
    CHECK(ids_of(table.open()).size() == 5);  // again
    check_values(table);
    check_filters(server, table);
    check_zones(table);
    check_columns(table);
    check_other_tables(server);
    check_read_only(server);
    check_wrong_password(server);
}
