#include "base/number_format.h"
#include "cli/facts_writers.h"
#include "cli/text_page.h"

namespace harmattan::cli {
namespace {

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& entry : list) text += (text.empty() ? "" : ", ") + entry;
    return text;
}

void add_extent(TextPage& page, const TableFacts& facts) {
    if (facts.extent) page.line("inspect.extent", {{"extent", geo::to_string(*facts.extent)}});
}

void add_table_of_events(TextPage& page, const TableFacts& facts, Rows rows) {
    add_source(page, facts.report);
    add_account(page, facts.report);
    if (!facts.filter.empty())
        page.line("inspect.where", {{"filter", facts.filter},
                                    {"passing", page.number(facts.report.kept - facts.filtered_out)},
                                    {"left_out", page.number(facts.filtered_out)}});
    add_extent(page, facts);
    if (facts.events->rows > 0) add_events(page, facts);
    add_rows(page, facts.report, rows);
}

void add_layer(TextPage& page, const TableFacts& facts, Rows rows) {
    if (facts.geometry.empty()) return page.line("inspect.layer_without_geometry", {{"layer", facts.layer}});
    page.line("inspect.layer",
              {{"layer", facts.layer}, {"geometry", page.console().say("inspect.geometry." + facts.geometry)}});
    page.line("inspect.format", {{"format", facts.report.layout}});
    add_account(page, facts.report);
    add_extent(page, facts);
    if (!facts.columns.empty()) page.line("inspect.columns", {{"list", joined(facts.columns)}});
    add_rows(page, facts.report, rows);
}

std::string plain(double value) {
    return fmt::format("{:.6g}", value);
}

void add_raster(TextPage& page, const io::RasterFacts& facts) {
    page.line("inspect.format", {{"format", facts.format}});
    page.line("inspect.raster_size", {{"width", page.number(static_cast<std::uint64_t>(facts.width))},
                                      {"height", page.number(static_cast<std::uint64_t>(facts.height))},
                                      {"bands", page.number(static_cast<std::uint64_t>(facts.band_count))},
                                      {"type", facts.cell_type}});
    page.line(facts.crs_assumed ? "inspect.raster_crs_assumed" : "inspect.raster_crs", {{"crs", facts.crs}});
    page.line(
        "inspect.raster_cell",
        {{"width", plain(facts.cell_width)}, {"height", plain(facts.cell_height)}, {"unit", facts.crs_unit}});
    page.line("inspect.extent", {{"extent", geo::to_string(facts.extent)}});
    if (!facts.description.empty()) page.line("inspect.raster_band", {{"text", facts.description}});
    if (!facts.unit.empty()) page.line("inspect.raster_unit", {{"unit", facts.unit}});
    if (facts.no_data) page.line("inspect.raster_no_data", {{"value", plain(*facts.no_data)}});
    if (facts.least)
        page.line("inspect.raster_range", {{"least", plain(*facts.least)}, {"greatest", plain(*facts.greatest)}});
    else
        page.line("inspect.raster_no_values");
}

}  // namespace

std::string as_text(const FileFacts& facts, const Console& console, Rows rows) {
    TextPage page(console);
    page.heading(console.say("inspect.file." + facts.kind, {{"file", facts.file}}));
    for (const std::string& named : facts.story_files) page.long_text(named);
    if (facts.raster) add_raster(page, *facts.raster);
    for (const TableFacts& table : facts.tables) {
        if (table.events)
            add_table_of_events(page, table, rows);
        else
            add_layer(page, table, rows);
    }
    return std::move(page).done();
}

}  // namespace harmattan::cli
