#include "features/feature_days.h"

#include <algorithm>
#include <charconv>

namespace harmattan::features {
namespace {

// Open ends; no date of the program lies outside.
constexpr base::Day first_of_all{-719162}, last_of_all{2932896};  // 0001-01-01, 9999-12-31

std::optional<int> year_of(std::string_view text) {
    // GIS programs write whole numbers of a column of floats so.
    while (text.ends_with('0') && text.find('.') != std::string_view::npos) text.remove_suffix(1);
    if (text.ends_with('.')) text.remove_suffix(1);
    int year = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool is_year = error == std::errc() && rest == text.data() + text.size() && year >= 1 && year <= 9999;
    return is_year ? std::optional(year) : std::nullopt;
}

base::Day first_day(std::string_view text) {
    if (const auto day = base::parse_iso_day(text)) return *day;
    const auto year = year_of(text);
    return year ? base::day_of({*year, 1, 1}) : first_of_all;
}

base::Day last_day(std::string_view text) {
    if (const auto day = base::parse_iso_day(text)) return *day;
    const auto year = year_of(text);
    return year ? base::day_of({*year, 12, 31}) : last_of_all;
}

}  // namespace

bool is_feature_day(std::string_view text) {
    return text.empty() || base::parse_iso_day(text) || year_of(text);
}

base::DayRange FeatureDays::all_days() {
    return {first_of_all, last_of_all};
}

FeatureDays::FeatureDays(const FeatureTable& table) {
    if (!table.has_column("from") && !table.has_column("to")) return;
    for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
        const base::DayRange days{first_day(table.text(feature, "from")), last_day(table.text(feature, "to"))};
        days_.push_back(days);
        if (days.empty()) continue;
        if (days.first != first_of_all) changes_.push_back(days.first);
        if (days.last != last_of_all) changes_.push_back(days.last + 1);
    }
    std::sort(changes_.begin(), changes_.end());
    changes_.erase(std::unique(changes_.begin(), changes_.end()), changes_.end());
}

}  // namespace harmattan::features
