// What became of every row that was read: counts by reason, and the rows left out or doubted, chosen by reason.
// Knows no window.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/read_report.h"

namespace harmattan::app {

// How many rows of a table were left out, or kept with a doubt, for one reason.
struct RowReason {
    std::string key;  // of io::RowProblem
    bool is_rejected = false;
    std::uint64_t count = 0;
};

// A row that is listed: one of ReadReport::problems or warnings.
struct ListedRow {
    std::size_t table = 0, index = 0;
    bool is_rejected = false;

    friend bool operator==(const ListedRow&, const ListedRow&) = default;
};

class RowReport {
  public:
    RowReport() = default;
    explicit RowReport(std::vector<io::ReadReport> tables);

    const std::vector<io::ReadReport>& tables() const { return tables_; }
    std::uint64_t records() const;
    std::uint64_t rejected() const;
    std::uint64_t warnings() const;

    // Of the table chosen, or of all: those of rows left out first, the most frequent first.
    std::vector<RowReason> reasons() const;

    // None: all of them. Choosing a table takes back the reason.
    void choose_table(std::optional<std::size_t> table);
    void choose_reason(std::optional<RowReason> reason);
    std::optional<std::size_t> table() const { return table_; }
    const std::optional<RowReason>& reason() const { return reason_; }

    // The rows of the choice, by table; those left out first, each in order of line.
    std::span<const ListedRow> rows() const { return rows_; }
    // Counted under the choice but not listed: a report lists the first ones only.
    std::uint64_t unlisted() const { return unlisted_; }
    const io::RowProblem& problem(const ListedRow& row) const;
    const io::ReadReport& table_of(const ListedRow& row) const { return tables_[row.table]; }

  private:
    void collect();
    bool is_chosen(const std::string& key, bool is_rejected) const;

    std::vector<io::ReadReport> tables_;
    std::optional<std::size_t> table_;
    std::optional<RowReason> reason_;
    std::vector<ListedRow> rows_;
    std::uint64_t unlisted_ = 0;
};

// The value of a problem that was wrong, as it stands in the file; empty where no single value is.
std::string value_of(const io::RowProblem& problem);

// "/home/a/events.csv:17"; of tables without lines the number of the row.
std::string place_of(const io::ReadReport& table, const io::RowProblem& problem);

}  // namespace harmattan::app
