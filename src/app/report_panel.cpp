#include <fmt/core.h>

#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/tab_controls.h"
#include "base/number_format.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 640, margin_px = 12, detail_px = 176, line_px = 62, column_px = 96, value_px = 104;

std::string counted(const Session& session, std::uint64_t count) {
    return base::grouped(static_cast<std::int64_t>(count), session.scene()->language);
}

std::string account_of(const Session& session, const io::ReadReport& table) {
    return session.say("app.report.account", {{"file", std::filesystem::path(table.file).filename().string()},
                                              {"records", counted(session, table.records)},
                                              {"kept", counted(session, table.kept)},
                                              {"rejected", counted(session, table.rejected)},
                                              {"warnings", counted(session, table.warning_count)}});
}

void draw_accounts(const PanelContext& context, float width) {
    auto& session = context.session;
    const auto& tables = session.report.rows.tables();
    constexpr float most_lines = 6;
    const float inner = width - context.px(14), spacing = ImGui::GetStyle().ItemSpacing.y;
    std::vector<std::string> accounts;
    float height = 0;
    for (const auto& table : tables) {
        accounts.push_back(account_of(session, table));
        height += ImGui::CalcTextSize(accounts.back().c_str(), nullptr, false, inner).y + spacing;
    }
    ImGui::BeginChild("##accounts", {width, std::min(height, most_lines * ImGui::GetTextLineHeightWithSpacing())});
    for (const auto& account : accounts) wrapped_text(account, inner);
    ImGui::EndChild();
}

std::string words_of(const Session& session, const std::optional<RowReason>& reason) {
    if (!reason) return session.say("app.report.all_reasons");
    return session.say(reason->is_rejected ? "app.report.reason_rejected" : "app.report.reason_kept",
                       {{"count", counted(session, reason->count)},
                        {"reason", io::reason_words(session.scene()->language, reason->key)}});
}

void draw_table_choice(const PanelContext& context, float width) {
    auto& rows = context.session.report.rows;
    if (rows.tables().size() < 2) return;
    const auto name = [&](std::optional<std::size_t> table) {
        return table ? std::filesystem::path(rows.tables()[*table].file).filename().string()
                     : context.session.say("app.report.all_tables");
    };
    ImGui::SetNextItemWidth(width);
    const bool is_open = begin_combo(context, "##table", name(rows.table()));
    if (!is_open) return;
    std::optional<std::optional<std::size_t>> chosen;
    if (list_item(context, name({}), !rows.table())) chosen.emplace(std::nullopt);
    for (std::size_t i = 0; i < rows.tables().size(); ++i)
        if (list_item(context, fmt::format("{}##{}", name(i), i), rows.table() == i)) chosen.emplace(i);
    ImGui::EndCombo();
    if (!chosen) return;
    rows.choose_table(*chosen);
    context.session.report.deselect();
}

void draw_reason_choice(const PanelContext& context, float width) {
    auto& report = context.session.report;
    ImGui::SetNextItemWidth(width);
    if (!begin_combo(context, "##reason", words_of(context.session, report.rows.reason()))) return;
    const auto choose = [&](std::optional<RowReason> reason) {
        report.rows.choose_reason(std::move(reason));
        report.deselect();
    };
    if (list_item(context, words_of(context.session, {}), !report.rows.reason())) choose({});
    for (const auto& reason : report.rows.reasons()) {
        const std::string id = fmt::format("##{}{}", reason.key, reason.is_rejected);
        const auto& chosen = report.rows.reason();
        const bool is_chosen = chosen && chosen->key == reason.key && chosen->is_rejected == reason.is_rejected;
        if (list_item(context, words_of(context.session, reason) + id, is_chosen)) choose(reason);
    }
    ImGui::EndCombo();
}

void text_cell(const std::string& text) {
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
}

// The sentence without its "line 17:", which stands in a column of its own.
std::string sentence_of(const Session& session, const io::RowProblem& problem) {
    auto values = problem.values;
    values.emplace_back("column", problem.column);
    return base::message(session.scene()->language, problem.key, values);
}

void draw_row(const PanelContext& context, std::size_t index, bool is_first) {
    auto& session = context.session;
    auto& report = session.report;
    const ListedRow row = report.rows.rows()[index];
    const auto& problem = report.rows.problem(row);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const std::string line = fmt::format("{}##{}", problem.line, index);
    bool is_pressed =
        ImGui::Selectable(line.c_str(), report.selected() == row,
                          ImGuiSelectableFlags_SpanAllColumns | ImGuiSelectableFlags_AllowItemOverlap);
    // Tab leads to the list; within it arrows lead from row to row.
    is_pressed |= context.ring.add_row(is_first);
    if (is_pressed) report.select(row, session.scene()->language);
    text_cell(problem.column);
    text_cell(value_of(problem));
    text_cell(sentence_of(session, problem));
}

void draw_list(const PanelContext& context, ImVec2 size) {
    auto& session = context.session;
    if (!ImGui::BeginTable("##rows", 4,
                           ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg | ImGuiTableFlags_BordersOuter |
                               ImGuiTableFlags_NoSavedSettings,
                           size))
        return;
    ImGui::TableSetupScrollFreeze(0, 1);
    const auto column = [&](const char* key, float width) {
        ImGui::TableSetupColumn(session.say(key).c_str(),
                                width > 0 ? ImGuiTableColumnFlags_WidthFixed : ImGuiTableColumnFlags_WidthStretch,
                                context.px(width));
    };
    column("app.report.line", line_px);
    column("app.report.column", column_px);
    column("app.report.value", value_px);
    column("app.report.problem", 0);
    ImGui::TableHeadersRow();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(session.report.rows.rows().size()));
    bool is_first = true;
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(context, static_cast<std::size_t>(i), std::exchange(is_first, false));
    ImGui::EndTable();
}

// A kept row is an event, which the map can show.
void draw_show_button(const PanelContext& context, const ListedRow& row) {
    auto& session = context.session;
    const auto& problem = session.report.rows.problem(row);
    if (!button(context, "##show", session.say("app.report.show"))) return;
    const auto found = find_event(*session.scene(), session.report.rows.table_of(row).file, problem.position);
    if (!found) {
        session.notice = Notice{session.say("app.report.not_shown"), {session.say("app.report.not_in_scene")}};
        return;
    }
    // In the middle of what the panel leaves free.
    const float pixels_per_unit = static_cast<float>(context.layout.view.size.width) / context.size.x;
    const float right = ImGui::GetWindowPos().x * pixels_per_unit;
    const auto& free = context.layout.free;
    const float left = free.x < right - 80 ? free.x : context.layout.map.x;
    session.show_event(*found, context.layout, {(left + right) / 2, free.y + free.height / 2});
}

void draw_detail(const PanelContext& context, float width) {
    auto& session = context.session;
    const auto& selected = session.report.selected();
    if (!selected) return muted_text(context, session.say("app.report.choose"), width);
    const auto& rows = session.report.rows;
    const auto& problem = rows.problem(*selected);
    const std::string place = place_of(rows.table_of(*selected), problem);
    if (!selected->is_rejected) {
        draw_show_button(context, *selected);
        ImGui::SameLine();
    }
    if (button(context, "##copy", session.say("app.report.copy"))) ImGui::SetClipboardText(place.c_str());
    ImGui::BeginChild("##record", {width, 0}, false);
    const float inner = width - context.px(14);
    muted_text(context, place, inner);
    wrapped_text(io::words(session.scene()->language, problem), inner);
    if (!session.report.record().empty()) muted_text(context, session.report.record(), inner);
    ImGui::EndChild();
}

void draw_content(const PanelContext& context, float width) {
    auto& session = context.session;
    const auto& rows = session.report.rows;
    if (rows.tables().empty()) return muted_text(context, session.say("app.report.no_tables"), width);
    draw_accounts(context, width);
    if (rows.rejected() + rows.warnings() == 0)
        return muted_text(context, session.say("app.report.all_kept"), width);
    draw_table_choice(context, width);
    draw_reason_choice(context, width);
    const float below = context.px(detail_px) + (rows.unlisted() > 0 ? ImGui::GetTextLineHeightWithSpacing() : 0);
    draw_list(context, {width, std::max(context.px(90), ImGui::GetContentRegionAvail().y - below)});
    if (rows.unlisted() > 0)
        muted_text(context, session.say("app.report.unlisted", {{"count", counted(session, rows.unlisted())}}),
                   width);
    draw_detail(context, width);
}

}  // namespace

float right_of_free(const PanelContext& context) {
    const float margin = context.px(margin_px);
    const float panel = std::min(context.px(width_px), context.size.x - 2 * margin) + margin;
    return context.size.x - (context.session.panels.report ? panel : 0);
}

void draw_report_panel(const PanelContext& context) {
    auto& session = context.session;
    const float margin = context.px(margin_px);
    const float width = std::min(context.px(width_px), context.size.x - 2 * margin);
    const float height = context.size.y - context.strip_height - 2 * margin;
    const PanelFrame frame(context, "##report", session.say("app.report.title"), {context.size.x - margin, margin},
                           {1, 0}, width, session.panels.report, height);
    draw_content(context, width - 2 * ImGui::GetStyle().WindowPadding.x);
}

void draw_rejected_notice(const PanelContext& context) {
    auto& session = context.session;
    if (session.panels.report) session.tells_rejected = false;
    // The filter's panel would lie over it.
    if (!session.tells_rejected || session.panels.filter) return;
    bool is_open = true;
    {
        const auto& rows = session.report.rows;
        const float width = std::min(context.px(330), context.size.x - context.px(24));
        const ImVec2 corner{context.size.x - context.px(12),
                            context.size.y - context.strip_height - context.px(12)};
        const PanelFrame frame(context, "##rejected", session.say("app.notice.rejected"), corner, {1, 1}, width,
                               is_open);
        wrapped_text(session.say("app.report.some_rejected", {{"records", counted(session, rows.records())},
                                                              {"rejected", counted(session, rows.rejected())}}),
                     width - context.px(36));
        if (button(context, "##open_report", session.say("app.report.open"))) {
            session.panels.report = true;
            is_open = false;
        }
    }
    if (!is_open) session.tells_rejected = false;
}

}  // namespace harmattan::app
