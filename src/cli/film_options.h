// The options that say which film: the same in `record` and, for one of its frames, in `snap --frame`.
#pragma once

#include <optional>
#include <string>

#include "cli/console.h"
#include "record/film.h"
#include "story/story.h"

namespace CLI {
class App;
}

namespace harmattan::cli {

class FilmOptions {
  public:
    // --fps --seconds --step --frames
    void declare(CLI::App& parser, const Console& console);

    // Throws OptionError and base::UsageError "cli.contradiction".
    void check();

    bool any_given() const { return fps_text_ || seconds_text_ || step_text_ || frames_text_; }
    // The first of them that was given, for messages.
    const char* first_given() const;

    int fps(const story::OpenedStory& opened) const { return fps_.value_or(opened.film_fps); }
    record::FilmTime time(const story::OpenedStory& opened) const;
    // The frames asked for, all of them by default. Throws base::UsageError "cli.frames_outside".
    record::FrameRange frames(const record::FilmTime& time) const;

  private:
    std::optional<std::string> fps_text_, seconds_text_, step_text_, frames_text_;
    std::optional<int> fps_;
    std::optional<double> seconds_;
    std::optional<record::CalendarStep> step_;
    std::optional<record::FrameRange> frames_;
};

// "137": a frame's number, 0 or more. Throws base::Error "cli.frame_unreadable".
std::int64_t parse_frame(const std::string& text);

}  // namespace harmattan::cli
