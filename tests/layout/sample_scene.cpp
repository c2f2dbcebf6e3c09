#include "layout/sample_scene.h"

#include <cmath>

#include <fmt/core.h>

namespace harmattan::test {
namespace {

using features::FeatureTableBuilder;
using features::GeometryKind;
using geo::LonLat;

std::vector<LonLat> rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

scene::FeatureLayer layer(std::string id, scene::Role role, FeatureTableBuilder&& builder, bool visible = true) {
    scene::FeatureLayer out;
    out.id = std::move(id);
    out.role = role;
    out.visible = visible;
    out.table = std::make_shared<features::FeatureTable>(std::move(builder).build());
    return out;
}

scene::FeatureLayer countries() {
    FeatureTableBuilder builder(GeometryKind::polygon,
                                {"iso3", "name_en", "name_fr", "label_lon", "label_lat", "label_rank"});
    builder.add_feature({"AAA", "Westland", "Terre de l’Ouest", "-6", "14", "1"});
    builder.add_part(rectangle(-12, 5, 0, 25));
    builder.add_feature({"BBB", "Middle Republic", "République du Milieu", "5", "12", "2"});
    builder.add_part(rectangle(0, 5, 9, 25));
    builder.add_feature({"CCC", "Côte d’Est", "Côte d’Est", "15", "12", "3"});
    builder.add_part(rectangle(9, 5, 22, 25));
    return layer("countries", scene::Role::countries, std::move(builder));
}

scene::FeatureLayer towns() {
    FeatureTableBuilder builder(GeometryKind::point, {"name_en", "name_fr", "iso3", "rank"});
    Dice dice(7);
    for (int i = 0; i < 250; ++i) {
        const int rank = i < 3 ? 1 : i < 25 ? 2 : i < 90 ? 3 : 4;
        builder.add_feature({fmt::format("Town {}", i), fmt::format("Ville {}", i), "AAA", std::to_string(rank)});
        // Every tenth stands on the coast.
        builder.add_part({{dice.between(-12, 20), i % 10 == 0 ? 5.02 : dice.between(5.1, 24)}});
    }
    return layer("towns", scene::Role::towns, std::move(builder));
}

scene::FeatureLayer river() {
    FeatureTableBuilder builder(GeometryKind::line, {"river", "name_en", "name_fr", "rank", "intermittent"});
    builder.add_feature({"long", "Long River", "Long Fleuve", "1", "0"});
    std::vector<LonLat> path;
    for (int i = 0; i <= 400; ++i)
        path.push_back({-11 + i * 0.075, 13 + 3 * std::sin(i * 0.02) + 0.1 * std::sin(i * 0.5)});
    builder.add_part(path);
    return layer("rivers", scene::Role::rivers, std::move(builder));
}

scene::FeatureLayer waters() {
    FeatureTableBuilder builder(GeometryKind::point, {"name_en", "name_fr", "kind"});
    builder.add_feature({"Southern Ocean", "Océan du Sud", "ocean"});
    builder.add_part({{4, 1.5}});
    builder.add_feature({"Small Bay", "Petite Baie", "bay"});
    builder.add_part({{14, 3.5}});
    return layer("water_names", scene::Role::water_names, std::move(builder));
}

scene::FeatureLayer regions() {
    FeatureTableBuilder builder(GeometryKind::polygon, {"iso3", "name"});
    for (int x = -12; x < 20; x += 2)
        for (int y = 5; y < 21; y += 2) {
            builder.add_feature({"AAA", fmt::format("Region {}/{}", x, y)});
            builder.add_part(rectangle(x, y, x + 2, y + 2));
        }
    return layer("regions", scene::Role::regions, std::move(builder));
}

scene::FeatureLayer communities() {
    FeatureTableBuilder builder(GeometryKind::polygon,
                                {"name_en", "name_fr", "from", "to", "settlement", "hatch", "source"});
    for (int i = 0; i < 6; ++i) {
        builder.add_feature({fmt::format("Group {}", i), fmt::format("Groupe {}", i), "", "",
                             i == 2 ? "migrant" : "settled", i % 2 == 0 ? "moss" : "rose", ""});
        const double x = -10 + 4.5 * i, y = 8 + i;
        builder.add_part({{x, y}, {x + 4, y + 2}, {x + 5, y + 4}, {x + 1, y + 2}});
    }
    return layer("communities", scene::Role::ethnic, std::move(builder), false);
}

scene::EventLayer events() {
    events::EventTableBuilder builder;
    Dice dice(11);
    for (int i = 0; i < 600; ++i) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2012, 1, 1}) + dice.whole(0, 1642);
        row.lon_deg = dice.between(-14, 24);
        row.lat_deg = dice.between(2, 26);
        row.best = i % 17 == 0 ? events::fatalities_unknown : dice.whole(0, i % 40 == 0 ? 300 : 20);
        row.low = row.best < 0 ? events::fatalities_unknown : row.best / 2;
        row.high = row.best < 0 ? events::fatalities_unknown : row.best * 2;
        row.type = static_cast<events::ViolenceType>(dice.whole(0, 2));
        row.where_precision = static_cast<events::WherePrecision>(dice.whole(0, 4));
        builder.add(row);
    }
    scene::EventLayer layer;
    layer.table = std::make_shared<events::EventTable>(std::move(builder).build());
    layer.rejected = 3;
    layer.source = {"Events: invented (CC BY 4.0)", "Événements : inventés (CC BY 4.0)"};
    layer.coverage = {base::day_of({2012, 1, 1}), base::day_of({2016, 6, 30})};
    layer.is_selection = true;
    return layer;
}

// A source of its own, unlike the sample's.
scene::EventLayer other_source(unsigned seed, int count, int last_day) {
    events::EventTableBuilder builder;
    Dice dice(seed);
    for (int i = 0; i < count; ++i) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2012, 6, 1}) + dice.whole(0, last_day);
        row.lon_deg = dice.between(-11, 19);
        row.lat_deg = dice.between(6, 18);
        row.best = i % 11 == 0 ? events::fatalities_unknown : dice.whole(0, 40);
        row.type = static_cast<events::ViolenceType>(dice.whole(1, 3));
        row.where_precision = static_cast<events::WherePrecision>(dice.whole(1, 4));
        builder.add(row);
    }
    scene::EventLayer layer;
    layer.table = std::make_shared<events::EventTable>(std::move(builder).build());
    layer.coverage = {base::day_of({2012, 6, 1}), base::day_of({2012, 6, 1}) + last_day};
    layer.id = "events-" + std::to_string(seed);
    layer.symbol = static_cast<scene::EventSymbol>(seed - 1);
    layer.source = {"Events: made up too", "Événements : inventés aussi"};
    return layer;
}

}  // namespace

scene::Scene sample_scene_of_sources(std::size_t count) {
    auto scene = sample_scene();
    scene.event_layers[0].name_en = scene.event_layers[0].name_fr = "UCDP GED 23.1";
    auto second = other_source(2, 240, 1600);
    second.name_en = second.name_fr = "UCDP Candidate";
    second.is_provisional = true;
    second.unsettled_from = base::day_of({2016, 1, 1});
    second.filter = "country in ('Mali', 'Niger') and best >= 10";
    second.filtered_out = 1204;
    second.warnings = 17;
    auto third = other_source(3, 90, 700);
    third.name_en = third.name_fr = "ACLED";
    third.replaced = 1;
    third.rejected = 2;
    auto fourth = other_source(4, 30, 900);
    fourth.name_en = fourth.name_fr = "A list of events kept by hand over many years by people of a newsroom";
    fourth.is_selection = true;
    for (auto* layer : {&second, &third, &fourth})
        if (scene.event_layers.size() < count) scene.event_layers.push_back(*layer);
    return scene;
}

scene::Scene sample_scene() {
    scene::Scene scene;
    scene.title_en = "Conflict events in the Middle";
    scene.title_fr = "Événements de conflit au Milieu";
    scene.subtitle_en = "Reported events by type of violence";
    scene.subtitle_fr = "Événements signalés, par type de violence";
    scene.layers = {countries(), communities(), river(), regions(), towns(), waters()};
    scene.focus_iso3 = {"AAA", "BBB"};
    const geo::Extent extent{-12, 0, 20, 20};
    scene.projection = std::make_shared<geo::Projection>(geo::Projection::fitted(extent));
    scene.camera.box = scene.projection->bounds_of(extent);
    scene.event_layers = {events()};
    scene.timeline.bounds = {base::day_of({2012, 1, 1}), base::day_of({2016, 12, 31})};
    scene.timeline.window = {base::WindowLength::Unit::months, 12};
    return scene;
}

}  // namespace harmattan::test
