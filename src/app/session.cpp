#include "app/session.h"

#include "base/number_format.h"

namespace harmattan::app {
namespace {

constexpr std::size_t most_problems_told = 8;

}  // namespace

Session::Session(story::OpenedStory opened)
    : scene_(std::move(opened.scene)),
      home_(scene_->camera.box),
      playback_(scene_->timeline, to_whole_second(opened.instant)) {
    report_rejected(opened.reports);
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

void Session::report_rejected(const std::vector<io::ReadReport>& reports) {
    Notice told{say("app.notice.rejected"), {}};
    for (const auto& report : reports) {
        if (report.rejected == 0) continue;
        const auto number = [&](std::uint64_t count) {
            return base::grouped(static_cast<std::int64_t>(count), scene_->language);
        };
        told.lines.push_back(say("app.notice.account", {{"file", report.file},
                                                        {"records", number(report.records)},
                                                        {"kept", number(report.kept)},
                                                        {"rejected", number(report.rejected)}}));
        const auto told_count = std::min(report.problems.size(), most_problems_told);
        for (std::size_t i = 0; i < told_count; ++i)
            told.lines.push_back(io::words(scene_->language, report.problems[i]));
        if (report.problems.size() > told_count)
            told.lines.push_back(say("app.notice.more", {{"count", number(report.problems.size() - told_count)},
                                                         {"file", report.file}}));
    }
    if (!told.lines.empty()) notice = std::move(told);
}

}  // namespace harmattan::app
