#include "cli/record_command.h"

#include <fmt/core.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/number_format.h"
#include "cli/interrupt.h"
#include "cli/open_to_draw.h"
#include "cli/progress_line.h"
#include "cli/told_notes.h"
#include "record/film.h"
#include "record/texts.h"

namespace harmattan::cli {
namespace {

constexpr base::PixelSize default_size{1920, 1080};

}  // namespace

void RecordCommand::declare(CLI::App& parser, const Console& console) {
    shared_.declare_files(parser, console);
    parser.add_option("-o,--output", output_, console.say("help.output_film"));
    shared_.declare_scene(parser, console);
    film_.declare(parser, console);
    shared_.declare_frame(parser, console);
    shared_.declare_general(parser, console);
    shared_.declare_json(parser, console);
    shared_.declare_strict(parser, console);
    shared_.declare_force(parser, console);
}

void RecordCommand::check() {
    if (!output_) throw base::UsageError("cli.missing_option", {{"option", "-o"}, {"example", "-o sahel.mp4"}});
    scene_ = shared_.scene_options();
    scene_.visible_layers_only = true;
    size_ = shared_.size(default_size);
    renderer_ = shared_.renderer();
    film_.check();
    const OutputKind allowed[] = {OutputKind::mp4, OutputKind::png_folder};
    kind_ = output_kind(*output_, allowed, ".mp4, /");
    if (kind_ == OutputKind::mp4 && (size_.width % 2 != 0 || size_.height % 2 != 0))
        throw base::UsageError(
            "film.odd_size",
            {{"size", fmt::format("{}x{}", size_.width, size_.height)},
             {"even", fmt::format("{}x{}", size_.width + size_.width % 2, size_.height + size_.height % 2)}});
    check_output(*output_, kind_, shared_.force, shared_.files);
}

std::unique_ptr<record::FrameSink> RecordCommand::make_sink(const story::OpenedStory& opened,
                                                            const record::FilmFormat& format) const {
    const record::PngTexts texts = record::texts_of(*opened.scene);
    if (kind_ == OutputKind::png_folder) return record::png_folder_sink(*output_, texts, shared_.force);
    return record::mp4_sink(*output_, format, texts);
}

void RecordCommand::tell_result(const Console& console, const record::FilmFormat& format,
                                std::int64_t frame_count) const {
    if (shared_.json) {
        const nlohmann::ordered_json line{{"path", *output_},
                                          {"width", format.size.width},
                                          {"height", format.size.height},
                                          {"frames", frame_count},
                                          {"fps", format.fps}};
        console.result(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    } else if (!shared_.quiet) {
        const double seconds = static_cast<double>(frame_count) / format.fps;
        console.result(
            console.say("cli.recorded", {{"path", *output_},
                                         {"size", fmt::format("{}x{}", format.size.width, format.size.height)},
                                         {"frames", base::grouped(frame_count, console.language())},
                                         {"fps", std::to_string(format.fps)},
                                         {"seconds", base::decimal(seconds, 2, console.language())}}));
    }
}

int RecordCommand::run(const Console& console) {
    const auto ready = open_to_draw(shared_, scene_, renderer_, console);
    if (!ready) return rows_were_rejected;
    const story::OpenedStory& opened = ready->opened;
    const record::FilmTime time = film_.time(opened);
    const record::FrameRange frames = film_.frames(time);
    const record::FilmFormat format{size_, film_.fps(opened)};
    const std::int64_t frame_count = frames.end - frames.first;

    const Interrupt interrupt;
    const auto sink = make_sink(opened, format);
    {
        ProgressLine line(console, frame_count, shared_.quiet);
        record::record_film(*ready->renderer, opened.scene, format, time, frames, *sink, [&](double share) {
            line.show(static_cast<std::int64_t>(share * static_cast<double>(frame_count) + 0.5));
            return !interrupt.was_asked();
        });
    }
    sink->finish();
    if (!shared_.quiet) tell_missing_characters(console, ready->renderer->missing_characters());
    tell_result(console, format, frame_count);
    return done;
}

}  // namespace harmattan::cli
