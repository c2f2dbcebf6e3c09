// The rows of a file of actors, and their values checked one by one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "events/actor_registry.h"
#include "io/csv_reader.h"

namespace harmattan::io {

inline constexpr std::size_t most_countries_of_alias = 64;

// One row. Values are without blanks around them. All functions that give a value throw Error "actors.bad_value"
// (file, line, column, value, expected) for one of another form; those that need one throw
// "actors.missing_value" (file, line, column) where it is empty. A column that is not there is a mistake in the
// program.
class ActorFields {
  public:
    ActorFields(const std::vector<std::string_view>& columns, std::vector<std::string> values,
                events::ActorRowPlace place)
        : columns_(columns), values_(std::move(values)), place_(std::move(place)) {}

    const events::ActorRowPlace& place() const { return place_; }
    const std::string& text(std::string_view column) const;
    const std::string& needed(std::string_view column) const;
    // Small letters, digits and hyphens.
    std::string key(std::string_view column) const;
    // One or more, parted by blanks.
    std::vector<std::string> keys(std::string_view column) const;
    // ISO 3166-1 alpha-3, parted by blanks; `least` to `most` of them.
    std::vector<std::string> country_codes(std::string_view column, std::size_t least, std::size_t most) const;
    std::optional<base::Day> day(std::string_view column) const;
    std::optional<double> longitude(std::string_view column) const;
    // "2017-03-02", "2017-03" or "2017" with its precision in another column: day, month and year go with their
    // form, approximate with each. Both are empty or neither.
    std::optional<events::ActorDate> date(std::string_view column, std::string_view precision_column) const;

    template <typename Enumeration>
    Enumeration word(std::string_view column, std::optional<Enumeration> (*parse)(std::string_view),
                     std::string (*all_words)()) const {
        const auto value = parse(needed(column));
        if (!value) fail(column, all_words());
        return *value;
    }

    [[noreturn]] void fail(std::string_view column, std::string expected) const;
    [[noreturn]] void fail_missing(std::string_view column) const;

  private:
    const std::vector<std::string_view>& columns_;
    std::vector<std::string> values_;
    events::ActorRowPlace place_;
};

// Calls `read`; an error about a CSV file, whose sentence speaks of events, becomes "actors.cannot_read" (file,
// reason_en, reason_fr).
void with_actor_words(const std::function<void()>& read);

// Goes through a file row by row.
class ActorFileRows {
  public:
    // Reads the names of the columns. Throws as read_actor_file does.
    ActorFileRows(ByteSource& source, std::vector<std::string_view> columns);
    // No value at the end.
    std::optional<ActorFields> next();

  private:
    void read_header();
    std::vector<std::string> values(std::uint64_t line);

    std::string file_;
    std::vector<std::string_view> columns_;
    std::vector<std::size_t> field_of_column_;
    CsvReader csv_;
};

}  // namespace harmattan::io
