#include "app/tab_controls.h"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include "app/icon_button.h"
#include "app/style.h"

namespace harmattan::app {
namespace {

// With an ellipsis where it would be wider than `room`.
std::string shortened(std::string text, float room) {
    if (ImGui::CalcTextSize(text.c_str()).x <= room) return text;
    const auto is_inside_character = [&] { return (static_cast<unsigned char>(text.back()) & 0xc0) == 0x80; };
    while (!text.empty() && ImGui::CalcTextSize((text + "…").c_str()).x > room) {
        while (text.size() > 1 && is_inside_character()) text.pop_back();
        text.pop_back();
    }
    return text + "…";
}

}  // namespace

bool button(const PanelContext& context, const char* id, const std::string& label, bool is_enabled) {
    const auto& theme = scene::theme(context.session.scene()->theme);
    ImGui::PushStyleColor(ImGuiCol_Button, packed(base::mixed(theme.panel, theme.body, 0.12)));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, packed(base::mixed(theme.panel, theme.body, 0.2)));
    ImGui::PushStyleColor(ImGuiCol_ButtonActive, packed(base::mixed(theme.panel, theme.body, 0.28)));
    ImGui::BeginDisabled(!is_enabled);
    bool is_pressed = ImGui::Button((label + id).c_str());
    ImGui::EndDisabled();
    ImGui::PopStyleColor(3);
    if (is_enabled) is_pressed |= context.ring.add_button();
    return is_pressed;
}

bool radio(const PanelContext& context, const char* id, const std::string& label, bool is_on) {
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, context.px(1));
    const bool is_pressed = ImGui::RadioButton((label + "##" + id).c_str(), is_on);
    ImGui::PopStyleVar();
    return context.ring.add_button() || is_pressed;
}

bool begin_combo(const PanelContext& context, const char* id, const std::string& current) {
    const float room = ImGui::CalcItemWidth() - ImGui::GetStyle().FramePadding.x - context.px(26);
    const bool is_open = ImGui::BeginCombo(id, shortened(current, room).c_str(),
                                           ImGuiComboFlags_HeightLarge | ImGuiComboFlags_NoArrowButton);
    if (!is_open) draw_chevron(context);
    // While it is open the list's own controls come last, and its box is no stop.
    if (!is_open && context.ring.add_button()) ImGui::OpenPopupEx(ImHashStr("##ComboPopup", 0, ImGui::GetID(id)));
    return is_open;
}

bool list_item(const PanelContext& context, const std::string& label, bool is_selected) {
    const bool is_pressed = ImGui::Selectable(label.c_str(), is_selected);
    if (is_selected) ImGui::SetItemDefaultFocus();
    const bool is_entered = context.ring.add_item();
    if (is_entered) ImGui::CloseCurrentPopup();
    return is_pressed || is_entered;
}

bool checkbox(const PanelContext& context, const std::string& label, bool& is_on) {
    const bool is_pressed = ImGui::Checkbox(label.c_str(), &is_on);
    const bool is_entered = context.ring.add_button();
    if (is_entered) is_on = !is_on;
    return is_pressed || is_entered;
}

bool percent_slider(const PanelContext& context, const std::string& label, float& percent) {
    const bool is_moved =
        ImGui::SliderFloat(label.c_str(), &percent, 0, 100, "%.0f %%", ImGuiSliderFlags_AlwaysClamp);
    const bool is_entered = context.ring.add_button();
    if (is_entered) percent = percent <= 0 ? 100 : std::max(0.0F, percent - 25);
    return is_moved || is_entered;
}

bool text_field(const PanelContext& context, const char* id, std::string& text, const std::string& hint) {
    const bool is_entered =
        ImGui::InputTextWithHint(id, hint.c_str(), &text, ImGuiInputTextFlags_EnterReturnsTrue);
    context.ring.add_text();
    return is_entered;
}

}  // namespace harmattan::app
