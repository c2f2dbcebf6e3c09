#include "io/swapped_places.h"

#include <cmath>

namespace harmattan::io {
namespace {

bool is_place(double as_lat_deg, double as_lon_deg) {
    return std::abs(as_lat_deg) <= 90 && std::abs(as_lon_deg) <= 180;
}

bool is_share(std::uint64_t part, std::uint64_t whole, int least_percent) {
    return part * 100 >= whole * static_cast<std::uint64_t>(least_percent);
}

}  // namespace

void SwapEvidence::add(double lat_deg, double lon_deg) {
    ++rows_;
    if (is_place(lat_deg, lon_deg)) ++in_range_;
    if (is_place(lon_deg, lat_deg)) ++in_range_swapped_;
}

void SwapEvidence::add_country(bool is_inside, bool is_inside_swapped) {
    ++with_country_;
    if (is_inside) ++inside_;
    if (is_inside_swapped) ++inside_swapped_;
}

SwapVerdict SwapEvidence::verdict() const {
    const bool has_outside = rows_ > 0 && rows_ > in_range_ && is_share(rows_ - in_range_, rows_, 5);
    if (has_outside && is_share(in_range_swapped_, rows_, 95)) return SwapVerdict::out_of_range;
    const bool is_elsewhere = with_country_ > 0 && is_share(with_country_ - inside_, with_country_, 80);
    if (is_elsewhere && is_share(inside_swapped_, with_country_, 80)) return SwapVerdict::wrong_country;
    return SwapVerdict::as_is;
}

}  // namespace harmattan::io
