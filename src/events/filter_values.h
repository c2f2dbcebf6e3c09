// The values that stand behind a filter's operators.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "events/filter_fields.h"
#include "events/filter_lexer.h"
#include "events/filter_tests.h"

namespace harmattan::events {

// Throws Error "filter.*" at the token for `key`, with its values and what stands there as `found_en`, `found_fr`.
[[noreturn]] void fail_at(const FilterToken& token, std::string_view expression, std::string key,
                          base::NamedValues values = {});

// What the token says as a number: of a number field as it stands, of a day field its base::Day, of `type` that of
// ViolenceType. Throws Error "filter.expected_number", "filter.expected_day" or "filter.expected_type".
double number_value(const FilterToken& token, FilterField field, std::string_view expression);

// A text in quotes; for id and version also a bare number, as it is written. Throws Error "filter.expected_text"
// and "filter.empty_text".
std::string text_value(const FilterToken& token, FilterField field, std::string_view expression);

// The numbers that compare with `value` as the operator says: all but those for "!=", which is the contrary of
// "=".
NumberRange range_of(std::string_view symbol, double value);

}  // namespace harmattan::events
