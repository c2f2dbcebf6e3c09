#include "io/read_report.h"

#include <algorithm>
#include <iterator>

#include <fmt/core.h>

namespace harmattan::io {

void add_rejection(ReadReport& report, RowProblem problem) {
    ++report.rejected;
    ++report.rejected_by_reason[problem.key];
    if (report.problems.size() < most_problems) report.problems.push_back(std::move(problem));
}

void add_warning(ReadReport& report, RowProblem problem, std::size_t most_listed) {
    ++report.warning_count;
    ++report.warnings_by_reason[problem.key];
    if (report.warnings.size() < most_listed) report.warnings.push_back(std::move(problem));
}

void count_warnings(ReadReport& report, const std::string& key, std::uint64_t count) {
    report.warning_count += count;
    report.warnings_by_reason[key] += count;
}

void add_warnings(ReadReport& report, ReadReport&& more) {
    report.warning_count += more.warning_count;
    for (const auto& [key, count] : more.warnings_by_reason) report.warnings_by_reason[key] += count;
    std::vector<RowProblem> both;
    both.reserve(report.warnings.size() + more.warnings.size());
    std::merge(std::make_move_iterator(report.warnings.begin()), std::make_move_iterator(report.warnings.end()),
               std::make_move_iterator(more.warnings.begin()), std::make_move_iterator(more.warnings.end()),
               std::back_inserter(both),
               [](const RowProblem& one, const RowProblem& other) { return one.line < other.line; });
    if (both.size() > most_warnings) both.resize(most_warnings);
    report.warnings = std::move(both);
}

void append_rows(ReadReport& report, ReadReport&& part, std::uint64_t lines) {
    const auto append = [lines](std::vector<RowProblem>& list, std::vector<RowProblem>& more, std::size_t most) {
        for (RowProblem& problem : more) {
            if (list.size() >= most) break;
            problem.line += lines;
            list.push_back(std::move(problem));
        }
    };
    append(report.problems, part.problems, most_problems);
    append(report.warnings, part.warnings, most_warnings);
    report.records += part.records;
    report.kept += part.kept;
    report.rejected += part.rejected;
    report.warning_count += part.warning_count;
    for (const auto& [key, count] : part.rejected_by_reason) report.rejected_by_reason[key] += count;
    for (const auto& [key, count] : part.warnings_by_reason) report.warnings_by_reason[key] += count;
    report.where_precision_missing += part.where_precision_missing;
    report.date_precision_missing += part.date_precision_missing;
    report.best_missing += part.best_missing;
    if (part.latest_update_s)
        report.latest_update_s = std::max(report.latest_update_s.value_or(0), *part.latest_update_s);
}

std::string words(base::Language language, const RowProblem& problem) {
    base::NamedValues values = problem.values;
    values.emplace_back("column", problem.column);
    const bool is_feature = problem.key.starts_with("feature.");
    return base::message(
        language, is_feature ? "report.feature" : "report.line",
        {{"number", fmt::format("{}", problem.line)}, {"problem", base::message(language, problem.key, values)}});
}

std::string reason_words(base::Language language, const std::string& key) {
    std::string sentence = base::message(language, key);
    for (auto open = sentence.find('{'); open != std::string::npos; open = sentence.find('{', open)) {
        const auto close = sentence.find('}', open);
        if (close == std::string::npos) break;
        sentence.replace(open, close - open + 1, "\u2026");
    }
    return sentence;
}

std::string words(base::Language language, const ReadingNote& note) {
    return base::message(language, note.key, note.values);
}

}  // namespace harmattan::io
