// Tab goes from one control of a panel to the next, Enter and Space press it. Dear ImGui's own Tab knows only text
// fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace harmattan::app {

// Where Tab leads among controls that are counted anew in every frame. Knows no Dear ImGui.
class TabOrder {
  public:
    // Before the controls of a frame.
    void begin_frame();
    // Tab (1) or Shift + Tab (-1) was pressed.
    void step(int direction);
    // The control that is added next shall take the keyboard.
    void go_to_next() { wanted_ = count_; }
    // Of the next control, in the order of drawing: whether it shall take the keyboard now.
    bool add(bool has_focus);
    // The control last added has the keyboard, by a part of it.
    void keep_focus() { focused_ = count_ - 1; }

    // Whether a control of the frame last drawn has the keyboard.
    bool has_focus() const { return last_focused_.has_value(); }
    // Whether the frame last drawn had controls.
    bool is_used() const { return last_count_ > 0; }

  private:
    std::size_t count_ = 0, last_count_ = 0;
    std::optional<std::size_t> focused_, last_focused_, wanted_;
};

// The same for Dear ImGui's controls.
class FocusRing {
  public:
    // Before ImGui::NewFrame().
    void begin_frame();
    void step(int direction) { order_.step(direction); }
    // The first control of a panel shall take the keyboard when the panel is next drawn.
    void go_to_panel(std::string id) { wanted_panel_ = std::move(id); }
    // Before a panel's controls.
    void begin_panel(std::string_view id);
    // Enter was pressed, for the control that has the keyboard.
    void enter() { is_entered_ = true; }

    // Right after a control: true when it is pressed by Enter.
    bool add_button();
    // The same for a row of a list: Tab leads to the first one drawn, and arrows from row to row.
    bool add_row(bool is_first);
    // The same for an item of a list that has opened: arrows lead from item to item, and Tab to none.
    bool add_item();
    // Right after a text field.
    void add_text();

    bool has_focus() const { return order_.has_focus(); }
    bool is_used() const { return order_.is_used(); }

  private:
    TabOrder order_;
    std::string wanted_panel_;
    bool is_entered_ = false, had_list_ = false;
};

}  // namespace harmattan::app
