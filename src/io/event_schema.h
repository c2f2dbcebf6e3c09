// What a source of events calls its columns, what its codes mean and on what terms it may be used: one TOML file
// for each source (docs/schemas.md describes the format), so that a user can add one.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/event_table.h"
#include "io/event_field.h"

namespace harmattan::io {

// What one code of a source's location precision says.
struct WhereMeaning {
    std::string code;                      // as written in the file: "1"
    events::WherePrecision precision = 0;  // on the scale of EventTable
    std::optional<double> radius_km;       // none: an area
};

// What one code of a source's date precision says.
struct DateMeaning {
    std::string code;
    events::DatePrecision precision = 0;
};

// Where in the interval the date stands that a source writes for an event known only to its week or month.
enum class DateAnchor { start, middle };

// What must be said and may be done with a source's rows.
struct SourceTerms {
    std::string citation, licence, licence_url;
    std::string note_en, note_fr;      // what else its licence asks for
    bool may_pass_on = true;           // false: rows may not be handed to others
    bool credit_needs_access = false;  // its credit names the day of access, the filters and the changes made
};

// A file's name that tells the release: "GEDEvent_v#_#" with "{1}.{2}", where # is a run of digits and ? one
// digit.
struct NamePattern {
    std::string pattern, version;
};

struct EventSchema {
    std::string id, name, publisher;
    std::string seen_in;  // the public source in which its columns were seen
    // Sets of column names (lower case): it is this source when a table has every name of one set.
    std::vector<std::vector<std::string>> recognised_by;
    // Its columns (lower case) in the order in which the source writes them: all, or those with the same beginning
    // as one that is read. For formats that cut names (io/cut_names.h).
    std::vector<std::string> in_order;
    // A further sign that is needed: the file's name fits, or the column holds another value than the usual one.
    std::vector<NamePattern> only_for_names;
    std::optional<std::pair<std::string, std::string>> or_value_not;
    std::vector<NamePattern> names;  // where the release is told by the file's name
    bool is_provisional = false;
    bool covers_whole_years = false;
    int unsettled_days = 0;  // before the last day: what is still being added to and corrected
    // Names by which a field is known (lower case), the first that the table has is taken.
    std::array<std::vector<std::string>, event_field_count> columns;
    std::vector<std::pair<std::string, events::ViolenceType>> types;
    std::vector<WhereMeaning> where_codes;
    std::vector<DateMeaning> date_codes;
    DateAnchor date_anchor = DateAnchor::start;
    std::vector<std::string> unknown_values;  // of numbers: "-99"
    bool id_may_be_missing = false;
    bool csv_texts_are_guarded = false;  // as guarded_text() writes them (io/guarded_text.h)
    SourceTerms terms;

    const std::vector<std::string>& names_of(EventField field) const {
        return columns[static_cast<std::size_t>(field)];
    }
};

// Reads a schema file strictly. `name` stands for the file in messages. Throws Error "schema.syntax",
// "schema.version", "schema.bad_word" and TomlReader's, each with file, line and column.
EventSchema parse_schema(std::string_view text, const std::string& name);

// The release that a file's name tells by the schema's patterns, such as "25.1"; empty when none does.
std::string version_in(std::string_view file_name, const std::vector<NamePattern>& patterns);
bool fits(std::string_view file_name, const std::vector<NamePattern>& patterns);

}  // namespace harmattan::io
