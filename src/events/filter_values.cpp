#include "events/filter_values.h"

#include <cmath>
#include <limits>

#include "base/messages.h"
#include "events/filter_place.h"

namespace harmattan::events {
namespace {

using Kind = FilterToken::Kind;

std::optional<base::Day> day_in(const FilterToken& token) {
    if (token.kind == Kind::day) return token.day;
    if (token.kind == Kind::text) return base::parse_iso_day(token.text);
    return std::nullopt;
}

std::optional<ViolenceType> type_in(const FilterToken& token) {
    if (token.kind == Kind::number) {
        if (token.number == 1) return ViolenceType::state_based;
        if (token.number == 2) return ViolenceType::non_state;
        if (token.number == 3) return ViolenceType::one_sided;
    }
    if (token.kind != Kind::text) return std::nullopt;
    const std::string written = folded_text(token.text, Folding::without_case);
    if (written == "state-based") return ViolenceType::state_based;
    if (written == "non-state") return ViolenceType::non_state;
    if (written == "one-sided") return ViolenceType::one_sided;
    return std::nullopt;
}

}  // namespace

void fail_at(const FilterToken& token, std::string_view expression, std::string key, base::NamedValues values) {
    const bool is_end = token.kind == Kind::end;
    const std::string shown = shown_in_message(token.source);
    values.emplace_back("found_en",
                        is_end ? base::message(base::Language::en, "filter.the_end") : "\"" + shown + "\"");
    values.emplace_back(
        "found_fr", is_end ? base::message(base::Language::fr, "filter.the_end") : "«\u00a0" + shown + "\u00a0»");
    fail_in_filter(std::move(key), expression, token.begin, std::move(values));
}

double number_value(const FilterToken& token, FilterField field, std::string_view expression) {
    const FieldTraits& traits = traits_of(field);
    const base::NamedValues values{{"field", std::string(traits.name)}};
    if (traits.kind == FieldKind::day) {
        if (const auto day = day_in(token)) return day->value;
        fail_at(token, expression, "filter.expected_day", values);
    }
    if (traits.kind == FieldKind::type) {
        if (const auto type = type_in(token)) return static_cast<double>(*type);
        fail_at(token, expression, "filter.expected_type", values);
    }
    if (token.kind == Kind::number) return token.number;
    fail_at(token, expression, "filter.expected_number", values);
}

std::string text_value(const FilterToken& token, FilterField field, std::string_view expression) {
    const FieldTraits& traits = traits_of(field);
    const base::NamedValues values{{"field", std::string(traits.name)}};
    if (token.kind == Kind::number && traits.takes_bare_numbers) return std::string(token.source);
    if (token.kind != Kind::text) fail_at(token, expression, "filter.expected_text", values);
    // Nothing but accents is nothing, too.
    if (folded_text(token.text, Folding::without_case_and_accents).empty())
        fail_at(token, expression, "filter.empty_text", values);
    return token.text;
}

NumberRange range_of(std::string_view symbol, double value) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (symbol == "<") return {-infinity, std::nextafter(value, -infinity)};
    if (symbol == "<=") return {-infinity, value};
    if (symbol == ">") return {std::nextafter(value, infinity), infinity};
    if (symbol == ">=") return {value, infinity};
    return {value, value};
}

}  // namespace harmattan::events
