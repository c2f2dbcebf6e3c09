#include "app/event_words.h"
#include "app/moving_map.h"
#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/style.h"
#include "base/number_format.h"
#include "scene/event_colours.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 360, ring_px = 13;
constexpr std::size_t most_listed = 6;

// The shapes of scene::EventSymbol, each with the disc's area.
void add_symbol(scene::EventSymbol symbol, ImVec2 at, float radius, ImU32 colour) {
    auto& list = *ImGui::GetWindowDrawList();
    const float corner = radius * static_cast<float>(scene::symbol_reach(symbol));
    const float side = corner * 0.8660254f, foot = corner / 2;  // of a triangle, from its centre
    switch (symbol) {
        case scene::EventSymbol::disc:
            return list.AddCircleFilled(at, radius, colour);
        case scene::EventSymbol::diamond:
            return list.AddQuadFilled({at.x - corner, at.y}, {at.x, at.y - corner}, {at.x + corner, at.y},
                                      {at.x, at.y + corner}, colour);
        case scene::EventSymbol::triangle:
            return list.AddTriangleFilled({at.x - side, at.y + foot}, {at.x, at.y - corner},
                                          {at.x + side, at.y + foot}, colour);
        case scene::EventSymbol::inverted_triangle:
            return list.AddTriangleFilled({at.x - side, at.y - foot}, {at.x + side, at.y - foot},
                                          {at.x, at.y + corner}, colour);
    }
}

struct Card {
    const PanelContext& context;
    float width;

    void heading(const std::string& text) const {
        ImGui::PushFont(context.gui.bold());
        wrapped_text(text, width);
        ImGui::PopFont();
    }
    void muted(const std::string& text) const {
        if (!text.empty()) muted_text(context, text, width);
    }
    // What the colour says behind the event's symbol on the map.
    void with_symbol(const std::string& words, const scene::EventLayer& layer, std::size_t row) const {
        const auto& scene = *context.session.scene();
        const base::Day day =
            std::min(context.session.playback().at(context.clock_s).day(), scene.timeline.bounds.last);
        const base::Colour colour = scene::event_palette(scene::theme(scene.theme), scene.colour_by)
                                        .fill[scene::colour_of_event(layer, scene.colour_by, row, day)];
        const float radius = context.px(5), line = ImGui::GetTextLineHeight();
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        add_symbol(layer.symbol, {corner.x + radius, corner.y + line / 2 + context.px(1)}, radius, packed(colour));
        ImGui::Dummy({2 * radius, line});
        ImGui::SameLine(0, context.px(7));
        wrapped_text(words, width - context.px(20));
    }
};

// All that is known.
void draw_whole(const Card& card, const scene::Scene& scene, const scene::EventLayer& layer, std::size_t row) {
    const auto words = words_of(scene, layer, row);
    card.heading(words.date);
    card.muted(words.date_precision);
    wrapped_text(words.place, card.width);
    card.muted(words.place_precision);
    ImGui::Spacing();
    if (scene.colour_by == scene::ColourBy::type || words.sides.empty()) {
        card.with_symbol(words.type, layer, row);
        if (!words.sides.empty()) wrapped_text(words.sides, card.width);
    } else {
        card.with_symbol(words.sides, layer, row);
        wrapped_text(words.type, card.width);
    }
    wrapped_text(words.fatalities, card.width);
    ImGui::Spacing();
    card.muted(words.sources);
    card.muted(words.dataset);
    card.muted(words.note);
}

// How well date and place are known, in one line.
std::string precisions(const EventWords& words) {
    if (words.date_precision.empty()) return words.place_precision;
    return words.date_precision + "; " + words.place_precision;
}

// One of several: without its type in words (the disc tells it) and without the note.
void draw_brief(const Card& card, const scene::Scene& scene, const scene::EventLayer& layer, std::size_t row) {
    const auto words = words_of(scene, layer, row);
    card.heading(words.date);
    wrapped_text(words.place, card.width);
    card.muted(precisions(words));
    card.with_symbol(words.sides.empty() ? words.type : words.sides, layer, row);
    wrapped_text(words.fatalities, card.width);
    card.muted(words.sources);
    card.muted(words.dataset);
}

}  // namespace

void draw_event_card(const PanelContext& context, std::span<const render::EventHit> hits) {
    const auto& scene = *context.session.scene();
    if (hits.empty()) return;
    const Card card{context, context.px(width_px)};
    ImGui::BeginTooltip();
    const std::size_t listed = std::min(hits.size(), most_listed);
    const auto layer_of = [&](const render::EventHit& hit) -> const scene::EventLayer& {
        return scene.event_layers[hit.layer];
    };
    if (hits.size() == 1) draw_whole(card, scene, layer_of(hits.front()), hits.front().row);
    for (std::size_t i = 0; hits.size() > 1 && i < listed; ++i) {
        if (i > 0) ImGui::Separator();
        draw_brief(card, scene, layer_of(hits[i]), hits[i].row);
    }
    if (hits.size() > listed) {
        ImGui::Separator();
        const auto more = static_cast<std::int64_t>(hits.size() - listed);
        card.muted(context.session.say("app.event.more", {{"count", base::grouped(more, scene.language)}}));
    }
    ImGui::EndTooltip();
}

void draw_picked_event(const PanelContext& context, layout::PointPx symbol_offset) {
    auto& session = context.session;
    if (!session.pick()) return;
    const auto& scene = *session.scene();
    const auto& layer = scene.event_layers[session.pick()->layer];
    const auto at_px = present_view(scene, context.layout).to_px(place_of(scene, *session.pick()));
    if (!layer.visible || !context.layout.map.contains(at_px)) return;
    const float pixels_per_unit = static_cast<float>(context.layout.view.size.width) / context.size.x;
    const ImVec2 at{(at_px.x + symbol_offset.x) / pixels_per_unit, (at_px.y + symbol_offset.y) / pixels_per_unit};
    const auto& theme = scene::theme(scene.theme);
    auto& list = *ImGui::GetBackgroundDrawList();
    list.AddCircle(at, context.px(ring_px), packed(theme.panel), 0, context.px(5));
    list.AddCircle(at, context.px(ring_px), packed(theme.title), 0, context.px(2));
    bool is_open = true;
    {
        const float width = std::min(context.px(width_px), context.size.x - context.px(24));
        const float margin = context.px(12), rightmost = right_of_free(context) - width - margin;
        const float x = std::max(margin, std::min(at.x - width / 2, rightmost));
        // Below the ring, or above it where the window ends soon below.
        const bool is_low = at.y > (context.size.y - context.strip_height) * 0.6f;
        const float gap = context.px(ring_px + 8);
        const PanelFrame frame(context, "##picked", session.say("app.event.picked"),
                               {x, is_low ? at.y - gap : at.y + gap}, {0, is_low ? 1.f : 0.f}, width, is_open);
        const Card card{context, width - 2 * ImGui::GetStyle().WindowPadding.x};
        draw_whole(card, scene, layer, session.pick()->row);
    }
    if (!is_open) session.let_go();
}

}  // namespace harmattan::app
