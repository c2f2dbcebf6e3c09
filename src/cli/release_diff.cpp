#include "cli/release_diff.h"

#include <algorithm>

#include "base/error.h"
#include "events/release_version.h"
#include "io/event_input.h"

namespace harmattan::cli {
namespace {

using events::DiffField;

Release release_of(const std::filesystem::path& file, const io::EventReadOptions& options) {
    if (!io::holds_events(file, io::identify(file), options))
        throw base::Error("inspect.diff_no_events", {{"file", file.string()}});
    return {file.string(), io::read_events(file, options)};
}

bool has_column(const io::ReadReport& report, std::string_view field) {
    return std::any_of(report.event_columns.begin(), report.event_columns.end(),
                       [&](const io::ColumnUse& use) { return use.field == field; });
}

// Every table has days and places, though under many names; no weight is a weight of one.
bool is_in_every_table(DiffField field) {
    return field == DiffField::date_start || field == DiffField::latitude || field == DiffField::longitude ||
           field == DiffField::weight;
}

}  // namespace

std::string Release::name() const {
    if (!read.report.version.empty()) return read.report.version;
    return std::filesystem::path(file).filename().string();
}

ReleaseDiff diff_of(const std::filesystem::path& before, const std::filesystem::path& after,
                    const io::EventReadOptions& options) {
    ReleaseDiff found{release_of(before, options), release_of(after, options), {}, {}, false};
    const io::ReadReport &first = found.before.read.report, &second = found.after.read.report;
    if (first.dataset != second.dataset)
        throw base::Error("inspect.diff_sources", {{"before", found.before.file},
                                                   {"before_source", first.layout},
                                                   {"after", found.after.file},
                                                   {"after_source", second.layout}});
    events::DiffFields fields = 0;
    for (std::size_t at = 0; at < events::diff_field_count; ++at) {
        const auto field = static_cast<DiffField>(at);
        const auto name = events::name_of(field);
        if (is_in_every_table(field) || has_column(first, name) == has_column(second, name))
            fields |= events::only(field);
        else
            found.not_compared.emplace_back(name);
    }
    found.diff = events::compare(found.before.read.table, found.after.read.table, fields);
    found.is_backwards = !first.version.empty() && !second.version.empty() &&
                         events::compare_versions(first.version, second.version) > 0;
    return found;
}

}  // namespace harmattan::cli
