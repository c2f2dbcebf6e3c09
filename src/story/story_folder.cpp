#include "story/story_folder.h"

#include "base/error.h"
#include "base/resources.h"
#include "io/feature_reader.h"
#include "story/read_text.h"
#include "story/safe_path.h"

namespace harmattan::story {
namespace {

const std::string embedded_folder = "data/sahel/";

}  // namespace

StoryFolder StoryFolder::embedded() {
    return {};
}

StoryFolder StoryFolder::on_disk(std::filesystem::path folder) {
    StoryFolder made;
    made.folder_ = std::move(folder);
    return made;
}

features::FeatureTable StoryFolder::read_layer(const LayerEntry& entry) const {
    if (!folder_) {
        const std::string name = embedded_folder + entry.file;
        if (entry.file.ends_with(".csv")) return io::read_points_csv(base::resource_text(name), name).table;
        return io::read_features(base::resource(name), name).table;
    }
    const auto path = inside(*folder_, entry.file);
    if (io::identify(path) == io::FileKind::events_csv)
        return io::read_points_csv(read_text(path), path.string()).table;
    return io::read_features(path, entry.file_layer).table;
}

std::filesystem::path StoryFolder::file(const std::string& relative) const {
    if (!folder_) throw base::Error("file.missing", {{"file", relative}});
    return inside(*folder_, relative);
}

io::EventsRead StoryFolder::read_events(const EventsEntry& entry, io::EventReadOptions options) const {
    if (!entry.mapping.empty()) options.layout.mapping = entry.mapping;
    if (entry.date_order) options.date_order = entry.date_order;
    if (entry.crs) options.crs = entry.crs;
    if (entry.table) options.table = entry.table;
    options.may_connect = false;  // no story names a database
    if (folder_) return io::read_events(inside(*folder_, entry.file), options);
    const std::string name = embedded_folder + entry.file;
    return io::read_events_csv(base::resource_text(name), name, options);
}

StoryFile embedded_story() {
    const std::string name = embedded_folder + "story.toml";
    return parse_story(base::resource_text(name), name);
}

}  // namespace harmattan::story
