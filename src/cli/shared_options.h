// Options that mean the same in every verb.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/image.h"
#include "cli/console.h"
#include "cli/read_options.h"
#include "render/context.h"
#include "story/story.h"

namespace CLI {
class App;
}

namespace harmattan::cli {

// "2017-03-02". Throws Error "date.impossible", "cli.day_unreadable" (text).
base::Day parse_day(const std::string& text);

// As written on the command line.
class SharedOptions {
  public:
    void declare_files(CLI::App& parser, const Console& console, const char* help = "help.file");
    // --where --map --dates --crs --table --from --to --window --extent --projection --theme --colour --estimates
    // --title --layers --raster-style --raster-crs --raster-band --display --value --classes --bandwidth --hexagon
    // --areas --people
    void declare_scene(CLI::App& parser, const Console& console);
    // --where --map --dates --crs --table --from --to --extent, of rows
    void declare_rows(CLI::App& parser, const Console& console);
    void declare_at(CLI::App& parser, const Console& console);
    // --size --renderer
    void declare_frame(CLI::App& parser, const Console& console);
    void declare_force(CLI::App& parser, const Console& console);
    // --lang --quiet
    void declare_general(CLI::App& parser, const Console& console);
    void declare_strict(CLI::App& parser, const Console& console);
    void declare_json(CLI::App& parser, const Console& console);

    // --display --value --classes --bandwidth --hexagon --areas --people
    void declare_display(CLI::App& parser, const Console& console);
    scene::DisplayChoice display_choice() const;

    // --where
    void declare_where(CLI::App& parser, const Console& console);
    std::optional<events::Filter> filter() const;

    // The values, each checked by itself and against the others. Throws OptionError, and base::UsageError
    // "cli.from_after_to", "cli.at_outside".
    story::SceneOptions scene_options() const;
    base::PixelSize size(base::PixelSize by_default) const;
    render::RendererChoice renderer() const;
    void check_language() const;

    std::vector<std::filesystem::path> files;
    std::optional<std::string> at, from, to, window, extent, projection, size_text, theme, colour, estimates, lang,
        title, layers, renderer_text, where, raster_style, raster_crs, raster_band, display, value, classes,
        bandwidth, hexagon, areas, people;
    ReadOptions reading;
    bool json = false, quiet = false, strict = false, force = false;
};

}  // namespace harmattan::cli
