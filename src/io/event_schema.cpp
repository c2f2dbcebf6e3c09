#include "io/event_schema.h"

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "base/nearest_word.h"
#include "io/ascii_case.h"
#include "io/toml_nesting.h"
#include "io/toml_reader.h"

namespace harmattan::io {
namespace {

constexpr std::int64_t schema_version = 1;

// The number of a word in a list of words; an error with what was meant otherwise.
std::size_t index_of(TomlReader& reader, std::string_view key, const std::string& word,
                     const std::vector<std::string>& words) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const std::string nearest = base::nearest_word(word, words);
    if (!nearest.empty()) reader.fail("schema.bad_word_like", key, {{"word", word}, {"nearest", nearest}});
    reader.fail("schema.bad_word", key, {{"word", word}, {"allowed", fmt::format("{}", fmt::join(words, ", "))}});
}

std::vector<std::string> lowered(std::vector<std::string> texts) {
    for (std::string& text : texts) text = ascii_lower(text);
    return texts;
}

std::vector<std::string> one_or_more(TomlReader& reader, std::string_view key) {
    if (reader.is_text(key)) return {reader.required_text(key)};
    return reader.texts(key).value_or(std::vector<std::string>{});
}

void read_columns(TomlReader reader, EventSchema& schema) {
    for (std::size_t field = 0; field < event_field_count; ++field)
        schema.columns[field] = lowered(one_or_more(reader, name_of(static_cast<EventField>(field))));
    reader.refuse_other_keys();
}

std::vector<NamePattern> read_patterns(TomlReader& reader, std::string_view key) {
    std::vector<NamePattern> patterns;
    for (TomlReader entry : reader.tables(key)) {
        patterns.push_back({entry.required_text("pattern"), entry.text("version").value_or("")});
        entry.refuse_other_keys();
    }
    return patterns;
}

void read_recognition(TomlReader reader, EventSchema& schema) {
    for (TomlReader set : reader.tables("set")) {
        schema.recognised_by.push_back(lowered(set.texts("columns").value_or(std::vector<std::string>{})));
        if (schema.recognised_by.back().empty()) set.fail("toml.missing_key", "columns");
        set.refuse_other_keys();
    }
    schema.in_order = lowered(reader.texts("columns_in_order").value_or(std::vector<std::string>{}));
    schema.only_for_names = read_patterns(reader, "only_for_name");
    if (auto sign = reader.table("or_value_not")) {
        schema.or_value_not = {ascii_lower(sign->required_text("column")), sign->required_text("value")};
        sign->refuse_other_keys();
    }
    schema.names = read_patterns(reader, "name");
    reader.refuse_other_keys();
}

void read_types(TomlReader& root, EventSchema& schema) {
    static const std::vector<std::string> words{"state-based", "non-state", "one-sided", "unknown"};
    for (TomlReader entry : root.tables("type")) {
        const std::string means = entry.required_text("means");
        const auto type = static_cast<events::ViolenceType>(index_of(entry, "means", means, words));
        for (std::string& written : one_or_more(entry, "written"))
            schema.types.emplace_back(std::move(written), type);
        entry.refuse_other_keys();
    }
}

void read_where_codes(TomlReader& root, EventSchema& schema) {
    static const std::vector<std::string> words{"unknown", "exact",  "near",    "district",
                                                "region",  "linear", "country", "international"};
    for (TomlReader entry : root.tables("where_precision")) {
        WhereMeaning meaning;
        meaning.code = entry.required_text("code");
        meaning.precision =
            static_cast<events::WherePrecision>(index_of(entry, "means", entry.required_text("means"), words));
        meaning.radius_km = entry.number("radius_km");
        if (meaning.radius_km && !(*meaning.radius_km >= 0 && *meaning.radius_km <= 5000))
            entry.fail("schema.radius", "radius_km");
        schema.where_codes.push_back(std::move(meaning));
        entry.refuse_other_keys();
    }
}

void read_date_codes(TomlReader& root, EventSchema& schema) {
    static const std::vector<std::string> words{"unknown", "day", "days", "week", "month", "year"};
    for (TomlReader entry : root.tables("date_precision")) {
        const std::string code = entry.required_text("code");
        schema.date_codes.push_back({code, static_cast<events::DatePrecision>(
                                               index_of(entry, "means", entry.required_text("means"), words))});
        entry.refuse_other_keys();
    }
    static const std::vector<std::string> anchors{"start", "middle"};
    if (const auto anchor = root.text("date_stands_at"))
        schema.date_anchor = static_cast<DateAnchor>(index_of(root, "date_stands_at", *anchor, anchors));
}

void read_terms(TomlReader reader, SourceTerms& terms) {
    terms.citation = reader.required_text("citation");
    terms.licence = reader.required_text("licence");
    terms.licence_url = reader.text("licence_url").value_or("");
    terms.may_pass_on = reader.boolean("may_pass_on").value_or(true);
    terms.credit_needs_access = reader.boolean("credit_needs_access").value_or(false);
    if (auto note = reader.table("note")) {
        terms.note_en = note->required_text("en");
        terms.note_fr = note->text("fr").value_or("");
        note->refuse_other_keys();
    }
    reader.refuse_other_keys();
}

EventSchema read_schema(TomlReader root) {
    EventSchema schema;
    const auto version = root.integer("version");
    if (!version) root.fail("toml.missing_key", "version");
    if (*version != schema_version)
        root.fail("schema.version", "version",
                  {{"found", fmt::format("{}", *version)}, {"known", fmt::format("{}", schema_version)}});
    schema.id = root.required_text("id");
    schema.name = root.required_text("name");
    schema.publisher = root.text("publisher").value_or("");
    schema.seen_in = root.text("columns_seen_in").value_or("");
    schema.is_provisional = root.boolean("provisional").value_or(false);
    schema.covers_whole_years = root.boolean("covers_whole_years").value_or(false);
    const std::int64_t unsettled_days = root.integer("unsettled_days").value_or(0);
    if (unsettled_days < 0 || unsettled_days > 3660) root.fail("schema.days", "unsettled_days");
    schema.unsettled_days = static_cast<int>(unsettled_days);
    if (auto recognise = root.table("recognise")) read_recognition(*std::move(recognise), schema);
    if (auto columns = root.table("columns")) read_columns(*std::move(columns), schema);
    read_types(root, schema);
    read_where_codes(root, schema);
    read_date_codes(root, schema);
    schema.unknown_values = root.texts("unknown_values").value_or(std::vector<std::string>{});
    schema.id_may_be_missing = root.boolean("id_may_be_missing").value_or(false);
    schema.csv_texts_are_guarded = root.boolean("csv_texts_are_guarded").value_or(false);
    if (auto terms = root.table("terms")) read_terms(*std::move(terms), schema.terms);
    root.refuse_other_keys();
    return schema;
}

}  // namespace

EventSchema parse_schema(std::string_view text, const std::string& name) {
    check_toml_nesting(text, name);
    toml::table table;
    try {
        table = toml::parse(text);
    } catch (const toml::parse_error& error) {
        const auto place = error.source().begin;
        throw base::Error("schema.syntax", {{"file", name},
                                            {"line", fmt::format("{}", place.line)},
                                            {"column", fmt::format("{}", place.column)},
                                            {"reason", std::string(error.description())}});
    }
    return read_schema(TomlReader(table, name, ""));
}

}  // namespace harmattan::io
