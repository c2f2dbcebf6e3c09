#include "app/focus_ring.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <utility>

namespace harmattan::app {

void TabOrder::begin_frame() {
    last_count_ = std::exchange(count_, 0);
    last_focused_ = std::exchange(focused_, std::nullopt);
}

void TabOrder::step(int direction) {
    if (last_count_ == 0) return;
    const std::size_t last = last_count_ - 1;
    // On a busy machine several presses come before one frame: each goes on from the one before.
    const auto from = wanted_ ? wanted_ : last_focused_;
    if (!from)
        wanted_ = direction > 0 ? 0 : last;
    else if (direction > 0)
        wanted_ = *from >= last ? 0 : *from + 1;
    else
        wanted_ = *from == 0 ? last : *from - 1;
}

bool TabOrder::add(bool has_focus) {
    const std::size_t index = count_++;
    if (has_focus) focused_ = index;
    if (wanted_ != index) return false;
    wanted_.reset();
    focused_ = index;
    return true;
}

void FocusRing::begin_frame() {
    order_.begin_frame();
    is_entered_ = false;
    auto& io = ImGui::GetIO();
    // Its arrows and Space would take the map's keys where no panel wants them.
    // A list that has just closed gives the keyboard back to its box, which is told of it only in this frame.
    const bool has_list = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup);
    const bool had_list = std::exchange(had_list_, has_list);
    if (order_.has_focus() || has_list || had_list)
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    else
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
}

void FocusRing::begin_panel(std::string_view id) {
    if (id != wanted_panel_) return;
    wanted_panel_.clear();
    order_.go_to_next();
}

bool FocusRing::add_button() {
    const ImGuiID id = ImGui::GetItemID();
    if (order_.add(ImGui::IsItemFocused())) {
        ImGui::ClearActiveID();
        ImGui::SetFocusID(id, ImGui::GetCurrentWindow());
        ImGui::FocusWindow(ImGui::GetCurrentWindow());
        // A panel that appears in this frame would otherwise give the keyboard to its first item, the cross.
        GImGui->NavInitRequest = false;
#if IMGUI_VERSION_NUM < 18700
        GImGui->NavInitResultId = 0;
#else
        GImGui->NavInitResult.ID = 0;
#endif
        GImGui->NavDisableHighlight = false;
        GImGui->NavDisableMouseHover = false;
        ImGui::SetScrollHereY(0.5f);
    }
    return is_entered_ && ImGui::IsItemFocused() && std::exchange(is_entered_, false);
}

bool FocusRing::add_row(bool is_first) {
    if (is_first) return add_button();
    if (!ImGui::IsItemFocused()) return false;
    order_.keep_focus();
    return std::exchange(is_entered_, false);
}

bool FocusRing::add_item() {
    return is_entered_ && ImGui::IsItemFocused() && std::exchange(is_entered_, false);
}

void FocusRing::add_text() {
    if (order_.add(ImGui::IsItemActive() || ImGui::IsItemFocused())) ImGui::SetKeyboardFocusHere(-1);
}

}  // namespace harmattan::app
