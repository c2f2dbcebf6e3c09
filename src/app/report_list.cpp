#include "app/report_list.h"

#include <algorithm>
#include <map>

#include <fmt/core.h>

namespace harmattan::app {

ReportList::ReportList(std::vector<io::ReadReport> reports) : reports_(std::move(reports)) {
    list();
}

std::vector<ReportList::Reason> ReportList::reasons() const {
    std::map<std::pair<bool, std::string>, std::uint64_t> counts;  // warnings after rejections
    for (std::size_t i = 0; i < reports_.size(); ++i) {
        if (file_ && *file_ != i) continue;
        for (const auto& [key, count] : reports_[i].rejected_by_reason) counts[{false, key}] += count;
        for (const auto& [key, count] : reports_[i].warnings_by_reason) counts[{true, key}] += count;
    }
    std::vector<Reason> reasons;
    for (const auto& [reason, count] : counts) reasons.push_back({!reason.first, reason.second, count});
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
        return a.is_rejected != b.is_rejected ? a.is_rejected : a.count > b.count;
    });
    return reasons;
}

void ReportList::show_file(std::optional<std::size_t> report) {
    file_ = report;
    reason_.reset();
    list();
}

void ReportList::show_reason(std::optional<Reason> reason) {
    reason_ = std::move(reason);
    list();
}

void ReportList::list() {
    rows_.clear();
    for (std::size_t i = 0; i < reports_.size(); ++i) {
        if (file_ && *file_ != i) continue;
        for (const bool is_rejected : {true, false}) {
            if (reason_ && reason_->is_rejected != is_rejected) continue;
            const auto& problems = is_rejected ? reports_[i].problems : reports_[i].warnings;
            for (std::size_t k = 0; k < problems.size(); ++k)
                if (!reason_ || reason_->key == problems[k].key) rows_.push_back({i, is_rejected, k});
        }
    }
    if (selected && std::find(rows_.begin(), rows_.end(), *selected) == rows_.end()) selected.reset();
}

const io::RowProblem& ReportList::problem(const Row& row) const {
    const auto& report = reports_.at(row.report);
    return (row.is_rejected ? report.problems : report.warnings).at(row.index);
}

std::uint64_t ReportList::unlisted() const {
    std::uint64_t all = 0;
    for (const Reason& reason : reasons())
        if (!reason_ || (reason_->is_rejected == reason.is_rejected && reason_->key == reason.key))
            all += reason.count;
    return all - std::min<std::uint64_t>(all, rows_.size());
}

std::string ReportList::place_of(const Row& row) const {
    return fmt::format("{}:{}", reports_.at(row.report).file, problem(row).line);
}

std::optional<EventPlace> find_event(const scene::Scene& scene, const std::string& file, std::uint64_t position) {
    for (std::size_t i = 0; i < scene.event_layers.size(); ++i) {
        if (!scene.event_layers[i].table) continue;
        const auto& table = *scene.event_layers[i].table;
        const auto& files = table.files();
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto origin = table.origin()[row];
            if (origin.position == position && files.at(origin.file).name == file) return EventPlace{i, row};
        }
    }
    return std::nullopt;
}

}  // namespace harmattan::app
