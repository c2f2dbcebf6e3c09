#include "app/session.h"

#include "base/number_format.h"
#include "story/actor_colours.h"
#include "story/filtered_layers.h"

namespace harmattan::app {

Session::Session(story::OpenedStory opened, SessionOptions options)
    : report(std::move(opened.reports)),
      options_(std::move(options)),
      scene_(std::move(opened.scene)),
      whole_(std::move(opened.whole)),
      home_(scene_->camera.box),
      playback_(scene_->timeline, to_whole_second(opened.instant)) {
    const auto& layers = scene_->event_layers;
    if (whole_.size() != layers.size()) {
        whole_.clear();
        for (const auto& layer : layers) whole_.push_back(layer.table);
    }
    if (!layers.empty()) filter.text = layers.front().filter;
    if (options_.today) get = GetData(*options_.today);
    tells_rejected = report.rows.rejected() > 0;
    panels.get = has_no_events();
}

std::string Session::say(std::string_view key, const base::NamedValues& values) const {
    return base::message(scene_->language, key, values);
}

std::string Session::title() const {
    return std::string(scene::in_language(*scene_, scene_->title_en, scene_->title_fr));
}

void Session::set_camera(const geo::PlanarBox& box) {
    edit([&](scene::Scene& scene) { scene.camera.box = box; });
}

void Session::fit() {
    set_camera(home_);
}

void Session::set_window_length(base::WindowLength window) {
    edit_events([&](scene::Scene& scene) { scene.timeline.window = window; });
}

void Session::toggle_theme() {
    edit_look([](scene::Scene& scene) {
        scene.theme = scene.theme == scene::ThemeName::paper ? scene::ThemeName::night : scene::ThemeName::paper;
    });
}

void Session::set_colour_by(scene::ColourBy colour_by) {
    try {
        edit_look([&](scene::Scene& scene) {
            scene.colour_by = colour_by;
            if (colour_by == scene::ColourBy::actor) story::add_actor_courses(scene.event_layers);
        });
    } catch (const base::Error& error) {
        tell(error);
    }
}

void Session::set_display(scene::EventDisplay display) {
    try {
        edit_events([&](scene::Scene& scene) {
            scene.display.as = display;
            // People belong to areas alone.
            if (display != scene::EventDisplay::areas && scene::is_rate(scene.display.value))
                scene.display.value = scene::counts_deaths(scene.display.value) ? scene::SpreadValue::deaths
                                                                                : scene::SpreadValue::events;
        });
    } catch (const base::Error& error) {
        tell(error);
    }
}

void Session::cycle_display() {
    const auto notice_before = notice;
    const auto now = static_cast<std::size_t>(scene_->display.as);
    for (std::size_t step = 1; step < scene::event_display_count; ++step) {
        const auto next = static_cast<scene::EventDisplay>((now + step) % scene::event_display_count);
        set_display(next);
        if (scene_->display.as == next) break;
    }
    notice = notice_before;
}

void Session::set_estimates(scene::Estimates estimates) {
    edit_look([&](scene::Scene& scene) { scene.estimates = estimates; });
}

void Session::toggle_language() {
    edit_look([](scene::Scene& scene) {
        scene.language = scene.language == base::Language::en ? base::Language::fr : base::Language::en;
    });
}

void Session::set_layer_visible(const std::string& id, bool visible) {
    try {
        edit_events([&](scene::Scene& scene) {
            for (auto& layer : scene.layers)
                if (layer.id == id) layer.visible = visible;
            for (auto& layer : scene.event_layers)
                if (layer.id == id) layer.visible = visible;
            for (auto& layer : scene.rasters)
                if (layer.id == id) layer.visible = visible;
        });
    } catch (const base::Error& error) {
        tell(error);  // the areas that events are summed in
    }
}

void Session::set_raster_opacity(const std::string& id, double opacity) {
    edit_look([&](scene::Scene& scene) {
        for (auto& layer : scene.rasters)
            if (layer.id == id) layer.opacity = opacity;
    });
}

void Session::open_files(const std::vector<std::filesystem::path>& files,
                         std::optional<story::SceneOptions> options) {
    if (!options) {
        options.emplace();
        options->theme = scene_->theme;
        options->colour_by = scene_->colour_by;
        options->estimates = scene_->estimates;
        options->language = scene_->language;
        options->events = options_.reading;
    }
    options->keeps_whole = true;
    opening_.reset();
    try {
        opening_.emplace(files, std::move(*options));
    } catch (const base::Error& error) {
        return tell(error);
    }
    open_when_answered();
}

void Session::answer_question() {
    if (question() == nullptr || question()->fault()) return;
    opening_->answer();
    open_when_answered();
}

void Session::open_when_answered() {
    if (opening_->question() != nullptr) return;
    try {
        std::optional<base::Error> fault;
        if (auto opened = opening_->open(fault)) take(std::move(*opened));
        if (fault) tell(*fault);
    } catch (const base::Error& error) {
        opening_.reset();
        tell(error);
    }
}

void Session::take(story::OpenedStory opened) {
    SessionOptions options = options_;
    options.extent = opening_->options().extent;
    Session next(std::move(opened), std::move(options));
    const bool has_nothing = next.panels.get;
    next.panels = panels;
    next.panels.get = panels.get || has_nothing;
    next.look_ = look_ + 1;
    next.get = std::move(get);
    *this = std::move(next);
}

void Session::apply_filter() {
    filter.fault.reset();
    try {
        std::optional<events::Filter> parsed;
        if (filter.text.find_first_not_of(" \t") != std::string::npos) parsed = events::Filter::parse(filter.text);
        auto layers = story::filtered_layers(scene_->event_layers, whole_, parsed, options_.extent);
        if (scene_->colour_by == scene::ColourBy::actor) story::add_actor_courses(layers);
        let_go();
        edit_events([&](scene::Scene& scene) { scene.event_layers = std::move(layers); });
    } catch (const base::Error& error) {
        filter.fault = error;
    }
}

std::uint64_t Session::count_whole() const {
    std::uint64_t count = 0;
    for (const auto& table : whole_) count += table ? table->size() : 0;
    return count;
}

std::string Session::filter_account() const {
    std::uint64_t left_out = 0;
    bool holds = false;
    for (const auto& layer : scene_->event_layers) {
        left_out += layer.filtered_out;
        holds |= !layer.filter.empty();
    }
    const auto grouped = [&](std::uint64_t count) {
        return base::grouped(static_cast<std::int64_t>(count), scene_->language);
    };
    return say(holds ? "app.filter.holds" : "app.filter.none",
               {{"kept", grouped(count_whole() - left_out)}, {"all", grouped(count_whole())}});
}

bool Session::has_no_events() const {
    return count_whole() == 0;
}

void Session::tell(const base::Error& error) {
    notice = Notice{say("app.notice.failed"), {base::words(scene_->language, error)}};
}

void Session::show_event(const EventPick& pick, const layout::FrameLayout& layout, layout::PointPx at) {
    constexpr double widest_m = 600e3;  // from farther away one event is lost among the others
    const auto& layer = scene_->event_layers.at(pick.layer);
    if (!layer.visible) set_layer_visible(layer.id, true);
    pick_ = pick;
    playback_.go_to(layer.table->first_day()[pick.row]);
    const auto view = layout::fitted(scene_->camera.box, layout.view.size, layout.free);
    set_camera(box_around(scene_->camera.box, view, place_of(*scene_, pick), at, widest_m));
}

}  // namespace harmattan::app
