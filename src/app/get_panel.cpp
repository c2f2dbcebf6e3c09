#include <fmt/core.h>

#include "app/form.h"
#include "app/panel_frame.h"
#include "app/panels.h"
#include "base/number_format.h"
#include "fetch/data_folder.h"

namespace harmattan::app {
namespace {

constexpr float greatest_width_px = 720;

using Check = fetch::Fetched::Check;

const char* key_of(Check check) {
    switch (check) {
        case Check::known:
            return "get.check.known";
        case Check::recorded:
            return "get.check.recorded";
        case Check::differs:
            return "get.check.differs";
        case Check::none:
            break;
    }
    return "get.check.none";
}

std::string megabytes(std::uint64_t bytes) {
    return fmt::format("{:.1f}", static_cast<double>(bytes) / 1e6);
}

// Under which terms, before anything is asked of the network.
void draw_terms(const PanelContext& context, const fetch::Download& download, float width) {
    const auto& session = context.session;
    wrapped_text(session.say("get.licence", {{"title", download.title},
                                             {"licence", download.licence},
                                             {"address", download.licence_address}}),
                 width);
    for (const auto& citation : download.citations) muted_text(context, citation, width);
}

void draw_running(const PanelContext& context, float width) {
    auto& session = context.session;
    const auto progress = session.fetching->progress();
    const float share = progress.whole_bytes == 0 ? 0
                                                  : static_cast<float>(static_cast<double>(progress.done_bytes) /
                                                                       static_cast<double>(progress.whole_bytes));
    const std::string words =
        session.say(progress.whole_bytes == 0 ? "app.get.done" : "app.get.done_of",
                    {{"done", megabytes(progress.done_bytes)}, {"whole", megabytes(progress.whole_bytes)}});
    ImGui::ProgressBar(share, {width, 0}, words.c_str());
    if (progress.kept_bytes > 0)
        muted_text(context, session.say("app.get.kept", {{"kept", megabytes(progress.kept_bytes)}}), width);
    if (form_button(context, session.say("app.get.cancel"))) session.fetching->cancel();
}

void draw_offer(const PanelContext& context, const fetch::Download& download, float width) {
    auto& session = context.session;
    const auto folder = fetch::data_folder();
    draw_terms(context, download, width);
    muted_text(context,
               session.say("app.get.where",
                           {{"address", fetch::base_address() + download.path}, {"folder", folder.string()}}),
               width);
    if (session.fetching->state() == DataFetch::State::failed)
        wrapped_text(base::words(session.scene()->language, session.fetching->error()), width);
    if (form_button(context, session.say("app.get.fetch", {{"title", download.title}})) || enter_pressed())
        session.fetching->start(download, folder);
}

void draw_got(const PanelContext& context, const fetch::Download& download, float width) {
    auto& session = context.session;
    const auto& fetched = session.fetching->fetched();
    const auto bytes = base::grouped(static_cast<std::int64_t>(fetched.size_bytes), session.scene()->language);
    wrapped_text(session.say(fetched.was_there ? "get.was_there" : "get.fetched",
                             {{"title", download.title}, {"path", fetched.file.string()}, {"bytes", bytes}}),
                 width);
    wrapped_text(session.say(key_of(fetched.check), {{"sum", fetched.sha256}}), width);
    draw_terms(context, download, width);
    if (form_button(context, session.say("app.get.open")) || enter_pressed()) {
        const auto file = fetched.file;
        session.panels.get = false;
        session.open_files({file});
    }
}

void draw_state(const PanelContext& context, float width) {
    const auto download = fetch::ged_release("");
    switch (context.session.fetching->state()) {
        case DataFetch::State::running:
            return draw_running(context, width);
        case DataFetch::State::done:
            return draw_got(context, download, width);
        default:
            return draw_offer(context, download, width);
    }
}

}  // namespace

void draw_get_panel(const PanelContext& context) {
    auto& session = context.session;
    const float width = std::min(context.px(greatest_width_px), context.size.x - context.px(24));
    const float inner = width - context.px(36);
    const ImVec2 middle{context.size.x / 2, (context.size.y - context.strip_height) / 2};
    const PanelFrame frame(context, "##get", session.say("app.get.title"), middle, {0.5f, 0.5f}, width,
                           session.panels.get);
    context.take_keys();
    context.cover();
    wrapped_text(session.say("app.get.drop"), inner);
    wrapped_text(session.say("doctor.get"), inner);
    ImGui::Separator();
    try {
        draw_state(context, inner);
    } catch (const base::Error& error) {
        wrapped_text(base::words(session.scene()->language, error), inner);
    }
}

void draw_empty_hint(const PanelContext& context) {
    auto& session = context.session;
    ImGui::SetNextWindowPos({context.size.x / 2, context.px(12)}, ImGuiCond_Always, {0.5f, 0});
    ImGui::Begin("##empty", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing);
    context.cover();
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(
        session.say(session.filter_text().empty() ? "app.empty.none" : "app.empty.filtered").c_str());
    ImGui::SameLine();
    if (form_button(context, session.say("app.button.get"))) session.panels.get = true;
    ImGui::End();
}

}  // namespace harmattan::app
