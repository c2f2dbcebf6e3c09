#include "story/story_file.h"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/core.h>

#include "base/error.h"
#include "base/nearest_word.h"
#include "geo/projection.h"
#include "io/toml_nesting.h"
#include "io/toml_reader.h"
#include "scene/event_colours.h"
#include "story/safe_path.h"

namespace harmattan::story {
namespace {

constexpr std::pair<std::string_view, scene::Role> role_names[] = {{"countries", scene::Role::countries},
                                                                   {"ethnic", scene::Role::ethnic},
                                                                   {"delta", scene::Role::delta},
                                                                   {"lakes", scene::Role::lakes},
                                                                   {"rivers", scene::Role::rivers},
                                                                   {"roads", scene::Role::roads},
                                                                   {"regions", scene::Role::regions},
                                                                   {"disputed", scene::Role::disputed},
                                                                   {"overlay_lines", scene::Role::overlay_lines},
                                                                   {"overlay_areas", scene::Role::overlay_areas},
                                                                   {"overlay_points", scene::Role::overlay_points},
                                                                   {"towns", scene::Role::towns},
                                                                   {"water_names", scene::Role::water_names},
                                                                   {"context", scene::Role::context}};

scene::Role parse_role(const std::string& text) {
    std::string allowed;
    for (const auto& [name, role] : role_names) {
        if (name == text) return role;
        allowed += fmt::format("{}{}", allowed.empty() ? "" : ", ", name);
    }
    throw base::Error("story.unknown_role", {{"text", text}, {"allowed", allowed}});
}

BilingualText read_bilingual(io::TomlReader& reader, std::string_view key) {
    auto table = reader.table(key);
    if (!table) return {};
    BilingualText both{table->required_text("en"), table->text("fr").value_or("")};
    table->refuse_other_keys();
    return both;
}

std::string read_path(io::TomlReader& reader) {
    const std::string path = reader.required_text("file");
    if (const PathFault fault = fault_of(path); fault != PathFault::none)
        reader.fail_value("file", base::Error(message_key(fault), {{"path", path}}));
    return path;
}

geo::Extent read_extent(const std::vector<double>& sides) {
    if (sides.size() != 4) throw base::Error("story.extent_sides", {{"count", std::to_string(sides.size())}});
    // The command line's own checks serve here too.
    return geo::parse_extent(fmt::format("{},{},{},{}", sides[0], sides[1], sides[2], sides[3]));
}

base::DayRange read_range(const std::vector<base::Day>& days) {
    if (days.size() != 2) throw base::Error("story.range_days", {{"count", std::to_string(days.size())}});
    if (days[1] < days[0])
        throw base::Error("story.range_backwards", {{"first", base::iso(days[0])}, {"last", base::iso(days[1])}});
    return {days[0], days[1]};
}

void read_table_options(io::TomlReader& reader, EventsEntry& events) {
    if (const auto map = reader.text("map"))
        events.mapping = reader.at("map", [&] { return io::parse_mapping(*map); });
    if (const auto dates = reader.text("dates"))
        events.date_order = reader.at("dates", [&] { return io::parse_date_order(*dates); });
    events.crs = reader.text("crs");
    if (events.crs) reader.at("crs", [&] { return geo::Projection::from_text(*events.crs); });
    events.table = reader.text("table");
}

EventsEntry read_events(io::TomlReader reader) {
    EventsEntry events;
    events.file = read_path(reader);
    events.name = read_bilingual(reader, "name");
    events.source = read_bilingual(reader, "source");
    events.is_selection = reader.boolean("selection").value_or(false);
    if (const auto days = reader.days("coverage"))
        events.coverage = reader.at("coverage", [&] { return read_range(*days); });
    if (const auto where = reader.text("where"))
        events.where = reader.at("where", [&] { return events::Filter::parse(*where); });
    read_table_options(reader, events);
    reader.refuse_other_keys();
    return events;
}

LayerEntry read_layer(io::TomlReader reader) {
    LayerEntry layer;
    layer.id = reader.required_text("id");
    const std::string role = reader.required_text("role");
    layer.role = reader.at("role", [&] { return parse_role(role); });
    layer.file = read_path(reader);
    layer.file_layer = reader.text("layer");
    layer.visible = reader.boolean("visible").value_or(true);
    layer.name = read_bilingual(reader, "name");
    if (layer.name.en.empty()) layer.name.en = layer.id;
    layer.source = read_bilingual(reader, "source");
    reader.refuse_other_keys();
    return layer;
}

std::vector<RasterFile> read_raster_files(io::TomlReader& reader) {
    std::vector<RasterFile> files;
    const auto read_one = [&](io::TomlReader& from) {
        RasterFile file{read_path(from), scene::every_day};
        if (const auto day = from.day("from")) file.days.first = *day;
        if (const auto day = from.day("to")) file.days.last = *day;
        from.at("to", [&] { return read_range({file.days.first, file.days.last}); });
        files.push_back(std::move(file));
    };
    for (io::TomlReader& one : reader.tables("series")) {
        read_one(one);
        one.refuse_other_keys();
    }
    if (files.empty()) read_one(reader);
    return files;
}

double read_share(double share) {
    if (!(share >= 0 && share <= 1)) throw base::Error("story.out_of_range", {{"least", "0"}, {"greatest", "1"}});
    return share;
}

std::vector<double> read_limits(std::vector<double> limits) {
    const bool rises = std::adjacent_find(limits.begin(), limits.end(), std::greater_equal<>()) == limits.end();
    if (limits.empty() || limits.size() >= scene::greatest_class_count || !rises)
        throw base::Error("story.limits", {{"greatest", std::to_string(scene::greatest_class_count - 1)}});
    return limits;
}

void read_classes(io::TomlReader& reader, RasterEntry& raster) {
    if (const auto limits = reader.numbers("limits"))
        raster.limits = reader.at("limits", [&] { return read_limits(*limits); });
    if (const auto classes = reader.text("classes"))
        raster.classing = reader.at("classes", [&] { return scene::parse_classing(*classes); });
    if (const auto count = reader.integer("class_count")) {
        if (*count < scene::least_class_count || *count > scene::greatest_class_count)
            reader.fail_value(
                "class_count",
                base::Error("story.out_of_range", {{"least", std::to_string(scene::least_class_count)},
                                                   {"greatest", std::to_string(scene::greatest_class_count)}}));
        raster.class_count = static_cast<int>(*count);
    }
}

RasterEntry read_raster(io::TomlReader reader) {
    RasterEntry raster;
    raster.id = reader.required_text("id");
    raster.files = read_raster_files(reader);
    if (const auto style = reader.text("style"))
        raster.style = reader.at("style", [&] { return scene::parse_raster_style(*style); });
    raster.visible = reader.boolean("visible").value_or(true);
    if (const auto opacity = reader.number("opacity"))
        raster.opacity = reader.at("opacity", [&] { return read_share(*opacity); });
    raster.name = read_bilingual(reader, "name");
    if (raster.name.en.empty()) raster.name.en = raster.id;
    raster.source = read_bilingual(reader, "source");
    raster.unit = read_bilingual(reader, "unit");
    read_classes(reader, raster);
    raster.shows_cells = reader.boolean("cells").value_or(false);
    raster.crs = reader.text("crs");
    if (raster.crs) reader.at("crs", [&] { return geo::Projection::from_text(*raster.crs); });
    if (const auto band = reader.integer("band")) {
        if (*band < 1 || *band > 4096)
            reader.fail_value("band", base::Error("story.out_of_range", {{"least", "1"}, {"greatest", "4096"}}));
        raster.band = static_cast<int>(*band);
    }
    reader.refuse_other_keys();
    return raster;
}

void read_film(io::TomlReader reader, StoryFile& story) {
    if (const auto seconds = reader.number("seconds")) {
        if (!(*seconds > 0 && *seconds <= 86400))
            reader.fail_value("seconds",
                              base::Error("story.out_of_range", {{"least", "0"}, {"greatest", "86400"}}));
        story.film_seconds = *seconds;
    }
    if (const auto fps = reader.integer("fps")) {
        if (*fps < 1 || *fps > 120)
            reader.fail_value("fps", base::Error("story.out_of_range", {{"least", "1"}, {"greatest", "120"}}));
        story.film_fps = static_cast<int>(*fps);
    }
    reader.refuse_other_keys();
}

std::optional<double> read_spread_km(io::TomlReader& reader, std::string_view key) {
    const auto km = reader.number(key);
    if (km) reader.at(key, [&] { scene::check_spread_km(*km); });
    return km;
}

scene::DisplayChoice read_display(io::TomlReader reader) {
    scene::DisplayChoice display;
    if (const auto as = reader.text("as"))
        display.as = reader.at("as", [&] { return scene::parse_event_display(*as); });
    if (const auto value = reader.text("value"))
        display.value = reader.at("value", [&] { return scene::parse_spread_value(*value); });
    if (const auto classes = reader.text("classes"))
        display.classes = reader.at("classes", [&] { return scene::parse_class_method(*classes); });
    display.bandwidth_km = read_spread_km(reader, "bandwidth_km");
    display.hexagon_km = read_spread_km(reader, "hexagon_km");
    display.areas = reader.text("areas");
    display.people = reader.text("people");
    reader.refuse_other_keys();
    return display;
}

void read_time(io::TomlReader& reader, StoryFile& story) {
    story.from = reader.day("from");
    story.to = reader.day("to");
    if (story.from && story.to) reader.at("to", [&] { return read_range({*story.from, *story.to}); });
    if (const auto window = reader.text("window"))
        story.window = reader.at("window", [&] { return base::parse_window(*window); });
}

void read_look(io::TomlReader& reader, StoryFile& story) {
    story.title = read_bilingual(reader, "title");
    story.subtitle = read_bilingual(reader, "subtitle");
    if (const auto sides = reader.numbers("extent"))
        story.extent = reader.at("extent", [&] { return read_extent(*sides); });
    story.projection = reader.text("projection").value_or("auto");
    if (const auto colour = reader.text("colour"))
        story.colour_by = reader.at("colour", [&] { return scene::parse_colour_by(*colour); });
    if (const auto estimates = reader.text("estimates"))
        story.estimates = reader.at("estimates", [&] { return scene::parse_estimates(*estimates); });
    if (const auto theme = reader.text("theme"))
        story.theme = reader.at("theme", [&] { return scene::parse_theme(*theme); });
    if (const auto language = reader.text("language"))
        story.language = reader.at("language", [&] { return base::parse_language(*language); });
    story.focus_iso3 = reader.texts("focus").value_or(std::vector<std::string>{});
}

void read_layers(io::TomlReader& reader, StoryFile& story) {
    std::set<std::string> ids{"events", "events-2", "events-3", "events-4"};  // the event layers'
    for (const io::TomlReader& layer : reader.tables("layer")) {
        story.layers.push_back(read_layer(layer));
        if (!ids.insert(story.layers.back().id).second)
            layer.fail("story.same_id", "id", {{"id", story.layers.back().id}});
    }
    for (const io::TomlReader& raster : reader.tables("raster")) {
        story.rasters.push_back(read_raster(raster));
        if (!ids.insert(story.rasters.back().id).second)
            raster.fail("story.same_id", "id", {{"id", story.rasters.back().id}});
    }
}

toml::table parse_toml(std::string_view text, const std::string& name) {
    io::check_toml_nesting(text, name);
    try {
        return toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        throw base::Error("story.syntax", {{"file", name},
                                           {"line", std::to_string(error.source().begin.line)},
                                           {"column", std::to_string(error.source().begin.column)},
                                           {"reason", std::string(error.description())}});
    }
}

}  // namespace

StoryFile parse_story(std::string_view text, const std::string& name) {
    const toml::table table = parse_toml(text, name);
    io::TomlReader reader(table, name, "");
    const auto version = reader.integer("version");
    if (!version) reader.fail("toml.missing_key", "version");
    if (*version != story_version)
        reader.fail("story.version", "version",
                    {{"found", std::to_string(*version)}, {"known", std::to_string(story_version)}});
    StoryFile story;
    read_look(reader, story);
    read_time(reader, story);
    if (const auto display = reader.table("display")) story.display = read_display(*display);
    if (const auto film = reader.table("film")) read_film(*film, story);
    if (const auto events = reader.table("events")) story.events = read_events(*events);
    read_layers(reader, story);
    reader.refuse_other_keys();
    return story;
}

}  // namespace harmattan::story
