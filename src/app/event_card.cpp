#include "app/event_words.h"
#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/style.h"
#include "base/number_format.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 360;
constexpr std::size_t most_listed = 6;

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
    // The type behind a disc in its colour on the map.
    void type(const std::string& words, events::ViolenceType type) const {
        const auto& theme = scene::theme(context.session.scene()->theme);
        const auto index = static_cast<std::size_t>(type);
        const float radius = context.px(5), line = ImGui::GetTextLineHeight();
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddCircleFilled({corner.x + radius, corner.y + line / 2 + context.px(1)},
                                                    radius, packed(theme.event_fill[index]));
        ImGui::Dummy({2 * radius, line});
        ImGui::SameLine(0, context.px(7));
        wrapped_text(words, width - context.px(20));
    }
};

// All that is known.
void draw_whole(const Card& card, const events::EventTable& table, std::size_t row, base::Language language) {
    const auto words = words_of(table, row, language);
    card.heading(words.date);
    card.muted(words.date_precision);
    wrapped_text(words.place, card.width);
    card.muted(words.place_precision);
    ImGui::Spacing();
    card.type(words.type, table.type()[row]);
    if (!words.sides.empty()) wrapped_text(words.sides, card.width);
    wrapped_text(words.fatalities, card.width);
    ImGui::Spacing();
    card.muted(words.sources);
    card.muted(words.note);
}

// How well date and place are known, in one line.
std::string precisions(const EventWords& words) {
    if (words.date_precision.empty()) return words.place_precision;
    return words.date_precision + "; " + words.place_precision;
}

// One of several: without its type in words (the disc tells it) and without the note.
void draw_brief(const Card& card, const events::EventTable& table, std::size_t row, base::Language language) {
    const auto words = words_of(table, row, language);
    card.heading(words.date);
    wrapped_text(words.place, card.width);
    card.muted(precisions(words));
    card.type(words.sides.empty() ? words.type : words.sides, table.type()[row]);
    wrapped_text(words.fatalities, card.width);
    card.muted(words.sources);
}

}  // namespace

void draw_event_card(const PanelContext& context, std::span<const std::size_t> rows) {
    const auto& scene = *context.session.scene();
    if (rows.empty() || !scene.events) return;
    const auto& table = *scene.events->table;
    const Card card{context, context.px(width_px)};
    ImGui::BeginTooltip();
    const std::size_t listed = std::min(rows.size(), most_listed);
    if (rows.size() == 1) draw_whole(card, table, rows.front(), scene.language);
    for (std::size_t i = 0; rows.size() > 1 && i < listed; ++i) {
        if (i > 0) ImGui::Separator();
        draw_brief(card, table, rows[i], scene.language);
    }
    if (rows.size() > listed) {
        ImGui::Separator();
        const auto more = static_cast<std::int64_t>(rows.size() - listed);
        card.muted(context.session.say("app.event.more", {{"count", base::grouped(more, scene.language)}}));
    }
    ImGui::EndTooltip();
}

}  // namespace harmattan::app
