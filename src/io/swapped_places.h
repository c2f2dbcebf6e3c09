// Whether a table's latitudes and longitudes have changed places: proposed, never done by itself.
#pragma once

#include <cstdint>

namespace harmattan::io {

enum class SwapVerdict : std::uint8_t {
    as_is,         // nothing speaks for a swap
    out_of_range,  // latitudes lie beyond 90 degrees, and all would be in range when swapped
    wrong_country  // the points lie in the country that their row names only when swapped
};

class SwapEvidence {
  public:
    // The two numbers of a row in the columns taken for latitude and longitude, in degrees.
    void add(double lat_deg, double lon_deg);
    // For a row that names a country: whether the point lies there as it is, and with the two numbers swapped.
    void add_country(bool is_inside, bool is_inside_swapped);

    // out_of_range: at least 5 % of the rows are no place on earth as they are, and at least 95 % are one when
    // swapped. wrong_country: of the rows that name a country at least 80 % lie there when swapped and at most 20
    // % as they are.
    SwapVerdict verdict() const;

    std::uint64_t rows() const { return rows_; }
    std::uint64_t in_range() const { return in_range_; }
    std::uint64_t in_range_swapped() const { return in_range_swapped_; }
    std::uint64_t with_country() const { return with_country_; }
    std::uint64_t inside() const { return inside_; }
    std::uint64_t inside_swapped() const { return inside_swapped_; }

  private:
    std::uint64_t rows_ = 0, in_range_ = 0, in_range_swapped_ = 0;
    std::uint64_t with_country_ = 0, inside_ = 0, inside_swapped_ = 0;
};

}  // namespace harmattan::io
