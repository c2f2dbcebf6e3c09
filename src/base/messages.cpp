#include "base/messages.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/core.h>

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

// Characters of three bytes that no value needs and that turn the text around them about: line and paragraph
// separators, and the embeddings, overrides and isolates of the bidirectional algorithm (Unicode UAX #9).
bool steers_text(std::string_view at) {
    if (!at.starts_with("\xe2\x80") && !at.starts_with("\xe2\x81")) return false;
    if (at.size() < 3) return false;
    const auto last = static_cast<unsigned char>(at[2]);
    if (at[1] == '\x80') return last >= 0xa8 && last <= 0xae;
    return last >= 0xa6 && last <= 0xa9;
}

std::string escaped(std::string_view bytes) {
    std::string out;
    for (const char c : bytes) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    return out;
}

// How many bytes at the front could steer a terminal: controls of ASCII (C0 and DEL), of Unicode (C1: U+009B
// begins a command as ESC [ does), and what turns text about. A lone byte 80 to 9f is none in UTF-8, but is in
// Latin-1.
std::size_t steering_bytes(std::string_view at) {
    const auto byte = static_cast<unsigned char>(at[0]);
    if (byte < 0x20 || byte == 0x7f) return 1;
    if (byte == 0xc2 && at.size() > 1 && static_cast<unsigned char>(at[1]) >= 0x80 &&
        static_cast<unsigned char>(at[1]) < 0xa0)
        return 2;
    return steers_text(at) ? 3 : 0;
}

// The length of the character at the front, 0 where it is no well-formed beginning of one.
std::size_t character_bytes(std::string_view at) {
    const auto byte = static_cast<unsigned char>(at[0]);
    const std::size_t size = byte < 0x80   ? 1
                             : byte < 0xc2 ? 0
                             : byte < 0xe0 ? 2
                             : byte < 0xf0 ? 3
                             : byte < 0xf5 ? 4
                                           : 0;
    if (size > at.size()) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((static_cast<unsigned char>(at[i]) & 0xc0) != 0x80) return 0;
    return size;
}

}  // namespace

std::string printable(std::string_view value) {
    std::string out;
    while (!value.empty()) {
        const std::size_t steering = steering_bytes(value);
        const std::size_t whole = steering > 0 ? steering : character_bytes(value);
        const std::size_t taken = std::max<std::size_t>(whole, 1);
        out += steering > 0 || whole == 0 ? escaped(value.substr(0, taken)) : std::string(value.substr(0, taken));
        value.remove_prefix(taken);
    }
    return out;
}

namespace {

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
