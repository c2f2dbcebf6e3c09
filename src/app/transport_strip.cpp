#include "app/transport_strip.h"

#include <array>
#include <vector>

#include "app/icon_button.h"
#include "app/style.h"
#include "app/tab_controls.h"
#include "base/number_format.h"

namespace harmattan::app {
namespace {

struct Speed {
    double days_per_second;
    const char* name;
};
constexpr std::array<Speed, 5> speeds{{{1, "app.speed.day"},
                                       {7, "app.speed.week"},
                                       {days_per_month, "app.speed.month"},
                                       {3 * days_per_month, "app.speed.quarter"},
                                       {12 * days_per_month, "app.speed.year"}}};

using Unit = base::WindowLength::Unit;
constexpr std::array<base::WindowLength, 7> windows{{{Unit::days, 30},
                                                     {Unit::days, 90},
                                                     {Unit::months, 6},
                                                     {Unit::years, 1},
                                                     {Unit::years, 2},
                                                     {Unit::years, 5},
                                                     {Unit::all, 0}}};

std::string words_of(const PanelContext& context, base::WindowLength window) {
    const auto say = [&](const char* key) {
        return context.session.say(key,
                                   {{"count", base::grouped(window.count, context.session.scene()->language)}});
    };
    const bool is_one = window.count == 1;
    switch (window.unit) {
        case Unit::days:
            return say(is_one ? "app.window.day" : "app.window.days");
        case Unit::months:
            return say(is_one ? "app.window.month" : "app.window.months");
        case Unit::years:
            return say(is_one ? "app.window.year" : "app.window.years");
        case Unit::all:
            break;
    }
    return say("app.window.all");
}

// A list to choose from; `current` is what it shows while closed. Gives the index chosen.
template <typename Words>
std::optional<std::size_t> choice(const PanelContext& context, const char* id, const std::string& current,
                                  std::size_t count, const Words& words, const char* hint) {
    std::optional<std::size_t> chosen;
    float width = ImGui::CalcTextSize(current.c_str()).x;
    for (std::size_t i = 0; i < count; ++i) width = std::max(width, ImGui::CalcTextSize(words(i).c_str()).x);
    ImGui::SetNextItemWidth(width + 2 * ImGui::GetStyle().FramePadding.x + context.px(18));
    const bool is_open =
        ImGui::BeginCombo(id, current.c_str(), ImGuiComboFlags_HeightLargest | ImGuiComboFlags_NoArrowButton);
    if (is_open) {
        for (std::size_t i = 0; i < count; ++i)
            if (list_item(context, words(i), words(i) == current)) chosen = i;
        ImGui::EndCombo();
        return chosen;
    }
    draw_chevron(context);
    if (ImGui::IsItemHovered()) {
        ImGui::BeginTooltip();
        ImGui::TextUnformatted(context.session.say(hint).c_str());
        ImGui::EndTooltip();
    }
    return chosen;
}

void draw_playing(const PanelContext& context) {
    const auto& session = context.session;
    const auto button = [&](const char* id, Icon icon, const char* hint, Action action) {
        if (icon_button(context, id, icon, session.say(hint))) context.perform(action);
        ImGui::SameLine(0, context.px(2));
    };
    button("##first", Icon::first, "app.hint.first", Action::first_day);
    button("##back", Icon::day_back, "app.hint.back", Action::day_back);
    const bool playing = session.playback().is_playing(context.clock_s);
    button("##play", playing ? Icon::pause : Icon::play, playing ? "app.hint.pause" : "app.hint.play",
           Action::toggle_play);
    button("##forward", Icon::day_forward, "app.hint.forward", Action::day_forward);
    button("##last", Icon::last, "app.hint.last", Action::last_day);
}

void draw_speed(const PanelContext& context) {
    auto& session = context.session;
    const auto words = [&](std::size_t i) { return session.say(speeds[i].name); };
    std::string current;
    for (std::size_t i = 0; i < speeds.size(); ++i)
        if (speeds[i].days_per_second == session.playback().days_per_second()) current = words(i);
    if (const auto i = choice(context, "##speed", current, speeds.size(), words, "app.hint.speed"))
        session.playback().set_days_per_second(speeds[*i].days_per_second, context.clock_s);
}

void draw_window(const PanelContext& context) {
    auto& session = context.session;
    const auto words = [&](std::size_t i) { return words_of(context, windows[i]); };
    const std::string current = words_of(context, session.scene()->timeline.window);
    if (const auto i = choice(context, "##window", current, windows.size(), words, "app.hint.window"))
        session.set_window_length(windows[*i]);
}

struct RightButton {
    const char* id;
    std::string label, hint;
    Action action;
    bool is_on = false;
};

std::vector<RightButton> right_buttons(const Session& session) {
    const bool is_paper = session.scene()->theme == scene::ThemeName::paper;
    std::vector<RightButton> buttons;
    if (!session.report.rows.tables().empty())
        buttons.push_back({"##report", session.say("app.button.report"), session.say("app.hint.report"),
                           Action::toggle_report, session.panels.report});
    const RightButton always[] = {
        {"##filter", session.say("app.button.filter"), session.say("app.hint.filter"), Action::toggle_filter,
         session.panels.filter},
        {"##get", session.say("app.button.get"), session.say("app.hint.get"), Action::toggle_get,
         session.panels.get},
        {"##layers", session.say("app.button.layers"), session.say("app.hint.layers"), Action::toggle_layers,
         session.panels.layers},
        {"##theme", session.say(is_paper ? "app.button.night" : "app.button.paper"), session.say("app.hint.theme"),
         Action::toggle_theme},
        {"##language", session.say("app.button.language"), session.say("app.hint.language"),
         Action::toggle_language},
        {"##save", session.say("app.button.save"), session.say("app.hint.save"), Action::save_picture},
        {"##help", "?", session.say("app.hint.help"), Action::toggle_help, session.panels.help}};
    buttons.insert(buttons.end(), std::begin(always), std::end(always));
    return buttons;
}

// Buttons at the right edge; the first ones, which have keys too, are left out where there is no room. `from` is
// where the left part ends.
void draw_right(const PanelContext& context, float from) {
    const auto buttons = right_buttons(context.session);
    const float gap = context.px(2), right = context.size.x - context.px(10);
    float width = -gap;
    std::size_t first = buttons.size();
    while (first > 0) {
        const float next = width + gap + text_button_width(buttons[first - 1].label);
        if (right - next < from) break;
        width = next;
        --first;
    }
    ImGui::SameLine(right - width);
    for (std::size_t i = first; i < buttons.size(); ++i) {
        if (i > first) ImGui::SameLine(0, gap);
        const auto& button = buttons[i];
        if (text_button(context, button.id, button.label, button.hint, button.is_on))
            context.perform(button.action);
    }
}

// The date has a place of its own width, so that nothing moves while it runs.
void draw_date(const PanelContext& context) {
    const auto& session = context.session;
    const auto language = session.scene()->language;
    const auto widest = base::long_date(base::day_of({2000, 9, 30}), language);
    const auto date = base::long_date(session.playback().at(context.clock_s).day(), language);
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(date.c_str());
    ImGui::SameLine(left + ImGui::CalcTextSize(widest.c_str()).x + context.px(14));
}

float right_width(const PanelContext& context) {
    float width = 0;
    for (const auto& button : right_buttons(context.session))
        width += text_button_width(button.label) + context.px(2);
    return width;
}

// A hairline between the picture and the strip.
void draw_edge(const PanelContext& context) {
    const auto& theme = scene::theme(context.session.scene()->theme);
    const float y = context.size.y - context.strip_height;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRectFullScreen();
    list->AddRectFilled({0, y}, {context.size.x, y + context.px(1)},
                        packed(base::mixed(theme.panel, theme.body, 0.22)));
    list->PopClipRect();
}

}  // namespace

void draw_transport_strip(const PanelContext& context) {
    ImGui::SetNextWindowPos({0, context.size.y - context.strip_height});
    ImGui::SetNextWindowSize({context.size.x, context.strip_height});
    const float pad_y = (context.strip_height - ImGui::GetFrameHeight()) / 2;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.px(10), pad_y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("##transport", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    draw_edge(context);
    draw_playing(context);
    ImGui::SameLine(0, context.px(10));
    // Where all does not fit, the date goes first: the frame shows it too.
    const float lists = context.px(360), date = context.px(160);
    if (ImGui::GetCursorPosX() + date + lists + right_width(context) < context.size.x) draw_date(context);
    draw_speed(context);
    ImGui::SameLine();
    draw_window(context);
    ImGui::SameLine();
    draw_right(context, ImGui::GetCursorPosX());
    context.cover();
    ImGui::End();
    ImGui::PopStyleVar(3);
}

}  // namespace harmattan::app
