#include "cli/file_facts.h"

#include <algorithm>

#include "base/error.h"
#include "io/event_input.h"
#include "io/feature_reader.h"
#include "io/postgis.h"
#include "io/postgis_input.h"
#include "story/read_sources.h"
#include "story/read_text.h"
#include "story/story_file.h"

namespace harmattan::cli {
namespace {

TableFacts facts_of_events(const std::filesystem::path& file, const io::EventReadOptions& options,
                           const std::optional<events::Filter>& where) {
    story::SourceEvents source{0, file, io::read_events(file, options)};
    story::SceneOptions choice;
    choice.where = where;
    story::apply_filter(source, choice);
    const events::EventTable& table = source.read.table;
    TableFacts facts;
    if (table.size() > 0) facts.extent = geo::extent_of(table.lon_deg(), table.lat_deg(), 0);
    facts.events = facts_of(table);
    facts.report = std::move(source.read.report);
    facts.filter = source.filter;
    facts.filtered_out = source.filtered_out;
    return facts;
}

std::string name_of(features::GeometryKind kind) {
    switch (kind) {
        case features::GeometryKind::point:
            return "point";
        case features::GeometryKind::line:
            return "line";
        case features::GeometryKind::polygon:
            break;
    }
    return "polygon";
}

TableFacts facts_of_layer(const std::filesystem::path& file, const std::string& layer) {
    TableFacts facts;
    facts.layer = layer;
    try {
        io::FeaturesRead read = io::read_features(file, layer);
        facts.geometry = name_of(read.table.kind());
        facts.columns = read.table.columns();
        std::vector<double> lon_deg, lat_deg;
        for (const geo::LonLat& vertex : read.table.vertices()) {
            lon_deg.push_back(vertex.lon_deg);
            lat_deg.push_back(vertex.lat_deg);
        }
        if (!lon_deg.empty()) facts.extent = geo::extent_of(lon_deg, lat_deg, 0);
        facts.report = std::move(read.report);
    } catch (const base::Error& error) {
        // A layer of attributes alone is a fact about the file, not a failure.
        if (error.key() != "features.no_geometry") throw;
    }
    return facts;
}

std::vector<std::string> files_of_story(const std::filesystem::path& file) {
    const story::StoryFile read = story::parse_story(story::read_text(file), file.string());
    std::vector<std::string> named;
    if (read.events) named.push_back("events: " + read.events->file);
    for (const story::LayerEntry& layer : read.layers) named.push_back(layer.id + ": " + layer.file);
    for (const story::RasterEntry& raster : read.rasters)
        for (const story::RasterFile& one : raster.files) named.push_back(raster.id + ": " + one.file);
    return named;
}

}  // namespace

FileFacts facts_of(const std::filesystem::path& file, const io::EventReadOptions& options,
                   const std::optional<events::Filter>& where) {
    FileFacts facts;
    facts.file = file.string();
    if (io::is_database(file, options)) {
        facts.file = io::without_password(facts.file);
        facts.kind = "events";
        facts.tables.push_back(facts_of_events(file, options, where));
        return facts;
    }
    const io::FileKind kind = io::identify(file);
    if (kind == io::FileKind::story_toml || file.extension() == ".toml") {
        facts.kind = "story";
        facts.story_files = files_of_story(file);
    } else if (kind == io::FileKind::raster) {
        facts.kind = "raster";
        facts.raster = io::RasterReader(file).facts();
    } else if (kind == io::FileKind::unknown) {
        throw base::Error("story.unknown_file", {{"path", file.string()}});
    } else if (io::holds_events(file, kind, options)) {
        facts.kind = "events";
        facts.tables.push_back(facts_of_events(file, options, where));
    } else {
        facts.kind = "features";
        for (const std::string& layer : io::layer_names(file)) facts.tables.push_back(facts_of_layer(file, layer));
    }
    return facts;
}

std::vector<std::string> sources_of(std::span<const FileFacts> files) {
    std::vector<std::string> sources;
    for (const FileFacts& file : files) {
        for (const TableFacts& table : file.tables) {
            if (!table.events) continue;
            const io::ReadReport& report = table.report;
            // Tables of no known source are told apart by their files.
            std::string source = report.dataset == "table" ? file.file : report.layout;
            if (!report.version.empty()) source += ' ' + report.version;
            if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
        }
    }
    return sources;
}

}  // namespace harmattan::cli
