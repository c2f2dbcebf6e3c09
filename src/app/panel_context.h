// What every panel is given while it is drawn.
#pragma once

#include "app/actions.h"
#include "app/focus_ring.h"
#include "app/gui.h"
#include "app/session.h"

namespace harmattan::app {

struct PanelContext {
    Session& session;
    Requests& requests;
    const layout::FrameLayout& layout;
    const Gui& gui;
    ImVec2 size;         // of the window, in the panels' units
    float strip_height;  // of the transport strip at its foot
    double clock_s = 0;
    // Where panels lie that take the pointer, in pixels of the framebuffer; each panel adds itself.
    std::vector<layout::RectPx>& covered;
    // Where Tab leads.
    FocusRing& ring;

    // Design pixels to the panels' units.
    float px(float design_px) const { return design_px * gui.unit(); }
    // Between Begin and End of a panel.
    void cover() const {
        const float pixels_per_unit = static_cast<float>(layout.view.size.width) / size.x;
        const ImVec2 at = ImGui::GetWindowPos(), extent = ImGui::GetWindowSize();
        covered.push_back({at.x * pixels_per_unit, at.y * pixels_per_unit, extent.x * pixels_per_unit,
                           extent.y * pixels_per_unit});
    }
    void perform(Action action) const { app::perform(action, session, requests, layout, clock_s); }
};

}  // namespace harmattan::app
