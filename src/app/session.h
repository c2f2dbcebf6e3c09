// What the window holds: the scene as it is now, the playhead, and which panels are open. Knows no window and no
// GL.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/event_pick.h"
#include "app/filter_box.h"
#include "app/get_data.h"
#include "app/opening.h"
#include "app/playback.h"
#include "app/report_view.h"
#include "layout/frame_layout.h"
#include "scene/event_spread.h"
#include "scene/scene.h"
#include "story/story.h"

namespace harmattan::app {

struct Panels {
    bool layers = false;
    bool help = false;
    bool report = false;
    bool filter = false;
    bool get = false;
};

// Something to read until it is closed: what failed, or what of a file could not be used.
struct Notice {
    std::string title;
    std::vector<std::string> lines;
};

// How files that are opened later are read, and what within(extent) means in a filter.
struct SessionOptions {
    io::EventReadOptions reading;
    std::optional<geo::Extent> extent;
    // For the month of UCDP Candidate that is offered first; pictures do not depend on it.
    std::optional<base::Day> today;
};

class Session {
  public:
    explicit Session(story::OpenedStory opened, SessionOptions options = {});

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
    // The type of violence, or the family of the actors.
    void set_colour_by(scene::ColourBy colour_by);
    // How events are shown; what cannot be (a density of hand-picked events, areas without polygons) is told.
    void set_display(scene::EventDisplay display);
    // The next way that can be.
    void cycle_display();
    void set_estimates(scene::Estimates estimates);
    void toggle_language();
    // Of a raster, feature or event layer.
    void set_layer_visible(const std::string& id, bool visible);
    // 0 to 1, of a raster layer.
    void set_raster_opacity(const std::string& id, double opacity);

    // Opens files in place of what is shown, once question() is answered where there is one; when they cannot be
    // opened the scene stays and a notice says why. Without options: read as SessionOptions says, in the present
    // theme and language.
    void open_files(const std::vector<std::filesystem::path>& files,
                    std::optional<story::SceneOptions> options = {});

    // What has to be answered before the files are read, or null.
    TableQuestion* question() { return opening_ ? opening_->question() : nullptr; }
    bool has_question() const { return opening_.has_value(); }
    void answer_question();
    void cancel_question() { opening_.reset(); }

    // Shows only the events of which `filter.text` is true, or all for an empty text; what is wrong with it is
    // kept in the box and the scene stays.
    FilterBox filter;
    void apply_filter();
    // "446 of 3,428 events pass it".
    std::string filter_account() const;

    GetData get;
    bool has_no_events() const;

    Panels panels;
    std::optional<Notice> notice;
    // What became of the rows of the user's own tables, and whether it is still to be told that some were left
    // out.
    ReportView report;
    bool tells_rejected = false;

    // The event that is pointed out until it is let go; none where its table has gone.
    const std::optional<EventPick>& pick() const { return pick_; }
    // Points an event out: shows its layer, moves the playhead to its first day and the camera to its place, which
    // is drawn at `at` of the frame whose layout is given.
    void show_event(const EventPick& pick, const layout::FrameLayout& layout, layout::PointPx at);
    void let_go() { pick_.reset(); }
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
    // An edit after which surfaces and sums of events are others.
    template <typename Edit>
    void edit_events(Edit change) {
        edit_look([&](scene::Scene& scene) {
            change(scene);
            scene.spread = scene::make_event_spread(scene);
        });
    }
    void open_when_answered();
    void take(story::OpenedStory opened);
    std::uint64_t count_whole() const;

    SessionOptions options_;
    scene::ScenePtr scene_;
    std::vector<story::TablePtr> whole_;  // of each event layer, without any filter
    std::optional<Opening> opening_;
    int look_ = 0;
    geo::PlanarBox home_;
    Playback playback_;
    std::optional<EventPick> pick_;
};

}  // namespace harmattan::app
