#include "cli/shared_options.h"

#include <charconv>
#include <limits>

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include "base/error.h"
#include "cli/error_words.h"
#include "scene/event_colours.h"

namespace harmattan::cli {
namespace {

constexpr int least_side_px = 64;
constexpr int greatest_side_px = 16384;

void add(CLI::App& parser, const Console& console, const char* name, std::optional<std::string>& value) {
    // A value may begin with a dash ("--extent -18,3,16,26"), so it is taken whatever it looks like.
    parser.add_option(name, value, console.say(fmt::format("help.{}", std::string_view(name).substr(2))))
        ->expected(1);
}

void add_switch(CLI::App& parser, const Console& console, const char* name, bool& value) {
    parser.add_flag(name, value, console.say(fmt::format("help.{}", std::string_view(name).substr(2))));
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || rest != end) return std::nullopt;
    return value;
}

base::PixelSize parse_size(const std::string& text) {
    const auto cross = text.find('x');
    const auto width = whole_number(text.substr(0, cross));
    const auto height = cross == std::string::npos ? std::nullopt : whole_number(text.substr(cross + 1));
    if (!width || !height) throw base::Error("cli.size_unreadable", {{"text", text}});
    const auto fits = [](int side) { return side >= least_side_px && side <= greatest_side_px; };
    if (!fits(*width) || !fits(*height))
        throw base::Error("cli.size_range", {{"text", text},
                                             {"least", std::to_string(least_side_px)},
                                             {"greatest", std::to_string(greatest_side_px)}});
    return {*width, *height};
}

std::vector<std::string> parse_layers(const std::string& text) {
    std::vector<std::string> ids;
    std::size_t first = 0;
    while (first <= text.size()) {
        const auto end = std::min(text.find(',', first), text.size());
        const auto id = text.substr(first, end - first);
        if (id.empty()) throw base::Error("cli.layers_unreadable", {{"text", text}});
        ids.push_back(id);
        first = end + 1;
    }
    return ids;
}

base::Instant parse_at(const std::string& text) {
    if (text.size() == 10) return base::end_of(parse_day(text));
    return base::parse_instant(text);
}

std::string parse_projection(const std::string& text) {
    if (text != "auto") geo::Projection::from_text(text);  // throws what is wrong with it
    return text;
}

std::string parse_crs(const std::string& text) {
    geo::Projection::from_text(text);  // throws what is wrong with it
    return text;
}

int parse_band(const std::string& text) {
    const auto band = whole_number(text);
    if (!band || *band < 1) throw base::Error("cli.band_unreadable", {{"text", text}});
    return *band;
}

template <typename Read>
auto value_of(const char* option, const std::optional<std::string>& text, Read read)
    -> std::optional<decltype(read(*text))> {
    if (!text) return std::nullopt;
    return read_option(option, [&] { return read(*text); });
}

void check_order(const story::SceneOptions& options) {
    if (options.from && options.to && *options.to < *options.from)
        throw base::UsageError("cli.from_after_to",
                               {{"from", base::iso(*options.from)}, {"to", base::iso(*options.to)}});
    if (!options.at) return;
    const base::Day day = options.at->day();
    if (options.from && day < *options.from)
        throw base::UsageError("cli.at_before_from", {{"at", base::iso(day)}, {"from", base::iso(*options.from)}});
    if (options.to && *options.to < day)
        throw base::UsageError("cli.at_after_to", {{"at", base::iso(day)}, {"to", base::iso(*options.to)}});
}

}  // namespace

base::Day parse_day(const std::string& text) {
    if (const auto day = base::parse_iso_day(text)) return *day;
    // A date of the right form is impossible; anything else is unreadable.
    const bool has_form = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                          text.find_first_not_of("0123456789-") == std::string::npos;
    throw base::Error(has_form ? "date.impossible" : "cli.day_unreadable", {{"text", text}, {"date", text}});
}

void SharedOptions::declare_files(CLI::App& parser, const Console& console, const char* help) {
    parser.add_option("FILE", files, console.say(help))->type_name("");
}

void SharedOptions::declare_scene(CLI::App& parser, const Console& console) {
    declare_where(parser, console);
    reading.declare(parser, console);
    add(parser, console, "--from", from);
    add(parser, console, "--to", to);
    add(parser, console, "--window", window);
    add(parser, console, "--extent", extent);
    add(parser, console, "--projection", projection);
    add(parser, console, "--theme", theme);
    add(parser, console, "--colour", colour);
    add(parser, console, "--estimates", estimates);
    add(parser, console, "--title", title);
    add(parser, console, "--layers", layers);
    add(parser, console, "--raster-style", raster_style);
    add(parser, console, "--raster-crs", raster_crs);
    add(parser, console, "--raster-band", raster_band);
    declare_display(parser, console);
}

void SharedOptions::declare_display(CLI::App& parser, const Console& console) {
    add(parser, console, "--display", display);
    add(parser, console, "--value", value);
    add(parser, console, "--classes", classes);
    add(parser, console, "--bandwidth", bandwidth);
    add(parser, console, "--hexagon", hexagon);
    add(parser, console, "--areas", areas);
    add(parser, console, "--people", people);
}

scene::DisplayChoice SharedOptions::display_choice() const {
    scene::DisplayChoice choice;
    choice.as = value_of("--display", display, [](const auto& text) { return scene::parse_event_display(text); });
    choice.value = value_of("--value", value, [](const auto& text) { return scene::parse_spread_value(text); });
    choice.classes =
        value_of("--classes", classes, [](const auto& text) { return scene::parse_class_method(text); });
    choice.bandwidth_km =
        value_of("--bandwidth", bandwidth, [](const auto& text) { return scene::parse_spread_km(text); });
    choice.hexagon_km =
        value_of("--hexagon", hexagon, [](const auto& text) { return scene::parse_spread_km(text); });
    choice.areas = areas;
    choice.people = people;
    return choice;
}

void SharedOptions::declare_rows(CLI::App& parser, const Console& console) {
    declare_where(parser, console);
    reading.declare(parser, console);
    parser.add_option("--from", from, console.say("help.rows_from"))->expected(1);
    parser.add_option("--to", to, console.say("help.rows_to"))->expected(1);
    parser.add_option("--extent", extent, console.say("help.rows_extent"))->expected(1);
}

void SharedOptions::declare_where(CLI::App& parser, const Console& console) {
    add(parser, console, "--where", where);
}

void SharedOptions::declare_at(CLI::App& parser, const Console& console) {
    add(parser, console, "--at", at);
}

void SharedOptions::declare_frame(CLI::App& parser, const Console& console) {
    add(parser, console, "--size", size_text);
    add(parser, console, "--renderer", renderer_text);
}

void SharedOptions::declare_force(CLI::App& parser, const Console& console) {
    add_switch(parser, console, "--force", force);
}

void SharedOptions::declare_general(CLI::App& parser, const Console& console) {
    add(parser, console, "--lang", lang);
    add_switch(parser, console, "--quiet", quiet);
}

void SharedOptions::declare_json(CLI::App& parser, const Console& console) {
    add_switch(parser, console, "--json", json);
}

void SharedOptions::declare_strict(CLI::App& parser, const Console& console) {
    add_switch(parser, console, "--strict", strict);
}

story::SceneOptions SharedOptions::scene_options() const {
    story::SceneOptions options;
    options.at = value_of("--at", at, parse_at);
    options.from = value_of("--from", from, parse_day);
    options.to = value_of("--to", to, parse_day);
    options.window = value_of("--window", window, [](const auto& text) { return base::parse_window(text); });
    options.extent = value_of("--extent", extent, [](const auto& text) { return geo::parse_extent(text); });
    options.projection = value_of("--projection", projection, parse_projection);
    options.colour_by =
        value_of("--colour", colour, [](const auto& text) { return scene::parse_colour_by(text); });
    options.display = display_choice();
    options.estimates =
        value_of("--estimates", estimates, [](const auto& text) { return scene::parse_estimates(text); });
    options.theme = value_of("--theme", theme, [](const auto& text) { return scene::parse_theme(text); });
    options.language = value_of("--lang", lang, [](const auto& text) { return base::parse_language(text); });
    options.layers = value_of("--layers", layers, parse_layers);
    options.raster_style = value_of("--raster-style", raster_style, scene::parse_raster_style);
    options.rasters.crs = value_of("--raster-crs", raster_crs, parse_crs);
    options.rasters.band = value_of("--raster-band", raster_band, parse_band);
    options.title = title;
    options.where = filter();
    reading.check();
    options.events = reading.options();
    options.events.today.reset();  // a picture is the same tomorrow
    check_order(options);
    if (options.from || options.to) {
        constexpr base::Day first{std::numeric_limits<std::int32_t>::min()};
        constexpr base::Day last{std::numeric_limits<std::int32_t>::max()};
        options.events.days = {options.from.value_or(first), options.to.value_or(last)};
    }
    return options;
}

std::optional<events::Filter> SharedOptions::filter() const {
    return value_of("--where", where, [](const auto& text) { return events::Filter::parse(text); });
}

base::PixelSize SharedOptions::size(base::PixelSize by_default) const {
    return value_of("--size", size_text, parse_size).value_or(by_default);
}

render::RendererChoice SharedOptions::renderer() const {
    return value_of("--renderer", renderer_text, render::parse_renderer).value_or(render::RendererChoice::any);
}

void SharedOptions::check_language() const {
    value_of("--lang", lang, [](const auto& text) { return base::parse_language(text); });
}

}  // namespace harmattan::cli
