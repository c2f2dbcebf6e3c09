#include "story/toml_reader.h"

#include <fmt/core.h>

#include "base/day.h"
#include "base/nearest_word.h"
#include "story/value_error.h"

namespace harmattan::story {

TomlReader::TomlReader(const toml::table& table, std::string file, std::string path)
    : table_(&table), file_(std::move(file)), path_(std::move(path)) {}

std::string TomlReader::full_name(std::string_view key) const {
    return path_.empty() ? std::string(key) : fmt::format("{}.{}", path_, key);
}

base::NamedValues TomlReader::place_of(std::string_view key) const {
    const toml::node* node = table_->get(key);
    const toml::source_position place = node != nullptr ? node->source().begin : table_->source().begin;
    return {{"file", file_},
            {"line", std::to_string(place.line)},
            {"column", std::to_string(place.column)},
            {"key", full_name(key)}};
}

void TomlReader::fail(std::string_view error_key, std::string_view key, base::NamedValues values) const {
    for (auto& place : place_of(key)) values.push_back(std::move(place));
    throw base::Error(std::string(error_key), std::move(values));
}

void TomlReader::fail_value(std::string_view key, const base::Error& reason) const {
    throw ValueError(place_of(key), reason);
}

const toml::node* TomlReader::find(std::string_view key) {
    asked_.emplace_back(key);
    return table_->get(key);
}

template <typename Value>
std::optional<Value> TomlReader::value(std::string_view key, const char* expected) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (const auto found = node->value_exact<Value>()) return found;
    fail("story.wrong_type", key, {{"expected", expected}});
}

template <typename Value>
std::optional<std::vector<Value>> TomlReader::values(std::string_view key, const char* expected) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* array = node->as_array();
    if (array == nullptr) fail("story.wrong_type", key, {{"expected", expected}});
    std::vector<Value> list;
    for (const toml::node& element : *array) {
        const auto found = element.value<Value>();
        if (!found) fail("story.wrong_type", key, {{"expected", expected}});
        list.push_back(*found);
    }
    return list;
}

std::optional<std::string> TomlReader::text(std::string_view key) {
    return value<std::string>(key, "\"text\"");
}

std::optional<bool> TomlReader::boolean(std::string_view key) {
    return value<bool>(key, "true | false");
}

std::optional<std::int64_t> TomlReader::integer(std::string_view key) {
    return value<std::int64_t>(key, "1");
}

std::optional<double> TomlReader::number(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_number()) fail("story.wrong_type", key, {{"expected", "1.5"}});
    return node->value<double>();
}

std::optional<std::vector<double>> TomlReader::numbers(std::string_view key) {
    return values<double>(key, "[1.5, 2]");
}

std::optional<std::vector<std::string>> TomlReader::texts(std::string_view key) {
    return values<std::string>(key, "[\"text\", \"text\"]");
}

std::optional<base::Day> TomlReader::day_of_node(const toml::node& node, std::string_view key) const {
    if (const auto date = node.value_exact<toml::date>())
        return at(key, [&] { return base::day_of({date->year, date->month, date->day}); });
    if (const auto written = node.value_exact<std::string>()) return base::parse_iso_day(*written);
    return std::nullopt;
}

std::optional<base::Day> TomlReader::day(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const auto found = day_of_node(*node, key);
    if (!found) fail("story.wrong_type", key, {{"expected", "2012-01-01"}});
    return found;
}

std::optional<std::vector<base::Day>> TomlReader::days(std::string_view key) {
    constexpr auto expected = "[2012-01-01, 2023-12-31]";
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    const toml::array* array = node->as_array();
    if (array == nullptr) fail("story.wrong_type", key, {{"expected", expected}});
    std::vector<base::Day> list;
    for (const toml::node& element : *array) {
        const auto found = day_of_node(element, key);
        if (!found) fail("story.wrong_type", key, {{"expected", expected}});
        list.push_back(*found);
    }
    return list;
}

std::optional<TomlReader> TomlReader::table(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return std::nullopt;
    if (!node->is_table()) fail("story.wrong_type", key, {{"expected", fmt::format("[{}]", full_name(key))}});
    return TomlReader(*node->as_table(), file_, full_name(key));
}

std::vector<TomlReader> TomlReader::tables(std::string_view key) {
    const toml::node* node = find(key);
    if (node == nullptr) return {};
    if (!node->is_array_of_tables())
        fail("story.wrong_type", key, {{"expected", fmt::format("[[{}]]", full_name(key))}});
    std::vector<TomlReader> readers;
    for (const toml::node& element : *node->as_array())
        readers.emplace_back(*element.as_table(), file_, full_name(key));
    return readers;
}

std::string TomlReader::required_text(std::string_view key) {
    if (auto found = text(key)) return *std::move(found);
    fail("story.missing_key", key);
}

void TomlReader::refuse_other_keys() const {
    for (const auto& [key, node] : *table_) {
        const std::string name(key.str());
        if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
        const std::string nearest = base::nearest_word(name, asked_);
        if (nearest.empty()) fail("story.unknown_key", name);
        fail("story.unknown_key_like", name, {{"nearest", full_name(nearest)}});
    }
}

}  // namespace harmattan::story
