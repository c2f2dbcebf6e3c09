#include "io/place_check.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "base/resources.h"
#include "io/event_reader.h"
#include "io/feature_reader.h"
#include "support/catch.h"
#include "support/shared_data.h"

using namespace harmattan;
using base::Language;
using features::Where;
using geo::LonLat;
using io::PlaceCheck;
using io::PlaceProblem;

namespace {

std::shared_ptr<const io::CountryMap> country_map() {
    static const auto shared = io::CountryMap::embedded();
    return shared;
}

Where where(std::string_view iso3, LonLat place) {
    return country_map()->finder().where(place, country_map()->finder().country(iso3));
}

std::optional<PlaceProblem> problem(LonLat place, std::string_view country, std::string_view place_name = {}) {
    PlaceCheck check(country_map());
    const auto doubt = check.doubt(place, country, place_name);
    return doubt ? std::optional(doubt->problem) : std::nullopt;
}

std::string words(Language language, LonLat place, std::string_view country) {
    PlaceCheck check(country_map());
    const auto doubt = check.doubt(place, country);
    REQUIRE(doubt);
    return base::message(language, check.key_of(*doubt, country), check.values_of(*doubt, country));
}

struct Doubts {
    std::map<PlaceProblem, std::size_t> count;
    std::vector<std::string> ids;  // of those that are not whole degrees
};

Doubts doubts_in(const events::EventTable& table) {
    Doubts doubts;
    PlaceCheck check(country_map());
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto doubt =
            check.doubt({table.lon_deg()[row], table.lat_deg()[row]}, table.text(events::Text::country).at(row),
                        table.text(events::Text::place).at(row));
        if (!doubt) continue;
        ++doubts.count[doubt->problem];
        if (doubt->problem != PlaceProblem::whole_degrees)
            doubts.ids.emplace_back(table.text(events::Text::id).at(row));
    }
    std::sort(doubts.ids.begin(), doubts.ids.end());
    return doubts;
}

}  // namespace

TEST_CASE("all towns of the base map lie in their country") {
    const auto towns = io::read_points_csv(base::resource_text("data/sahel/towns.csv"), "towns.csv").table;
    REQUIRE(towns.feature_count() == 262);
    std::size_t inside = 0;
    for (std::size_t i = 0; i < towns.feature_count(); ++i) {
        INFO(towns.text(i, "name_en"));
        const Where found = where(towns.text(i, "iso3"), towns.vertices()[towns.parts_of(i).front().first_vertex]);
        CHECK((found == Where::inside || found == Where::near));
        if (found == Where::inside) ++inside;
    }
    CHECK(inside >= 250);  // the others stand on a shore or a border river
}

// Coordinates of GeoNames, rounded.
TEST_CASE("capitals, islands, lakes and seas of the world") {
    CHECK(where("COM", {43.25, -11.70}) == Where::inside);   // Moroni
    CHECK(where("GNB", {-15.83, 11.30}) != Where::at_sea);   // Bubaque, Bijagós
    CHECK(where("CPV", {-23.51, 14.92}) == Where::inside);   // Praia
    CHECK(where("IOT", {72.42, -7.32}) == Where::near);      // Diego Garcia: its atoll is a ring about a lagoon
    CHECK(where("MDV", {73.09, -0.60}) == Where::near);      // Addu, on the map as an islet
    CHECK(where("TUV", {179.20, -8.52}) != Where::at_sea);   // Funafuti
    CHECK(where("FJI", {178.44, -18.14}) != Where::at_sea);  // Suva
    CHECK(where("FJI", {-179.97, -16.83}) == Where::near);   // Taveuni, east of the antimeridian
    CHECK(where("RUS", {-169.81, 66.16}) == Where::near);    // Uelen, east of the antimeridian
    CHECK(where("RUS", {177.51, 64.73}) == Where::near);     // Anadyr
    CHECK(where("KIR", {172.98, 1.33}) == Where::near);      // Tarawa
    CHECK(where("TKL", {-172.50, -8.55}) == Where::near);    // Atafu, on the map as an islet
    CHECK(where("ATA", {0, -90}) == Where::near);            // the map ends 0.1 degree before the pole
    CHECK(where("ATA", {45, -89.5}) == Where::inside);
    CHECK(where("NOR", {15.64, 78.22}) != Where::at_sea);     // Longyearbyen
    CHECK(where("LSO", {27.48, -29.32}) == Where::inside);    // Maseru, within South Africa
    CHECK(where("ZAF", {29.0, -29.5}) != Where::inside);      // Lesotho's highlands
    CHECK(where("COD", {15.31, -4.32}) == Where::inside);     // Kinshasa
    CHECK(where("COG", {15.31, -4.32}) == Where::near);       // and Brazzaville over the river
    CHECK(where("GUF", {-52.33, 4.93}) == Where::elsewhere);  // Cayenne: the map has it in France
    const auto& finder = country_map()->finder();
    const std::string lake_chad = finder.iso3(finder.country_at({14.0, 13.1}));
    CHECK(std::set<std::string>{"TCD", "NER", "NGA", "CMR"}.count(lake_chad) == 1);
    for (const LonLat sea : {LonLat{0, 0}, LonLat{-30, 30}, LonLat{0, 90}, LonLat{55, 15}, LonLat{179.9, 40}}) {
        CHECK(finder.country_at(sea) == features::CountryFinder::none);
        CHECK_FALSE(finder.is_near_land(sea));
    }
}

// Natural Earth's own towns, in another release than the map, with the country that Natural Earth gives them.
TEST_CASE("Natural Earth's places lie in their country") {
    const auto places = io::read_features(test::shared_data("natural_earth.gpkg"), "places").table;
    REQUIRE(places.feature_count() == 490);
    PlaceCheck check(country_map());
    std::size_t checked = 0;
    for (std::size_t i = 0; i < places.feature_count(); ++i) {
        const std::string_view country = places.text(i, "ADM0_A3");
        if (!check.is_known(country)) continue;
        INFO(places.text(i, "NAME") << " in " << country);
        CHECK_FALSE(check.doubt(places.vertices()[places.parts_of(i).front().first_vertex], country));
        ++checked;
    }
    CHECK(checked > 450);
}

TEST_CASE("a latitude that stands twice") {
    // UCDP GED 21.1, event 316145.
    CHECK(problem({19.25585, 19.25585}, "Mexico") == PlaceProblem::repeated_coordinate);
    CHECK(words(Language::en, {19.25585, 19.25585}, "Mexico") ==
          "latitude and longitude are the same number, 19.25585; one of them may stand twice (the place is in: "
          "Chad)");
    CHECK_THAT(words(Language::fr, {19.25585, 19.25585}, "Mexico"), test::ContainsSubstring("Tchad"));
    // In the right country by chance: with six equal decimals hardly, with three it occurs (36.667, Syria).
    CHECK(problem({13.538466, 13.538466}, "Niger") == PlaceProblem::repeated_coordinate);
    CHECK(problem({36.667, 36.667}, "Syria") == std::nullopt);
    CHECK(problem({15, 15}, "Chad") == PlaceProblem::whole_degrees);
    CHECK(problem({36.667, 36.667}, "Mexico") == PlaceProblem::repeated_coordinate);
}

TEST_CASE("coordinates that are exchanged") {
    // Mopti is 14.48 N, 4.18 W; Kabul 34.53 N, 69.17 E.
    CHECK(problem({14.48, -4.18}, "Mali") == PlaceProblem::swapped_coordinates);
    CHECK(problem({34.53, 69.17}, "Afghanistan") == PlaceProblem::swapped_coordinates);
    CHECK(problem({69.17, 34.53}, "Afghanistan") == std::nullopt);
    // Mexico City, 99.13 W, cannot have been exchanged: there is no such latitude.
    CHECK(problem({-99.13, 19.43}, "Mali") == PlaceProblem::outside_country);
    CHECK_THAT(words(Language::en, {14.48, -4.18}, "Mali"), test::ContainsSubstring("the other way round"));
}

TEST_CASE("a place in another country") {
    CHECK(problem({-8.0, 12.65}, "Mexico") == PlaceProblem::outside_country);
    CHECK(problem({-8.01, 12.65}, "Mali") == std::nullopt);
    CHECK(words(Language::en, {-8.01, 12.65}, "Mexico") ==
          "latitude 12.65, longitude -8.01 lie in: Mali; the row says \"Mexico\", which is far away");
    // Ouagadougou (12.37 N, 1.53 W): Mali's border is about 120 km away.
    const std::string near = words(Language::en, {-1.53, 12.37}, "Mali");
    CHECK_THAT(near, test::ContainsSubstring("lie in: Burkina Faso"));
    CHECK_THAT(near, test::ContainsSubstring(" km away"));
    CHECK_THAT(words(Language::fr, {-1.53, 12.37}, "Mali"), test::ContainsSubstring("qui est à"));
    // Kinshasa and Brazzaville look at each other.
    CHECK(problem({15.31, -4.32}, "Congo") == std::nullopt);
    // Juba before 2011 is Sudan's.
    CHECK(problem({31.58, 4.85}, "Sudan") == std::nullopt);
    CHECK(problem({32.53, 15.55}, "South Sudan") == PlaceProblem::outside_country);
}

TEST_CASE("disputed land is where either side says") {
    for (const char* country : {"Ukraine", "Russia", "Russia (Soviet Union)"})
        CHECK(problem({34.1, 44.95}, country) == std::nullopt);  // Simferopol
    CHECK(problem({34.1, 44.95}, "Poland") == PlaceProblem::outside_country);
    CHECK_THAT(words(Language::en, {34.1, 44.95}, "Poland"), test::ContainsSubstring("lie in: Crimea"));
    CHECK(problem({44.065, 9.56}, "Somalia") == std::nullopt);  // Hargeisa
    CHECK(problem({44.065, 9.56}, "Kenya") == PlaceProblem::outside_country);
    CHECK(problem({35.8, 33.0}, "Syria") == std::nullopt);
    CHECK(problem({35.8, 33.0}, "Israel") == std::nullopt);
    CHECK(problem({-13.2, 27.15}, "Morocco") == std::nullopt);                // Laayoune
    CHECK(problem({74.8, 34.08}, "Pakistan") == std::nullopt);                // Srinagar
    CHECK(problem({34.45, 31.5}, "Israel") == std::nullopt);                  // Gaza
    CHECK(problem({36.3, 33.5}, "Israel") == PlaceProblem::outside_country);  // Damascus
    CHECK(problem({33.34, 35.2}, "Cyprus") == std::nullopt);                  // northern Nicosia
}

TEST_CASE("a place in the sea") {
    CHECK(problem({0, 0}, "Mali") == PlaceProblem::at_sea);
    CHECK(problem({0, 0}, "") == PlaceProblem::at_sea);
    CHECK(words(Language::en, {0, 0}, "") ==
          "latitude 0, longitude 0 lie in the sea, more than 25 km from any land");
    // The nearest land to 0/0 is an islet off Ghana, 4 45 30 N, 1 58 33 W, "570 km" away (Wikipedia, Null Island).
    CHECK_THAT(words(Language::en, {0, 0}, "Ghana"), test::ContainsSubstring("which is 57"));
    CHECK_THAT(words(Language::fr, {-30, 30}, "Mali"), test::ContainsSubstring("très loin"));
    // The source says so itself.
    CHECK(problem({48.0, 12.5}, "Somalia", "Gulf of Aden") == std::nullopt);
    CHECK(problem({48.0, 12.5}, "Somalia", "Aden") == PlaceProblem::at_sea);
    CHECK(problem({-8.0, 12.65}, "Mexico", "Gulf of Mexico") == PlaceProblem::outside_country);
    // Zuwara, on Libya's coast, drawn 5 km off it.
    CHECK(problem({12.08, 32.98}, "Libya") == std::nullopt);
}

TEST_CASE("names of places that are water") {
    for (const char* name :
         {"Gulf of Aden", "SULU SEA", "International waters", "golfe de Guinée", "au large de Lomé",
          "Bay of Bengal", "océan Indien", "off Brass (offshore)", "Strait of Hormuz, north"})
        CHECK(io::is_at_sea_by_name(name));
    for (const char* name :
         {"", "Mersin", "Seattle", "Chelsea", "Large village", "Montego Bay", "Oceanville", "Golfech"})
        CHECK_FALSE(io::is_at_sea_by_name(name));
}

TEST_CASE("whole degrees are the last of doubts") {
    CHECK(problem({2, 20}, "Mali") == PlaceProblem::whole_degrees);
    CHECK(problem({2, 19.5}, "Mali") == std::nullopt);
    CHECK(problem({2, 20}, "Mexico") == PlaceProblem::outside_country);
    CHECK_THAT(words(Language::en, {2, 20}, "Mali"), test::ContainsSubstring("whole degrees"));
    CHECK_THAT(words(Language::fr, {2, 20}, "Mali"), test::ContainsSubstring("degrés entiers"));
}

TEST_CASE("an unknown country leaves land and sea") {
    PlaceCheck check(country_map());
    CHECK_FALSE(check.is_known("Wakanda"));
    CHECK(check.is_known("mali"));
    CHECK(problem({-8.01, 12.65}, "Wakanda") == std::nullopt);
    CHECK(problem({-30.1, 30.1}, "Wakanda") == PlaceProblem::at_sea);
    CHECK(problem({-171.22, -9.38}, "Tokelau") == std::nullopt);  // Fakaofo, without a code on the map
    // Known, but too small for the map.
    CHECK(problem({-68.28, 12.15}, "Caribbean Netherlands") == std::nullopt);
}

TEST_CASE("more spellings than any table has") {
    PlaceCheck check(country_map());
    for (int i = 0; i < 10000; ++i) CHECK_FALSE(check.doubt({-8.01, 12.65}, "country " + std::to_string(i)));
    CHECK(check.doubt({-8.01, 12.65}, "Mexico"));
    CHECK_FALSE(check.doubt({-8.01, 12.65}, "Mali"));
}

TEST_CASE("a check makes its own map when it is asked") {
    PlaceCheck check;
    CHECK_FALSE(check.doubt({-8.01, 12.65}, "Mali"));
    CHECK(check.doubt({-8.01, 12.65}, "Chad"));
}

TEST_CASE("a table of disputed land that is none is refused") {
    const auto polygons = io::read_features(base::resource("data/sahel/countries.fgb"), "countries.fgb").table;
    const auto islets = io::read_points_csv(base::resource_text("data/sahel/islets.csv"), "islets.csv").table;
    const std::string header = "name_en,name_fr,west,south,east,north,land,countries,reason\n";
    for (const std::string& table :
         {std::string(), std::string("a,b\n"), header + "A,A,1,2,3\n", header + "A,A,1,x,3,4,MLI,MLI,r\n"})
        CHECK_THROWS_AS(io::CountryMap(polygons, islets, io::CountryNames::embedded(), table),
                        std::invalid_argument);
}

TEST_CASE("what is doubtful in GED's extract for West Africa") {
    const auto read = io::read_events(test::shared_data("ged_21.1_prec12_west_africa_gedcols.csv"));
    const Doubts doubts = doubts_in(read.table);
    CHECK(read.table.size() == 7784);
    CHECK(doubts.ids == std::vector<std::string>{"313762", "316145", "375767"});
    CHECK(doubts.count.at(PlaceProblem::repeated_coordinate) == 3);
    CHECK(doubts.count.at(PlaceProblem::whole_degrees) == 8);
}

TEST_CASE("GED's world sample of all precisions has no place outside its country") {
    const auto read = io::read_events(test::shared_data("ged_23.1_sample1000_full49.csv"));
    CHECK(doubts_in(read.table).ids.empty());
}

TEST_CASE("GED's events of the Central African Republic lie in it") {
    const auto table = io::read_features(test::shared_data("ged_23.1_caf.fgb")).table;
    REQUIRE(table.feature_count() == 1848);
    PlaceCheck check(country_map());
    std::size_t whole = 0;
    for (std::size_t i = 0; i < table.feature_count(); ++i) {
        const auto doubt =
            check.doubt(table.vertices()[i], table.text(i, "country"), table.text(i, "where_coordinates"));
        if (!doubt) continue;
        CHECK(doubt->problem == PlaceProblem::whole_degrees);
        CHECK(table.number(i, "where_prec").value() >= 4);  // GED says so: a region or the country
        ++whole;
    }
    CHECK(whole == 75);
}
