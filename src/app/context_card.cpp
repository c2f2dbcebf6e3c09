#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/style.h"
#include "base/day.h"
#include "base/number_format.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 340;
constexpr std::size_t most_listed = 6;

// "11 January 2013"; years and open ends as the layer has them.
std::string days_of(std::string_view from, std::string_view to, base::Language language) {
    const auto first = base::parse_iso_day(from), last = base::parse_iso_day(to.empty() ? from : to);
    if (first && last)
        return *first == *last ? base::long_date(*first, language) : base::date_range({*first, *last}, language);
    return to.empty() || from == to ? std::string(from) : std::string(from) + " – " + std::string(to);
}

}  // namespace

void draw_context_card(const PanelContext& context, std::span<const render::ContextHit> hits) {
    const auto& scene = *context.session.scene();
    const float width = context.px(width_px);
    ImGui::BeginTooltip();
    const std::size_t listed = std::min(hits.size(), most_listed);
    for (std::size_t i = 0; i < listed; ++i) {
        const auto& table = *scene.layers[hits[i].layer].table;
        const auto text = [&](std::string_view column) { return table.text(hits[i].feature, column); };
        if (i > 0) ImGui::Separator();
        ImGui::PushFont(context.gui.bold());
        wrapped_text(days_of(text("from"), text("to"), scene.language), width);
        ImGui::PopFont();
        const std::string place(text("place")),
            kind = context.session.say("legend.context." + std::string(text("kind")));
        muted_text(context, place.empty() ? kind : place + ": " + kind, width);
        wrapped_text(std::string(scene::in_language(scene, text("name_en"), text("name_fr"))), width);
        for (const char* column : {"source", "note"})
            if (!text(column).empty()) muted_text(context, std::string(text(column)), width);
    }
    if (hits.size() > listed) {
        const auto more = static_cast<std::int64_t>(hits.size() - listed);
        muted_text(context,
                   context.session.say("app.event.more", {{"count", base::grouped(more, scene.language)}}), width);
    }
    ImGui::EndTooltip();
}

}  // namespace harmattan::app
