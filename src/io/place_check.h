// Is an event where its row says that it is?
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/extent.h"
#include "io/country_map.h"
#include "io/read_report.h"

namespace harmattan::io {

enum class PlaceProblem : std::uint8_t {
    repeated_coordinate,  // latitude and longitude are one number: one of them stands twice
    swapped_coordinates,  // exchanged, they would lie in the named country
    outside_country,      // on land, farther than the tolerance from the named country
    at_sea,        // in no country, farther than the tolerance from the named one (or, without one, all land)
    whole_degrees  // where it belongs, but both are whole degrees: a rounded place
};

struct PlaceDoubt {
    PlaceProblem problem = PlaceProblem::at_sea;
    geo::LonLat place;
};

// Checks the places of the rows of one table; made for a million rows, most of which name their country as the row
// before does. One thread uses one check; checks of several threads share one CountryMap.
class PlaceCheck {
  public:
    // Makes the embedded CountryMap when a place is checked for the first time, so that an unused check costs
    // nothing.
    PlaceCheck() = default;
    explicit PlaceCheck(std::shared_ptr<const CountryMap> map) : map_(std::move(map)) {}
    // Waits for the map when a place is checked for the first time.
    explicit PlaceCheck(ComingCountryMap map) : coming_(std::move(map)) {}

    // The first doubt in the order of PlaceProblem. `country` is as the file has it, UTF-8, in any of the
    // spellings that CountryNames knows; empty or unknown, only land and sea are told apart. `place_name` (GED's
    // where_coordinates, ACLED's location) keeps an event from being doubted that its own source puts at sea.
    // Equal coordinates that lie in the named country are doubted only from four decimals on, fewer occur by
    // chance. Latitude is in -90..90, longitude in -180..180. 0/0 is at_sea.
    std::optional<PlaceDoubt> doubt(geo::LonLat place, std::string_view country, std::string_view place_name = {});

    // Whether CountryNames knows the name. A name that it does not know is worth one warning a file.
    bool is_known(std::string_view country);

    // The doubt for a report: message key, and values (also the distance to the country, which takes up to 0.3 ms:
    // for the warnings that are listed, not for every doubt).
    std::string key_of(const PlaceDoubt& doubt, std::string_view country);
    base::NamedValues values_of(const PlaceDoubt& doubt, std::string_view country);

  private:
    // Lets a std::string_view be looked up without a copy.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Named {
        bool is_known = false;
        std::vector<features::Country> countries;  // those on the map
        features::CountrySet set;
    };

    const CountryMap& map();
    const Named& named(std::string_view country);
    Named look_up(std::string_view country);
    bool fits(geo::LonLat place, const Named& named);
    std::optional<PlaceProblem> misplaced(geo::LonLat place, const Named& named, std::string_view place_name);

    std::shared_ptr<const CountryMap> map_;
    ComingCountryMap coming_;
    // By the text as it stands in the file.
    std::unordered_map<std::string, Named, TextHash, std::equal_to<>> known_;
    std::string last_text_;
    const Named* last_ = nullptr;
};

// Whether the name of a place says that it is water: "Gulf of Aden", "au large de Lomé", "international waters".
bool is_at_sea_by_name(std::string_view place_name);

}  // namespace harmattan::io
