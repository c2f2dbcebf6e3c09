#include "story/event_layers.h"

#include <algorithm>

#include <fmt/core.h>

#include "base/error.h"
#include "base/messages.h"

namespace harmattan::story {
namespace {

using base::Language;

// What the file's account says of the layer; the table moves into it.
scene::EventLayer layer_of(io::EventsRead& events) {
    scene::EventLayer layer;
    layer.coverage = events.report.coverage;
    layer.unsettled_from = events.report.unsettled_from;
    layer.rejected = events.report.rejected;
    layer.warnings = events.report.warning_count;
    layer.table = std::make_shared<const events::EventTable>(std::move(events.table));
    layer.points = std::make_shared<const scene::EventPoints>(*layer.table);
    return layer;
}

// "UCDP GED 25.1"; of a table whose source is not known, its file's name.
std::string name_of(const SourceEvents& source) {
    if (source.read.report.dataset == "table") return source.file.filename().string();
    const std::string& layout = source.read.report.layout;
    return source.versions.empty() ? layout : fmt::format("{} {}", layout, source.versions);
}

// "ged251.csv"; of several files of one source, each: "ged241.csv, ged251.csv".
std::string files_of(const SourceEvents& source) {
    if (source.reports.size() < 2) return source.file.filename().string();
    std::string names;
    for (const io::ReadReport& report : source.reports)
        names += (names.empty() ? "" : ", ") + std::filesystem::path(report.file).filename().string();
    return names;
}

scene::EventLayer layer_of(SourceEvents& source) {
    scene::EventLayer layer = layer_of(source.read);
    const std::string file = files_of(source);
    const std::string name = name_of(source);
    const base::NamedValues values{{"file", file}, {"layout", name}};
    const char* const credit = name == file ? "story.events_source_unknown" : "story.events_source";
    layer.id = event_layer_id(source.index);
    layer.name_en = layer.name_fr = name;
    layer.is_provisional = source.has_provisional;
    layer.replaced = source.replaced;
    layer.missing_from_newer = source.missing_from_newer;
    layer.beyond_newer = source.beyond_newer;
    layer.copies = source.copies;
    layer.filter = source.filter;
    layer.filtered_out = source.filtered_out;
    layer.source = {base::message(Language::en, credit, values), base::message(Language::fr, credit, values)};
    layer.symbol = static_cast<scene::EventSymbol>(source.index);
    return layer;
}

}  // namespace

std::string event_layer_id(std::size_t index) {
    return index == 0 ? "events" : fmt::format("events-{}", index + 1);
}

std::vector<scene::EventLayer> event_layers(std::vector<SourceEvents>& sources, std::size_t source_count) {
    std::vector<scene::EventLayer> layers;
    for (SourceEvents& source : sources) {
        if (source.index >= scene::event_symbol_count)
            throw base::Error("story.too_many_sources", {{"greatest", std::to_string(scene::event_symbol_count)}});
        layers.push_back(layer_of(source));
    }
    if (source_count == 1 && layers.size() == 1) {
        layers.front().name_en = base::message(Language::en, "story.layer_events");
        layers.front().name_fr = base::message(Language::fr, "story.layer_events");
        return layers;
    }
    std::vector<std::string> names;
    for (const auto& layer : layers) names.push_back(layer.name_en);
    for (std::size_t i = 0; i < layers.size(); ++i)
        if (std::count(names.begin(), names.end(), names[i]) > 1)
            layers[i].name_en = layers[i].name_fr =
                fmt::format("{} ({})", names[i], sources[i].file.filename().string());
    return layers;
}

scene::EventLayer event_layer(SourceEvents& source, const EventsEntry& entry) {
    scene::EventLayer layer = layer_of(source.read);
    layer.filter = source.filter;
    layer.filtered_out = source.filtered_out;
    layer.name_en = entry.name.en;
    layer.name_fr = entry.name.fr;
    layer.is_selection = entry.is_selection;
    if (entry.coverage) layer.coverage = *entry.coverage;
    layer.source = {entry.source.en, entry.source.fr};
    return layer;
}

}  // namespace harmattan::story
