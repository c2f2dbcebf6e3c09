#include "io/actor_fields.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/messages.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const auto end = std::min(text.find(' '), text.size());
        words.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return words;
}

bool is_key(std::string_view text) {
    return !text.empty() && text.size() <= 64 &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

bool is_country_code(std::string_view text) {
    return text.size() == 3 && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

using Precision = events::ActorDatePrecision;

// The first day of what "2017-03-02", "2017-03" or "2017" names, and which of these forms it has.
std::optional<events::ActorDate> partial_date(std::string_view text) {
    const Precision form = text.size() == 4   ? Precision::year
                           : text.size() == 7 ? Precision::month
                                              : Precision::day;
    std::string whole(text);
    if (form == Precision::year) whole += "-01";
    if (form != Precision::day) whole += "-01";
    const auto day = base::parse_iso_day(whole);
    if (!day) return std::nullopt;
    return events::ActorDate{*day, form};
}

}  // namespace

const std::string& ActorFields::text(std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    return values_.at(static_cast<std::size_t>(found - columns_.begin()));
}

const std::string& ActorFields::needed(std::string_view column) const {
    const std::string& value = text(column);
    if (value.empty()) fail_missing(column);
    return value;
}

void ActorFields::fail(std::string_view column, std::string expected) const {
    throw base::Error("actors.bad_value", {{"file", place_.file},
                                           {"line", fmt::format("{}", place_.line)},
                                           {"column", std::string(column)},
                                           {"value", shortened(text(column))},
                                           {"expected", std::move(expected)}});
}

void ActorFields::fail_missing(std::string_view column) const {
    throw base::Error(
        "actors.missing_value",
        {{"file", place_.file}, {"line", fmt::format("{}", place_.line)}, {"column", std::string(column)}});
}

std::string ActorFields::key(std::string_view column) const {
    const std::string& value = needed(column);
    if (!is_key(value)) fail(column, "a-z 0-9 - (jnim, al-mourabitoun)");
    return value;
}

std::vector<std::string> ActorFields::keys(std::string_view column) const {
    auto values = words_of(needed(column));
    if (!std::all_of(values.begin(), values.end(), is_key)) fail(column, "a-z 0-9 - (ansar-dine aqim-sahara)");
    return values;
}

std::vector<std::string> ActorFields::country_codes(std::string_view column, std::size_t least,
                                                    std::size_t most) const {
    auto values = words_of(least == 0 ? text(column) : needed(column));
    if (values.size() < least || values.size() > most ||
        !std::all_of(values.begin(), values.end(), is_country_code))
        fail(column, most == 1 ? "ISO 3166-1 alpha-3 (MLI)" : "ISO 3166-1 alpha-3 (MLI BFA NER)");
    return values;
}

std::optional<base::Day> ActorFields::day(std::string_view column) const {
    const std::string& value = text(column);
    if (value.empty()) return std::nullopt;
    const auto day = base::parse_iso_day(value);
    if (!day) fail(column, "YYYY-MM-DD (2017-03-02)");
    return day;
}

std::optional<double> ActorFields::longitude(std::string_view column) const {
    const std::string& value = text(column);
    if (value.empty()) return std::nullopt;
    const auto lon_deg = parse_number(value);
    if (!lon_deg || std::abs(*lon_deg) > 180) fail(column, "-180 ... 180");
    return lon_deg;
}

std::optional<events::ActorDate> ActorFields::date(std::string_view column,
                                                   std::string_view precision_column) const {
    if (text(column).empty() && text(precision_column).empty()) return std::nullopt;
    const auto date = partial_date(needed(column));
    if (!date) fail(column, "YYYY-MM-DD, YYYY-MM, YYYY (2017-03-02, 2017-03, 2017)");
    const auto precision =
        word(precision_column, events::parse_actor_date_precision, events::actor_date_precision_words);
    if (precision != date->precision && precision != Precision::approximate)
        fail(precision_column, "YYYY-MM-DD: day, YYYY-MM: month, YYYY: year; approximate");
    return events::ActorDate{date->day, precision};
}

void with_actor_words(const std::function<void()>& read) {
    try {
        read();
    } catch (const base::Error& error) {
        if (!error.key().starts_with("csv.")) throw;
        const auto& values = error.values();
        const auto file =
            std::find_if(values.begin(), values.end(), [](const auto& v) { return v.first == "file"; });
        throw base::Error("actors.cannot_read", {{"file", file == values.end() ? std::string() : file->second},
                                                 {"reason_en", base::words(base::Language::en, error)},
                                                 {"reason_fr", base::words(base::Language::fr, error)}});
    }
}

ActorFileRows::ActorFileRows(ByteSource& source, std::vector<std::string_view> columns)
    : file_(source.name()), columns_(std::move(columns)), csv_(source) {
    with_actor_words([&] { read_header(); });
}

void ActorFileRows::read_header() {
    std::vector<std::string> names;
    if (csv_.next() && csv_.fault() == RecordFault::none && csv_.field_count() <= CsvReader::max_fields)
        for (std::size_t i = 0; i < csv_.field_count(); ++i)
            names.push_back(repaired_utf8(trimmed(csv_.field(i))));
    for (const std::string_view column : columns_) {
        const auto found = std::find(names.begin(), names.end(), column);
        if (found == names.end()) break;
        field_of_column_.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    if (field_of_column_.size() != columns_.size() || names.size() != columns_.size())
        throw base::Error("actors.columns", {{"file", file_},
                                             {"found", shortened(fmt::format("{}", fmt::join(names, ", ")), 400)},
                                             {"expected", fmt::format("{}", fmt::join(columns_, ", "))}});
}

std::vector<std::string> ActorFileRows::values(std::uint64_t line) {
    const std::string line_text = fmt::format("{}", line);
    if (csv_.fault() != RecordFault::none || csv_.field_count() != columns_.size())
        throw base::Error("actors.field_count", {{"file", file_},
                                                 {"line", line_text},
                                                 {"found", fmt::format("{}", csv_.field_count())},
                                                 {"expected", fmt::format("{}", columns_.size())}});
    std::vector<std::string> values;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        values.emplace_back(trimmed(csv_.field(field_of_column_[i])));
        if (first_invalid_utf8(values.back()))
            throw base::Error("actors.not_utf8",
                              {{"file", file_}, {"line", line_text}, {"column", std::string(columns_[i])}});
    }
    return values;
}

std::optional<ActorFields> ActorFileRows::next() {
    std::optional<ActorFields> row;
    with_actor_words([&] {
        if (!csv_.next()) return;
        const std::uint64_t line = csv_.line();
        row.emplace(columns_, values(line), events::ActorRowPlace{file_, line});
    });
    return row;
}

}  // namespace harmattan::io
