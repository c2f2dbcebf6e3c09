#include "events/release_version.h"

#include <charconv>
#include <limits>
#include <vector>

namespace harmattan::events {
namespace {

using Numbers = std::vector<int>;

// Every run of digits; one that no int holds is the greatest.
Numbers numbers_in(std::string_view text) {
    Numbers numbers;
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        int number = 0;
        const auto [rest, error] = std::from_chars(text.data() + at, text.data() + end, number);
        numbers.push_back(error == std::errc() ? number : std::numeric_limits<int>::max());
        at = end;
    }
    return numbers;
}

struct Span {
    Numbers first, last;
    bool is_one() const { return first == last; }
};

Span span_of(std::string_view version) {
    constexpr std::string_view word = " to ";
    const auto at = version.find(word);
    if (at == std::string_view::npos) return {numbers_in(version), numbers_in(version)};
    return {numbers_in(version.substr(0, at)), numbers_in(version.substr(at + word.size()))};
}

// Of a candidate release: the first day of its month.
std::optional<base::Day> month_of(const Numbers& version) {
    if (version.size() != 3 || version[0] > 99 || version[1] != 0) return std::nullopt;
    const base::CivilDate first{2000 + version[0], version[2], 1};
    return base::is_valid(first) ? std::optional(base::day_of(first)) : std::nullopt;
}

}  // namespace

std::strong_ordering compare_versions(std::string_view a, std::string_view b) {
    const Span left = span_of(a), right = span_of(b);
    if (const auto order = left.last <=> right.last; order != 0) return order;
    return !left.is_one() <=> !right.is_one();
}

std::optional<base::DayRange> candidate_months(std::string_view version) {
    const Span span = span_of(version);
    const auto first = month_of(span.first), last = month_of(span.last);
    if (!first || !last || *last < *first) return std::nullopt;
    return base::DayRange{*first, base::add_months(*last, 1) - 1};
}

}  // namespace harmattan::events
