#include "base/messages.h"

#include <map>
#include <set>

#include "base/error.h"
#include "support/catch.h"
#include "support/source_tree.h"

using namespace harmattan::base;
using namespace harmattan::test;

namespace {

// A value that is itself in words comes in both languages, {reason_en} and {reason_fr}: `ending` is cut off.
std::set<std::string> placeholders_of(std::string_view sentence, std::string_view ending) {
    std::set<std::string> names;
    for (auto open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{', open + 1))
        if (const auto close = sentence.find('}', open); close != std::string_view::npos) {
            std::string_view name = sentence.substr(open + 1, close - open - 1);
            if (name.ends_with(ending)) name.remove_suffix(ending.size());
            names.emplace(name);
        }
    return names;
}

bool looks_like_key(std::string_view text) {
    const bool has_form =
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == std::string_view::npos;
    return has_form && text.find('.') != std::string_view::npos && text.front() != '.';
}

// A text such as "story.layer_" is the beginning of keys: one at least must be there.
bool has_key(const std::vector<std::string>& keys, const std::string& key) {
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    if (found == keys.end()) return false;
    const bool is_beginning = key.back() == '_' || key.back() == '.';
    return is_beginning ? found->starts_with(key) : *found == key;
}

// The text literal that stands in the first two arguments of a call whose "(" is at `open`, if there is one.
std::string_view literal_in_call(std::string_view source, std::size_t open) {
    const auto end = source.find_first_of(";{", open);
    const auto quote = source.find('"', open);
    if (quote == std::string_view::npos || quote > end) return {};
    return source.substr(quote + 1, source.find('"', quote + 1) - quote - 1);
}

// Key -> a file that says it.
std::map<std::string, std::string> keys_said_by_sources() {
    std::map<std::string, std::string> keys;
    for (const auto& file : cpp_files_in(source_folder() / "src")) {
        const std::string text = text_of(file);
        for (const std::string_view callee : {"Error(", "message(", "fail(", "UsageError{", "Error{"})
            for (auto at = text.find(callee); at != std::string::npos; at = text.find(callee, at + 1)) {
                const auto key = literal_in_call(text, at + callee.size() - 1 + (callee.back() == '{' ? 1 : 0));
                if (!key.empty() && looks_like_key(key)) keys.emplace(key, file.string());
            }
    }
    return keys;
}

}  // namespace

TEST_CASE("both languages have the same keys") {
    const auto english = message_keys(Language::en), french = message_keys(Language::fr);
    CHECK(english.size() > 20);
    CHECK(english == french);
}

TEST_CASE("both languages have the same placeholders in each sentence") {
    for (const auto& key : message_keys(Language::en)) {
        INFO(key);
        CHECK(placeholders_of(message(Language::en, key), "_en") ==
              placeholders_of(message(Language::fr, key), "_fr"));
    }
}

TEST_CASE("every key that the sources say has a sentence in both languages") {
    const auto english = message_keys(Language::en), french = message_keys(Language::fr);
    const auto said = keys_said_by_sources();
    CHECK(said.count("date.unreadable") == 1);
    CHECK(said.count("projection.not_planar") == 1);
    for (const auto& [key, file] : said) {
        INFO(key << " in " << file);
        CHECK(has_key(english, key));
        CHECK(has_key(french, key));
    }
}

TEST_CASE("no key stands twice, and no line lacks its sentence") {
    for (const std::string language : {"en", "fr"}) {
        std::map<std::string, std::string> file_of_key;
        for (const auto& entry : std::filesystem::directory_iterator(source_folder() / "data" / "messages")) {
            if (!entry.path().string().ends_with("." + language + ".txt")) continue;
            std::istringstream lines(text_of(entry.path()));
            for (std::string line; std::getline(lines, line);) {
                if (line.empty() || line[0] == '#') continue;
                INFO(entry.path() << ": " << line);
                const auto equals = line.find(" = ");
                REQUIRE(equals != std::string::npos);
                CHECK(line.size() > equals + 3);
                CHECK(file_of_key.emplace(line.substr(0, equals), entry.path().string()).second);
            }
        }
    }
}

TEST_CASE("placeholders are filled by name") {
    const NamedValues values{{"text", "2017-13-01"}};
    CHECK_THAT(message(Language::en, "date.unreadable", values),
               ContainsSubstring("\"2017-13-01\" is not a date"));
    CHECK_THAT(message(Language::fr, "date.unreadable", values), ContainsSubstring("2017-13-01"));
    CHECK_THAT(message(Language::en, "date.unreadable"), ContainsSubstring("{text}"));
}

TEST_CASE("an unknown key hides nothing") {
    CHECK(message(Language::en, "no.such", {{"path", "x.csv"}}) == "no.such path=x.csv");
}

TEST_CASE("a value cannot command the terminal") {
    const auto text = message(Language::en, "date.unreadable", {{"text", "\x1b[31m\n\x7f é"}});
    CHECK_THAT(text, ContainsSubstring("\\x1b[31m\\x0a\\x7f é"));
}

TEST_CASE("a value with braces is not filled again") {
    CHECK_THAT(message(Language::en, "date.unreadable", {{"text", "{text}{"}}), ContainsSubstring("\"{text}{\""));
}

TEST_CASE("an error says its English sentence, and words() either language's") {
    const Error error("theme.unknown", {{"text", "blue"}});
    CHECK(std::string(error.what()) == message(Language::en, "theme.unknown", {{"text", "blue"}}));
    CHECK(words(Language::fr, error) == message(Language::fr, "theme.unknown", {{"text", "blue"}}));
    CHECK(words(Language::fr, error) != words(Language::en, error));
}

TEST_CASE("languages are read") {
    CHECK(parse_language("en") == Language::en);
    CHECK(parse_language("fr") == Language::fr);
    for (const char* text : {"", "de", "EN", "fr_FR"}) CHECK_THROWS_AS(parse_language(text), Error);
}
