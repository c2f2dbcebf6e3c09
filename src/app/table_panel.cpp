#include <fmt/core.h>

#include "app/form.h"
#include "app/panel_frame.h"
#include "app/panels.h"

namespace harmattan::app {
namespace {

constexpr float greatest_width_px = 1080;

std::string field_words(const Session& session, io::EventField field) {
    return session.say(fmt::format("app.field.{}", io::name_of(field)));
}

// The name of a column, which may be empty or stand twice.
std::string column_words(const Session& session, const TableQuestion& question, std::size_t column) {
    const std::string& name = question.header()[column];
    return name.empty() ? session.say("app.table.column", {{"number", std::to_string(column + 1)}}) : name;
}

void draw_rows(const PanelContext& context, const TableQuestion& question, float height) {
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollX | ImGuiTableFlags_ScrollY | ImGuiTableFlags_Borders |
                                      ImGuiTableFlags_RowBg | ImGuiTableFlags_SizingFixedFit;
    constexpr std::size_t most_columns = 64;  // that Dear ImGui's tables can have
    const std::size_t columns = std::min(question.header().size(), most_columns);
    if (columns == 0 || !ImGui::BeginTable("##rows", static_cast<int>(columns), flags, {0, height})) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    for (std::size_t i = 0; i < columns; ++i)
        ImGui::TableSetupColumn(column_words(context.session, question, i).c_str());
    ImGui::TableHeadersRow();
    for (const auto& row : question.rows()) {
        ImGui::TableNextRow();
        for (std::size_t i = 0; i < columns; ++i) {
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(row[i].c_str());
        }
    }
    ImGui::EndTable();
}

void draw_column_choice(const PanelContext& context, TableQuestion& question, std::size_t field) {
    const auto& session = context.session;
    const auto chosen = question.fields()[field].column;
    const std::string none = session.say("app.table.none");
    const std::string current = chosen ? column_words(session, question, *chosen) : none;
    ImGui::PushID(static_cast<int>(field));
    ImGui::SetNextItemWidth(-1);
    ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyle().Colors[ImGuiCol_FrameBg]);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {context.px(8), context.px(2)});
    const bool is_open = ImGui::BeginCombo("##column", current.c_str(), ImGuiComboFlags_HeightLarge);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
    if (field == 0) ImGui::SetItemDefaultFocus();
    if (is_open) {
        if (ImGui::Selectable(none.c_str(), !chosen)) question.choose(field, std::nullopt);
        for (std::size_t i = 0; i < question.header().size(); ++i) {
            // The answer names columns: one without a name cannot be meant.
            if (question.header()[i].empty()) continue;
            const std::string label = fmt::format("{}##{}", question.header()[i], i);
            if (ImGui::Selectable(label.c_str(), chosen == i)) question.choose(field, i);
        }
        ImGui::EndCombo();
    }
    ImGui::PopID();
}

std::string reason_words(const Session& session, const FieldChoice& choice) {
    if (choice.column != choice.guessed) return choice.column ? session.say("app.table.yours") : std::string();
    if (!choice.column) return {};
    if (choice.reason.key.empty()) return session.say("app.table.own_name");
    auto values = choice.reason.values;
    for (auto& [name, value] : values)
        if (name == "field") value = field_words(session, choice.field);
    return session.say(choice.reason.key, values);
}

void draw_fields(const PanelContext& context, TableQuestion& question, float height) {
    constexpr ImGuiTableFlags flags =
        ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersInnerH;
    if (!ImGui::BeginTable("##fields", 3, flags, {0, height})) return;
    const auto& session = context.session;
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn(session.say("app.table.field").c_str(), ImGuiTableColumnFlags_WidthFixed,
                            context.px(210));
    ImGui::TableSetupColumn(session.say("app.table.read_from").c_str(), ImGuiTableColumnFlags_WidthFixed,
                            context.px(230));
    ImGui::TableSetupColumn(session.say("app.table.why").c_str(), ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableHeadersRow();
    for (std::size_t i = 0; i < question.fields().size(); ++i) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::AlignTextToFramePadding();
        ImGui::TextUnformatted(field_words(session, question.fields()[i].field).c_str());
        ImGui::TableNextColumn();
        draw_column_choice(context, question, i);
        ImGui::TableNextColumn();
        ImGui::AlignTextToFramePadding();
        muted_text(context, reason_words(session, question.fields()[i]), ImGui::GetContentRegionAvail().x);
    }
    ImGui::EndTable();
}

void draw_order(const PanelContext& context, TableQuestion& question, float width) {
    const auto& session = context.session;
    wrapped_text(session.say("app.table.order", {{"value", question.ambiguous()}}), width);
    const auto choice = [&](const char* key, io::DateOrder order) {
        if (ImGui::RadioButton(session.say(key).c_str(), question.order == order)) question.order = order;
    };
    choice("app.table.day_first", io::DateOrder::day_first);
    ImGui::SameLine(0, context.px(24));
    choice("app.table.month_first", io::DateOrder::month_first);
}

void draw_end(const PanelContext& context, TableQuestion& question, float width) {
    auto& session = context.session;
    const std::string missing = question.missing();
    if (!missing.empty()) wrapped_text(session.say(missing), width);
    const bool is_by_enter = enter_pressed();
    if (form_button(context, session.say("app.table.read"), missing.empty()) || (missing.empty() && is_by_enter))
        return session.answer_question();
    ImGui::SameLine();
    if (form_button(context, session.say("app.table.cancel"))) return session.drop_question();
    ImGui::SameLine();
    if (form_button(context, session.say("app.table.copy"), missing.empty()))
        ImGui::SetClipboardText(question.command_line().c_str());
}

}  // namespace

void draw_table_panel(const PanelContext& context) {
    auto& session = context.session;
    auto& question = *session.question();
    const float width = std::min(context.px(greatest_width_px), context.size.x - context.px(24));
    const float inner = width - context.px(36);
    const ImVec2 middle{context.size.x / 2, (context.size.y - context.strip_height) / 2};
    bool is_open = true;
    const PanelFrame frame(context, "##table",
                           session.say("app.table.title", {{"file", question.file().filename().string()}}), middle,
                           {0.5f, 0.5f}, width, is_open);
    context.take_keys();
    context.cover();
    muted_text(context, session.say(question.asks_columns() ? "app.table.unknown" : "app.table.only_order"),
               inner);
    // What is left of the window's height goes to the two lists.
    const float lists = context.size.y - context.strip_height - context.px(question.asks_columns() ? 340 : 300);
    draw_rows(context, question, std::min(lists * 0.45f, ImGui::GetTextLineHeightWithSpacing() * 13));
    if (question.asks_columns()) draw_fields(context, question, std::max(lists * 0.55f, context.px(90)));
    if (question.asks_crs()) {
        ImGui::SetNextItemWidth(context.px(300));
        text_input("##crs", question.crs, session.say("app.table.crs_hint"));
        ImGui::SameLine();
        ImGui::TextUnformatted(session.say("app.table.crs").c_str());
    }
    if (question.asks_order()) draw_order(context, question, inner);
    draw_end(context, question, inner);
    if (!is_open) session.drop_question();
}

}  // namespace harmattan::app
