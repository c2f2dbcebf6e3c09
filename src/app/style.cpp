#include "app/style.h"

namespace harmattan::app {
namespace {

ImVec4 as_vector(base::Colour colour) {
    return ImGui::ColorConvertU32ToFloat4(packed(colour));
}

void set_sizes(ImGuiStyle& style, float scale) {
    style.WindowPadding = {14, 12};
    style.FramePadding = {9, 5};
    style.ItemSpacing = {8, 7};
    style.ItemInnerSpacing = {8, 5};
    style.WindowRounding = style.PopupRounding = style.FrameRounding = style.GrabRounding = 4;
    style.ScrollbarRounding = 4;
    style.ScrollbarSize = 11;
    style.WindowBorderSize = style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowMinSize = {16, 16};
    style.ScaleAllSizes(scale);
}

void set_colours(ImGuiStyle& style, const scene::Theme& theme) {
    const auto tint = [&](double share) { return as_vector(base::mixed(theme.panel, theme.body, share)); };
    auto& colours = style.Colors;
    colours[ImGuiCol_Text] = as_vector(theme.body);
    colours[ImGuiCol_TextDisabled] = as_vector(theme.muted);
    colours[ImGuiCol_WindowBg] = colours[ImGuiCol_PopupBg] = as_vector(theme.panel);
    colours[ImGuiCol_Border] = colours[ImGuiCol_Separator] = tint(0.22);
    colours[ImGuiCol_BorderShadow] = {0, 0, 0, 0};
    // Checkboxes and combos are tinted; plain buttons lie flat on the panel until the pointer comes.
    colours[ImGuiCol_FrameBg] = tint(0.09);
    colours[ImGuiCol_FrameBgHovered] = tint(0.15);
    colours[ImGuiCol_FrameBgActive] = tint(0.21);
    colours[ImGuiCol_Button] = {0, 0, 0, 0};
    colours[ImGuiCol_ButtonHovered] = tint(0.12);
    colours[ImGuiCol_ButtonActive] = tint(0.2);
    colours[ImGuiCol_Header] = tint(0.12);
    colours[ImGuiCol_HeaderHovered] = tint(0.12);
    colours[ImGuiCol_HeaderActive] = tint(0.2);
    colours[ImGuiCol_CheckMark] = as_vector(theme.title);
    colours[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
    colours[ImGuiCol_ScrollbarGrab] = tint(0.22);
    colours[ImGuiCol_ScrollbarGrabHovered] = tint(0.32);
    colours[ImGuiCol_ScrollbarGrabActive] = tint(0.42);
    // Drawn only while a panel's controls are used by keyboard.
    colours[ImGuiCol_NavHighlight] = as_vector(theme.title);
    colours[ImGuiCol_TableHeaderBg] = tint(0.09);
    colours[ImGuiCol_TableBorderStrong] = colours[ImGuiCol_TableBorderLight] = tint(0.22);
    colours[ImGuiCol_TableRowBg] = {0, 0, 0, 0};
    colours[ImGuiCol_TableRowBgAlt] = tint(0.04);
    colours[ImGuiCol_TextSelectedBg] = tint(0.3);
    colours[ImGuiCol_PlotHistogram] = as_vector(theme.title);
    colours[ImGuiCol_ChildBg] = {0, 0, 0, 0};
}

}  // namespace

ImU32 packed(base::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

void set_style(scene::ThemeName theme, float scale) {
    ImGuiStyle style;
    set_sizes(style, scale);
    set_colours(style, scene::theme(theme));
    ImGui::GetStyle() = style;
}

}  // namespace harmattan::app
