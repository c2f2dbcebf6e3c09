#include "app/icon_button.h"

#include <cmath>

#include "app/style.h"

namespace harmattan::app {
namespace {

class Pencil {
  public:
    // Draws in a square of 16 design pixels around `centre`.
    Pencil(ImVec2 centre, float unit, ImU32 colour)
        : list_(ImGui::GetWindowDrawList()),
          centre_{std::round(centre.x), std::round(centre.y)},
          unit_(unit),
          colour_(colour) {}

    ImVec2 at(float x, float y) const { return {centre_.x + x * unit_, centre_.y + y * unit_}; }
    // A triangle with its tip at (tip, 0).
    void triangle(float base, float tip, float half_height) const {
        if (tip > base)
            list_->AddTriangleFilled(at(base, -half_height), at(tip, 0), at(base, half_height), colour_);
        else
            list_->AddTriangleFilled(at(base, -half_height), at(base, half_height), at(tip, 0), colour_);
    }
    void bar(float left, float right, float half_height) const {
        list_->AddRectFilled(at(left, -half_height), at(right, half_height), colour_);
    }
    void stroke(float x1, float y1, float x2, float y2) const {
        list_->AddLine(at(x1, y1), at(x2, y2), colour_, 1.6f * unit_);
    }

  private:
    ImDrawList* list_;
    ImVec2 centre_;
    float unit_;
    ImU32 colour_;
};

void draw(Icon icon, const Pencil& pencil) {
    switch (icon) {
        case Icon::play:
            return pencil.triangle(-5, 7, 7);
        case Icon::pause:
            pencil.bar(-5, -1.5f, 6);
            return pencil.bar(1.5f, 5, 6);
        case Icon::day_back:
            return pencil.triangle(3, -4, 5);
        case Icon::day_forward:
            return pencil.triangle(-3, 4, 5);
        case Icon::first:
            pencil.bar(-5, -3.5f, 5);
            return pencil.triangle(5, -2, 5);
        case Icon::last:
            pencil.triangle(-5, 2, 5);
            return pencil.bar(3.5f, 5, 5);
        case Icon::close:
            pencil.stroke(-4, -4, 4, 4);
            return pencil.stroke(-4, 4, 4, -4);
    }
}

void show_hint(const std::string& hint) {
    if (!hint.empty() && ImGui::IsItemHovered()) {
        ImGui::BeginTooltip();
        ImGui::TextUnformatted(hint.data(), hint.data() + hint.size());
        ImGui::EndTooltip();
    }
}

}  // namespace

bool icon_button(const PanelContext& context, const char* id, Icon icon, const std::string& hint) {
    const float side = ImGui::GetFrameHeight();
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::Button(id, {side, side});
    const auto& theme = scene::theme(context.session.scene()->theme);
    draw(icon, Pencil({corner.x + side / 2, corner.y + side / 2}, context.gui.unit(), packed(theme.body)));
    show_hint(hint);
    return pressed;
}

void draw_chevron(const PanelContext& context) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    const float x = high.x - context.px(14), y = (low.y + high.y) / 2 + context.px(1);
    const float wide = context.px(4), deep = context.px(2.5f);
    const auto colour = packed(scene::theme(context.session.scene()->theme).muted);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine({x - wide, y - deep}, {x, y + deep}, colour, context.px(1.5f));
    list->AddLine({x, y + deep}, {x + wide, y - deep}, colour, context.px(1.5f));
}

bool text_button(const PanelContext& context, const char* id, const std::string& label, const std::string& hint,
                 bool is_on) {
    const auto& theme = scene::theme(context.session.scene()->theme);
    if (is_on) ImGui::PushStyleColor(ImGuiCol_Button, packed(base::mixed(theme.panel, theme.body, 0.12)));
    const bool pressed = ImGui::Button((label + id).c_str());
    if (is_on) ImGui::PopStyleColor();
    show_hint(hint);
    return pressed;
}

float text_button_width(const std::string& label) {
    return ImGui::CalcTextSize(label.data(), label.data() + label.size()).x + 2 * ImGui::GetStyle().FramePadding.x;
}

}  // namespace harmattan::app
