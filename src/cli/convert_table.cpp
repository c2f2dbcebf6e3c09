#include "cli/convert_table.h"

#include <limits>

#include <fmt/format.h>

#include "base/error.h"
#include "story/read_sources.h"
#include "story/story_inputs.h"

namespace harmattan::cli {
namespace {

using events::EventTable;

[[noreturn]] void refuse_not_events(const std::filesystem::path& file) {
    throw base::Error("convert.not_events", {{"path", file.string()}});
}

std::vector<std::filesystem::path> event_files(const std::vector<std::filesystem::path>& files,
                                               const io::EventReadOptions& options) {
    story::StoryInputs inputs = story::sorted_by_kind(files, options);
    if (inputs.story) refuse_not_events(*inputs.story);
    if (inputs.base_map) refuse_not_events(*inputs.base_map);
    if (!inputs.features.empty()) refuse_not_events(inputs.features.front());
    return std::move(inputs.events);
}

// What no schema knows is called by its file.
std::string name_of(const story::SourceEvents& source) {
    const io::ReadReport& report = source.read.report;
    if (report.dataset == "table" || report.dataset == "harmattan") return source.file.string();
    return source.versions.empty() ? report.layout : report.layout + ' ' + source.versions;
}

[[noreturn]] void refuse_several(const std::vector<story::SourceEvents>& sources, const std::string& output) {
    std::vector<std::string> names;
    for (const story::SourceEvents& source : sources) names.push_back(name_of(source));
    throw base::Error("convert.several_sources",
                      {{"path", output}, {"list", fmt::format("{}", fmt::join(names, ", "))}});
}

// Gives how many rows have gone.
std::uint64_t keep(EventTable& table, const std::vector<std::uint32_t>& rows) {
    const std::uint64_t before = table.size();
    if (rows.size() < before) table = table.select(rows);
    return before - rows.size();
}

std::uint64_t keep_days(EventTable& table, const story::SceneOptions& options) {
    if (!options.from && !options.to) return 0;
    constexpr base::Day first{std::numeric_limits<std::int32_t>::min()};
    constexpr base::Day last{std::numeric_limits<std::int32_t>::max()};
    const auto within = table.rows_in({options.from.value_or(first), options.to.value_or(last)});
    std::vector<std::uint32_t> rows;
    for (std::size_t row = within.first; row < within.last; ++row) rows.push_back(static_cast<std::uint32_t>(row));
    return keep(table, rows);
}

std::uint64_t keep_extent(EventTable& table, const story::SceneOptions& options) {
    if (!options.extent) return 0;
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < table.size(); ++row)
        if (options.extent->contains({table.lon_deg()[row], table.lat_deg()[row]}))
            rows.push_back(static_cast<std::uint32_t>(row));
    return keep(table, rows);
}

std::uint64_t sum_of(const std::vector<io::ReadReport>& reports, std::uint64_t io::ReadReport::*count) {
    std::uint64_t sum = 0;
    for (const io::ReadReport& report : reports) sum += report.*count;
    return sum;
}

}  // namespace

std::uint64_t TableToWrite::records() const {
    return sum_of(reports, &io::ReadReport::records);
}

std::uint64_t TableToWrite::kept() const {
    return sum_of(reports, &io::ReadReport::kept);
}

std::uint64_t TableToWrite::rejected() const {
    return sum_of(reports, &io::ReadReport::rejected);
}

TableToWrite read_table(const std::vector<std::filesystem::path>& files, const story::SceneOptions& options,
                        const std::string& output) {
    auto sources =
        story::read_sources(event_files(files, options.events), options, [](std::size_t) { return true; });
    if (sources.size() > 1) refuse_several(sources, output);
    story::SourceEvents& source = sources.front();
    TableToWrite table;
    table.table = std::move(source.read.table);
    table.reports = std::move(source.reports);
    table.replaced = source.replaced;
    table.missing_from_newer = source.missing_from_newer;
    table.beyond_newer = source.beyond_newer;
    table.copies = source.copies;
    return table;
}

void choose_rows(TableToWrite& table, const story::SceneOptions& options) {
    table.outside_days = keep_days(table.table, options);
    table.outside_extent = keep_extent(table.table, options);
    story::SourceEvents source{0, {}, {std::move(table.table), {}}};
    story::apply_filter(source, options);
    table.filtered_out = source.filtered_out;
    table.table = std::move(source.read.table);
}

void make_coarser(TableToWrite& table, const io::Generalisation& how) {
    table.coarser = io::generalise(table.table, how);
    table.table = std::move(table.coarser->table);
    table.coarser->table = {};
}

}  // namespace harmattan::cli
