#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/style.h"
#include "app/tab_controls.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 640;

// The caret stands below its character whatever the font's widths.
void draw_fault(const PanelContext& context, const base::Error& fault, float width) {
    const auto& session = context.session;
    wrapped_text(base::words(session.scene()->language, fault), width);
    const auto caret = caret_of(fault);
    if (!caret) return;
    ImGui::BeginChild("##excerpt", {width, 2 * ImGui::GetTextLineHeight() + context.px(14)}, false,
                      ImGuiWindowFlags_HorizontalScrollbar);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGui::TextUnformatted(caret->line.c_str());
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::CalcTextSize(caret->before.c_str()).x);
    ImGui::PushFont(context.gui.bold());
    ImGui::TextUnformatted("^");
    ImGui::PopFont();
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

}  // namespace

void draw_filter_panel(const PanelContext& context) {
    auto& session = context.session;
    const float width = std::min(context.px(width_px), context.size.x - context.px(24));
    const ImVec2 at{context.size.x / 2, context.size.y - context.strip_height - context.px(12)};
    const PanelFrame frame(context, "##filter", session.say("app.filter.title"), at, {0.5f, 1}, width,
                           session.panels.filter);
    const float inner = width - 2 * ImGui::GetStyle().WindowPadding.x;
    ImGui::SetNextItemWidth(inner);
    const bool is_entered = text_field(context, "##text", session.filter.text, "country = 'Mali' and best >= 10");
    const bool is_pressed = button(context, "##apply", session.say("app.filter.apply"));
    ImGui::SameLine();
    const bool is_cleared = button(context, "##clear", session.say("app.filter.clear"));
    if (is_cleared) session.filter.text.clear();
    if (is_entered || is_pressed || is_cleared) context.requests.apply_filter = true;
    if (session.filter.fault) return draw_fault(context, *session.filter.fault, inner);
    muted_text(context, session.filter_account(), inner);
}

}  // namespace harmattan::app
