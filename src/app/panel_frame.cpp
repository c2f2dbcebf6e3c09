#include "app/panel_frame.h"

#include "app/icon_button.h"
#include "app/style.h"

namespace harmattan::app {

PanelFrame::PanelFrame(const PanelContext& context, const char* id, const std::string& heading, ImVec2 at,
                       ImVec2 pivot, float width, bool& is_open, float height)
    : context_(context) {
    ImGui::SetNextWindowPos(at, ImGuiCond_Always, pivot);
    // As high as what it holds, but never out of the window.
    const float greatest = context.size.y - context.strip_height - context.px(24);
    ImGui::SetNextWindowSizeConstraints({width, std::min(height, greatest)},
                                        {width, height > 0 ? std::min(height, greatest) : greatest});
    ImGui::Begin(id, nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize |
                     ImGuiWindowFlags_NoCollapse | (height > 0 ? 0 : ImGuiWindowFlags_AlwaysAutoResize) |
                     ImGuiWindowFlags_NoSavedSettings);
    context.ring.begin_panel(id);
    ImGui::AlignTextToFramePadding();
    ImGui::PushFont(context.gui.bold());
    ImGui::TextUnformatted(heading.c_str());
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetWindowContentRegionMax().x - ImGui::GetFrameHeight());
    if (icon_button(context, "##close", Icon::close, context.session.say("app.hint.close"))) is_open = false;
}

PanelFrame::~PanelFrame() {
    context_.cover();
    ImGui::End();
}

void wrapped_text(const std::string& text, float width) {
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopTextWrapPos();
}

void muted_text(const PanelContext& context, const std::string& text, float width) {
    ImGui::PushStyleColor(ImGuiCol_Text, packed(scene::theme(context.session.scene()->theme).muted));
    wrapped_text(text, width);
    ImGui::PopStyleColor();
}

}  // namespace harmattan::app
