#include "cli/snap_command.h"

#include <fmt/core.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/number_format.h"
#include "cli/error_words.h"
#include "cli/open_to_draw.h"
#include "cli/output_check.h"
#include "cli/told_notes.h"
#include "layout/source_notes.h"
#include "record/png.h"
#include "record/texts.h"
#include "render/map_renderer.h"

namespace harmattan::cli {
namespace {

constexpr base::PixelSize default_size{1920, 1080};

nlohmann::ordered_json sources_json(const scene::Scene& scene, const layout::FrameCounts& counts) {
    auto sources = nlohmann::ordered_json::array();
    for (std::size_t i = 0; i < scene.event_layers.size(); ++i) {
        const scene::EventLayer& layer = scene.event_layers[i];
        const layout::EventCounts& of_layer = counts.layers[i];
        nlohmann::ordered_json source{{"id", layer.id},
                                      {"name", scene::in_language(scene, layer.name_en, layer.name_fr)},
                                      {"visible", layer.visible},
                                      {"events_shown", of_layer.shown},
                                      {"events_outside_frame", of_layer.outside_frame},
                                      {"events_total", of_layer.total},
                                      {"deaths_best", of_layer.best},
                                      {"deaths_low", of_layer.low},
                                      {"deaths_high", of_layer.high},
                                      {"events_without_deaths", of_layer.best_unknown},
                                      {"rows_rejected", of_layer.rejected},
                                      {"rows_replaced", layer.replaced},
                                      {"rows_missing_from_newer", layer.missing_from_newer},
                                      {"rows_beyond_newer", layer.beyond_newer},
                                      {"rows_copied", layer.copies},
                                      {"rows_doubtful", layer.warnings},
                                      {"provisional", layer.is_provisional}};
        if (!layer.coverage.empty())
            source["coverage"] = {base::iso(layer.coverage.first), base::iso(layer.coverage.last)};
        if (layer.unsettled_from) source["unsettled_from"] = base::iso(*layer.unsettled_from);
        if (!layer.filter.empty()) source["filter"] = layer.filter;
        if (!layer.filter.empty()) source["events_filtered_out"] = layer.filtered_out;
        sources.push_back(std::move(source));
    }
    return sources;
}

std::string as_json(const std::string& output, base::PixelSize size, const scene::Scene& scene,
                    const layout::FrameCounts& counts, std::span<const char32_t> missing) {
    const layout::EventCounts primary = counts.primary();
    auto boxes = nlohmann::ordered_json::array();
    for (const char32_t character : missing) boxes.push_back(code_point_name(character));
    const nlohmann::ordered_json line{{"path", output},
                                      {"width", size.width},
                                      {"height", size.height},
                                      {"events_shown", primary.shown},
                                      {"events_outside_frame", primary.outside_frame},
                                      {"events_total", primary.total},
                                      {"rows_rejected", primary.rejected},
                                      {"sources", sources_json(scene, counts)},
                                      {"first_day", base::iso(counts.window.first)},
                                      {"last_day", base::iso(counts.window.last)},
                                      {"characters_without_glyph", boxes}};
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string as_text(const Console& console, const std::string& output, base::PixelSize size,
                    const scene::Scene& scene, const layout::FrameCounts& counts) {
    const auto grouped = [&](std::uint64_t count) {
        return base::grouped(static_cast<std::int64_t>(count), console.language());
    };
    const std::string picture = fmt::format("{}x{}", size.width, size.height);
    if (scene.event_layers.size() < 2)
        return console.say("cli.snapped", {{"path", output},
                                           {"size", picture},
                                           {"shown", grouped(counts.primary().shown)},
                                           {"total", grouped(counts.primary().total)}});
    std::string list;
    for (std::size_t i = 0; i < scene.event_layers.size(); ++i)
        list += (i == 0 ? "" : "; ") +
                console.say("cli.snapped_source", {{"source", layout::source_name(scene, scene.event_layers[i])},
                                                   {"shown", grouped(counts.layers[i].shown)},
                                                   {"total", grouped(counts.layers[i].total)}});
    return console.say("cli.snapped_sources", {{"path", output}, {"size", picture}, {"sources", list}});
}

}  // namespace

void SnapCommand::declare(CLI::App& parser, const Console& console) {
    shared_.declare_files(parser, console);
    parser.add_option("-o,--output", output_, console.say("help.output_png"));
    shared_.declare_at(parser, console);
    shared_.declare_scene(parser, console);
    shared_.declare_frame(parser, console);
    parser.add_option("--frame", frame_text_, console.say("help.frame"));
    film_.declare(parser, console);
    shared_.declare_general(parser, console);
    shared_.declare_json(parser, console);
    shared_.declare_strict(parser, console);
    shared_.declare_force(parser, console);
}

void SnapCommand::check() {
    if (!output_) throw base::UsageError("cli.missing_option", {{"option", "-o"}, {"example", "-o sahel.png"}});
    if (shared_.at && frame_text_)
        throw base::UsageError("cli.contradiction", {{"first", "--at"}, {"second", "--frame"}});
    if (film_.any_given() && !frame_text_)
        throw base::UsageError("cli.needs", {{"option", film_.first_given()}, {"needed", "--frame"}});
    scene_ = shared_.scene_options();
    size_ = shared_.size(default_size);
    renderer_ = shared_.renderer();
    if (frame_text_) frame_ = read_option("--frame", [&] { return parse_frame(*frame_text_); });
    film_.check();
    const OutputKind allowed[] = {OutputKind::png};
    check_output(*output_, output_kind(*output_, allowed, ".png"), shared_.force, shared_.files);
    scene_.visible_layers_only = true;
    scene_.whole_span = !scene_.at && !frame_ && !scene_.window;
}

base::Instant SnapCommand::instant_of(const story::OpenedStory& opened) const {
    if (!frame_) return opened.instant;
    const record::FilmTime time = film_.time(opened);
    const record::FrameRange frames = film_.frames(time);
    if (*frame_ < frames.first || *frame_ >= frames.end)
        throw base::UsageError("cli.frame_outside", {{"frame", std::to_string(*frame_)},
                                                     {"first", std::to_string(frames.first)},
                                                     {"last", std::to_string(frames.end - 1)}});
    return time.instant_of(*frame_);
}

int SnapCommand::run(const Console& console) {
    const auto ready = open_to_draw(shared_, scene_, renderer_, console);
    if (!ready) return rows_were_rejected;
    const scene::ScenePtr& scene = ready->opened.scene;
    const base::Image image = ready->renderer->render(scene, instant_of(ready->opened), size_);
    record::write_png(*output_, image, record::texts_of(*scene));
    const layout::FrameCounts& counts = ready->renderer->counts();
    const auto missing = ready->renderer->missing_characters();
    if (shared_.json) console.result(as_json(*output_, size_, *scene, counts, missing));
    if (!shared_.quiet) tell_missing_characters(console, missing);
    if (!shared_.json && !shared_.quiet) console.result(as_text(console, *output_, size_, *scene, counts));
    return done;
}

}  // namespace harmattan::cli
