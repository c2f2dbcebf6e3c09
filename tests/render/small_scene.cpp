#include "small_scene.h"

#include <cmath>

#include <fmt/core.h>

namespace harmattan::test {
namespace {

using features::FeatureTableBuilder;
using features::GeometryKind;
using Path = std::vector<geo::LonLat>;

scene::FeatureLayer layer(const std::string& id, scene::Role role, FeatureTableBuilder builder) {
    return {id, id, id, role, true, std::make_shared<features::FeatureTable>(std::move(builder).build())};
}

scene::FeatureLayer countries() {
    FeatureTableBuilder b(GeometryKind::polygon,
                          {"iso3", "name_en", "name_fr", "label_lon", "label_lat", "label_rank"});
    b.add_feature({"AAA", "Westland", "Ouestie", "-3", "14", "1"});
    b.add_part({{-8, 10}, {0, 10}, {1, 13}, {-0.5, 16}, {0, 18}, {-7, 19}});
    b.add_feature({"BBB", "Eastland", "Estie", "4", "14", "1"});
    b.add_part({{0, 10}, {7, 9}, {8, 18}, {0, 18}, {-0.5, 16}, {1, 13}});
    return layer("countries", scene::Role::countries, std::move(b));
}

scene::FeatureLayer lakes() {
    FeatureTableBuilder b(GeometryKind::polygon, {"name_en", "name_fr", "kind", "rank"});
    b.add_feature({"Round Lake", "Lac Rond", "lake", "1"});
    Path ring;
    for (int i = 0; i < 24; ++i)
        ring.push_back({4.5 + 0.8 * std::cos(i * 0.2618), 15.5 + 0.8 * std::sin(i * 0.2618)});
    b.add_part(ring);
    return layer("lakes", scene::Role::lakes, std::move(b));
}

scene::FeatureLayer rivers() {
    FeatureTableBuilder b(GeometryKind::line, {"river", "name_en", "name_fr", "rank", "intermittent"});
    b.add_feature({"long", "Long River", "Long Fleuve", "1", "0"});
    Path path;
    for (int i = 0; i <= 40; ++i) path.push_back({-6 + i * 0.3, 12 + 1.2 * std::sin(i * 0.35)});
    b.add_part(path);
    b.add_feature({"dry", "Dry River", "Rivière Sèche", "4", "1"});
    b.add_part({{-5, 17.5}, {-3, 16}, {-1.5, 16.4}});
    return layer("rivers", scene::Role::rivers, std::move(b));
}

scene::FeatureLayer disputed() {
    FeatureTableBuilder b(GeometryKind::line, {"kind", "name"});
    b.add_feature({"disputed", "corner"});
    b.add_part({{-7, 19}, {-4.5, 15}, {-7.6, 13.6}});
    return layer("disputed", scene::Role::disputed, std::move(b));
}

std::shared_ptr<const events::EventTable> events() {
    events::EventTableBuilder builder;
    builder.add_file("small.csv");
    constexpr std::array<std::int32_t, 6> best{0, 3, 12, 40, events::fatalities_unknown, 400};
    std::vector<std::string> ids;
    for (int i = 0; i < 100; ++i) ids.push_back(fmt::format("e{}", i));
    for (int i = 0; i < 100; ++i) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2020, 1, 1}) + i;
        row.lon_deg = -6 + (i * 37 % 100) * 0.12;
        row.lat_deg = 11 + (i * 61 % 100) * 0.065;
        row.best = i % 33 == 5 ? 400 : best[static_cast<std::size_t>(i % 5)];
        row.low = row.best;
        row.high = row.best;
        row.type = static_cast<events::ViolenceType>(i % 4);
        row.where_precision = i % 20 == 7 ? 4 : 1;
        row.date_precision = 1;
        row.texts[static_cast<std::size_t>(events::Text::id)] = ids[static_cast<std::size_t>(i)];
        builder.add(row);
    }
    return std::make_shared<events::EventTable>(std::move(builder).build());
}

scene::EventLayer second_source() {
    events::EventTableBuilder builder;
    builder.add_file("second.csv");
    for (int i = 0; i < 40; ++i) {
        events::EventRow row;
        row.first_day = row.last_day = base::day_of({2020, 1, 21}) + 2 * i;
        row.lon_deg = -5.5 + (i * 29 % 40) * 0.28;
        row.lat_deg = 10.8 + (i * 17 % 40) * 0.17;
        row.best = i % 4 == 0 ? events::fatalities_unknown : i * i % 90;
        row.type = static_cast<events::ViolenceType>(i % 3);
        row.where_precision = i % 3 == 1 ? 3 : 1;
        row.date_precision = 1;
        builder.add(row);
    }
    scene::EventLayer layer;
    layer.id = "events-2";
    layer.name_en = layer.name_fr = "Second source";
    layer.table = std::make_shared<events::EventTable>(std::move(builder).build());
    layer.coverage = layer.table->days();
    layer.source = {"made up as well", "inventé aussi"};
    layer.symbol = scene::EventSymbol::triangle;
    layer.is_provisional = true;
    layer.replaced = 4;
    return layer;
}

}  // namespace

scene::ScenePtr small_scene_of_two(scene::ThemeName theme) {
    auto scene = std::make_shared<scene::Scene>(*small_scene(theme));
    scene->event_layers[0].name_en = scene->event_layers[0].name_fr = "First source";
    scene->event_layers.push_back(second_source());
    return scene;
}

scene::ScenePtr small_scene(scene::ThemeName theme) {
    auto scene = std::make_shared<scene::Scene>();
    const geo::Extent extent{-9, 8, 9, 20};
    scene->title_en = "A small scene";
    scene->title_fr = "Une petite scène";
    scene->projection = std::make_shared<geo::Projection>(geo::Projection::fitted(extent));
    scene->layers = {countries(), lakes(), rivers(), disputed()};
    scene::EventLayer layer;
    layer.name_en = layer.name_fr = "events";
    layer.table = events();
    layer.coverage = layer.table->days();
    layer.source = {"made up for a test", "inventé pour un test"};
    scene->event_layers = {layer};
    scene->focus_iso3 = {"AAA"};
    scene->timeline.bounds = layer.table->days();
    scene->timeline.window = {base::WindowLength::Unit::days, 60};
    scene->camera.box = scene->projection->bounds_of(extent);
    scene->theme = theme;
    return scene;
}

}  // namespace harmattan::test
