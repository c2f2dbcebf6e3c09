// Country names in spaced capitals: at their own place, beside it, or in the middle of what the frame shows of
// them.
#include <cmath>

#include "layout/label_space.h"

namespace harmattan::layout {
namespace {

struct SizeClass {
    float text_px, spacing_em;
};
constexpr std::array<SizeClass, 3> size_classes{{{19, 0.32f}, {14, 0.16f}, {11.5f, 0.08f}}};
constexpr double zoomed_in_metres = 900;  // per design pixel: small countries are large here

// Which country lies under each cell of a coarse grid over the map.
class Survey {
  public:
    explicit Survey(const LabelContext& context) : map_(context.space.map()) {
        cells_.resize(columns * rows);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const PointPx at = middle(i);
            const bool is_covered = std::any_of(context.layout.occupied.begin(), context.layout.occupied.end(),
                                                [&](const RectPx& box) { return box.contains(at); });
            if (!is_covered) cells_[i] = context.ground.country_at(at);
        }
    }

    // Middles of the country's cells, those farthest from its edges (and the frame's) first.
    std::vector<PointPx> interior(std::uint32_t country) const {
        std::vector<std::pair<int, std::size_t>> found;
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (cells_[i] == country) found.emplace_back(-depth(i, country), i);
        std::sort(found.begin(), found.end());
        std::vector<PointPx> points;
        if (found.size() < least_cells) return points;
        for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 8); ++i)
            points.push_back(middle(found[i].second));
        return points;
    }

  private:
    static constexpr std::size_t columns = 32, rows = 18, least_cells = 6;

    PointPx middle(std::size_t cell) const {
        return {map_.x + map_.width * (static_cast<float>(cell % columns) + 0.5f) / columns,
                map_.y + map_.height * (static_cast<float>(cell / columns) + 0.5f) / rows};
    }
    // Cells to the nearest one of another country; a name is wide, so steps up and down count double.
    int depth(std::size_t cell, std::uint32_t country) const {
        const int x = static_cast<int>(cell % columns), y = static_cast<int>(cell / columns);
        for (int reach = 1; reach < 12; ++reach)
            for (int dx = -reach; dx <= reach; ++dx)
                for (const int dy : {-(reach - std::abs(dx)) / 2, (reach - std::abs(dx)) / 2}) {
                    const int cx = x + dx, cy = y + dy;
                    const bool inside =
                        cx >= 0 && cy >= 0 && cx < static_cast<int>(columns) && cy < static_cast<int>(rows);
                    if (!inside ||
                        cells_[static_cast<std::size_t>(cy) * columns + static_cast<std::size_t>(cx)] != country)
                        return reach;
                }
        return 12;
    }

    RectPx map_;
    std::vector<std::optional<std::uint32_t>> cells_;
};

// Whether at least `least_share` of the name lies in its own country: ends and middle, line by line.
bool is_inside(const LabelContext& context, const NameShape& name, PointPx middle, std::uint32_t country,
               double least_share) {
    constexpr std::array<float, 5> shares{0, 1, 0.5f, 0.25f, 0.75f};
    const auto boxes = name.boxes_at(middle);
    auto misses_left = static_cast<int>((1 - least_share) * static_cast<double>(boxes.size() * shares.size()));
    for (const RectPx& box : boxes)
        for (const float share : shares)
            if (context.ground.country_at({box.x + box.width * share, box.y + box.height / 2}) != country &&
                --misses_left < 0)
                return false;
    return true;
}

// Places around a point, the nearest first.
std::vector<PointPx> around(PointPx at, const NameShape& name) {
    std::vector<PointPx> points{at};
    const float dy = name.leading, dx = name.width * 0.3f;
    for (const auto& [x, y] : std::initializer_list<std::pair<float, float>>{
             {0, 0.9f},    {0, -0.9f},    {0.8f, 0},     {-0.8f, 0},     {0, 1.8f},  {0, -1.8f}, {0.8f, 1},
             {-0.8f, 1},   {0.8f, -1},    {-0.8f, -1},   {0, 2.8f},      {0, -2.8f}, {1.5f, 0},  {-1.5f, 0},
             {1.5f, 1.5f}, {-1.5f, 1.5f}, {1.5f, -1.5f}, {-1.5f, -1.5f}, {0, 3.8f},  {0, -3.8f}})
        points.push_back({at.x + x * dx, at.y + y * dy});
    return points;
}

// Size on the screen of the country's largest ring, by its box of longitudes and latitudes.
float shown_size_px(const LabelContext& context, const features::FeatureTable& table, std::uint32_t country) {
    float greatest = 0;
    for (const auto& part : table.parts_of(country)) {
        geo::Extent box{1e9, 1e9, -1e9, -1e9};
        for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
            const auto& v = table.vertices()[part.first_vertex + i];
            box = {std::min(box.west_deg, v.lon_deg), std::min(box.south_deg, v.lat_deg),
                   std::max(box.east_deg, v.lon_deg), std::max(box.north_deg, v.lat_deg)};
        }
        const auto a = context.pixel_of({box.west_deg, box.south_deg}),
                   b = context.pixel_of({box.east_deg, box.north_deg});
        if (a && b) greatest = std::max(greatest, std::hypot(b->x - a->x, b->y - a->y));
    }
    return greatest;
}

struct Try {
    NameShape name;
    PointPx at;
};

// The first place where the name is free and at least `least_share` of it in its country.
std::optional<Try> first_place(const LabelContext& context, const std::vector<NameShape>& shapes,
                               const std::vector<PointPx>& anchors, std::uint32_t country, double least_share) {
    for (const PointPx& anchor : anchors)
        for (const NameShape& name : shapes)
            for (const PointPx& at : around(anchor, name))
                if (context.space.is_free(name.boxes_at(at)) && is_inside(context, name, at, country, least_share))
                    return Try{name, at};
    return std::nullopt;
}

std::vector<NameShape> shapes_of(const LabelContext& context, const std::string& text, const SizeClass& size) {
    const PointPx anywhere{-1, -1};  // the halo follows from the place that is found
    const TextStyle style =
        context.style(Face::regular, size.text_px, context.theme().country_name, size.spacing_em, 3.5f, anywhere);
    std::vector<NameShape> shapes{name_shape(context, {text}, style)};
    if (const auto lines = in_two_lines(text)) shapes.push_back(name_shape(context, *lines, style));
    return shapes;
}

// Inside the country in the size of its rank, or a smaller one; else as much of it inside as can be.
std::optional<Try> find_place(const LabelContext& context, const std::string& text, std::size_t size_class,
                              const std::vector<PointPx>& points, const std::vector<PointPx>& interior,
                              std::uint32_t country) {
    for (std::size_t i = size_class; i < size_classes.size(); ++i) {
        const auto shapes = shapes_of(context, text, size_classes[i]);
        if (auto found = first_place(context, shapes, points, country, 0.99)) return found;
        if (auto found = first_place(context, shapes, interior, country, 0.99)) return found;
    }
    const auto shapes = shapes_of(context, text, size_classes.back());
    for (const double share : {0.8, 0.6, 0.35})
        if (auto found = first_place(context, shapes, points, country, share)) return found;
    return std::nullopt;
}

void label_country(LabelContext& context, const features::FeatureTable& table, std::uint32_t country,
                   const Survey& survey) {
    const std::string text = capitals(name_of(context.pen.scene(), table, country));
    const auto lon = table.number(country, "label_lon"), lat = table.number(country, "label_lat");
    if (text.empty() || !lon || !lat) return;
    const auto point = context.pixel_of({*lon, *lat});
    std::vector<PointPx> points;
    if (point && context.space.map().contains(*point)) points.push_back(*point);
    const auto interior = survey.interior(country);
    if (points.empty() && interior.empty()) return;
    // A name much wider than its country names its neighbours too.
    const auto smallest = shapes_of(context, text, size_classes.back());
    if (shown_size_px(context, table, country) < smallest.back().width * 0.75f) return;

    const int rank = static_cast<int>(table.number(country, "label_rank").value_or(3));
    const int larger = context.metres_per_design_px() < zoomed_in_metres ? 1 : 0;
    const auto size_class = static_cast<std::size_t>(std::clamp(rank - 1 - larger, 0, 2));
    auto found = find_place(context, text, size_class, points, interior, country);
    if (!found) return;
    found->name.style.halo = base::faded(halo_colour(context.theme(), context.ground.kind_at(found->at)), 0.85);
    context.space.take(found->name.boxes_at(found->at));
    write_name(context, found->name, found->at);
}

}  // namespace

void label_countries(LabelContext& context) {
    const auto* table = visible_table(context.pen.scene(), scene::Role::countries);
    if (table == nullptr) return;
    const Survey survey(context);
    for (int rank = 1; rank <= 9; ++rank)
        for (std::uint32_t country = 0; country < table->feature_count(); ++country)
            if (static_cast<int>(table->number(country, "label_rank").value_or(9)) == rank)
                label_country(context, *table, country, survey);
}

}  // namespace harmattan::layout
