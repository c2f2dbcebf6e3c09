// What the window holds: the scene as it is now, the playhead, and which panels are open. Knows no window and no
// GL.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/data_fetch.h"
#include "app/opening.h"
#include "app/playback.h"
#include "app/report_list.h"
#include "scene/scene.h"
#include "story/story.h"

namespace harmattan::app {

struct Panels {
    bool layers = false;
    bool help = false;
    bool report = false;
    bool get = false;
    bool filter = false;
};

// What stands in the filter's line, and what was wrong with it when it was applied.
struct FilterLine {
    std::string text;
    std::optional<base::Error> error;
};

// Something to read until it is closed: what failed, or what of a file could not be used.
struct Notice {
    std::string title;
    std::vector<std::string> lines;
};

class Session {
  public:
    explicit Session(story::OpenedStory opened);

    const scene::ScenePtr& scene() const { return scene_; }
    Playback& playback() { return playback_; }
    const Playback& playback() const { return playback_; }
    std::string say(std::string_view key, const base::NamedValues& values = {}) const;
    std::string title() const;

    // Grows with every change of the scene that is more than a move of the camera.
    int look() const { return look_; }

    // Each makes a new scene.
    void set_camera(const geo::PlanarBox& box);
    void fit();
    void set_window_length(base::WindowLength window);
    void toggle_theme();
    void toggle_language();
    // Of a feature layer or an event layer.
    void set_layer_visible(const std::string& id, bool visible);

    // Opens files in place of what is shown, or first asks what has to be asked; when they cannot be opened the
    // scene stays and a notice says why.
    void open_files(const std::vector<std::filesystem::path>& files);
    // What is shown was opened so.
    void set_source(Opening source);
    // Goes on with an opening of which something may have to be asked.
    void open(Opening opening);
    // What is asked before files are read; null when nothing is. The answers are given to it.
    TableQuestion* question() { return opening_ ? opening_->question() : nullptr; }
    // Nothing is missing in the question: reads, or asks the next one.
    void answer_question();
    // The scene stays.
    void drop_question() { opening_.reset(); }

    // How files that are opened later are read: the user's own schemas, today's day.
    io::EventReadOptions reading;

    FilterLine filter;
    // Shows only the events of which the line's expression is true; an empty one: all. What cannot be meant stays
    // in filter.error, and the scene as it is.
    void apply_filter();
    // The filter that holds; empty: none.
    std::string filter_text() const;
    bool has_events() const;

    // Data that are being fetched; never null.
    std::unique_ptr<DataFetch> fetching = std::make_unique<DataFetch>();

    // The account of the files that were read.
    ReportList report;
    // Rows that could not be used, told in one line until it is closed; empty: none.
    std::string rejected_words;
    // The selected row of the report as it stands in its file.
    RawRecord raw_record;
    // An event that is looked at: marked and told of in the window, never in a picture.
    std::optional<EventPlace> pinned;
    // Brings the event into view and time, and pins it.
    void show_event(const EventPlace& place);

    Panels panels;
    std::optional<Notice> notice;
    // Tells an error as a notice.
    void tell(const base::Error& error);

  private:
    template <typename Edit>
    void edit(Edit change) {
        auto next = std::make_shared<scene::Scene>(*scene_);
        change(*next);
        scene_ = std::move(next);
    }
    template <typename Edit>
    void edit_look(Edit change) {
        edit(change);
        ++look_;
    }
    void report_rejected();
    void finish_opening();
    void take(story::OpenedStory opened);

    scene::ScenePtr scene_;
    int look_ = 0;
    geo::PlanarBox home_;
    Playback playback_;
    std::optional<Opening> opening_;
    Opening source_{{}, {}};  // of what is shown
};

}  // namespace harmattan::app
