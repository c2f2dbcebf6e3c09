#include "io/read_report.h"

#include <fmt/core.h>

namespace harmattan::io {

void add_warning(ReadReport& report, RowProblem problem) {
    ++report.warning_count;
    if (report.warnings.size() < most_warnings) report.warnings.push_back(std::move(problem));
}

std::string words(base::Language language, const RowProblem& problem) {
    base::NamedValues values = problem.values;
    values.emplace_back("column", problem.column);
    const bool is_feature = problem.key.starts_with("feature.");
    return base::message(
        language, is_feature ? "report.feature" : "report.line",
        {{"number", fmt::format("{}", problem.line)}, {"problem", base::message(language, problem.key, values)}});
}

}  // namespace harmattan::io
