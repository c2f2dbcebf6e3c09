// Reads a table of a TOML file key by key and, at the end, refuses the keys that nobody asked for.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "base/day.h"
#include "base/error.h"

namespace harmattan::io {

class TomlReader {
  public:
    // `path` is the table's own name in messages ("film", "layer"), empty for the file's root.
    TomlReader(const toml::table& table, std::string file, std::string path);

    std::optional<std::string> text(std::string_view key);
    std::optional<double> number(std::string_view key);
    std::optional<std::int64_t> integer(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    // A date of TOML (2012-01-01, without quotes) or a text of that form.
    std::optional<base::Day> day(std::string_view key);
    std::optional<std::vector<double>> numbers(std::string_view key);
    std::optional<std::vector<std::string>> texts(std::string_view key);
    std::optional<std::vector<base::Day>> days(std::string_view key);
    // Whether the key is there and a text: for keys that take a text or a list of them.
    bool is_text(std::string_view key) const;
    std::optional<TomlReader> table(std::string_view key);
    std::vector<TomlReader> tables(std::string_view key);

    // Throws "toml.missing_key" at the table's place.
    std::string required_text(std::string_view key);

    // Calls `read` and turns an Error it throws (a colour, a theme, ...) into "toml.bad_value" at the key's
    // place.
    template <typename Read>
    auto at(std::string_view key, Read read) const -> decltype(read()) {
        try {
            return read();
        } catch (const base::Error& error) {
            fail_value(key, error);
        }
    }
    // A ValueError at the key's place.
    [[noreturn]] void fail_value(std::string_view key, const base::Error& reason) const;
    // An Error at the key's place, with file, line, column and key among its values.
    [[noreturn]] void fail(std::string_view error_key, std::string_view key, base::NamedValues values = {}) const;

    // Throws "toml.unknown_key" for the first key that was never asked for.
    void refuse_other_keys() const;

  private:
    const toml::node* find(std::string_view key);
    template <typename Value>
    std::optional<Value> value(std::string_view key, const char* expected);
    template <typename Value>
    std::optional<std::vector<Value>> values(std::string_view key, const char* expected);
    base::NamedValues place_of(std::string_view key) const;
    std::string full_name(std::string_view key) const;
    std::optional<base::Day> day_of_node(const toml::node& node, std::string_view key) const;

    const toml::table* table_;
    std::string file_, path_;
    std::vector<std::string> asked_;
};

}  // namespace harmattan::io
