// What is known of a file that events were read from.
#pragma once

#include <array>
#include <string>

#include "events/kind_column.h"

namespace harmattan::events {

struct EventFile {
    std::string name;          // as it is shown
    std::string dataset;       // "ucdp-ged"; empty where it is not known
    std::string dataset_name;  // "UCDP GED"
    std::string version;       // "25.1"; empty where it is not known
    bool is_provisional = false;
    std::string generalised;  // how its points were coarsened: "10km", "region"; empty: they are the source's
    // How far from its point an event may have happened, by WherePrecision; below 0 where that is no radius: an
    // area, or not given.
    std::array<double, where_precision_count> radius_km{-1, -1, -1, -1, -1, -1, -1, -1};

    friend bool operator==(const EventFile&, const EventFile&) = default;
};

}  // namespace harmattan::events
