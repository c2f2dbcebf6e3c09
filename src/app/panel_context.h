// What every panel is given while it is drawn.
#pragma once

#include "app/actions.h"
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

    // Design pixels to the panels' units.
    float px(float design_px) const { return design_px * gui.unit(); }
    void perform(Action action) const { app::perform(action, session, requests, layout, clock_s); }
};

}  // namespace harmattan::app
