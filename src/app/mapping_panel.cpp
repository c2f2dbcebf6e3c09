#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/tab_controls.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 1120, height_px = 652, column_px = 168, label_px = 152, least_choice_px = 310,
                buttons_px = 190;

std::string column_name(const TableQuestion& question, std::size_t column) {
    const auto& name = question.header()[column];
    return name.empty() ? fmt::format("({})", column + 1) : name;
}

std::string words_of(const Session& session, io::EventField field) {
    return session.say(fmt::format("app.field.{}", io::name_of(field)));
}

// What the column was taken for, and why.
void draw_reason(const PanelContext& context, const ColumnReason& reason) {
    const auto& session = context.session;
    const float width = context.px(column_px - 14);
    if (reason.field.empty()) return muted_text(context, session.say("app.mapping.no_guess"), width);
    const auto field = io::event_field_of(reason.field);
    wrapped_text(field ? words_of(session, *field) : reason.field, width);
    muted_text(context, session.say(reason.key, reason.values), width);
}

void draw_rows(const PanelContext& context, const TableQuestion& question, ImVec2 size) {
    constexpr std::size_t most_columns = 60;  // Dear ImGui's tables have 64 at most
    const std::size_t count = std::min(question.header().size(), most_columns);
    if (!ImGui::BeginTable("##sample", static_cast<int>(count),
                           ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                               ImGuiTableFlags_Borders | ImGuiTableFlags_NoSavedSettings,
                           size))
        return;
    ImGui::TableSetupScrollFreeze(0, 1);
    for (std::size_t i = 0; i < count; ++i)
        ImGui::TableSetupColumn(fmt::format("{}##{}", column_name(question, i), i).c_str(),
                                ImGuiTableColumnFlags_WidthFixed, context.px(column_px));
    ImGui::TableHeadersRow();
    if (question.asks_columns()) {
        ImGui::TableNextRow();
        for (std::size_t i = 0; i < count; ++i) {
            ImGui::TableNextColumn();
            draw_reason(context, question.reasons()[i]);
        }
    }
    for (const auto& row : question.rows()) {
        ImGui::TableNextRow();
        for (std::size_t i = 0; i < count; ++i) {
            ImGui::TableNextColumn();
            if (i < row.size())
                ImGui::TextUnformatted(row[i].data(), row[i].data() + std::min<std::size_t>(row[i].size(), 200));
        }
    }
    ImGui::EndTable();
}

// The fields' lists, some beside each other.
struct ChoiceGrid {
    std::size_t a_line = 1;
    float one_width = 0;
    float height = 0;  // of all

    ChoiceGrid(const PanelContext& context, std::size_t count, float width) {
        const float room = width - ImGui::GetStyle().ScrollbarSize;
        a_line = static_cast<std::size_t>(std::max(1.f, std::floor(room / context.px(least_choice_px))));
        one_width = room / static_cast<float>(a_line);
        height = static_cast<float>((count + a_line - 1) / a_line) * ImGui::GetFrameHeightWithSpacing();
    }
};

void draw_choice(const PanelContext& context, TableQuestion& question, std::size_t index, float width) {
    const auto& choice = question.fields()[index];
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(words_of(context.session, choice.field).c_str());
    ImGui::SameLine(left + context.px(label_px));
    ImGui::SetNextItemWidth(width - context.px(label_px + 16));
    const std::string none = context.session.say("app.mapping.none");
    const std::string current = choice.column ? column_name(question, *choice.column) : none;
    if (!begin_combo(context, fmt::format("##field{}", index).c_str(), current)) return;
    std::optional<std::optional<std::size_t>> chosen;
    if (list_item(context, none, !choice.column)) chosen.emplace(std::nullopt);
    for (std::size_t i = 0; i < question.header().size(); ++i)
        if (list_item(context, fmt::format("{}##{}", column_name(question, i), i), choice.column == i))
            chosen.emplace(i);
    ImGui::EndCombo();
    if (chosen) question.choose(index, *chosen);
}

void draw_choices(const PanelContext& context, TableQuestion& question, const ChoiceGrid& grid, ImVec2 size) {
    ImGui::BeginChild("##choices", size);
    const float first = ImGui::GetCursorPosX();
    for (std::size_t i = 0; i < question.fields().size(); ++i) {
        const auto place = static_cast<float>(i % grid.a_line);
        if (i % grid.a_line != 0) ImGui::SameLine(first + place * grid.one_width);
        draw_choice(context, question, i, grid.one_width);
    }
    ImGui::EndChild();
}

void draw_order(const PanelContext& context, TableQuestion& question) {
    const auto& session = context.session;
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(session.say("app.mapping.order").c_str());
    const auto option = [&](const char* key, std::optional<io::DateOrder> order) {
        ImGui::SameLine(0, context.px(14));
        if (radio(context, key, session.say(key), question.order() == order)) question.set_order(order);
    };
    if (!question.asks_order()) option("app.mapping.by_rows", {});
    option("app.mapping.day_first", io::DateOrder::day_first);
    option("app.mapping.month_first", io::DateOrder::month_first);
}

void draw_crs(const PanelContext& context, TableQuestion& question) {
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(context.session.say("app.mapping.crs").c_str());
    ImGui::SameLine();
    ImGui::SetNextItemWidth(context.px(260));
    std::string crs = question.crs();
    text_field(context, "##crs", crs, "EPSG:32630");
    if (crs != question.crs()) question.set_crs(std::move(crs));
}

// What keeps the table from being read; empty for nothing. It stands beside the buttons.
std::string fault_of(const PanelContext& context, const TableQuestion& question) {
    return question.fault() ? base::words(context.session.scene()->language, *question.fault()) : std::string();
}

float fault_width(const PanelContext& context, float width) {
    return width - context.px(buttons_px);
}

float end_height(const PanelContext& context, const TableQuestion& question, float width) {
    const auto words = fault_of(context, question);
    const float text = ImGui::CalcTextSize(words.c_str(), nullptr, false, fault_width(context, width)).y;
    return std::max(ImGui::GetFrameHeightWithSpacing(), text + ImGui::GetStyle().ItemSpacing.y);
}

void draw_end(const PanelContext& context, const TableQuestion& question, float width) {
    const auto& session = context.session;
    const bool can_read = !question.fault();
    if (button(context, "##read", session.say("app.mapping.read"), can_read)) context.requests.read_table = true;
    ImGui::SameLine();
    if (button(context, "##cancel", session.say("app.mapping.cancel"))) context.requests.cancel_table = true;
    if (question.fault()) {
        ImGui::SameLine();
        muted_text(context, fault_of(context, question), fault_width(context, width));
    }
}

// The rows, and below them the lists where there are columns to be chosen. What both leave free is for the lines
// below.
void draw_table(const PanelContext& context, TableQuestion& question, float width) {
    const float line = ImGui::GetFrameHeightWithSpacing();
    const float below = line * (question.asks_crs() ? 2.f : 1.f) + end_height(context, question, width);
    const float free = ImGui::GetContentRegionAvail().y - below;
    if (!question.asks_columns()) return draw_rows(context, question, {width, free});
    const ChoiceGrid grid(context, question.fields().size(), width);
    // Where not all of them fit, half a line shows that there are more.
    const float most = (std::floor(free / 2 / line) + 0.5f) * line;
    const float lists = std::min(grid.height, most);
    draw_rows(context, question, {width, free - lists - ImGui::GetStyle().ItemSpacing.y});
    draw_choices(context, question, grid, {width, lists});
}

}  // namespace

void draw_mapping_panel(const PanelContext& context) {
    auto& session = context.session;
    auto* const question = session.question();
    if (question == nullptr) return;
    bool is_open = true;
    const ImVec2 middle{context.size.x / 2, (context.size.y - context.strip_height) / 2};
    const float width = std::min(context.px(width_px), context.size.x - context.px(24));
    const PanelFrame frame(context, "##mapping",
                           session.say("app.mapping.title", {{"file", question->file().filename().string()}}),
                           middle, {0.5f, 0.5f}, width, is_open, context.px(height_px));
    const float inner = width - 2 * ImGui::GetStyle().WindowPadding.x;
    const auto& undecided = question->order_fault();
    wrapped_text(
        undecided ? session.say("app.mapping.why_order", undecided->values()) : session.say("app.mapping.why"),
        inner);
    draw_table(context, *question, inner);
    draw_order(context, *question);
    if (question->asks_crs()) draw_crs(context, *question);
    draw_end(context, *question, inner);
    if (!is_open) context.requests.cancel_table = true;
}

}  // namespace harmattan::app
