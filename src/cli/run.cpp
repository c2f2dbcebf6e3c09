#include "cli/run.h"

#include <exception>
#include <filesystem>
#include <new>

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/nearest_word.h"
#include "cli/command.h"
#include "cli/error_words.h"

namespace harmattan::cli {
namespace {

constexpr const char* version = HARMATTAN_VERSION;

// The errors of the command line itself must already be in the language asked for.
base::Language language_of(const std::vector<std::string>& arguments) {
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--lang=fr") return base::Language::fr;
        if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "fr")
            return base::Language::fr;
    }
    return base::Language::en;
}

bool is_verb(const std::string& word) {
    return std::find(verbs().begin(), verbs().end(), word) != verbs().end();
}

std::string without_dashes(const std::string& option) {
    const auto first = option.find_first_not_of('-');
    return first == std::string::npos ? std::string() : option.substr(first);
}

std::vector<std::string> options_of(const CLI::App& parser) {
    std::vector<std::string> names;
    for (const CLI::Option* option : parser.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back(name);
    return names;
}

// What is no option here may be one of another verb. "harmattan" itself stands for the window.
void refuse_option_of_other_verb(const std::string& option, const Console& console) {
    std::vector<std::string> all = verbs();
    all.emplace_back();
    for (const std::string& verb : all) {
        CLI::App parser;
        const auto command = make_command(verb);
        command->declare(parser, console);
        const std::string nearest = base::nearest_word(without_dashes(option), options_of(parser));
        if (nearest.empty()) continue;
        throw base::UsageError("cli.option_of_verb", {{"option", option},
                                                      {"nearest", "--" + nearest},
                                                      {"verb", verb.empty() ? "harmattan" : "harmattan " + verb}});
    }
}

[[noreturn]] void refuse_unknown(const CLI::App& parser, const std::string& word, const Console& console) {
    if (!word.starts_with('-')) throw base::UsageError("cli.unexpected_word", {{"text", word}});
    const std::string option = word.substr(0, word.find('='));
    const std::string nearest = base::nearest_word(without_dashes(option), options_of(parser));
    if (!nearest.empty())
        throw base::UsageError("cli.unknown_option_like", {{"option", option}, {"nearest", "--" + nearest}});
    refuse_option_of_other_verb(option, console);
    throw base::UsageError("cli.unknown_option", {{"option", option}});
}

// "harmattan snpa" means a verb, not a file.
void refuse_mistyped_verb(const std::vector<std::string>& arguments) {
    if (arguments.empty()) return;
    const std::string& word = arguments.front();
    if (word.starts_with('-') || word.find_first_of("./:") != std::string::npos || std::filesystem::exists(word))
        return;
    const std::string nearest = base::nearest_word(word, verbs());
    if (!nearest.empty()) throw base::UsageError("cli.unknown_verb_like", {{"text", word}, {"nearest", nearest}});
}

std::string list_of_verbs(const Console& console) {
    std::string list = console.say("help.verbs");
    for (const std::string& verb : verbs())
        list += fmt::format("\n  {:<9} {}", verb, console.say(fmt::format("help.verb.{}", verb)));
    return list;
}

void set_up(CLI::App& parser, const std::string& verb, const Console& console) {
    parser.name(verb.empty() ? "harmattan" : "harmattan " + verb);
    parser.set_help_flag("-h,--help", console.say("help.help"));
    parser.set_version_flag("--version", fmt::format("harmattan {}", version), console.say("help.version"));
    parser.allow_extras();
    const auto formatter = parser.get_formatter();
    for (const char* label : {"Usage", "OPTIONS", "Options", "Positionals", "POSITIONALS", "REQUIRED", "TEXT"})
        formatter->label(label, console.say(fmt::format("help.label.{}", label)));
    formatter->column_width(28);
    if (verb.empty()) parser.footer(list_of_verbs(console));
}

// Help and version end the program well; so they print on standard output.
int end_of_parsing(const CLI::App& parser, const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) return parser.exit(error);
    throw base::UsageError("cli.not_understood", {{"reason", error.what()}});
}

int parse_and_run(Command& command, CLI::App& parser, std::vector<std::string> arguments, const Console& console) {
    std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
    try {
        parser.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return end_of_parsing(parser, error);
    }
    if (const auto unknown = parser.remaining(); !unknown.empty())
        refuse_unknown(parser, unknown.front(), console);
    command.check();
    return command.run(console);
}

int run_verb(const std::string& verb, const std::vector<std::string>& arguments, const Console& console) {
    if (verb.empty()) refuse_mistyped_verb(arguments);
    const auto command = make_command(verb);
    CLI::App parser(console.say(fmt::format("help.verb.{}", verb.empty() ? "window" : verb)));
    set_up(parser, verb, console);
    command->declare(parser, console);
    return parse_and_run(*command, parser, arguments, console);
}

}  // namespace

int run(std::vector<std::string> arguments) {
    const base::Language language = language_of(arguments);
    std::string verb;
    if (!arguments.empty() && is_verb(arguments.front())) {
        verb = arguments.front();
        arguments.erase(arguments.begin());
    }
    const Console console(language, verb.empty() ? "harmattan" : "harmattan " + verb);
    try {
        return run_verb(verb, arguments, console);
    } catch (const base::UsageError& error) {
        console.tell(full_words(language, error));
        console.tell(console.say("cli.see_help", {{"command", verb.empty() ? "harmattan" : "harmattan " + verb}}));
        return wrong_command_line;
    } catch (const base::Error& error) {
        console.tell(full_words(language, error));
    } catch (const std::bad_alloc&) {
        console.tell(console.say("cli.out_of_memory"));
    } catch (const std::exception& error) {
        console.tell(console.say("cli.unexpected_error", {{"reason", error.what()}}));
    }
    return could_not_be_done;
}

}  // namespace harmattan::cli
