// A small table for the tests of filters.
#pragma once

#include <string>

#include "events/event_table.h"

namespace harmattan::test {

inline base::Day day(const char* iso) {
    return *base::parse_iso_day(iso);
}

// Collects rows; their ids are "1", "2", ... in order of adding.
class FilterRows {
  public:
    FilterRows() {
        events::EventFile ged;
        ged.name = "ged.csv";
        ged.dataset = "ucdp-ged";
        ged.dataset_name = "UCDP GED";
        ged.version = "25.1";
        ged.radius_km = {-1, 0, 25, -1, -1, -1, -1, -1};
        builder_.add_file(ged);
        builder_.add_file("own.csv");  // nothing is known of it
    }

    // A row with all numbers known, which `change` makes another one.
    template <typename Change>
    FilterRows& add(Change change) {
        events::EventRow row;
        row.first_day = row.last_day = day("2012-01-17");
        row.lon_deg = -3;
        row.lat_deg = 16;
        row.best = 5;
        row.low = 5;
        row.high = 5;
        row.type = events::ViolenceType::state_based;
        row.where_precision = 1;
        row.date_precision = 1;
        const std::string id = std::to_string(builder_.size() + 1);
        row.set_text(events::Text::id, id);
        change(row);
        builder_.add(row);
        return *this;
    }

    events::EventTable table() { return std::move(builder_).build(); }

  private:
    events::EventTableBuilder builder_;
};

}  // namespace harmattan::test
