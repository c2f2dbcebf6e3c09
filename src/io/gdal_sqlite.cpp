#include "io/gdal_sqlite.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <string_view>

#include <fmt/core.h>
#include <sqlite3.h>

#include "base/error.h"
#include "io/binary_number.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr int steps_per_look = 100000;
constexpr int longest_value = 256 << 20;  // bytes of a text, blob or row
constexpr std::array<const char*, 2> journals{"-wal", "-journal"};

struct ConnectionCloser {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
using Connection = std::unique_ptr<sqlite3, ConnectionCloser>;
struct StatementCloser {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, StatementCloser>;

// Which database this thread is opening, and its steps.
struct Held {
    std::string path;
    SqliteSteps* steps = nullptr;
};
thread_local std::optional<Held> held;

int look_at_steps(void* steps) {
    return static_cast<SqliteSteps*>(steps)->take(steps_per_look) ? 0 : 1;
}

bool is_allowed(int action, const char* function) {
    constexpr std::array<std::string_view, 4> reaching_out{"load_extension", "readfile", "writefile", "edit"};
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH || action == SQLITE_RECURSIVE) return false;
    if (action != SQLITE_FUNCTION || function == nullptr) return true;
    return std::find(reaching_out.begin(), reaching_out.end(), function) == reaching_out.end();
}

int authorize(void* steps, int action, const char*, const char* function, const char*, const char*) {
    if (is_allowed(action, function)) return SQLITE_OK;
    static_cast<SqliteSteps*>(steps)->refuse();
    return SQLITE_DENY;
}

void restrict_connection(sqlite3* connection, SqliteSteps& steps) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longest_value);
    sqlite3_set_authorizer(connection, authorize, &steps);
    sqlite3_progress_handler(connection, steps_per_look, look_at_steps, &steps);
}

// SQLite calls it for every new connection of the process; only the one that is waited for is meant.
int on_new_connection(sqlite3* connection, char**, const sqlite3_api_routines*) {
    if (!held) return SQLITE_OK;
    const char* const path = sqlite3_db_filename(connection, "main");
    if (path != nullptr && held->path == path) restrict_connection(connection, *held->steps);
    return SQLITE_OK;
}

// A database in WAL mode in a folder that cannot be written to opens only as one that does not change.
Connection open_for_reading(const std::filesystem::path& file, const std::string& name) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string())
        if (c == '%' || c == '?' || c == '#')
            uri += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        else
            uri += c;
    std::string reason;
    for (const auto* mode : {"", "?immutable=1"}) {
        sqlite3* opened = nullptr;
        sqlite3_open_v2((uri + mode).c_str(), &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
        Connection connection(opened);
        if (sqlite3_exec(opened, "SELECT 1 FROM sqlite_master", nullptr, nullptr, nullptr) == SQLITE_OK)
            return connection;
        if (reason.empty()) reason = sqlite3_errmsg(opened);
    }
    throw base::Error("sqlite.cannot_open", {{"file", name}, {"reason", reason}});
}

// What a database does not yet have, another program may still write back from one of these.
bool is_being_written(const std::filesystem::path& file) {
    return std::any_of(journals.begin(), journals.end(), [&](const char* ending) {
        std::error_code none;
        const auto size = std::filesystem::file_size(file.string() + ending, none);
        return !none && size > 0;
    });
}

std::string lower(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

// Indices of SQLite and SpatiaLite, which hold what they give in the database itself.
bool is_index_module(std::string_view definition) {
    constexpr std::array<std::string_view, 10> indices{
        "rtree", "rtree_i32",           "geopoly",           "fts3",       "fts4",
        "fts5",  "virtualspatialindex", "virtualelementary", "virtualknn", "virtualknn2"};
    const std::string text = lower(definition);
    const auto using_at = text.find(" using ");
    if (!text.starts_with("create virtual table") || using_at == std::string::npos) return false;
    auto module = trimmed(std::string_view(text).substr(using_at + 7));
    module = module.substr(0, module.find_first_of("( \t\r\n;"));
    return std::find(indices.begin(), indices.end(), module) != indices.end();
}

}  // namespace

// The header is described in "Database File Format" (1.3) of SQLite: the page's size at byte 16, the change
// counter at 24, the number of pages at 28, and at 92 the change counter for which that number holds.
void refuse_cut_database(const std::filesystem::path& file, const std::string& name) {
    std::array<char, 100> bytes{};
    std::ifstream in(file, std::ios::binary);
    if (!in.read(bytes.data(), bytes.size())) return;
    const std::string_view header(bytes.data(), bytes.size());
    const std::uint64_t written = big_endian(header, 16, 2), pages = big_endian(header, 28, 4);
    const std::uint64_t page_size = written == 1 ? 65536 : written;
    const std::uint64_t size = std::filesystem::file_size(file);
    if (big_endian(header, 24, 4) != big_endian(header, 92, 4) || size >= pages * page_size) return;
    if (is_being_written(file)) return;
    throw base::Error(
        "sqlite.cut",
        {{"file", name}, {"expected", fmt::format("{}", pages * page_size)}, {"size", fmt::format("{}", size)}});
}

void refuse_foreign_tables(const std::filesystem::path& file, const std::string& name) {
    const Connection connection = open_for_reading(file, name);
    // A virtual table has no page of its own.
    constexpr auto* query =
        "SELECT name, sql FROM sqlite_master WHERE (type = 'table' AND coalesce(rootpage, 0) = 0) OR "
        "sql LIKE 'create%virtual%table%using%'";
    sqlite3_stmt* prepared = nullptr;
    sqlite3_prepare_v2(connection.get(), query, -1, &prepared, nullptr);
    const Statement statement(prepared);
    int status = SQLITE_DONE;
    while ((status = sqlite3_step(prepared)) == SQLITE_ROW) {
        const auto* const table = reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0));
        const auto* const definition = reinterpret_cast<const char*>(sqlite3_column_text(prepared, 1));
        if (definition == nullptr || !is_index_module(definition))
            throw base::Error("sqlite.virtual_table",
                              {{"file", name}, {"table", shortened(table != nullptr ? table : "?")}});
    }
    if (status != SQLITE_DONE)
        throw base::Error("sqlite.cannot_open", {{"file", name}, {"reason", sqlite3_errmsg(connection.get())}});
}

std::string reason_against(const std::filesystem::path& file, const std::string& table, SqliteSteps& steps) {
    const Connection connection = open_for_reading(file, file.string());
    restrict_connection(connection.get(), steps);
    std::string query = "SELECT * FROM \"";
    for (const char c : table) query.append(c == '"' ? 2 : 1, c);
    sqlite3_stmt* prepared = nullptr;
    const int status = sqlite3_prepare_v2(connection.get(), (query + '"').c_str(), -1, &prepared, nullptr);
    const Statement statement(prepared);
    if (status == SQLITE_OK) return {};
    std::string reason = sqlite3_errmsg(connection.get());
    // What a view may not call since a stranger wrote it (SQLITE_DIRECTONLY) does not reach the authorizer.
    if (reason.starts_with("unsafe use of")) steps.refuse();
    return reason;
}

// Reading plainly takes less than a step a byte. The least takes a second, the rest leaves room for views that
// sort and join.
SqliteSteps::SqliteSteps(std::uint64_t file_bytes)
    : most_(static_cast<std::int64_t>(50'000'000 + 200 * file_bytes)), left_(most_) {}

SqliteHold::SqliteHold(const std::filesystem::path& file, SqliteSteps& steps) {
    sqlite3_auto_extension(
        reinterpret_cast<void (*)()>(on_new_connection));  // known once, however often it is told
    held = Held{std::filesystem::canonical(file).string(), &steps};
}

SqliteHold::~SqliteHold() {
    held.reset();
}

}  // namespace harmattan::io
