#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/tab_controls.h"

namespace harmattan::app {
namespace {

constexpr float least_width_px = 150;

struct Switch {
    std::string id, name;
    bool is_on;
    std::optional<double> opacity = {};  // of a raster
};

// As they lie on the map, the topmost first.
std::vector<Switch> switches_of(const scene::Scene& scene) {
    std::vector<Switch> out;
    const auto name = [&](const auto& layer) {
        const auto text = scene::in_language(scene, layer.name_en, layer.name_fr);
        return std::string(text.empty() ? std::string_view(layer.id) : text);
    };
    for (const auto& layer : scene.event_layers) out.push_back({layer.id, name(layer), layer.visible});
    std::vector<const scene::FeatureLayer*> layers;
    for (const auto& layer : scene.layers) layers.push_back(&layer);
    std::stable_sort(layers.begin(), layers.end(), [](const auto* a, const auto* b) { return a->role > b->role; });
    for (const auto* layer : layers) out.push_back({layer->id, name(*layer), layer->visible});
    for (auto layer = scene.rasters.rbegin(); layer != scene.rasters.rend(); ++layer)
        out.push_back({layer->id, name(*layer), layer->visible, layer->opacity});
    return out;
}

void draw_colour_choice(const PanelContext& context) {
    auto& session = context.session;
    ImGui::Spacing();
    ImGui::TextUnformatted(session.say("app.colours.title").c_str());
    for (const auto choice : {scene::ColourBy::type, scene::ColourBy::actor}) {
        const bool is_type = choice == scene::ColourBy::type;
        const std::string name = session.say(is_type ? "app.colours.type" : "app.colours.actor");
        if (radio(context, is_type ? "by-type" : "by-actor", name, session.scene()->colour_by == choice))
            session.set_colour_by(choice);
    }
}

void draw_display_choice(const PanelContext& context) {
    auto& session = context.session;
    ImGui::Spacing();
    ImGui::TextUnformatted(session.say("app.display.title").c_str());
    for (std::size_t i = 0; i < scene::event_display_count; ++i) {
        const auto choice = static_cast<scene::EventDisplay>(i);
        const std::string id(scene::to_string(choice));
        if (radio(context, ("display-" + id).c_str(), session.say("app.display." + id),
                  session.scene()->display.as == choice))
            session.set_display(choice);
    }
}

void draw_estimates_choice(const PanelContext& context) {
    auto& session = context.session;
    ImGui::Spacing();
    bool shows_range = session.scene()->estimates == scene::Estimates::range;
    if (checkbox(context, session.say("app.estimates.range") + "##estimates", shows_range))
        session.set_estimates(shows_range ? scene::Estimates::range : scene::Estimates::best);
}

}  // namespace

void draw_layers_panel(const PanelContext& context) {
    auto& session = context.session;
    const auto switches = switches_of(*session.scene());
    float widest = context.px(least_width_px);
    for (const auto& layer : switches) widest = std::max(widest, ImGui::CalcTextSize(layer.name.c_str()).x);
    const float margin = context.px(12), width = std::min(widest + context.px(66), context.size.x - 2 * margin);
    const PanelFrame frame(context, "##layers", session.say("app.layers.title"), {context.size.x - margin, margin},
                           {1, 0}, width, session.panels.layers);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.px(4), context.px(2)});
    for (const auto& layer : switches) {
        bool is_on = layer.is_on;
        // Two layers may have one name: the id tells them apart.
        if (checkbox(context, layer.name + "##" + layer.id, is_on)) session.set_layer_visible(layer.id, is_on);
        if (!layer.opacity || !layer.is_on) continue;
        auto percent = static_cast<float>(*layer.opacity * 100);
        const std::string label = session.say("app.layers.opacity");
        if (percent_slider(context, label + "##opacity-" + layer.id, percent))
            session.set_raster_opacity(layer.id, static_cast<double>(percent) / 100);
    }
    draw_display_choice(context);
    draw_colour_choice(context);
    draw_estimates_choice(context);
    ImGui::PopStyleVar();
}

}  // namespace harmattan::app
