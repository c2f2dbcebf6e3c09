#include "app/form.h"
#include "app/panel_frame.h"
#include "app/panels.h"
#include "events/filter.h"

namespace harmattan::app {
namespace {

constexpr float greatest_width_px = 720;

// The expression's part with a caret under the character that is meant: widths are measured, since the font is not
// of fixed width.
void draw_excerpt(const PanelContext& context, const std::string& excerpt) {
    const auto end = excerpt.find('\n');
    if (end == std::string::npos) return;
    const std::string line = excerpt.substr(0, end), below = excerpt.substr(end + 1);
    // The caret stands after as many characters; those of more than one byte are counted once.
    std::size_t column = below.find('^'), at = 0;
    if (column == std::string::npos) return;
    for (; column > 0 && at < line.size(); --column)
        for (++at; at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;) ++at;
    const float indent = ImGui::CalcTextSize(line.c_str(), line.c_str() + at).x;
    ImGui::TextUnformatted(line.c_str());
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + indent);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - context.px(6));
    ImGui::TextUnformatted("^");
}

}  // namespace

void draw_filter_panel(const PanelContext& context) {
    auto& session = context.session;
    const float width = std::min(context.px(greatest_width_px), context.size.x - context.px(24));
    const PanelFrame frame(context, "##filter", session.say("app.filter.title"),
                           {context.size.x / 2, context.px(12)}, {0.5f, 0}, width, session.panels.filter);
    context.take_keys();
    context.cover();
    auto& filter = session.filter;
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(-1);
    const bool is_entered =
        text_input("##where", filter.text, session.say("app.filter.hint"), events::longest_filter_bytes);
    const bool is_applied = form_button(context, session.say("app.filter.apply"));
    ImGui::SameLine();
    const bool is_cleared = form_button(context, session.say("app.filter.clear"), !session.filter_text().empty());
    if (filter.error) {
        draw_excerpt(context, events::excerpt_of(*filter.error));
        wrapped_text(base::words(session.scene()->language, *filter.error), width - context.px(36));
    } else {
        muted_text(context, session.say("app.filter.help"), width - context.px(36));
    }
    if (is_cleared) filter.text.clear();
    if (is_entered || is_applied || is_cleared) session.apply_filter();
}

}  // namespace harmattan::app
