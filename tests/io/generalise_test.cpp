#include "io/generalise.h"

#include "base/error.h"
#include "geo/projection.h"
#include "io/random_events.h"
#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::events;
using namespace harmattan::io;

namespace {

struct Place {
    double lon_deg, lat_deg;
    int precision;
    const char* country = "Mali";
    const char* region = "Mopti";
};

EventTable table_of(const std::vector<Place>& places) {
    EventTableBuilder builder;
    EventFile file;
    file.name = "a.csv";
    file.dataset = "ucdp-ged";
    file.radius_km[1] = 1;
    file.radius_km[2] = 25;
    builder.add_file(file);
    for (const Place& place : places) {
        EventRow row;
        row.lon_deg = place.lon_deg;
        row.lat_deg = place.lat_deg;
        row.where_precision = static_cast<WherePrecision>(place.precision);
        row.set_text(Text::id, "1");
        row.set_text(Text::country, place.country);
        row.set_text(Text::region, place.region);
        row.set_text(Text::district, "Djenné");
        row.set_text(Text::place, "Sofara");
        row.set_text(Text::note, "near the market of Sofara");
        builder.add(row);
    }
    return std::move(builder).build();
}

geo::LonLat point_of(const EventTable& table, std::size_t row) {
    return {table.lon_deg()[row], table.lat_deg()[row]};
}

std::string key_of(const std::string& text) {
    try {
        parse_generalisation(text);
    } catch (const base::Error& error) {
        return error.key();
    }
    return "";
}

}  // namespace

TEST_CASE("how points are made coarser is read strictly") {
    CHECK(parse_generalisation("10km").size_km == 10);
    CHECK(parse_generalisation("2.5km").text() == "2.5km");
    CHECK(parse_generalisation("region").to == Generalisation::To::regions);
    for (const char* text : {"", "km", "10", "10 miles", "tenkm", "10km ", "Region", "nankm", "infkm"}) {
        CAPTURE(text);
        CHECK(key_of(text) == "generalise.unreadable");
    }
    for (const char* text : {"0km", "-5km", "0.9km", "501km", "1e9km"}) {
        CAPTURE(text);
        CHECK(key_of(text) == "generalise.size");
    }
}

TEST_CASE("points are moved to the middle of a cell, and the radius says how far that may be") {
    const EventTable before =
        table_of({{-4.25, 14.01, 1}, {-4.2501, 14.0101, 2}, {-4.25, 14.01, 3}, {-4.25, 14.01, 0}});
    const Generalised result = generalise(before, parse_generalisation("10km"));
    const EventTable& after = result.table;
    REQUIRE(after.size() == 4);
    CHECK(result.radius_km == Approx(7.07).epsilon(0.01));
    for (std::size_t row = 0; row < 4; ++row) {
        CHECK(after.lon_deg()[row] == after.lon_deg()[0]);
        CHECK(after.lat_deg()[row] == after.lat_deg()[0]);
        CHECK(geo::distance_m(point_of(before, row), point_of(after, row)) <= 1000 * result.radius_km);
        CHECK(after.files()[after.origin()[row].file].generalised == "10km");
        CHECK(after.text(Text::place).at(row).empty());
        CHECK(after.text(Text::note).at(row).empty());
        CHECK(after.text(Text::district).at(row) == "Djenné");
        CHECK(after.text(Text::id).at(row) == "1");
    }
    CHECK(result.names_removed == 4);
    CHECK(after.where_precision()[0] == 2);
    CHECK(after.radius_km(0) == Approx(8.1));
    CHECK(after.where_precision()[1] == 2);
    CHECK(after.radius_km(1) == Approx(32.1));
    CHECK(after.where_precision()[2] == 3);
    CHECK_FALSE(after.radius_km(2));
    CHECK(after.where_precision()[3] == 0);
    CHECK_FALSE(after.radius_km(3));
}

TEST_CASE("large cells are fuzzy areas, and name no district") {
    const EventTable after =
        generalise(table_of({{-4.25, 14.01, 1}, {-4.25, 14.01, 6}}), parse_generalisation("100km")).table;
    CHECK(after.where_precision()[0] == 5);
    CHECK(*after.radius_km(0) == Approx(71.7).epsilon(0.03));
    CHECK(after.where_precision()[1] == 6);
    CHECK(after.text(Text::district).at(0).empty());
}

TEST_CASE("making points coarser twice says both, the same way twice changes nothing") {
    const EventTable once = generalise(table_of({{-4.25, 14.01, 1}}), parse_generalisation("10km")).table;
    const EventTable again = generalise(once, parse_generalisation("10km")).table;
    CHECK(again.lon_deg()[0] == once.lon_deg()[0]);
    CHECK(again.radius_km(0) == once.radius_km(0));
    CHECK(again.files()[0].generalised == "10km");
    const EventTable coarser = generalise(once, parse_generalisation("20km")).table;
    CHECK(coarser.files()[0].generalised == "10km, 20km");
    CHECK(*coarser.radius_km(0) > *once.radius_km(0) + 14);
}

TEST_CASE("points of a region are moved to their mean") {
    const EventTable before = table_of({{-4, 14, 1},
                                        {-3, 14, 2},
                                        {-4, 15, 3},
                                        {-3, 15, 7},
                                        {-1, 17, 1, "Mali", ""},
                                        {0, 0, 1, "", ""},
                                        {2, 13, 0, "Niger", "Tillabéri"}});
    const Generalised result = generalise(before, parse_generalisation("region"));
    const EventTable& after = result.table;
    CHECK(result.left_out == 1);
    CHECK(result.by_country == 1);
    REQUIRE(after.size() == 6);
    CHECK(after.lon_deg()[0] == Approx(-3.5));
    CHECK(after.lat_deg()[0] == Approx(14.5).epsilon(0.001));
    CHECK(after.lat_deg()[3] == after.lat_deg()[0]);
    CHECK(after.where_precision()[0] == 4);
    CHECK(after.where_precision()[2] == 4);
    CHECK(after.where_precision()[3] == 7);
    CHECK_FALSE(after.radius_km(0));
    CHECK(after.where_precision()[4] == 6);
    CHECK(after.lat_deg()[4] == Approx(15).epsilon(0.001));
    // The only event of its region is not told by the mean.
    CHECK(geo::distance_m(point_of(after, 5), {2, 13}) > 100);
    CHECK(geo::distance_m(point_of(after, 5), {2, 13}) < 36000);
    CHECK(after.where_precision()[5] == 4);
    CHECK(after.text(Text::district).at(0).empty());
}

TEST_CASE("any table can be made coarser, and no point is where it was but by chance") {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        CAPTURE(seed);
        const EventTable before = test::random_events(seed);
        for (const char* how : {"1km", "500km", "region"}) {
            const Generalised result = generalise(before, parse_generalisation(how));
            CHECK(result.table.size() + result.left_out == before.size());
            for (std::size_t row = 0; row < result.table.size(); ++row)
                CHECK(result.table.text(Text::place).at(row).empty());
        }
    }
}
