// Names of seas, lakes, the delta, regions and community areas.
#include <cmath>

#include "features/feature_days.h"
#include "layout/label_space.h"

namespace harmattan::layout {
namespace {

constexpr double regions_from_metres = 800;  // per design pixel
constexpr double waters_from_metres = 3200;  // gulfs, large lakes, the delta

std::vector<PointPx> shifted(PointPx at, const NameShape& name) {
    std::vector<PointPx> points{at};
    for (const float y : {0.f, 1.2f, -1.2f, 2.4f, -2.4f})
        for (const float x : {0.f, 0.35f, -0.35f, 0.7f, -0.7f})
            if (x != 0 || y != 0) points.push_back({at.x + x * name.width, at.y + y * name.leading});
    return points;
}

// Places the name as near to the point as it finds room; at sea when `at_sea`.
bool place_name(LabelContext& context, std::string_view text, PointPx at, TextStyle style, bool at_sea,
                bool may_break) {
    std::vector<NameShape> shapes{name_shape(context, {std::string(text)}, style)};
    if (const auto lines = in_two_lines(std::string(text)); may_break && lines)
        shapes.insert(shapes.begin(), name_shape(context, *lines, style));
    for (const NameShape& name : shapes)
        for (const PointPx& p : shifted(at, name)) {
            const auto boxes = name.boxes_at(p);
            if (!context.space.is_free(boxes)) continue;
            const auto touches_land = [&](const RectPx& box) {
                return context.ground.is_land({box.x, box.y + box.height / 2}) ||
                       context.ground.is_land({box.right(), box.y + box.height / 2});
            };
            if (at_sea && std::any_of(boxes.begin(), boxes.end(), touches_land)) continue;
            context.space.take(boxes);
            write_name(context, name, p);
            return true;
        }
    return false;
}

double signed_area(const std::vector<geo::LonLat>& v, const features::Part& part) {
    double sum = 0;
    for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
        const auto& a = v[part.first_vertex + i];
        const auto& b = v[part.first_vertex + (i + 1) % part.vertex_count];
        sum += a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
    }
    return sum / 2;
}

// The feature's largest ring; none for an empty feature.
std::optional<features::Part> largest_ring(const features::FeatureTable& table, std::uint32_t feature) {
    std::optional<features::Part> largest;
    double greatest = -1;
    for (const auto& part : table.parts_of(feature)) {
        const double area = std::abs(signed_area(table.vertices(), part));
        if (part.is_hole || area <= greatest) continue;
        greatest = area;
        largest = part;
    }
    return largest;
}

// The middle of the longest west-east chord at half the ring's height: inside it, whatever its shape.
geo::LonLat middle_of_ring(const features::FeatureTable& table, const features::Part& ring) {
    const auto& v = table.vertices();
    double south = 90, north = -90;
    for (std::uint32_t i = 0; i < ring.vertex_count; ++i) {
        south = std::min(south, v[ring.first_vertex + i].lat_deg);
        north = std::max(north, v[ring.first_vertex + i].lat_deg);
    }
    const double lat = (south + north) / 2;
    std::vector<double> crossings;
    for (std::uint32_t i = 0; i < ring.vertex_count; ++i) {
        const auto& a = v[ring.first_vertex + i];
        const auto& b = v[ring.first_vertex + (i + 1) % ring.vertex_count];
        if ((a.lat_deg > lat) != (b.lat_deg > lat))
            crossings.push_back(a.lon_deg + (lat - a.lat_deg) / (b.lat_deg - a.lat_deg) * (b.lon_deg - a.lon_deg));
    }
    std::sort(crossings.begin(), crossings.end());
    double best = v[ring.first_vertex].lon_deg, longest = -1;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        if (crossings[i + 1] - crossings[i] > longest) {
            longest = crossings[i + 1] - crossings[i];
            best = (crossings[i] + crossings[i + 1]) / 2;
        }
    return {best, lat};
}

std::vector<PointPx> ring_px(const LabelContext& context, const features::FeatureTable& table,
                             const features::Part& ring) {
    std::vector<PointPx> points;
    for (std::uint32_t i = 0; i < ring.vertex_count; ++i)
        if (const auto p = context.pixel_of(table.vertices()[ring.first_vertex + i])) points.push_back(*p);
    return points;
}

// Direction of the long axis of a ring's vertices, in -pi/2 to pi/2: the first principal axis.
float long_axis(const std::vector<PointPx>& points) {
    double mx = 0, my = 0, xx = 0, xy = 0, yy = 0;
    for (const auto& p : points) {
        mx += static_cast<double>(p.x);
        my += static_cast<double>(p.y);
    }
    mx /= static_cast<double>(points.size());
    my /= static_cast<double>(points.size());
    for (const auto& p : points) {
        const double dx = static_cast<double>(p.x) - mx, dy = static_cast<double>(p.y) - my;
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
    }
    return static_cast<float>(0.5 * std::atan2(2 * xy, xx - yy));
}

// A name on a straight slanted base line: one box a letter.
bool place_slanted(LabelContext& context, const std::string& text, PointPx middle, float angle,
                   const TextStyle& style) {
    const ShapedText shaped = context.pen.shaper().shape(text, style.face, style.size_px, style.spacing_em);
    const float c = std::cos(angle), s = std::sin(angle), half = style.size_px * 0.62f;
    const float drop = context.pen.shaper().cap_height_px(style.face, style.size_px) / 2;
    std::vector<RectPx> boxes;
    DisplayList glyphs;
    for (const ShapedGlyph& g : shaped.glyphs) {
        const float along = g.x_px - shaped.width_px / 2;
        const float below = drop + g.y_px;
        const PointPx origin{middle.x + along * c - below * s, middle.y + along * s + below * c};
        const float centre = along + g.advance_px / 2;
        boxes.push_back({middle.x + centre * c - half, middle.y + centre * s - half, 2 * half, 2 * half});
        glyphs.glyphs.push_back(
            {g.font, g.glyph, style.size_px, origin, angle, style.colour, style.halo_px, style.halo});
    }
    if (boxes.empty() || !context.space.is_free(boxes)) return false;
    context.space.take(boxes);
    context.list.append(glyphs);
    return true;
}

}  // namespace

void label_waters(LabelContext& context) {
    const auto* table = visible_table(context.pen.scene(), scene::Role::water_names);
    if (table == nullptr) return;
    for (const auto& part : table->parts()) {
        const auto kind = table->text(part.feature, "kind");
        const auto at = context.pixel_of(table->vertices()[part.first_vertex]);
        if (!at || !context.space.map().contains(*at)) continue;
        const bool is_large = kind == "sea" || kind == "ocean";
        const bool at_sea = is_large || kind == "gulf" || kind == "bay";
        if (!is_large && context.metres_per_design_px() > waters_from_metres) continue;
        const TextStyle style = context.style(Face::italic, is_large ? 15 : 12.5f, context.theme().water,
                                              is_large ? 0.12f : 0.06f, 3, *at);
        place_name(context, name_of(context.pen.scene(), *table, part.feature), *at, style, at_sea, !is_large);
    }
}

void label_delta(LabelContext& context) {
    const auto* table = visible_table(context.pen.scene(), scene::Role::delta);
    if (table == nullptr || context.metres_per_design_px() > waters_from_metres) return;
    for (std::uint32_t delta = 0; delta < table->feature_count(); ++delta) {
        const auto ring = largest_ring(*table, delta);
        if (!ring) continue;
        const auto at = context.pixel_of(middle_of_ring(*table, *ring));
        if (!at || !context.space.map().contains(*at)) continue;
        const TextStyle style = context.style(Face::italic, 12.5f, context.theme().water, 0.06f, 3, *at);
        // West of the marsh, where the river's arms do not run through it.
        const PointPx beside{at->x - context.px(34), at->y - context.px(14)};
        place_name(context, name_of(context.pen.scene(), *table, delta), beside, style, false, true);
    }
}

void label_lakes(LabelContext& context) {
    const auto* table = visible_table(context.pen.scene(), scene::Role::lakes);
    if (table == nullptr) return;
    for (std::uint32_t lake = 0; lake < table->feature_count(); ++lake) {
        const double rank = table->number(lake, "rank").value_or(9);
        const double named_from = rank <= 1 ? waters_from_metres : rank <= 2 ? 1500 : 700;
        const std::string name = name_of(context.pen.scene(), *table, lake);
        const auto ring = largest_ring(*table, lake);
        // A seasonal shore is the same lake's former one.
        if (!ring || name.empty() || table->text(lake, "kind") == "seasonal") continue;
        if (context.metres_per_design_px() > named_from) continue;
        const auto at = context.pixel_of(middle_of_ring(*table, *ring));
        if (!at || !context.space.map().contains(*at)) continue;
        const TextStyle style = context.style(Face::italic, 12, context.theme().water, 0.06f, 3, *at);
        place_name(context, name, *at, style, false, true);
    }
}

void label_regions(LabelContext& context) {
    const auto* table = visible_table(context.pen.scene(), scene::Role::regions);
    if (table == nullptr || context.metres_per_design_px() > regions_from_metres) return;
    for (std::uint32_t region = 0; region < table->feature_count(); ++region) {
        const auto ring = largest_ring(*table, region);
        if (!ring) continue;
        const auto at = context.pixel_of(middle_of_ring(*table, *ring));
        if (!at || !context.space.map().contains(*at)) continue;
        const TextStyle style = context.style(Face::regular, 13, context.theme().region_name, 0.14f, 3, *at);
        place_name(context, name_of(context.pen.scene(), *table, region), *at, style, false, false);
    }
}

namespace {

// Along the long axis of the area's largest ring.
void label_area(LabelContext& context, const features::FeatureTable& table, std::uint32_t area) {
    const auto ring = largest_ring(table, area);
    const std::string text = name_of(context.pen.scene(), table, area);
    if (!ring || text.empty()) return;
    const auto at = context.pixel_of(middle_of_ring(table, *ring));
    const auto outline = ring_px(context, table, *ring);
    if (!at || outline.empty()) return;
    const TextStyle style = context.style(Face::regular, 14, context.theme().title, 0.14f, 4, *at);
    // Steep names are hard to read: up to 60 degrees, then level.
    const float axis = long_axis(outline);
    const float angle = std::abs(axis) > 1.05f ? 0 : axis;
    const float step = style.size_px * 1.6f;
    for (const float shift : {0.f, -1.f, 1.f, -2.f, 2.f})
        if (place_slanted(context, text, {at->x, at->y + shift * step}, angle, style)) return;
}

}  // namespace

void label_ethnic_areas(LabelContext& context, base::Day day) {
    for (const auto* layer : scene::visible_layers(context.pen.scene(), scene::Role::ethnic)) {
        const features::FeatureDays days(*layer->table);
        for (std::uint32_t area = 0; area < layer->table->feature_count(); ++area)
            if (days.holds(area, day)) label_area(context, *layer->table, area);
    }
}

}  // namespace harmattan::layout
