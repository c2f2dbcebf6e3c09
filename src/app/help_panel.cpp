#include "app/panel_frame.h"
#include "app/panels.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 470, keys_width_px = 170;

}  // namespace

void draw_help_panel(const PanelContext& context) {
    auto& session = context.session;
    const ImVec2 middle{context.size.x / 2, (context.size.y - context.strip_height) / 2};
    const PanelFrame frame(context, "##help", session.say("app.help.title"), middle, {0.5f, 0.5f},
                           context.px(width_px), session.panels.help);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {context.px(8), context.px(4)});
    const float left = ImGui::GetCursorPosX();
    for (const auto& line : help_lines()) {
        muted_text(context, session.say(line.keys), context.px(keys_width_px));
        ImGui::SameLine(left + context.px(keys_width_px));
        wrapped_text(session.say(line.meaning), context.px(width_px - keys_width_px - 36));
    }
    ImGui::PopStyleVar();
}

}  // namespace harmattan::app
