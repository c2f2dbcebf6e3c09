#include "app/panel_frame.h"
#include "app/panels.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 560;

}  // namespace

void draw_notice(const PanelContext& context) {
    auto& session = context.session;
    if (!session.notice) return;
    bool is_open = true;
    {
        const ImVec2 middle{context.size.x / 2, (context.size.y - context.strip_height) / 2};
        const float width = std::min(context.px(width_px), context.size.x - context.px(24));
        const PanelFrame frame(context, "##notice", session.notice->title, middle, {0.5f, 0.5f}, width, is_open);
        for (const auto& line : session.notice->lines) wrapped_text(line, width - context.px(36));
    }
    if (!is_open) session.notice.reset();
}

void draw_toast(const PanelContext& context, const std::string& text) {
    // Over the map, where it hides neither chart nor sources.
    const float pixels_per_unit = static_cast<float>(context.layout.view.size.width) / context.size.x;
    const auto& map = context.layout.map;
    ImGui::SetNextWindowPos(
        {(map.x + map.width / 2) / pixels_per_unit, map.bottom() / pixels_per_unit - context.px(16)},
        ImGuiCond_Always, {0.5f, 1});
    ImGui::Begin("##toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    wrapped_text(text, context.size.x - context.px(80));
    ImGui::End();
}

}  // namespace harmattan::app
