#include "cli/doctor_command.h"

#include <fmt/core.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/number_format.h"
#include "cli/machine_facts.h"
#include "record/film.h"

namespace harmattan::cli {
namespace {

using Json = nlohmann::ordered_json;

bool can_draw(const std::vector<ContextTried>& contexts) {
    return std::any_of(contexts.begin(), contexts.end(),
                       [](const ContextTried& context) { return context.works; });
}

Json sizes(std::string_view prefix) {
    Json files = Json::object();
    for (const auto& [name, bytes] : embedded(prefix)) files[name] = bytes;
    return files;
}

Json as_json(const DataFolder& folder) {
    Json files = Json::object();
    for (const fetch::KeptFile& file : folder.files)
        files[file.name] = {{"bytes", file.size_bytes}, {"whole", !file.is_partial}};
    return {{"path", folder.path}, {"files", files}};
}

std::string as_json(const std::vector<ContextTried>& contexts) {
    Json report{{"version", HARMATTAN_VERSION}};
    for (const auto& [name, version] : library_versions()) report["libraries"][name] = version;
    for (const ContextTried& context : contexts)
        report["contexts"].push_back({{"name", context.name}, {"works", context.works}, {"words", context.words}});
    report["films"] = record::has_film_encoder();
    report["display"] = display();
    report["fonts"] = sizes("fonts/");
    report["data"] = sizes("data/sahel/");
    report["data_folder"] = as_json(users_data());
    report["sentences"] = {{"en", base::message_keys(base::Language::en).size()},
                           {"fr", base::message_keys(base::Language::fr).size()}};
    report["can_draw"] = can_draw(contexts);
    return report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

void print_embedded(const Console& console, const char* heading_key, std::string_view prefix) {
    console.result(console.say(heading_key));
    for (const auto& [name, bytes] : embedded(prefix))
        console.result("  " + console.say("doctor.file", {{"name", name},
                                                          {"bytes", base::grouped(static_cast<std::int64_t>(bytes),
                                                                                  console.language())}}));
}

void print_data_folder(const Console& console) {
    const DataFolder folder = users_data();
    console.result(console.say("doctor.get"));
    if (folder.path.empty()) return;
    console.result(console.say(folder.files.empty() ? "doctor.nothing_fetched" : "doctor.fetched",
                               {{"folder", folder.path}}));
    for (const fetch::KeptFile& file : folder.files)
        console.result("  " + console.say(file.is_partial ? "doctor.partial_file" : "doctor.file",
                                          {{"name", file.name},
                                           {"bytes", base::grouped(static_cast<std::int64_t>(file.size_bytes),
                                                                   console.language())}}));
}

void print(const Console& console, const std::vector<ContextTried>& contexts) {
    console.result(fmt::format("harmattan {}", HARMATTAN_VERSION));
    console.result(console.say("doctor.libraries"));
    for (const auto& [name, version] : library_versions()) console.result(fmt::format("  {} {}", name, version));
    console.result(console.say("doctor.contexts"));
    for (const ContextTried& context : contexts)
        console.result("  " + console.say(context.works ? "doctor.context" : "doctor.no_context",
                                          {{"name", context.name}, {"words", context.words}}));
    console.result(console.say(record::has_film_encoder() ? "doctor.films" : "doctor.no_films"));
    const std::string shown = display();
    console.result(console.say(shown.empty() ? "doctor.no_display" : "doctor.display", {{"display", shown}}));
    print_embedded(console, "doctor.fonts", "fonts/");
    console.result("  " + console.say("doctor.scripts"));
    print_embedded(console, "doctor.data", "data/sahel/");
    print_data_folder(console);
    const auto sentences = static_cast<std::int64_t>(base::message_keys(base::Language::en).size());
    console.result(console.say("doctor.messages", {{"count", base::grouped(sentences, console.language())}}));
    console.result(console.say(can_draw(contexts) ? "doctor.can_draw" : "doctor.cannot_draw"));
}

}  // namespace

void DoctorCommand::declare(CLI::App& parser, const Console& console) {
    shared_.declare_general(parser, console);
    shared_.declare_json(parser, console);
}

void DoctorCommand::check() {
    shared_.check_language();
}

int DoctorCommand::run(const Console& console) {
    const std::vector<ContextTried> contexts = contexts_tried(console);
    if (shared_.json)
        console.result(as_json(contexts));
    else
        print(console, contexts);
    return can_draw(contexts) ? done : could_not_be_done;
}

}  // namespace harmattan::cli
