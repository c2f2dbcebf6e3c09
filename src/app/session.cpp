#include "app/session.h"

#include "base/number_format.h"

namespace harmattan::app {
Session::Session(story::OpenedStory opened)
    : scene_(std::move(opened.scene)),
      home_(scene_->camera.box),
      playback_(scene_->timeline, to_whole_second(opened.instant)) {
    report = ReportList(std::move(opened.reports));
    report_rejected();
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
    options.events = reading;
    open(Opening(files, std::move(options)));
}

void Session::open(Opening opening) {
    opening_ = std::move(opening);
    if (opening_->question() == nullptr) finish_opening();
}

void Session::answer_question() {
    opening_->answer();
    if (opening_->question() == nullptr) finish_opening();
}

void Session::finish_opening() {
    try {
        // It may have been changed while the question stood there.
        opening_->set_look(scene_->theme, scene_->language);
        auto opened = opening_->open();
        if (!opened) return;  // something else has to be asked
        Opening source = std::move(*opening_);
        opening_.reset();
        take(std::move(*opened));
        set_source(std::move(source));
    } catch (const base::Error& error) {
        opening_.reset();
        tell(error);
    }
}

void Session::take(story::OpenedStory opened) {
    Session next(std::move(opened));
    next.panels = panels;
    next.reading = std::move(reading);
    next.fetching = std::move(fetching);
    next.look_ = look_ + 1;
    *this = std::move(next);
}

void Session::set_source(Opening source) {
    source_ = std::move(source);
    filter = {filter_text(), std::nullopt};
}

std::string Session::filter_text() const {
    const auto& where = source_.options().where;
    return where ? where->text() : std::string();
}

bool Session::has_events() const {
    return std::any_of(scene_->event_layers.begin(), scene_->event_layers.end(),
                       [](const auto& layer) { return layer.table && layer.table->size() > 0; });
}

void Session::apply_filter() {
    filter.error.reset();
    try {
        Opening source = source_;
        const bool is_empty = filter.text.find_first_not_of(" \t") == std::string::npos;
        source.set_filter(is_empty ? std::nullopt : std::optional(events::Filter::parse(filter.text)));
        source.set_look(scene_->theme, scene_->language);
        auto opened = source.open();
        if (!opened) return;
        // Place, time and switches stay as they are.
        auto next = std::make_shared<scene::Scene>(*scene_);
        next->event_layers = opened->scene->event_layers;
        for (auto& layer : next->event_layers)
            for (const auto& before : scene_->event_layers)
                if (before.id == layer.id) layer.visible = before.visible;
        scene_ = std::move(next);
        ++look_;
        pinned.reset();
        set_source(std::move(source));
    } catch (const base::Error& error) {
        filter.error = error;
    }
}

void Session::tell(const base::Error& error) {
    notice = Notice{say("app.notice.failed"), {base::words(scene_->language, error)}};
}

void Session::report_rejected() {
    std::uint64_t records = 0, kept = 0, rejected = 0, files = 0;
    for (const auto& account : report.reports()) {
        if (account.rejected == 0) continue;
        records += account.records;
        kept += account.kept;
        rejected += account.rejected;
        ++files;
    }
    if (rejected == 0) return;
    const auto number = [&](std::uint64_t count) {
        return base::grouped(static_cast<std::int64_t>(count), scene_->language);
    };
    const auto first = std::find_if(report.reports().begin(), report.reports().end(),
                                    [](const io::ReadReport& account) { return account.rejected > 0; });
    const std::string file = std::filesystem::path(first->file).filename().string();
    rejected_words = say("app.notice.account", {{"file", files == 1 ? file : say("app.report.files")},
                                                {"records", number(records)},
                                                {"kept", number(kept)},
                                                {"rejected", number(rejected)}});
}

void Session::show_event(const EventPlace& place) {
    constexpr double least_width_m = 200'000, least_height_m = 140'000;
    const auto& layer = scene_->event_layers.at(place.layer);
    const auto& table = *layer.table;
    if (!layer.visible) set_layer_visible(std::string(layer.id), true);
    const auto at = scene_->projection->forward({table.lon_deg()[place.row], table.lat_deg()[place.row]});
    const auto& box = scene_->camera.box;
    const double half_width = std::min(box.max_x_m - box.min_x_m, least_width_m) / 2;
    const double half_height = std::min(box.max_y_m - box.min_y_m, least_height_m) / 2;
    set_camera({at.x_m - half_width, at.y_m - half_height, at.x_m + half_width, at.y_m + half_height});
    playback_.go_to(table.last_day()[place.row]);
    pinned = place;
}

}  // namespace harmattan::app
