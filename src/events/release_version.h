// The versions that sources give their releases.
#pragma once

#include <compare>
#include <optional>
#include <string_view>

#include "base/time_window.h"

namespace harmattan::events {

// Number by number, so that "25.1" is newer than "24.1" and "25.0.10" than "25.0.9". Of a span of releases in one
// ("25.0.1 to 25.0.9") its end counts; against that one alone the span is the newer, for it holds the month again
// as it was revised. No version is older than any.
std::strong_ordering compare_versions(std::string_view a, std::string_view b);

// The months that a UCDP Candidate release covers by its version: year.0.month, so "25.0.6" is June 2025 and
// "25.0.1 to 25.0.9" January to September. No value for any other version.
std::optional<base::DayRange> candidate_months(std::string_view version);

}  // namespace harmattan::events
