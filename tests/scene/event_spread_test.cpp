// Density, hexagons and areas against sums over all events, one by one.
#include "scene/event_spread.h"

#include <cmath>
#include <numbers>
#include <random>

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan;
using scene::EventDisplay;
using scene::SpreadValue;

namespace {

constexpr base::Day first_day{18262};  // 2020-01-01

// 400 events of one year around 10 N, some of every precision.
std::shared_ptr<const events::EventTable> made_up_events(events::WherePrecision every_tenth) {
    std::mt19937 random(41);
    std::uniform_real_distribution<double> lon(-3, 3), lat(8, 12);
    events::EventTableBuilder builder;
    builder.add_file("made.csv");
    for (int i = 0; i < 400; ++i) {
        events::EventRow row;
        row.first_day = row.last_day = first_day + i * 365 / 400;
        row.lon_deg = lon(random);
        row.lat_deg = lat(random);
        row.best = i % 7 == 0 ? events::fatalities_unknown : i % 11;
        row.where_precision = i % 10 == 3 ? every_tenth : 1;
        builder.add(row);
    }
    return std::make_shared<const events::EventTable>(std::move(builder).build());
}

scene::FeatureLayer quarters() {
    features::FeatureTableBuilder builder(features::GeometryKind::polygon, {"name", "Pop_2020"});
    const char* people[] = {"100000", "", "500000"};
    for (int i = 0; i < 3; ++i) {
        builder.add_feature({"Q" + std::to_string(i), people[i]});
        const double west = -3 + 1.5 * i;
        builder.add_part({{west, 8}, {west + 1.5, 8}, {west + 1.5, 12}, {west, 12}});
    }
    scene::FeatureLayer layer;
    layer.id = "quarters";
    layer.role = scene::Role::overlay_areas;
    layer.table = std::make_shared<const features::FeatureTable>(std::move(builder).build());
    return layer;
}

scene::Scene scene_of(EventDisplay as, SpreadValue value = SpreadValue::events,
                      events::WherePrecision every_tenth = 1) {
    scene::Scene scene;
    scene.projection = std::make_shared<const geo::Projection>(geo::Projection::fitted({-4, 7, 4, 13}));
    scene::EventLayer layer;
    layer.table = made_up_events(every_tenth);
    layer.coverage = layer.table->days();
    scene.event_layers = {layer};
    scene.layers = {quarters()};
    scene.timeline.bounds = {first_day, first_day + 365};
    scene.timeline.window = {base::WindowLength::Unit::days, 90};
    scene.display.as = as;
    scene.display.value = value;
    scene.display.bandwidth_km = 40;
    scene.display.hexagon_km = 60;
    return scene;
}

const base::DayRange spring{first_day + 60, first_day + 149};

}  // namespace

TEST_CASE("a kernel's sum over the ground is the event, in any projection") {
    for (const char* definition : {"+proj=laea +lat_0=10", "EPSG:3395", "EPSG:4326"}) {
        auto scene = scene_of(EventDisplay::density);
        scene.projection = std::make_shared<const geo::Projection>(geo::Projection::from_text(definition));
        const scene::EventSpread spread(scene);
        REQUIRE(spread.kernels().size() == 400);
        for (const std::size_t i : {0U, 111U, 399U}) {
            const scene::KernelEvent& kernel = spread.kernels()[i];
            // The integral of a quartic of peak p and radius r is p pi r^2 / 3; the plane's area to the ground's.
            const auto place = scene.projection->inverse(kernel.at);
            const auto east = scene.projection->inverse({kernel.at.x_m + 100, kernel.at.y_m});
            const auto north = scene.projection->inverse({kernel.at.x_m, kernel.at.y_m + 100});
            const double ground = geo::distance_m(place, east) * geo::distance_m(place, north) / 1e4;
            const double sum =
                kernel.peak / 1e10 * std::numbers::pi * kernel.radius_m * kernel.radius_m / 3 * ground;
            CAPTURE(definition, i);
            CHECK(sum == Approx(1).epsilon(0.005));
        }
    }
}

TEST_CASE("the kernel of a place known to its district is as wide as bandwidth and doubt together") {
    CHECK(scene::kernel_radius_km(50, 0) == 50);
    CHECK(scene::kernel_radius_km(50, 40) == Approx(std::sqrt(2500 + 3200)));
    // Variances add up: drawn by chance, the spread is the same.
    std::mt19937 random(2);
    std::uniform_real_distribution<double> unit(-1, 1);
    const auto in_disc = [&] {
        double x, y;
        do {
            x = unit(random);
            y = unit(random);
        } while (x * x + y * y > 1);
        return std::pair(x, y);
    };
    const auto of_kernel = [&] {  // by rejection
        while (true) {
            const auto [x, y] = in_disc();
            const double rest = 1 - x * x - y * y;
            if (std::abs(unit(random)) < rest * rest) return x;
        }
    };
    double sum = 0;
    constexpr int count = 200000;
    for (int i = 0; i < count; ++i) {
        const double x = 50 * of_kernel() + 40 * in_disc().first;
        sum += x * x;
    }
    const double radius = scene::kernel_radius_km(50, 40);
    CHECK(sum / count == Approx(radius * radius / 8).epsilon(0.02));
}

TEST_CASE("events known to a country only are in no surface and are counted as such") {
    const auto as = GENERATE(EventDisplay::density, EventDisplay::hexagons, EventDisplay::areas);
    const scene::EventSpread spread(scene_of(as, SpreadValue::events, 6));
    const auto days = base::DayRange{first_day, first_day + 365};
    CHECK(spread.gaps(days).country_wide == 40);
    CHECK(spread.gaps({first_day, first_day - 1}).country_wide == 0);
    std::uint64_t sum = spread.kernels().size();
    for (std::size_t i = 0; i < spread.counts().place_count(); ++i) sum += spread.counts().count(i, days).events;
    CHECK(sum == 360 - (as == EventDisplay::areas ? spread.gaps(days).outside : 0));
}

TEST_CASE("hexagons hold all events, each the one whose centre is nearest") {
    const auto scene = scene_of(EventDisplay::hexagons);
    const scene::EventSpread spread(scene);
    const auto& table = *scene.event_layers[0].table;
    const auto& hexagons = *spread.hexagons();
    const std::size_t count = hexagons.cells.size();
    std::vector<scene::PlaceCounts::Sums> wanted(count);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (!spring.contains(table.first_day()[row])) continue;
        const auto p = scene.projection->forward({table.lon_deg()[row], table.lat_deg()[row]});
        std::size_t nearest = 0;
        const auto distance = [&](std::size_t cell) {
            const auto c = hexagons.grid.centre_of(hexagons.cells[cell]);
            return std::hypot(c.x_m - p.x_m, c.y_m - p.y_m);
        };
        for (std::size_t cell = 0; cell < count; ++cell)
            if (distance(cell) < distance(nearest)) nearest = cell;
        ++wanted[nearest].events;
        const bool is_unknown = table.best()[row] == events::fatalities_unknown;
        wanted[nearest].deaths_unknown += is_unknown ? 1 : 0;
        wanted[nearest].deaths += is_unknown ? 0 : table.best()[row];
        CHECK(spread.cell_at({table.lon_deg()[row], table.lat_deg()[row]}) == nearest);
    }
    for (std::size_t cell = 0; cell < count; ++cell) {
        REQUIRE(spread.counts().count(cell, spring) == wanted[cell]);
        CHECK(spread.value(cell, spring) == static_cast<double>(wanted[cell].events));
    }
}

TEST_CASE("hexagons in a plane that is not equal-area have a plane of their own that is") {
    auto scene = scene_of(EventDisplay::hexagons);
    CHECK(scene::EventSpread(scene).hexagons()->projection == scene.projection);
    scene.projection = std::make_shared<const geo::Projection>(geo::Projection::from_text("EPSG:3857"));
    const scene::EventSpread spread(scene);
    CHECK(spread.hexagons()->projection->name_key() == "projection.laea");
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < spread.counts().place_count(); ++i)
        sum += spread.counts().count(i, scene.timeline.bounds).events;
    CHECK(sum == 400);
}

TEST_CASE("areas by number of people, and none where it is not known") {
    const auto scene = scene_of(EventDisplay::areas, SpreadValue::deaths_per_100k);
    const scene::EventSpread spread(scene);
    const auto& table = *scene.event_layers[0].table;
    double deaths[3] = {};
    for (std::size_t row = 0; row < table.size(); ++row) {
        const double lon = table.lon_deg()[row];
        if (spring.contains(table.first_day()[row]) && lon < 1.5)
            deaths[lon < -1.5 ? 0 : lon < 0 ? 1 : 2] += std::max(table.best()[row], 0);
    }
    CHECK(spread.value(0, spring) == Approx(deaths[0]));
    CHECK(std::isnan(spread.value(1, spring)));
    CHECK(spread.value(2, spring) == Approx(deaths[2] / 5));
    CHECK(spread.has_no_figures());
    const auto classes = spread.classes_in(spring);
    CHECK(classes[1] == scene::EventSpread::no_figure);
    CHECK(classes[0] < scene::class_count);
    CHECK(spread.classes_in({first_day - 10, first_day - 1})[0] == scene::EventSpread::no_class);
    // From elsewhere: counted on a raster, say.
    auto counted = scene;
    counted.display.people_counted =
        std::make_shared<const std::vector<double>>(std::vector<double>{200000, 200000, 200000});
    CHECK(scene::EventSpread(counted).value(1, spring) == Approx(deaths[1] / 2));
}

TEST_CASE("columns of people are known by their names") {
    features::FeatureTableBuilder builder(
        features::GeometryKind::polygon,
        {"name", "POP_EST", "popularity", "Population 2020", "people", "pop_rank"});
    CHECK(scene::people_columns(std::move(builder).build()) ==
          std::vector<std::string>{"POP_EST", "Population 2020", "people"});
}

TEST_CASE("classes are those of the window in which most happens, whatever frame is drawn") {
    auto scene = scene_of(EventDisplay::hexagons);
    const auto& table = *scene.event_layers[0].table;
    std::size_t most = 0;
    for (base::Day day = scene.timeline.bounds.first; day <= scene.timeline.bounds.last; day = day + 1)
        most = std::max(
            most, table.rows_in(base::window_at(base::end_of(day), scene.timeline.window, scene.timeline.bounds))
                      .count());
    const auto densest = scene::densest_window(scene, table, SpreadValue::events);
    CHECK(table.rows_in(densest).count() == most);
    scene.shows_whole_span = true;
    CHECK(scene::densest_window(scene, table, SpreadValue::events) == scene.timeline.bounds);
}

TEST_CASE("what cannot be shown so is refused with words") {
    const auto key_of = [](scene::Scene scene) {
        try {
            scene::EventSpread spread(scene);
        } catch (const base::Error& error) {
            return error.key();
        }
        return std::string("no error");
    };
    auto scene = scene_of(EventDisplay::density);
    scene.event_layers[0].is_selection = true;
    CHECK(key_of(scene) == "display.selection");
    scene.display.as = EventDisplay::hexagons;
    CHECK(key_of(scene) == "no error");
    scene = scene_of(EventDisplay::areas);
    scene.display.areas = "provinces";
    CHECK(key_of(scene) == "display.no_areas");
    scene = scene_of(EventDisplay::areas);
    scene.layers.clear();
    CHECK(key_of(scene) == "display.no_polygons");
    scene = scene_of(EventDisplay::areas, SpreadValue::events_per_100k);
    scene.display.people = "heads";
    CHECK(key_of(scene) == "display.no_people_column");
    scene::DisplayChoice choice;
    choice.as = EventDisplay::hexagons;
    choice.value = SpreadValue::events_per_100k;
    CHECK_THROWS_AS(scene::resolved(choice, {0, 0, 1e6, 1e6}), base::Error);
}

TEST_CASE("a choice has defaults that suit the map, and names") {
    const auto style = scene::resolved({}, {0, 0, 3.6e6, 2.5e6});
    CHECK(style.as == EventDisplay::symbols);
    CHECK(style.bandwidth_km == 50);
    CHECK(scene::resolved({}, {0, 0, 40, 30}).hexagon_km == 1);
    for (std::size_t i = 0; i < scene::event_display_count; ++i) {
        const auto display = static_cast<EventDisplay>(i);
        CHECK(scene::parse_event_display(scene::to_string(display)) == display);
    }
    CHECK(scene::parse_spread_value("deaths-per-100k") == SpreadValue::deaths_per_100k);
    CHECK(scene::parse_spread_km("12.5") == 12.5);
    for (const char* bad : {"0", "1001", "-3", "ten", "5km", "", "nan"})
        CHECK_THROWS_AS(scene::parse_spread_km(bad), base::Error);
    scene::DisplayChoice first, second;
    first.value = SpreadValue::deaths;
    second.value = SpreadValue::events;
    second.as = EventDisplay::trail;
    CHECK(scene::filled(first, second).value == SpreadValue::deaths);
    CHECK(scene::filled(first, second).as == EventDisplay::trail);
}
