// A quiet panel with a heading and a cross to close it.
#pragma once

#include <string>

#include "app/panel_context.h"

namespace harmattan::app {

// Ends the panel when it goes.
class PanelFrame {
  public:
    // `pivot` is the point of the panel (0 to 1) that stands at `at`. `is_open` becomes false when the cross is
    // pressed. `height` 0: as high as what it holds.
    PanelFrame(const PanelContext& context, const char* id, const std::string& heading, ImVec2 at, ImVec2 pivot,
               float width, bool& is_open, float height = 0);
    ~PanelFrame();
    PanelFrame(const PanelFrame&) = delete;
    PanelFrame& operator=(const PanelFrame&) = delete;

  private:
    const PanelContext& context_;
};

void wrapped_text(const std::string& text, float width);
void muted_text(const PanelContext& context, const std::string& text, float width);

}  // namespace harmattan::app
