#include "layout/locator.h"

#include <cmath>

#include "layout/label_space.h"
#include "layout/symbols.h"

namespace harmattan::layout {
namespace {

// Windows that people know at a glance. The smallest that holds the camera's box with room around it is taken.
constexpr std::array<geo::Extent, 8> windows{{{-31, -37, 55, 41},     // Africa
                                              {-12, 34, 42, 72},      // Europe
                                              {24, 10, 64, 44},       // the Middle East
                                              {60, 4, 98, 38},        // South Asia
                                              {90, -13, 155, 30},     // South-East Asia
                                              {-84, -57, -33, 14},    // South America
                                              {-120, 5, -58, 36},     // Middle America
                                              {-140, 14, -52, 72}}};  // North America

// A plate carree true along the window's middle parallel, centred in the box.
struct Sketch {
    geo::Extent window;
    RectPx box;
    double px_per_deg = 1, squeeze = 1;

    PointPx to_px(geo::LonLat p) const {
        const geo::LonLat centre = window.centre();
        return {box.x + box.width / 2 + static_cast<float>((p.lon_deg - centre.lon_deg) * squeeze * px_per_deg),
                box.y + box.height / 2 - static_cast<float>((p.lat_deg - centre.lat_deg) * px_per_deg)};
    }
};

Sketch make_sketch(const geo::Extent& window, const RectPx& box) {
    Sketch sketch{window, box};
    sketch.squeeze = std::cos(window.centre().lat_deg * 3.14159265358979 / 180);
    sketch.px_per_deg = std::min(static_cast<double>(box.width) / (window.width_deg() * sketch.squeeze),
                                 static_cast<double>(box.height) / window.height_deg());
    return sketch;
}

// The camera's box as a line on the globe; empty where part of it is nowhere.
std::vector<geo::LonLat> camera_outline(const scene::Scene& scene) {
    constexpr int steps = 8;
    const auto& b = scene.camera.box;
    const std::array<geo::PlanarPoint, 4> corners{
        {{b.min_x_m, b.min_y_m}, {b.max_x_m, b.min_y_m}, {b.max_x_m, b.max_y_m}, {b.min_x_m, b.max_y_m}}};
    std::vector<geo::LonLat> outline;
    for (std::size_t side = 0; side < corners.size(); ++side) {
        const auto &from = corners[side], &to = corners[(side + 1) % corners.size()];
        for (int i = 0; i < steps; ++i) {
            const double share = static_cast<double>(i) / steps;
            const auto p = scene.projection->inverse(
                {from.x_m + (to.x_m - from.x_m) * share, from.y_m + (to.y_m - from.y_m) * share});
            if (!std::isfinite(p.lon_deg) || !std::isfinite(p.lat_deg)) return {};
            outline.push_back(p);
        }
    }
    return outline;
}

std::optional<geo::Extent> window_of(const scene::Scene& scene) {
    const auto outline = camera_outline(scene);
    std::optional<geo::Extent> best;
    for (const auto& window : windows) {
        const bool holds = !outline.empty() && std::all_of(outline.begin(), outline.end(), [&](geo::LonLat p) {
            const double slack = 3;  // the box may stand out over the sea
            return p.lon_deg > window.west_deg - slack && p.lon_deg < window.east_deg + slack &&
                   p.lat_deg > window.south_deg - slack && p.lat_deg < window.north_deg + slack;
        });
        const auto area = [](const geo::Extent& e) { return e.width_deg() * e.height_deg(); };
        if (holds && (!best || area(window) < area(*best))) best = window;
    }
    return best;
}

// Coverage of the land in one row of pixels, from rings crossed by a few lines of sight.
class LandRow {
  public:
    LandRow(const features::FeatureTable& countries, const Sketch& sketch)
        : sketch_(sketch), edges_(static_cast<std::size_t>(sketch.box.height)) {
        const auto& vertices = countries.vertices();
        // The box shows a little more than the window where their shapes differ.
        const double high = std::abs(static_cast<double>(sketch.box.height) / sketch.px_per_deg) / 2;
        const double wide =
            std::abs(static_cast<double>(sketch.box.width) / sketch.px_per_deg / sketch.squeeze) / 2;
        const geo::LonLat centre = sketch.window.centre();
        for (const auto& part : countries.parts())
            for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
                const auto& a = vertices[part.first_vertex + i];
                const auto& b = vertices[part.first_vertex + (i + 1 == part.vertex_count ? 0 : i + 1)];
                // What lies east of the box only closes spans, which its edge does as well.
                if (std::max(a.lat_deg, b.lat_deg) < centre.lat_deg - high ||
                    std::min(a.lat_deg, b.lat_deg) > centre.lat_deg + high ||
                    std::min(a.lon_deg, b.lon_deg) > centre.lon_deg + wide || a.lat_deg == b.lat_deg)
                    continue;
                add_edge(sketch.to_px(a), sketch.to_px(b));
            }
    }

    std::vector<float> coverage(float y, int width) const {
        constexpr int lines = 4;
        std::vector<float> row(static_cast<std::size_t>(width), 0.f);
        for (int line = 0; line < lines; ++line) {
            const float at = y + (static_cast<float>(line) + 0.5f) / lines;
            std::vector<float> crossings;
            for (const auto& [a, b] : edges_[static_cast<std::size_t>(y - sketch_.box.y)])
                if ((a.y > at) != (b.y > at)) crossings.push_back(a.x + (at - a.y) / (b.y - a.y) * (b.x - a.x));
            if (crossings.size() % 2 == 1) crossings.push_back(sketch_.box.right() + 1);
            std::sort(crossings.begin(), crossings.end());
            for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
                add_span(row, crossings[i] - sketch_.box.x, crossings[i + 1] - sketch_.box.x, 1.f / lines);
        }
        return row;
    }

  private:
    void add_edge(PointPx a, PointPx b) {
        const float last_row = static_cast<float>(edges_.size()) - 1;
        const float top = std::min(a.y, b.y) - sketch_.box.y, bottom = std::max(a.y, b.y) - sketch_.box.y;
        if (bottom < 0 || top > last_row + 1) return;
        const auto row_of = [&](float y) {
            return static_cast<std::size_t>(std::clamp(std::floor(y), 0.f, last_row));
        };
        for (std::size_t row = row_of(top); row <= row_of(bottom); ++row) edges_[row].emplace_back(a, b);
    }
    static void add_span(std::vector<float>& row, float left, float right, float weight) {
        const float end = static_cast<float>(row.size());
        left = std::clamp(left, 0.f, end);
        right = std::clamp(right, 0.f, end);
        for (float x = std::floor(left); x < right; ++x)
            row[static_cast<std::size_t>(x)] += weight * (std::min(right, x + 1) - std::max(left, x));
    }

    Sketch sketch_;
    std::vector<std::vector<std::pair<PointPx, PointPx>>> edges_;  // by row of pixels
};

// Runs of pixels of one coverage become one rectangle: inland a row is a single one.
void draw_land(const Pen& pen, const features::FeatureTable& countries, const Sketch& sketch, DisplayList& list) {
    const base::Colour colour = base::mixed(pen.theme().land, pen.theme().country, 0.22);
    const LandRow land(countries, sketch);
    const int width = static_cast<int>(sketch.box.width), height = static_cast<int>(sketch.box.height);
    for (int y = 0; y < height; ++y) {
        const float top = sketch.box.y + static_cast<float>(y);
        const auto row = land.coverage(top, width);
        const auto level = [&](int x) {
            return std::lround(std::min(1.f, row[static_cast<std::size_t>(x)]) * 16);
        };
        for (int x = 0; x < width;) {
            int end = x + 1;
            while (end < width && level(end) == level(x)) ++end;
            if (level(x) > 0)
                add_rect(list, {sketch.box.x + static_cast<float>(x), top, static_cast<float>(end - x), 1},
                         base::faded(colour, static_cast<double>(level(x)) / 16));
            x = end;
        }
    }
}

}  // namespace

bool can_draw_locator(const scene::Scene& scene) {
    const auto* countries = visible_table(scene, scene::Role::countries);
    const auto window = window_of(scene);
    if (countries == nullptr || !window) return false;
    // A base map cut to the story's own region would show a continent with straight shores.
    geo::Extent box{1e9, 1e9, -1e9, -1e9};
    for (const auto& v : countries->vertices())
        box = {std::min(box.west_deg, v.lon_deg), std::min(box.south_deg, v.lat_deg),
               std::max(box.east_deg, v.lon_deg), std::max(box.north_deg, v.lat_deg)};
    constexpr double slack_deg = 5;
    return box.west_deg < window->west_deg + slack_deg && box.east_deg > window->east_deg - slack_deg &&
           box.south_deg < window->south_deg + slack_deg && box.north_deg > window->north_deg - slack_deg;
}

void draw_locator(const Pen& pen, const RectPx& place, DisplayList& list) {
    const auto window = window_of(pen.scene());
    const auto* countries = visible_table(pen.scene(), scene::Role::countries);
    if (!window || countries == nullptr) return;
    const RectPx box{std::round(place.x), std::round(place.y), std::round(place.width), std::round(place.height)};
    const Sketch sketch = make_sketch(*window, box);
    const float line = std::max(1.f, std::round(0.9f * pen.unit()));
    add_rect(list, box, base::mixed(pen.theme().sea, pen.theme().panel, 0.35));
    draw_land(pen, *countries, sketch, list);
    add_outline(list, box, line, base::mixed(pen.theme().sea, pen.theme().frame, 0.45));
    const auto outline = camera_outline(pen.scene());
    for (std::size_t i = 0; i < outline.size(); ++i) {
        PointPx a = sketch.to_px(outline[i]), b = sketch.to_px(outline[(i + 1) % outline.size()]);
        for (PointPx* p : {&a, &b}) {
            p->x = std::clamp(p->x, box.x + line, box.right() - line);
            p->y = std::clamp(p->y, box.y + line, box.bottom() - line);
        }
        list.shapes.push_back({Shape::Kind::segment, a, b, {}, 1.4f * pen.unit(), pen.theme().title});
    }
}

}  // namespace harmattan::layout
