#include "scene/event_spread.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "base/error.h"
#include "geo/area_scale.h"

namespace harmattan::scene {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
enum Gap : std::uint32_t { gap_country_wide, gap_outside, gap_coarse, gap_count };

bool is_finite(geo::PlanarPoint p) {
    return std::isfinite(p.x_m) && std::isfinite(p.y_m);
}

bool is_everything(const geo::PlanarBox& box) {
    return !(box.width_m() > 0 && box.height_m() > 0);
}

double counted(const events::EventTable& table, std::size_t row, SpreadValue value) {
    return counts_deaths(value) ? std::max(table.best()[row], 0) : table.weight(row);
}

std::vector<geo::PlanarPoint> projected(const events::EventTable& table, const geo::Projection& projection) {
    std::vector<geo::PlanarPoint> points(table.size());
    projection.forward(table.lon_deg(), table.lat_deg(), points);
    return points;
}

geo::PlanarBox box_of(const std::vector<geo::PlanarPoint>& points) {
    constexpr double far = std::numeric_limits<double>::infinity();
    geo::PlanarBox box{far, far, -far, -far};
    for (const geo::PlanarPoint p : points) {
        if (!is_finite(p)) continue;
        box = {std::min(box.min_x_m, p.x_m), std::min(box.min_y_m, p.y_m), std::max(box.max_x_m, p.x_m),
               std::max(box.max_y_m, p.y_m)};
    }
    return box.width_m() >= 0 ? box : geo::PlanarBox{};
}

// The events whose place is known to a country only say nothing of any place in it.
bool is_left_out(const events::EventTable& table, std::size_t row) {
    return is_country_wide(table.where_precision()[row]);
}

// The primary source, where it is shown and has events.
const EventLayer* source_of(const Scene& scene) {
    const EventLayer* layer = primary_events(scene);
    const bool is_there = layer != nullptr && layer->visible && layer->table && layer->table->size() > 0;
    return is_there ? layer : nullptr;
}

// The layer whose polygons are meant.
const FeatureLayer& areas_of(const Scene& scene) {
    std::string known;
    const auto is_usable = [](const FeatureLayer& layer) {
        return layer.visible && layer.table && layer.table->kind() == features::GeometryKind::polygon;
    };
    const std::string& wanted = scene.display.areas;
    for (const FeatureLayer& layer : scene.layers) {
        if (!is_usable(layer)) continue;
        if (layer.id == wanted) return layer;
        known += (known.empty() ? "" : ", ") + layer.id;
    }
    if (!wanted.empty()) throw base::Error("display.no_areas", {{"text", wanted}, {"known", known}});
    for (const Role role : {Role::regions, Role::overlay_areas, Role::countries})
        for (const FeatureLayer& layer : scene.layers)
            if (layer.role == role && is_usable(layer)) return layer;
    throw base::Error("display.no_polygons");
}

std::vector<double> people_in(const FeatureLayer& layer, const DisplayStyle& style) {
    if (style.people_counted) return *style.people_counted;
    const auto& table = *layer.table;
    std::string column = style.people;
    if (column.empty()) {
        const auto named = people_columns(table);
        column = named.empty() ? "" : named.front();
    }
    if (!table.has_column(column)) {
        std::string columns;
        for (const std::string& name : table.columns()) columns += (columns.empty() ? "" : ", ") + name;
        throw base::Error(style.people.empty() ? "display.no_people" : "display.no_people_column",
                          {{"layer", layer.id}, {"columns", columns}, {"text", style.people}});
    }
    std::vector<double> people;
    for (std::size_t i = 0; i < table.feature_count(); ++i) {
        const double number = table.number(i, column).value_or(nan);
        people.push_back(number > 0 ? number : nan);
    }
    return people;
}

// In square kilometres, by the sinusoidal projection of the sphere: good to 1 % or so.
std::vector<double> areas_km2(const features::FeatureTable& table) {
    constexpr double km_per_degree = 6371.0088 * std::numbers::pi / 180;
    std::vector<double> areas(table.feature_count(), 0);
    for (const features::Part& part : table.parts()) {
        double twice = 0;
        const auto at = [&](std::uint32_t i) {
            const geo::LonLat p = table.vertices()[part.first_vertex + i % part.vertex_count];
            return std::pair(p.lon_deg * std::cos(p.lat_deg * std::numbers::pi / 180), p.lat_deg);
        };
        for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
            const auto [x0, y0] = at(i);
            const auto [x1, y1] = at(i + 1);
            twice += x0 * y1 - x1 * y0;
        }
        const double area = std::abs(twice) / 2 * km_per_degree * km_per_degree;
        areas[part.feature] += part.is_hole ? -area : area;
    }
    return areas;
}

// The middle of the box round each feature, in the plane.
std::vector<geo::PlanarPoint> middles(const features::FeatureTable& table, const geo::Projection& projection) {
    std::vector<geo::Extent> boxes(table.feature_count(), {1e9, 1e9, -1e9, -1e9});
    for (const features::Part& part : table.parts())
        for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
            const geo::LonLat p = table.vertices()[part.first_vertex + i];
            geo::Extent& box = boxes[part.feature];
            box = {std::min(box.west_deg, p.lon_deg), std::min(box.south_deg, p.lat_deg),
                   std::max(box.east_deg, p.lon_deg), std::max(box.north_deg, p.lat_deg)};
        }
    std::vector<geo::PlanarPoint> out;
    for (const geo::Extent& box : boxes)
        out.push_back(box.west_deg > box.east_deg ? geo::PlanarPoint{nan, nan}
                                                  : projection.forward({(box.west_deg + box.east_deg) / 2,
                                                                        (box.south_deg + box.north_deg) / 2}));
    return out;
}

// Of the kernel whose sum over the ground is `count`: per 10,000 km2.
double peak_of(double count, double radius_km) {
    return count * 3 / (std::numbers::pi * radius_km * radius_km) * 10'000;
}

// The density surface on a grid over the part of the plane that makes the classes: its values, without the tails.
std::vector<double> sampled(std::span<const KernelEvent> kernels, const geo::PlanarBox& box, double step_m) {
    constexpr double most_a_side = 400, least_share = 1.0 / 40;
    const double step = std::max({step_m, box.width_m() / most_a_side, box.height_m() / most_a_side});
    const auto columns = static_cast<std::int64_t>(box.width_m() / step) + 1,
               rows = static_cast<std::int64_t>(box.height_m() / step) + 1;
    std::vector<double> values(static_cast<std::size_t>(columns * rows), 0);
    for (const KernelEvent& kernel : kernels) {
        const auto first = [&](double at, std::int64_t count) {
            return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::ceil(at / step)), 0, count);
        };
        const double x = kernel.at.x_m - box.min_x_m, y = kernel.at.y_m - box.min_y_m, r = kernel.radius_m;
        if (!(std::abs(x) < 1e9 && std::abs(y) < 1e9)) continue;
        for (std::int64_t i = first(x - r, columns); i < first(x + r, columns); ++i)
            for (std::int64_t j = first(y - r, rows); j < first(y + r, rows); ++j) {
                const double dx = static_cast<double>(i) * step - x, dy = static_cast<double>(j) * step - y;
                const double rest = 1 - (dx * dx + dy * dy) / (r * r);
                if (rest > 0) values[static_cast<std::size_t>(j * columns + i)] += kernel.peak * rest * rest;
            }
    }
    const double greatest = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
    std::erase_if(values, [&](double value) { return value < greatest * least_share; });
    return values;
}

}  // namespace

double kernel_radius_km(double bandwidth_km, double uncertainty_km) {
    // Along an axis the kernel of radius h has the variance h^2 / 8, an even disc of radius R has R^2 / 4.
    return std::sqrt(bandwidth_km * bandwidth_km + 2 * uncertainty_km * uncertainty_km);
}

double density_at(std::span<const KernelEvent> kernels, geo::PlanarPoint point) {
    double sum = 0;
    for (const KernelEvent& kernel : kernels) {
        const double dx = point.x_m - kernel.at.x_m, dy = point.y_m - kernel.at.y_m;
        const double rest = 1 - (dx * dx + dy * dy) / (kernel.radius_m * kernel.radius_m);
        if (rest > 0) sum += kernel.peak * rest * rest;
    }
    return sum;
}

std::vector<std::string> people_columns(const features::FeatureTable& table) {
    std::vector<std::string> found;
    for (const std::string& column : table.columns()) {
        std::string name;
        for (const char c : column)
            if (c != '_' && c != ' ') name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
        while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.pop_back();  // pop_2020
        for (const std::string_view known : {"pop", "popest", "population", "poptotal", "totalpop", "totpop",
                                             "people", "inhabitants", "habitants"})
            if (name == known) found.push_back(column);
    }
    return found;
}

base::DayRange densest_window(const Scene& scene, const events::EventTable& table, SpreadValue value) {
    const base::DayRange bounds = scene.timeline.bounds;
    if (scene.shows_whole_span || scene.timeline.window.unit == base::WindowLength::Unit::all) return bounds;
    // through[i]: over the first i days of the time line.
    std::vector<double> through(static_cast<std::size_t>(bounds.length_days()) + 1, 0);
    const auto rows = table.rows_in(bounds);
    for (std::size_t row = rows.first; row < rows.last; ++row)
        through[static_cast<std::size_t>(table.first_day()[row] - bounds.first) + 1] += counted(table, row, value);
    for (std::size_t i = 1; i < through.size(); ++i) through[i] += through[i - 1];
    base::DayRange densest = bounds;
    double most = -1;
    for (base::Day day = bounds.first; day <= bounds.last; day = day + 1) {
        const base::DayRange window = base::window_at(base::end_of(day), scene.timeline.window, bounds);
        const double sum = through[static_cast<std::size_t>(window.last - bounds.first) + 1] -
                           through[static_cast<std::size_t>(window.first - bounds.first)];
        if (sum <= most) continue;
        most = sum;
        densest = window;
    }
    return densest;
}

EventSpread::EventSpread(const Scene& scene) : style_(scene.display) {
    // What a map of areas is of must be right even where no source is shown.
    if (style_.as == EventDisplay::areas) {
        const FeatureLayer& layer = areas_of(scene);
        areas_ = AreaCells{layer.table, layer.id, std::make_shared<const features::AreaFinder>(*layer.table),
                           is_rate(style_.value) ? people_in(layer, style_) : std::vector<double>{}};
    }
    const EventLayer* layer = source_of(scene);
    if (layer == nullptr) return;
    // A choice of events says nothing of how many there are by area or by people.
    if (layer->is_selection && (style_.as == EventDisplay::density || is_rate(style_.value)))
        throw base::Error("display.selection");
    if (style_.as == EventDisplay::density) add_kernels(scene, *layer);
    if (style_.as == EventDisplay::hexagons) add_hexagons(scene, *layer);
    if (style_.as == EventDisplay::areas) add_areas(scene, *layer);
}

void EventSpread::add_kernels(const Scene& scene, const EventLayer& layer) {
    const auto& table = *layer.table;
    const auto points = projected(table, *scene.projection);
    const bool is_true = geo::is_equal_area(*scene.projection, box_of(points));
    std::vector<std::uint32_t> gap_of_row(table.size(), PlaceCounts::no_place);
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (is_left_out(table, row)) gap_of_row[row] = gap_country_wide;
        const double count = counted(table, row, style_.value);
        if (is_left_out(table, row) || count <= 0 || !is_finite(points[row])) continue;
        const double area_scale = is_true ? 1 : geo::ground_area_per_area(*scene.projection, points[row]);
        if (!(area_scale > 0)) continue;
        const double radius_km =
            kernel_radius_km(style_.bandwidth_km, footprint_radius_km(table.where_precision()[row]));
        kernels_.push_back({points[row], table.first_day()[row], radius_km * 1000 / std::sqrt(area_scale),
                            peak_of(count, radius_km)});
    }
    gaps_ = PlaceCounts(table, gap_of_row, gap_count);
    const auto [first, last] = kernels_in(densest_window(scene, table, style_.value));
    const geo::PlanarBox box = is_everything(style_.scale_box) ? box_of(points) : style_.scale_box;
    double least_m = std::numeric_limits<double>::infinity();
    for (const KernelEvent& kernel : kernels_) least_m = std::min(least_m, kernel.radius_m);
    if (first == last) return;
    const auto values = sampled(std::span(kernels_).subspan(first, last - first), box, least_m / 5);
    classes_ = classes_of(values, class_method(style_), false);
    // A place with a single event is in a class too: what has no colour must be next to nothing.
    const double single = round_below(peak_of(1, style_.bandwidth_km) / 4);
    if (classes_.lower.empty() || classes_.lower.front() <= single) return;
    if (classes_.lower.front() < 4 * single) classes_.lower.erase(classes_.lower.begin());
    classes_.lower.insert(classes_.lower.begin(), single);
}

std::pair<std::size_t, std::size_t> EventSpread::kernels_in(base::DayRange window) const {
    const auto before = [](const KernelEvent& kernel, base::Day day) { return kernel.day < day; };
    if (window.empty()) return {0, 0};
    const auto first = std::lower_bound(kernels_.begin(), kernels_.end(), window.first, before);
    const auto last = std::lower_bound(first, kernels_.end(), window.last + 1, before);
    return {static_cast<std::size_t>(first - kernels_.begin()), static_cast<std::size_t>(last - kernels_.begin())};
}

void EventSpread::add_hexagons(const Scene& scene, const EventLayer& layer) {
    const auto& table = *layer.table;
    auto points = projected(table, *scene.projection);
    auto projection = scene.projection;
    if (!geo::is_equal_area(*projection, box_of(points))) {
        projection = std::make_shared<const geo::Projection>(
            geo::Projection::fitted(geo::extent_of(table.lon_deg(), table.lat_deg())));
        points = projected(table, *projection);
    }
    const geo::HexagonGrid grid(style_.hexagon_km * 1000);
    std::vector<geo::Hexagon> cells, cell_of(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (is_left_out(table, row) || !is_finite(points[row])) continue;
        cell_of[row] = grid.cell_of(points[row]);
        cells.push_back(cell_of[row]);
    }
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    std::vector<std::uint32_t> cell_of_row(table.size(), PlaceCounts::no_place);
    for (std::size_t row = 0; row < table.size(); ++row)
        if (!is_left_out(table, row) && is_finite(points[row]))
            cell_of_row[row] = static_cast<std::uint32_t>(
                std::lower_bound(cells.begin(), cells.end(), cell_of[row]) - cells.begin());
    hexagons_ = HexagonCells{projection, grid, std::move(cells)};
    add_counts(scene, layer, cell_of_row);
}

void EventSpread::add_areas(const Scene& scene, const EventLayer& layer) {
    const auto& table = *layer.table;
    std::vector<std::uint32_t> cell_of_row(table.size(), PlaceCounts::no_place);
    for (std::size_t row = 0; row < table.size(); ++row)
        if (!is_left_out(table, row))
            cell_of_row[row] = areas_->finder->feature_at({table.lon_deg()[row], table.lat_deg()[row]})
                                   .value_or(PlaceCounts::no_place);
    add_counts(scene, layer, cell_of_row);
}

void EventSpread::add_counts(const Scene& scene, const EventLayer& layer,
                             const std::vector<std::uint32_t>& cell_of_row) {
    const auto& table = *layer.table;
    const auto area_km2 = areas_ ? areas_km2(*areas_->table) : std::vector<double>{};
    const double hexagon_km2 = hexagons_ ? hexagons_->grid.area_m2() / 1e6 : 0;
    std::vector<std::uint32_t> gap_of_row(table.size(), PlaceCounts::no_place);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::uint32_t cell = cell_of_row[row];
        const double radius_km = footprint_radius_km(table.where_precision()[row]);
        if (is_left_out(table, row))
            gap_of_row[row] = gap_country_wide;
        else if (cell == PlaceCounts::no_place)
            gap_of_row[row] = gap_outside;
        else if (std::numbers::pi * radius_km * radius_km > (areas_ ? area_km2[cell] : hexagon_km2))
            gap_of_row[row] = gap_coarse;
    }
    gaps_ = PlaceCounts(table, gap_of_row, gap_count);
    const std::size_t cell_count = areas_ ? areas_->table->feature_count() : hexagons_->cells.size();
    counts_ = PlaceCounts(table, cell_of_row, cell_count);

    std::vector<geo::PlanarPoint> places;
    if (areas_) {
        places = middles(*areas_->table, *scene.projection);
    } else {
        for (const geo::Hexagon cell : hexagons_->cells)
            places.push_back(
                scene.projection->forward(hexagons_->projection->inverse(hexagons_->grid.centre_of(cell))));
    }
    const base::DayRange densest = densest_window(scene, table, style_.value);
    std::vector<double> values;
    for (std::size_t cell = 0; cell < cell_count; ++cell)
        if (is_everything(style_.scale_box) || style_.scale_box.contains(places[cell]))
            values.push_back(value(cell, densest));
    std::erase_if(values, [](double value) { return std::isnan(value); });
    classes_ = classes_of(values, class_method(style_), !is_rate(style_.value));
}

SpreadGaps EventSpread::gaps(base::DayRange window) const {
    if (gaps_.place_count() == 0) return {};
    return {gaps_.count(gap_country_wide, window).events, gaps_.count(gap_outside, window).events,
            gaps_.count(gap_coarse, window).events};
}

double EventSpread::value(std::size_t cell, base::DayRange window) const {
    const PlaceCounts::Sums sums = counts_.count(cell, window);
    const double count =
        counts_deaths(style_.value) ? static_cast<double>(sums.deaths) : static_cast<double>(sums.events);
    return is_rate(style_.value) ? count / areas_->people[cell] * 100'000 : count;
}

std::vector<std::uint8_t> EventSpread::classes_in(base::DayRange window) const {
    std::vector<std::uint8_t> out(counts_.place_count(), no_class);
    for (std::size_t cell = 0; cell < out.size(); ++cell) {
        const double of_cell = value(cell, window);
        if (std::isnan(of_cell))
            out[cell] = no_figure;
        else if (of_cell > 0 && !classes_.lower.empty())
            // What happens elsewhere than where the classes were made may lie below them.
            out[cell] = static_cast<std::uint8_t>(classes_.class_of(of_cell).value_or(0));
    }
    return out;
}

bool EventSpread::has_no_figures() const {
    return areas_ &&
           std::any_of(areas_->people.begin(), areas_->people.end(), [](double p) { return std::isnan(p); });
}

std::optional<std::size_t> EventSpread::cell_at(geo::LonLat place) const {
    if (!std::isfinite(place.lon_deg) || !std::isfinite(place.lat_deg)) return std::nullopt;
    if (areas_) return areas_->finder->feature_at(place);
    if (!hexagons_) return std::nullopt;
    const geo::PlanarPoint point = hexagons_->projection->forward(place);
    if (!is_finite(point)) return std::nullopt;
    const auto& cells = hexagons_->cells;
    const auto found = std::lower_bound(cells.begin(), cells.end(), hexagons_->grid.cell_of(point));
    if (found == cells.end() || *found != hexagons_->grid.cell_of(point)) return std::nullopt;
    return static_cast<std::size_t>(found - cells.begin());
}

std::shared_ptr<const EventSpread> make_event_spread(const Scene& scene) {
    return is_surface(scene.display.as) ? std::make_shared<const EventSpread>(scene) : nullptr;
}

}  // namespace harmattan::scene
