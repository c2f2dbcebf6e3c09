#include <filesystem>

#include <fmt/core.h>

#include "app/form.h"
#include "app/panel_frame.h"
#include "app/panels.h"
#include "base/number_format.h"
#include "io/event_reader.h"

namespace harmattan::app {
namespace {

constexpr float greatest_width_px = 1080;

std::string number(const Session& session, std::uint64_t count) {
    return base::grouped(static_cast<std::int64_t>(count), session.scene()->language);
}

std::string account_words(const Session& session, const io::ReadReport& report) {
    return session.say("app.notice.account", {{"file", std::filesystem::path(report.file).filename().string()},
                                              {"records", number(session, report.records)},
                                              {"kept", number(session, report.kept)},
                                              {"rejected", number(session, report.rejected)}}) +
           session.say("app.report.doubtful", {{"count", number(session, report.warning_count)}});
}

void draw_file_choice(const PanelContext& context) {
    auto& session = context.session;
    auto& list = session.report;
    const std::string all = session.say("app.report.all_files");
    const auto words = [&](std::optional<std::size_t> file) {
        return file ? account_words(session, list.reports()[*file]) : all;
    };
    if (list.reports().size() == 1) return ImGui::TextUnformatted(words(0).c_str());
    ImGui::SetNextItemWidth(-1);
    if (!ImGui::BeginCombo("##file", words(list.shown_file()).c_str())) return;
    if (ImGui::Selectable(all.c_str(), !list.shown_file())) list.show_file(std::nullopt);
    for (std::size_t i = 0; i < list.reports().size(); ++i)
        if (ImGui::Selectable(fmt::format("{}##{}", words(i), i).c_str(), list.shown_file() == i))
            list.show_file(i);
    ImGui::EndCombo();
}

std::string words_of(const Session& session, const ReportList::Reason& reason) {
    return session.say(reason.is_rejected ? "app.report.left_out" : "app.report.doubted",
                       {{"count", number(session, reason.count)},
                        {"reason", io::reason_words(session.scene()->language, reason.key)}});
}

void draw_reason_choice(const PanelContext& context) {
    auto& session = context.session;
    auto& list = session.report;
    const std::string all = session.say("app.report.all_reasons");
    const auto reasons = list.reasons();
    const auto shown = list.shown_reason();
    ImGui::SetNextItemWidth(-1);
    ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyle().Colors[ImGuiCol_FrameBg]);
    const bool is_open = ImGui::BeginCombo("##reason", shown ? words_of(session, *shown).c_str() : all.c_str());
    ImGui::PopStyleColor();
    if (!is_open) return;
    if (ImGui::Selectable(all.c_str(), !shown)) list.show_reason(std::nullopt);
    for (const auto& reason : reasons)
        if (ImGui::Selectable(
                fmt::format("{}##{}{}", words_of(session, reason), reason.is_rejected, reason.key).c_str(),
                shown == reason))
            list.show_reason(reason);
    ImGui::EndCombo();
}

void draw_row(const PanelContext& context, const ReportList::Row& row, int at) {
    auto& list = context.session.report;
    const auto& problem = list.problem(row);
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    const std::string label = fmt::format("{}##{}", problem.line, at);
    if (ImGui::Selectable(label.c_str(), list.selected == row, ImGuiSelectableFlags_SpanAllColumns))
        list.selected = row;
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(
        context.session.say(row.is_rejected ? "app.report.kind_left_out" : "app.report.kind_doubted").c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(problem.column.c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(io::words(context.session.scene()->language, problem).c_str());
}

void draw_rows(const PanelContext& context, float height) {
    const auto& session = context.session;
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_ScrollX | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_BordersOuter | ImGuiTableFlags_SizingFixedFit;
    if (!ImGui::BeginTable("##problems", 4, flags, {0, height})) return;
    ImGui::TableSetupScrollFreeze(0, 1);
    for (const char* key : {"app.report.line", "app.report.kind", "app.report.column", "app.report.problem"})
        ImGui::TableSetupColumn(session.say(key).c_str());
    ImGui::TableHeadersRow();
    const auto& rows = session.report.rows();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_row(context, rows[static_cast<std::size_t>(i)], i);
    ImGui::EndTable();
}

// The record as it stands in the file, or why it cannot be had; read only when another row is selected.
const std::string& raw_text_of(const Session& session, const ReportList::Row& row, RawRecord& last) {
    const std::string place = session.report.place_of(row);
    if (last.place == place) return last.text;
    last.place = place;
    try {
        last.text =
            io::fetch_record(session.report.reports()[row.report].file, {0, session.report.problem(row).position});
    } catch (const base::Error&) {
        last.text = session.say("app.report.no_raw");
    }
    return last.text;
}

void draw_selected(const PanelContext& context, float width) {
    auto& session = context.session;
    const auto row = *session.report.selected;
    const auto& problem = session.report.problem(row);
    wrapped_text(io::words(session.scene()->language, problem), width);
    if (form_button(context, session.say("app.report.copy_place")))
        ImGui::SetClipboardText(session.report.place_of(row).c_str());
    ImGui::SameLine();
    const auto& raw = raw_text_of(session, row, session.raw_record);
    if (form_button(context, session.say("app.report.copy_row"))) ImGui::SetClipboardText(raw.c_str());
    if (!row.is_rejected) {
        ImGui::SameLine();
        const auto place =
            find_event(*session.scene(), session.report.reports()[row.report].file, problem.position);
        if (form_button(context, session.say("app.report.show"), place.has_value())) {
            session.show_event(*place);
            session.panels.report = false;  // R brings it back
        }
    }
    if (ImGui::BeginChild("##raw", {0, ImGui::GetTextLineHeightWithSpacing() * 3.2f}, true))
        wrapped_text(raw, ImGui::GetContentRegionAvail().x);
    ImGui::EndChild();
}

}  // namespace

void draw_report_panel(const PanelContext& context) {
    auto& session = context.session;
    const float width = std::min(context.px(greatest_width_px), context.size.x - context.px(24));
    // At the foot of the map, so that an event that is shown has room above.
    const ImVec2 foot{context.size.x / 2, context.size.y - context.strip_height - context.px(12)};
    const PanelFrame frame(context, "##report", session.say("app.report.title"), foot, {0.5f, 1}, width,
                           session.panels.report);
    context.take_keys();
    context.cover();
    if (session.report.reports().empty())
        return wrapped_text(session.say("app.report.none"), width - context.px(36));
    draw_file_choice(context);
    draw_reason_choice(context);
    const float room = context.size.y - context.strip_height - context.px(360);
    draw_rows(context, std::clamp(room, context.px(90), context.px(300)));
    if (const auto more = session.report.unlisted(); more > 0)
        muted_text(context, session.say("app.report.unlisted", {{"count", number(session, more)}}),
                   width - context.px(36));
    if (session.report.selected) draw_selected(context, width - context.px(36));
}

void draw_rejected_hint(const PanelContext& context) {
    auto& session = context.session;
    const float width = std::min(context.px(620), context.size.x - context.px(24));
    bool is_open = true, is_asked = false;
    {
        const PanelFrame frame(context, "##rejected", session.say("app.notice.rejected"),
                               {context.size.x / 2, context.px(12)}, {0.5f, 0}, width, is_open);
        context.cover();
        wrapped_text(session.rejected_words, width - context.px(36));
        is_asked = form_button(context, session.say("app.report.open"));
    }
    if (is_asked) context.perform(Action::toggle_report);
    if (!is_open) session.rejected_words.clear();
}

}  // namespace harmattan::app
