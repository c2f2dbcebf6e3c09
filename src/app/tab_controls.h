// Dear ImGui's controls as stops of the Tab key: each is pressed by the pointer, Space or Enter alike.
#pragma once

#include <string>

#include "app/panel_context.h"

namespace harmattan::app {

// With a frame, so that it is seen to be a button. True when it is pressed; never while it is not enabled.
bool button(const PanelContext& context, const char* id, const std::string& label, bool is_enabled = true);

// One of several that exclude each other. True when it is pressed.
bool radio(const PanelContext& context, const char* id, const std::string& label, bool is_on);

// As ImGui::BeginCombo: when true, ImGui::EndCombo() must follow its items.
bool begin_combo(const PanelContext& context, const char* id, const std::string& current);

// An item of the list that begin_combo() opened; the one selected is where the keyboard begins. True when it is
// pressed, which closes the list.
bool list_item(const PanelContext& context, const std::string& label, bool is_selected);

// Changes `is_on`, and is true, when it is pressed.
bool checkbox(const PanelContext& context, const std::string& label, bool& is_on);

// A share from 0 to 100 per cent, moved by the pointer; Enter lowers it by a quarter, and from 0 to 100. True when
// it has changed.
bool percent_slider(const PanelContext& context, const std::string& label, float& percent);

// A line of text to be edited. True when Enter was pressed in it.
bool text_field(const PanelContext& context, const char* id, std::string& text, const std::string& hint = {});

}  // namespace harmattan::app
