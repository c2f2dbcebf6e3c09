// A river's name along its course: beside straight stretches, upright, repeated far apart, never on a sharp bend.
#include <cmath>

#include "layout/label_space.h"

namespace harmattan::layout {
namespace {

constexpr float offset_px = 7;              // between the smoothed course and the letters
constexpr float step_px = 2;                // of the resampled course
constexpr int smoothing_steps = 11;         // half width of the running mean
constexpr float greatest_turn_rad = 0.62f;  // within one name
constexpr float greatest_steepness = 0.9f;  // sine of the slope: an upright name is hard to read
constexpr float repeat_px = 520;            // between two names along the course

using Course = std::vector<PointPx>;

float distance(PointPx a, PointPx b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

// Points at equal steps along the line.
Course resampled(const Course& line, float step) {
    Course out{line.front()};
    float carried = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const float length = distance(line[i - 1], line[i]);
        float at = step - carried;
        for (; at <= length; at += step) {
            const float share = at / length;
            out.push_back({line[i - 1].x + (line[i].x - line[i - 1].x) * share,
                           line[i - 1].y + (line[i].y - line[i - 1].y) * share});
        }
        carried = length - (at - step);
    }
    return out;
}

// Running mean, twice; narrower towards the ends.
Course smoothed(Course course) {
    const int n = static_cast<int>(course.size());
    for (int pass = 0; pass < 2; ++pass) {
        Course out(course.size());
        for (int i = 0; i < n; ++i) {
            const int reach = std::min({smoothing_steps, i, n - 1 - i});
            PointPx sum{};
            for (int k = i - reach; k <= i + reach; ++k) {
                sum.x += course[static_cast<std::size_t>(k)].x;
                sum.y += course[static_cast<std::size_t>(k)].y;
            }
            const float count = static_cast<float>(2 * reach + 1);
            out[static_cast<std::size_t>(i)] = {sum.x / count, sum.y / count};
        }
        course = std::move(out);
    }
    return course;
}

float turn_between(float a, float b) {
    return std::remainder(b - a, 6.2831853f);
}

// The stretches of the course that lie in or near the map.
std::vector<Course> courses_in_map(const LabelContext& context, const features::FeatureTable& table,
                                   const features::Part& part) {
    const RectPx& map = context.space.map();
    const float margin = context.px(60);
    const RectPx wide{map.x - margin, map.y - margin, map.width + 2 * margin, map.height + 2 * margin};
    std::vector<Course> courses(1);
    for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
        const auto p = context.pixel_of(table.vertices()[part.first_vertex + i]);
        if (p && wide.contains(*p))
            courses.back().push_back(*p);
        else if (!courses.back().empty())
            courses.emplace_back();
    }
    std::erase_if(courses, [](const Course& course) { return course.size() < 2; });
    return courses;
}

struct Stretch {
    std::size_t first = 0, count = 0;  // points of the smoothed course
    float badness = 0;
};

// How unfit a stretch is for a name: its turns, and how far the true course strays from the smoothed one.
std::optional<float> badness(const Course& course, const Course& true_course, std::size_t first, std::size_t count,
                             float stray_limit) {
    const auto direction = [&](std::size_t i) {
        return std::atan2(course[i + 1].y - course[i].y, course[i + 1].x - course[i].x);
    };
    const float start = direction(first);
    float least = 0, greatest = 0, stray = 0;
    for (std::size_t i = first; i + 1 < first + count; ++i) {
        const float turn = turn_between(start, direction(i));
        least = std::min(least, turn);
        greatest = std::max(greatest, turn);
        stray = std::max(stray, distance(course[i], true_course[i]));
    }
    if (greatest - least > greatest_turn_rad || stray > stray_limit) return std::nullopt;
    const PointPx a = course[first], b = course[first + count - 1];
    const float steepness = std::abs(b.y - a.y) / std::max(1.f, distance(a, b));
    if (steepness > greatest_steepness) return std::nullopt;
    return (greatest - least) / greatest_turn_rad + stray / stray_limit * 0.6f + std::max(0.f, steepness - 0.6f);
}

std::vector<Stretch> stretches(const Course& course, const Course& true_course, float length, float step,
                               float stray_limit) {
    std::vector<Stretch> found;
    const auto count = static_cast<std::size_t>(std::ceil(length / step)) + 2;
    for (std::size_t first = 0; first + count < course.size(); first += 3)
        if (const auto value = badness(course, true_course, first, count, stray_limit))
            found.push_back({first, count, *value});
    std::stable_sort(found.begin(), found.end(),
                     [](const Stretch& a, const Stretch& b) { return a.badness < b.badness; });
    return found;
}

// Letters along the stretch, `rise` px to the left of the reading direction.
bool place_along(LabelContext& context, Course course, const ShapedText& text, const TextStyle& style,
                 float rise) {
    if (course.back().x < course.front().x) std::reverse(course.begin(), course.end());
    const float step = distance(course[0], course[1]);
    const float spare = step * static_cast<float>(course.size() - 1) - text.width_px;
    const float half = style.size_px * 0.6f;
    const float lift = context.pen.shaper().cap_height_px(style.face, style.size_px) / 2;
    DisplayList glyphs;
    std::vector<RectPx> boxes;
    for (const ShapedGlyph& g : text.glyphs) {
        const float along = std::max(0.f, spare / 2 + g.middle_px);
        const auto i = std::min(static_cast<std::size_t>(along / step), course.size() - 2);
        const float share = along / step - static_cast<float>(i);
        const PointPx a = course[i], b = course[i + 1];
        // The tangent over a few steps: single steps of a smoothed line still shake a little.
        const PointPx before = course[i >= 3 ? i - 3 : 0], after = course[std::min(i + 4, course.size() - 1)];
        const float length = std::max(1e-3f, distance(before, after));
        const float tx = (after.x - before.x) / length, ty = (after.y - before.y) / length;
        const PointPx centre{a.x + (b.x - a.x) * share + ty * rise, a.y + (b.y - a.y) * share - tx * rise};
        const float back = g.middle_px - g.x_px;
        glyphs.glyphs.push_back({g.font,
                                 g.glyph,
                                 style.size_px,
                                 {centre.x - tx * back - ty * g.y_px, centre.y - ty * back + tx * g.y_px},
                                 std::atan2(ty, tx),
                                 style.colour,
                                 style.halo_px,
                                 style.halo});
        const float ahead = g.advance_px / 2 - back;
        boxes.push_back({centre.x + tx * ahead + ty * lift - half, centre.y + ty * ahead - tx * lift - half,
                         2 * half, 2 * half});
    }
    if (!context.space.is_free(boxes)) return false;
    context.space.take(boxes);
    context.list.append(glyphs);
    return true;
}

void label_course(LabelContext& context, const std::string& name, const Course& line, float text_px, int most) {
    const float step = context.px(step_px);
    const Course true_course = resampled(line, step);
    if (true_course.size() < 4) return;
    const Course course = smoothed(true_course);
    TextStyle style =
        context.style(Face::italic, text_px, context.theme().water, 0.12f, 3, course[course.size() / 2]);
    style.halo = base::faded(context.theme().halo_land, 0.85);
    const ShapedText text = context.pen.shaper().shape(name, style.face, style.size_px, style.spacing_em);
    if (text.glyphs.empty()) return;
    const float cap = context.pen.shaper().cap_height_px(style.face, style.size_px);
    std::vector<std::size_t> placed;
    for (const Stretch& stretch : stretches(course, true_course, text.width_px, step, context.px(5.5f))) {
        const bool is_near = std::any_of(placed.begin(), placed.end(), [&](std::size_t other) {
            return std::abs(static_cast<float>(other) - static_cast<float>(stretch.first)) * step <
                   context.px(repeat_px);
        });
        if (is_near) continue;
        const auto begin = course.begin() + static_cast<std::ptrdiff_t>(stretch.first);
        const Course part(begin, begin + static_cast<std::ptrdiff_t>(stretch.count));
        const float above = context.px(offset_px), below = -context.px(offset_px) - cap;
        if (place_along(context, part, text, style, above) || place_along(context, part, text, style, below))
            placed.push_back(stretch.first);
        if (static_cast<int>(placed.size()) >= most) return;
    }
}

// The largest scale denominator, in metres per design pixel, at which a river of this rank is named.
double named_from_metres(int rank) {
    if (rank <= 1) return 6000;
    if (rank == 2) return 1600;
    return rank == 3 ? 1000 : 500;
}

}  // namespace

void label_rivers(LabelContext& context) {
    const auto* table = visible_table(context.pen.scene(), scene::Role::rivers);
    if (table == nullptr) return;
    for (int rank = 1; rank <= 5; ++rank) {
        if (context.metres_per_design_px() > named_from_metres(rank)) continue;
        for (const auto& part : table->parts()) {
            const std::string name = name_of(context.pen.scene(), *table, part.feature);
            if (name.empty() || static_cast<int>(table->number(part.feature, "rank").value_or(9)) != rank)
                continue;
            for (const Course& course : courses_in_map(context, *table, part))
                label_course(context, name, course, rank == 1 ? 14.f : 12.f, rank == 1 ? 3 : 2);
        }
    }
}

}  // namespace harmattan::layout
