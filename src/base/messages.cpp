#include "base/messages.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

#include "base/printable.h"
#include "base/resources.h"

namespace harmattan::base {
namespace {

using Table = std::unordered_map<std::string, std::string>;

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

void add_lines(Table& table, std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        const auto equals = line.find('=');
        if (line.empty() || line.front() == '#' || equals == std::string_view::npos) continue;
        table.emplace(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
    }
}

Table load(std::string_view suffix) {
    Table table;
    for (const auto& name : resource_names("data/messages/"))
        if (name.ends_with(suffix)) add_lines(table, resource_text(name));
    return table;
}

const Table& table_of(Language language) {
    static const Table en = load(".en.txt"), fr = load(".fr.txt");
    return language == Language::en ? en : fr;
}

std::string filled(std::string_view sentence, const NamedValues& values) {
    std::string out;
    while (!sentence.empty()) {
        const auto open = sentence.find('{');
        const auto close = open == std::string_view::npos ? open : sentence.find('}', open);
        out += sentence.substr(0, open);
        if (close == std::string_view::npos) {
            if (open != std::string_view::npos) out += sentence.substr(open);
            break;
        }
        const auto name = sentence.substr(open + 1, close - open - 1);
        const auto value =
            std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
        out += value == values.end() ? std::string(sentence.substr(open, close - open + 1))
                                     : printable(value->second);
        sentence.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace

Language parse_language(std::string_view text) {
    if (text == "en") return Language::en;
    if (text == "fr") return Language::fr;
    throw Error("language.unknown", {{"text", std::string(text)}});
}

std::string message(Language language, std::string_view key, const NamedValues& values) {
    const Table& table = table_of(language);
    if (const auto found = table.find(std::string(key)); found != table.end())
        return filled(found->second, values);
    std::string out(key);
    for (const auto& [name, value] : values) out += fmt::format(" {}={}", name, printable(value));
    return out;
}

std::string words(Language language, const Error& error) {
    return message(language, error.key(), error.values());
}

std::vector<std::string> message_keys(Language language) {
    std::vector<std::string> keys;
    for (const auto& [key, sentence] : table_of(language)) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

}  // namespace harmattan::base
