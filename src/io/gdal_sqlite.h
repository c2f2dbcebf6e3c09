// SQLite files from strangers: what a database may do while GDAL reads it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace harmattan::io {

// Refuses a database whose end is missing, as its header tells, which SQLite notices only where it reads what is
// missing. Throws Error "sqlite.cut" (file, expected, size; in bytes).
void refuse_cut_database(const std::filesystem::path& file, const std::string& name);

// Refuses a database with virtual tables that stand for something else than an index within it: a virtual table
// may name any file. Throws Error "sqlite.virtual_table" (file, table), "sqlite.cannot_open" (file, reason).
void refuse_foreign_tables(const std::filesystem::path& file, const std::string& name);

// How many steps SQLite's machine may take for one reading of a database, since views can go on for ever; and
// whether it was refused something.
class SqliteSteps {
  public:
    explicit SqliteSteps(std::uint64_t file_bytes);

    void begin_reading() { left_ = most_; }
    bool are_used_up() const { return left_ <= 0; }
    // False when they are used up.
    bool take(std::int64_t steps) { return (left_ -= steps) > 0; }
    void refuse() { was_refused_ = true; }
    bool was_refused() const { return was_refused_; }

  private:
    std::int64_t most_ = 0, left_ = 0;
    bool was_refused_ = false;
};

// Why SQLite cannot look at a table or view, in its words; empty when it can. What it may not do is noted in
// `steps`. Throws Error "sqlite.cannot_open".
std::string reason_against(const std::filesystem::path& file, const std::string& table, SqliteSteps& steps);

// While it lives, a connection that this thread opens to the database is held: no other database, no recursive
// query, no function that reaches out of the database, `steps` at most. The steps must outlive the connection.
class SqliteHold {
  public:
    SqliteHold(const std::filesystem::path& file, SqliteSteps& steps);
    SqliteHold(const SqliteHold&) = delete;
    SqliteHold& operator=(const SqliteHold&) = delete;
    ~SqliteHold();
};

}  // namespace harmattan::io
