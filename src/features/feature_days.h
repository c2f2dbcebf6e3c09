// When features hold: areas of people and borders that appear and vanish.
#pragma once

#include <string_view>
#include <vector>

#include "base/time_window.h"
#include "features/feature_table.h"

namespace harmattan::features {

// The days on which each feature of a table holds, both included, by its columns `from` and `to`: a year ("1990",
// "1990.0": its first day, its last day) or a day ("1990-05-01"). What is empty, or neither, is open: the feature
// holds from the beginning, or to the end.
class FeatureDays {
  public:
    FeatureDays() = default;
    explicit FeatureDays(const FeatureTable& table);

    base::DayRange days_of(std::size_t feature) const { return days_.empty() ? all_days() : days_[feature]; }
    bool holds(std::size_t feature, base::Day day) const { return days_.empty() || days_[feature].contains(day); }
    // The days on which some feature begins to hold, or holds no more: in order, each once. Between two of them
    // nothing changes.
    const std::vector<base::Day>& changes() const { return changes_; }

  private:
    static base::DayRange all_days();

    std::vector<base::DayRange> days_;  // by feature; empty where all hold always
    std::vector<base::Day> changes_;
};

// Whether a text is what FeatureDays understands: a year, a day, or empty.
bool is_feature_day(std::string_view text);

}  // namespace harmattan::features
