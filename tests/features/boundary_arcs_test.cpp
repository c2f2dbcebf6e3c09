#include "features/boundary_arcs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>

#include "support/catch.h"

using namespace harmattan::features;
using harmattan::geo::LonLat;

namespace {

using Ring = std::vector<LonLat>;
using Place = std::pair<double, double>;
using EdgeEnds = std::pair<Place, Place>;

FeatureTable table_of(const std::vector<std::vector<Ring>>& features) {
    FeatureTableBuilder builder(GeometryKind::polygon, {});
    for (const auto& rings : features) {
        builder.add_feature({});
        for (std::size_t i = 0; i < rings.size(); ++i) builder.add_part(rings[i], i > 0);
    }
    return std::move(builder).build();
}

Ring cell(double x, double y, double size = 1) {
    return {{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}};
}

EdgeEnds edge_of(LonLat a, LonLat b) {
    const Place p{a.lon_deg, a.lat_deg}, q{b.lon_deg, b.lat_deg};
    return {std::min(p, q), std::max(p, q)};
}

std::vector<EdgeEnds> edges_of(const Arc& arc) {
    std::vector<EdgeEnds> edges;
    for (std::size_t i = 1; i < arc.path.size(); ++i) edges.push_back(edge_of(arc.path[i - 1], arc.path[i]));
    if (arc.is_closed) edges.push_back(edge_of(arc.path.back(), arc.path.front()));
    return edges;
}

// What each edge should have on its sides, worked out without chaining.
std::map<EdgeEnds, std::set<std::uint32_t>> sides_of(const FeatureTable& table) {
    std::map<EdgeEnds, std::set<std::uint32_t>> sides;
    for (const Part& part : table.parts())
        for (std::uint32_t i = 0; i < part.vertex_count; ++i)
            sides[edge_of(table.vertices()[part.first_vertex + i],
                          table.vertices()[part.first_vertex + (i + 1) % part.vertex_count])]
                .insert(part.feature);
    return sides;
}

// Each edge once, with its features: true of every result.
void check_edges(const FeatureTable& table, const std::vector<Arc>& arcs) {
    auto sides = sides_of(table);
    int wrong = 0;
    for (const Arc& arc : arcs)
        for (const EdgeEnds& edge : edges_of(arc)) {
            std::set<std::uint32_t> expected{arc.feature};
            if (arc.neighbour != Arc::outside) expected.insert(arc.neighbour);
            const auto found = sides.find(edge);
            if (found == sides.end() || found->second != expected)
                ++wrong;
            else
                sides.erase(found);  // a second time it is not found
        }
    CHECK(wrong == 0);
    CHECK(sides.empty());
}

std::size_t count(const std::vector<Arc>& arcs, std::uint32_t feature, std::uint32_t neighbour) {
    return static_cast<std::size_t>(std::count_if(arcs.begin(), arcs.end(), [&](const Arc& arc) {
        return arc.feature == feature && arc.neighbour == neighbour;
    }));
}

}  // namespace

TEST_CASE("an island is one closed coast") {
    const auto table = table_of({{cell(0, 0)}});
    const auto arcs = boundary_arcs(table);
    REQUIRE(arcs.size() == 1);
    CHECK(arcs[0].is_closed);
    CHECK(arcs[0].path.size() == 4);
    CHECK(arcs[0].neighbour == Arc::outside);
    check_edges(table, arcs);
}

TEST_CASE("two countries share one border and have one coast each") {
    const auto table =
        table_of({{{{0, 0}, {1, 0}, {1, 0.5}, {1, 1}, {0, 1}}}, {{{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0.5}}}});
    const auto arcs = boundary_arcs(table);
    REQUIRE(arcs.size() == 3);
    CHECK(count(arcs, 0, 1) == 1);
    CHECK(count(arcs, 0, Arc::outside) == 1);
    CHECK(count(arcs, 1, Arc::outside) == 1);
    for (const Arc& arc : arcs) CHECK_FALSE(arc.is_closed);
    const auto border = std::find_if(arcs.begin(), arcs.end(), [](const Arc& arc) { return arc.neighbour == 1; });
    CHECK(border->path.size() == 3);
    check_edges(table, arcs);
}

TEST_CASE("a mosaic of nine cells") {
    std::vector<std::vector<Ring>> cells;
    for (int y = 0; y < 3; ++y)
        for (int x = 0; x < 3; ++x) cells.push_back({cell(x, y)});
    const auto table = table_of(cells);
    const auto arcs = boundary_arcs(table);
    // 12 borders between neighbours; a coast for each of the 8 outer cells.
    CHECK(arcs.size() == 20);
    CHECK(std::count_if(arcs.begin(), arcs.end(), [](const Arc& arc) { return arc.neighbour == Arc::outside; }) ==
          8);
    CHECK(count(arcs, 4, Arc::outside) == 0);
    CHECK(count(arcs, 0, 1) == 1);
    CHECK(count(arcs, 0, 4) == 0);  // they touch at a corner
    check_edges(table, arcs);
}

TEST_CASE("three countries meet at a point, which ends three borders") {
    const LonLat m{0, 0}, a{0, 2}, b{-2, -1}, c{2, -1};
    const auto table = table_of({{{m, a, b}}, {{m, b, c}}, {{m, c, a}}});
    const auto arcs = boundary_arcs(table);
    CHECK(arcs.size() == 6);
    for (const Arc& arc : arcs) {
        CHECK(arc.path.size() == 2);
        const auto at_m = [&](LonLat p) { return p.lon_deg == m.lon_deg && p.lat_deg == m.lat_deg; };
        CHECK((at_m(arc.path.front()) || at_m(arc.path.back())) == (arc.neighbour != Arc::outside));
    }
    check_edges(table, arcs);
}

TEST_CASE("a country inside another: the hole is the border, closed") {
    const auto table = table_of({{cell(0, 0, 10), cell(4, 4)}, {cell(4, 4)}});
    const auto arcs = boundary_arcs(table);
    REQUIRE(arcs.size() == 2);
    CHECK(count(arcs, 0, 1) == 1);
    CHECK(count(arcs, 1, Arc::outside) == 0);
    for (const Arc& arc : arcs) CHECK(arc.is_closed);
    check_edges(table, arcs);
}

TEST_CASE("an edge inside one feature has it on both sides") {
    FeatureTableBuilder builder(GeometryKind::polygon, {});
    builder.add_feature({});
    builder.add_part(cell(0, 0));
    builder.add_part(cell(1, 0));
    const auto two_parts = std::move(builder).build();
    const auto arcs = boundary_arcs(two_parts);
    CHECK(arcs.size() == 3);
    CHECK(count(arcs, 0, 0) == 1);
    CHECK(count(arcs, 0, Arc::outside) == 2);
}

TEST_CASE("repeated vertices make no edge, and bits decide") {
    const auto doubled = table_of({{{{0, 0}, {1, 0}, {1, 0}, {1, 1}, {0, 1}}}});
    REQUIRE(boundary_arcs(doubled).size() == 1);
    CHECK(boundary_arcs(doubled)[0].path.size() == 4);
    const double nearly_one = std::nextafter(1.0, 2.0);
    CHECK(boundary_arcs(table_of({{cell(0, 0)}, {{{nearly_one, 0}, {2, 0}, {2, 1}, {nearly_one, 1}}}})).size() ==
          2);
}

TEST_CASE("a large mosaic: every edge once, and the same result again") {
    constexpr int size = 30;
    std::mt19937 random(2);
    std::vector<std::vector<LonLat>> corner(size + 1, std::vector<LonLat>(size + 1));
    for (int y = 0; y <= size; ++y)
        for (int x = 0; x <= size; ++x)
            corner[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = {
                x + static_cast<double>(random() % 1000) / 3000, y + static_cast<double>(random() % 1000) / 3000};
    std::vector<std::vector<Ring>> cells;
    for (std::size_t y = 0; y < size; ++y)
        for (std::size_t x = 0; x < size; ++x)
            cells.push_back({{corner[y][x], corner[y][x + 1], corner[y + 1][x + 1], corner[y + 1][x]}});
    const auto table = table_of(cells);
    const auto arcs = boundary_arcs(table), again = boundary_arcs(table);
    check_edges(table, arcs);
    REQUIRE(arcs.size() == again.size());
    int different = 0;
    for (std::size_t i = 0; i < arcs.size(); ++i)
        if (edges_of(arcs[i]) != edges_of(again[i]) || arcs[i].feature != again[i].feature) ++different;
    CHECK(different == 0);
    // 2 * 30 * 29 inner borders; each of the 116 outer cells has one coast.
    CHECK(arcs.size() == 2 * 30 * 29 + 116);
}

TEST_CASE("no polygons, no arcs") {
    CHECK(boundary_arcs(table_of({})).empty());
}
