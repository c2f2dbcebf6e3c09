#include "app/form.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <vector>

namespace harmattan::app {

bool form_button(const PanelContext&, const std::string& label, bool is_enabled) {
    if (!is_enabled) ImGui::BeginDisabled();
    ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyle().Colors[ImGuiCol_FrameBgHovered]);
    const bool is_pressed = ImGui::Button(label.c_str());
    ImGui::PopStyleColor();
    if (!is_enabled) ImGui::EndDisabled();
    return is_pressed && is_enabled;
}

bool text_input(const char* id, std::string& text, const std::string& hint, std::size_t longest) {
    std::vector<char> buffer(longest + 1);
    text.copy(buffer.data(), longest);
    const bool is_entered = ImGui::InputTextWithHint(id, hint.c_str(), buffer.data(), buffer.size(),
                                                     ImGuiInputTextFlags_EnterReturnsTrue);
    text = buffer.data();
    return is_entered;
}

bool enter_pressed() {
    const bool is_here = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
    const bool is_free = !ImGui::GetIO().WantTextInput && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup);
    return is_here && is_free &&
           (ImGui::IsKeyPressed(GLFW_KEY_ENTER, false) || ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER, false));
}

}  // namespace harmattan::app
