#include "cli/film_options.h"

#include <charconv>

#include <CLI/CLI.hpp>

#include "base/error.h"
#include "cli/error_words.h"

namespace harmattan::cli {
namespace {

constexpr double greatest_seconds = 86400;

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number value{};
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || rest != end) return std::nullopt;
    return value;
}

int parse_fps(const std::string& text) {
    const auto fps = parse_number<int>(text);
    if (!fps || *fps < 1 || *fps > record::greatest_fps)
        throw base::Error("cli.fps_unreadable",
                          {{"text", text}, {"greatest", std::to_string(record::greatest_fps)}});
    return *fps;
}

double parse_seconds(const std::string& text) {
    const auto seconds = parse_number<double>(text);
    if (!seconds || !(*seconds > 0 && *seconds <= greatest_seconds))
        throw base::Error("cli.seconds_unreadable", {{"text", text}});
    return *seconds;
}

record::FrameRange parse_frames(const std::string& text) {
    const auto colon = text.find(':');
    if (colon != std::string::npos) {
        const auto first = parse_number<std::int64_t>(std::string_view(text).substr(0, colon));
        const auto end = parse_number<std::int64_t>(std::string_view(text).substr(colon + 1));
        if (first && end && *first >= 0 && *first < *end) return {*first, *end};
    }
    throw base::Error("cli.frames_unreadable", {{"text", text}});
}

template <typename Read>
auto value_of(const char* option, const std::optional<std::string>& text, Read read)
    -> std::optional<decltype(read(*text))> {
    if (!text) return std::nullopt;
    return read_option(option, [&] { return read(*text); });
}

}  // namespace

std::int64_t parse_frame(const std::string& text) {
    const auto frame = parse_number<std::int64_t>(text);
    if (!frame || *frame < 0) throw base::Error("cli.frame_unreadable", {{"text", text}});
    return *frame;
}

void FilmOptions::declare(CLI::App& parser, const Console& console) {
    parser.add_option("--fps", fps_text_, console.say("help.fps"));
    parser.add_option("--seconds", seconds_text_, console.say("help.seconds"));
    parser.add_option("--step", step_text_, console.say("help.step"));
    parser.add_option("--frames", frames_text_, console.say("help.frames"));
}

void FilmOptions::check() {
    if (seconds_text_ && step_text_)
        throw base::UsageError("cli.contradiction", {{"first", "--seconds"}, {"second", "--step"}});
    fps_ = value_of("--fps", fps_text_, parse_fps);
    seconds_ = value_of("--seconds", seconds_text_, parse_seconds);
    step_ = value_of("--step", step_text_, [](const auto& text) { return record::parse_step(text); });
    frames_ = value_of("--frames", frames_text_, parse_frames);
}

const char* FilmOptions::first_given() const {
    if (fps_text_) return "--fps";
    if (seconds_text_) return "--seconds";
    return step_text_ ? "--step" : "--frames";
}

record::FilmTime FilmOptions::time(const story::OpenedStory& opened) const {
    const scene::Timeline& timeline = opened.scene->timeline;
    if (step_) return record::FilmTime::by_steps(timeline, *step_);
    return record::FilmTime::evenly(timeline,
                                    record::frame_count_of(seconds_.value_or(opened.film_seconds), fps(opened)));
}

record::FrameRange FilmOptions::frames(const record::FilmTime& time) const {
    if (!frames_) return {0, time.frame_count()};
    if (frames_->end > time.frame_count())
        throw base::UsageError("cli.frames_outside", {{"text", *frames_text_},
                                                      {"count", std::to_string(time.frame_count())},
                                                      {"last", std::to_string(time.frame_count() - 1)}});
    return *frames_;
}

}  // namespace harmattan::cli
