#include "cli/get_command.h"

#include <cstdint>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/number_format.h"
#include "cli/error_words.h"
#include "cli/interrupt.h"
#include "cli/progress_line.h"
#include "fetch/data_folder.h"

namespace harmattan::cli {
namespace {

fetch::Download chosen(const std::optional<std::string>& version, const std::optional<std::string>& month) {
    if (month) return read_option("--month", [&] { return fetch::candidate_month(*month); });
    return read_option("--version", [&] { return fetch::ged_release(version.value_or("")); });
}

}  // namespace

void GetCommand::declare(CLI::App& parser, const Console& console) {
    parser.set_version_flag();  // here --version is the data's
    parser.add_option("SOURCE", source_, console.say("help.get_source"));
    parser.add_option("--version", version_,
                      console.say("help.get_version", {{"newest", fetch::newest_ged_version()}}));
    parser.add_option("--month", month_, console.say("help.get_month"));
    parser.add_option("-o,--output", folder_text_, console.say("help.get_output"));
    parser.add_flag("--unchecked", unchecked_, console.say("help.get_unchecked"));
    shared_.declare_general(parser, console);
    shared_.declare_json(parser, console);
    shared_.declare_force(parser, console);
}

void GetCommand::check() {
    shared_.check_language();
    if (source_ == "acled") throw base::UsageError("get.acled");
    if (source_.empty()) throw base::UsageError("get.no_source");
    if (source_ != "ged") throw base::UsageError("get.unknown_source", {{"text", source_}});
    if (version_ && month_)
        throw base::UsageError("cli.contradiction", {{"first", "--version"}, {"second", "--month"}});
    if (version_ && version_->empty()) throw OptionError("--version", base::Error("get.empty"));
    if (folder_text_ && folder_text_->empty()) throw OptionError("-o", base::Error("get.empty"));
    download_ = chosen(version_, month_);
    folder_ = folder_text_ ? std::filesystem::path(*folder_text_) : fetch::data_folder();
    options_.force = shared_.force;
    options_.unchecked = unchecked_;
}

fetch::Fetched GetCommand::fetch_it(const Console& console) const {
    const Interrupt interrupt;
    ProgressLine line(console, 0, shared_.quiet, megabytes_fetched);
    return fetch::fetch(download_, folder_, options_, [&](const fetch::FetchProgress& progress) {
        line.set_total(static_cast<std::int64_t>(progress.whole_bytes));
        line.show(static_cast<std::int64_t>(progress.done_bytes), static_cast<std::int64_t>(progress.kept_bytes));
        return !interrupt.was_asked();
    });
}

std::string GetCommand::as_json(const fetch::Fetched& fetched) const {
    const nlohmann::ordered_json line{{"title", download_.title},
                                      {"path", fetched.file.string()},
                                      {"bytes", fetched.size_bytes},
                                      {"sha256", fetched.sha256},
                                      {"sha256_is_the_known_one", fetched.check == fetch::Fetched::Check::known},
                                      {"was_there", fetched.was_there},
                                      {"provisional", download_.is_provisional},
                                      {"licence", download_.licence},
                                      {"citations", download_.citations}};
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

void GetCommand::print(const Console& console, const fetch::Fetched& fetched) const {
    const auto bytes = base::grouped(static_cast<std::int64_t>(fetched.size_bytes), console.language());
    console.result(console.say(fetched.was_there ? "get.was_there" : "get.fetched",
                               {{"title", download_.title}, {"path", fetched.file.string()}, {"bytes", bytes}}));
    console.result(console.say(fetch::message_key(fetched.check), {{"sum", fetched.sha256}}));
    console.result(console.say(
        "get.licence",
        {{"title", download_.title}, {"licence", download_.licence}, {"address", download_.licence_address}}));
    for (const std::string& citation : download_.citations) console.result("  " + citation);
    if (download_.is_provisional) console.result(console.say("get.provisional"));
    console.result(console.say("get.open", {{"path", fetched.file.string()}}));
}

int GetCommand::run(const Console& console) {
    const fetch::Fetched fetched = fetch_it(console);
    if (shared_.json)
        console.result(as_json(fetched));
    else if (!shared_.quiet)
        print(console, fetched);
    return done;
}

}  // namespace harmattan::cli
