#include "app/row_report.h"

#include <fmt/core.h>

#include <algorithm>

namespace harmattan::app {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

void add_reasons(std::vector<RowReason>& reasons, const Counts& counts, bool is_rejected) {
    const auto first = reasons.size();
    for (const auto& [key, count] : counts) reasons.push_back({key, is_rejected, count});
    std::stable_sort(reasons.begin() + static_cast<std::ptrdiff_t>(first), reasons.end(),
                     [](const RowReason& a, const RowReason& b) { return a.count > b.count; });
}

void add_counts(Counts& sum, const Counts& counts) {
    for (const auto& [key, count] : counts) sum[key] += count;
}

}  // namespace

RowReport::RowReport(std::vector<io::ReadReport> tables) : tables_(std::move(tables)) {
    collect();
}

std::uint64_t RowReport::records() const {
    std::uint64_t sum = 0;
    for (const auto& table : tables_) sum += table.records;
    return sum;
}

std::uint64_t RowReport::rejected() const {
    std::uint64_t sum = 0;
    for (const auto& table : tables_) sum += table.rejected;
    return sum;
}

std::uint64_t RowReport::warnings() const {
    std::uint64_t sum = 0;
    for (const auto& table : tables_) sum += table.warning_count;
    return sum;
}

std::vector<RowReason> RowReport::reasons() const {
    Counts rejected, doubted;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
        if (table_ && *table_ != i) continue;
        add_counts(rejected, tables_[i].rejected_by_reason);
        add_counts(doubted, tables_[i].warnings_by_reason);
    }
    std::vector<RowReason> reasons;
    add_reasons(reasons, rejected, true);
    add_reasons(reasons, doubted, false);
    return reasons;
}

void RowReport::choose_table(std::optional<std::size_t> table) {
    table_ = table;
    reason_.reset();
    collect();
}

void RowReport::choose_reason(std::optional<RowReason> reason) {
    reason_ = std::move(reason);
    collect();
}

const io::RowProblem& RowReport::problem(const ListedRow& row) const {
    const auto& table = tables_[row.table];
    return row.is_rejected ? table.problems[row.index] : table.warnings[row.index];
}

bool RowReport::is_chosen(const std::string& key, bool is_rejected) const {
    return !reason_ || (reason_->is_rejected == is_rejected && reason_->key == key);
}

void RowReport::collect() {
    rows_.clear();
    std::uint64_t counted = 0;
    for (const bool is_rejected : {true, false}) {
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            if (table_ && *table_ != i) continue;
            const auto& table = tables_[i];
            const auto& listed = is_rejected ? table.problems : table.warnings;
            for (std::size_t at = 0; at < listed.size(); ++at)
                if (is_chosen(listed[at].key, is_rejected)) rows_.push_back({i, at, is_rejected});
            for (const auto& [key, count] : is_rejected ? table.rejected_by_reason : table.warnings_by_reason)
                if (is_chosen(key, is_rejected)) counted += count;
        }
    }
    unlisted_ = counted > rows_.size() ? counted - rows_.size() : 0;
}

std::string value_of(const io::RowProblem& problem) {
    for (const auto& [name, value] : problem.values)
        if (name == "value" || name == problem.column) return value;
    return {};
}

std::string place_of(const io::ReadReport& table, const io::RowProblem& problem) {
    return fmt::format("{}:{}", table.file, problem.line);
}

}  // namespace harmattan::app
