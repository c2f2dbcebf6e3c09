#include "app/tab_controls.h"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include "app/style.h"

namespace harmattan::app {

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
    const bool is_pressed = ImGui::RadioButton((label + "##" + id).c_str(), is_on);
    return context.ring.add_button() || is_pressed;
}

bool begin_combo(const PanelContext& context, const char* id, const std::string& current) {
    const bool is_open = ImGui::BeginCombo(id, current.c_str(), ImGuiComboFlags_HeightLarge);
    // While it is open the list's own controls come last, and its box is no stop.
    if (!is_open && context.ring.add_button()) ImGui::OpenPopupEx(ImHashStr("##ComboPopup", 0, ImGui::GetID(id)));
    return is_open;
}

bool text_field(const PanelContext& context, const char* id, std::string& text, const std::string& hint) {
    const bool is_entered =
        ImGui::InputTextWithHint(id, hint.c_str(), &text, ImGuiInputTextFlags_EnterReturnsTrue);
    context.ring.add_text();
    return is_entered;
}

}  // namespace harmattan::app
