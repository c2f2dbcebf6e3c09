#include "app/session.h"

namespace harmattan::app {

Session::Session(story::OpenedStory opened)
    : report(std::move(opened.reports)),
      scene_(std::move(opened.scene)),
      home_(scene_->camera.box),
      playback_(scene_->timeline, to_whole_second(opened.instant)) {
    tells_rejected = report.rows.rejected() > 0;
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
    edit_look([&](scene::Scene& scene) { scene.timeline.window = window; });
}

void Session::toggle_theme() {
    edit_look([](scene::Scene& scene) {
        scene.theme = scene.theme == scene::ThemeName::paper ? scene::ThemeName::night : scene::ThemeName::paper;
    });
}

void Session::toggle_language() {
    edit_look([](scene::Scene& scene) {
        scene.language = scene.language == base::Language::en ? base::Language::fr : base::Language::en;
    });
}

void Session::set_layer_visible(const std::string& id, bool visible) {
    edit_look([&](scene::Scene& scene) {
        for (auto& layer : scene.layers)
            if (layer.id == id) layer.visible = visible;
        for (auto& layer : scene.event_layers)
            if (layer.id == id) layer.visible = visible;
    });
}

void Session::open_files(const std::vector<std::filesystem::path>& files) {
    story::SceneOptions options;
    options.theme = scene_->theme;
    options.language = scene_->language;
    try {
        const Panels open_panels = panels;
        const int next_look = look_ + 1;
        Session next(story::open(files, options));
        *this = std::move(next);
        panels = open_panels;
        look_ = next_look;
    } catch (const base::Error& error) {
        tell(error);
    }
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
