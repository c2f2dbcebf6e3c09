#include "app/panel_frame.h"
#include "app/panels.h"
#include "app/tab_controls.h"
#include "base/number_format.h"
#include "fetch/data_folder.h"

namespace harmattan::app {
namespace {

constexpr float width_px = 680, label_px = 130, version_px = 110;

std::string fault_words(const Session& session, const base::Error& error) {
    return base::words(session.scene()->language, error);
}

// Before anything is fetched: under which terms, and where to.
void draw_terms(const PanelContext& context, const fetch::Download& download, float width) {
    const auto& session = context.session;
    wrapped_text(session.say("get.licence", {{"title", download.title},
                                             {"licence", download.licence},
                                             {"address", download.licence_address}}),
                 width);
    for (const auto& citation : download.citations) muted_text(context, citation, width);
    if (download.size_bytes)
        muted_text(
            context,
            session.say("app.get.size", {{"bytes", base::grouped(static_cast<std::int64_t>(*download.size_bytes),
                                                                 session.scene()->language)}}),
            width);
    if (download.is_provisional) wrapped_text(session.say("get.provisional"), width);
}

void draw_part(const PanelContext& context, const fetch::Download& download, float width) {
    const auto& session = context.session;
    const auto folder = fetch::data_folder();
    muted_text(context, session.say("app.get.folder", {{"folder", folder.string()}}), width);
    for (const auto& file : fetch::kept_files(folder))
        if (file.name == download.file_name && file.is_partial)
            muted_text(
                context,
                session.say("app.get.part", {{"bytes", base::grouped(static_cast<std::int64_t>(file.size_bytes),
                                                                     session.scene()->language)}}),
                width);
}

void draw_running(const PanelContext& context, float width) {
    auto& session = context.session;
    const auto& task = *session.get.task();
    const auto progress = task.progress();
    const auto share = progress.whole_bytes == 0
                           ? 0.0
                           : static_cast<double>(progress.done_bytes) / static_cast<double>(progress.whole_bytes);
    wrapped_text(session.say("app.get.fetching", {{"title", task.download().title}}), width);
    ImGui::ProgressBar(static_cast<float>(share), {width, context.px(8)}, "");
    muted_text(context, words_of(session.scene()->language, progress), width);
    if (button(context, "##cancel", session.say("app.get.cancel"), !task.is_cancelled())) session.get.cancel();
}

void draw_label(const PanelContext& context, const char* key) {
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(context.session.say(key).c_str());
    ImGui::SameLine(left + context.px(label_px));
}

void draw_datasets(const PanelContext& context) {
    auto& get = context.session.get;
    draw_label(context, "app.get.dataset");
    const auto option = [&](const char* key, Dataset dataset) {
        if (radio(context, key, context.session.say(key), get.dataset == dataset)) get.dataset = dataset;
    };
    option("app.get.ged", Dataset::ged_release);
    ImGui::SameLine(0, context.px(20));
    option("app.get.candidate", Dataset::candidate_month);
}

// Enter here fetches nothing: only the button does.
void draw_version(const PanelContext& context, float width) {
    auto& session = context.session;
    const bool is_month = session.get.dataset == Dataset::candidate_month;
    const float left = ImGui::GetCursorPosX();
    draw_label(context, is_month ? "app.get.month" : "app.get.release");
    ImGui::SetNextItemWidth(context.px(version_px));
    if (is_month)
        text_field(context, "##month", session.get.month);
    else
        text_field(context, "##release", session.get.version);
    ImGui::SameLine();
    muted_text(context,
               is_month ? session.say("app.get.months", {{"oldest", fetch::oldest_candidate_month()}})
                        : session.say("app.get.releases", {{"oldest", fetch::oldest_ged_version()},
                                                           {"newest", fetch::newest_ged_version()}}),
               left + width - ImGui::GetCursorPosX());
}

void draw_offer(const PanelContext& context, float width) {
    auto& session = context.session;
    draw_datasets(context);
    draw_version(context, width);
    try {
        const auto download = session.get.download();
        draw_terms(context, download, width);
        draw_part(context, download, width);
        if (button(context, "##fetch", session.say("app.get.fetch", {{"title", download.title}})))
            context.requests.fetch = true;
    } catch (const base::Error& error) {
        wrapped_text(fault_words(session, error), width);
    }
}

}  // namespace

void draw_get_panel(const PanelContext& context) {
    auto& session = context.session;
    const float width = std::min(context.px(width_px), context.size.x - context.px(24));
    const ImVec2 middle{context.size.x / 2, (context.size.y - context.strip_height) / 2};
    const PanelFrame frame(context, "##get", session.say("app.get.title"), middle, {0.5f, 0.5f}, width,
                           session.panels.get);
    const float inner = width - 2 * ImGui::GetStyle().WindowPadding.x;
    if (session.has_no_events()) wrapped_text(session.say("app.get.empty"), inner);
    wrapped_text(session.say("app.get.where"), inner);
    ImGui::Separator();
    if (session.get.is_running()) return draw_running(context, inner);
    if (session.get.fault()) wrapped_text(fault_words(session, *session.get.fault()), inner);
    if (const auto& fetched = session.get.fetched()) {
        wrapped_text(session.say(fetched->was_there ? "app.get.was_there" : "app.get.fetched",
                                 {{"path", fetched->file.string()}}),
                     inner);
        muted_text(context, checksum_words(session.scene()->language, *fetched), inner);
        ImGui::Separator();
    }
    draw_offer(context, inner);
}

}  // namespace harmattan::app
