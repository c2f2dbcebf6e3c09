#include "render/line_mesh.h"

#include <cmath>

#include "render/gl/view_uniforms.h"

namespace harmattan::render {
namespace {

struct Direction {
    double x = 0, y = 0;
};

Direction direction(geo::PlanarPoint from, geo::PlanarPoint to) {
    const double dx = to.x_m - from.x_m, dy = to.y_m - from.y_m;
    const double length = std::hypot(dx, dy);
    return {dx / length, dy / length};
}

Direction left_of(Direction d) {
    return {-d.y, d.x};
}

// Points without steps that are too short to have a direction.
std::vector<geo::PlanarPoint> without_short_steps(const PlanarPath& path, double least_step_m) {
    std::vector<geo::PlanarPoint> out;
    out.reserve(path.points.size());
    for (const auto& p : path.points)
        if (out.empty() || std::hypot(p.x_m - out.back().x_m, p.y_m - out.back().y_m) > least_step_m)
            out.push_back(p);
    if (path.is_closed && out.size() > 1 &&
        std::hypot(out.front().x_m - out.back().x_m, out.front().y_m - out.back().y_m) <= least_step_m)
        out.pop_back();
    return out;
}

class Ribbon {
  public:
    Ribbon(const PlanarPath& path, std::vector<geo::PlanarPoint> points, LineMesh& mesh)
        : points_(std::move(points)), closed_(path.is_closed && points_.size() > 2), path_(path), mesh_(mesh) {
        const std::size_t n = points_.size(), steps = closed_ ? n : n - 1;
        along_m_.assign(1, 0.0);
        for (std::size_t i = 0; i < steps; ++i) {
            const auto &a = points_[i], &b = points_[(i + 1) % n];
            directions_.push_back(direction(a, b));
            along_m_.push_back(along_m_.back() + std::hypot(b.x_m - a.x_m, b.y_m - a.y_m));
        }
    }

    void build() {
        const std::size_t steps = directions_.size();
        for (std::size_t i = 0; i < steps; ++i) {
            if (i == 0) begin(0, closed_ ? directions_.back() : directions_[0], directions_[0]);
            const bool last = i + 1 == steps;
            const Direction next = last ? (closed_ ? directions_[0] : directions_[i]) : directions_[i + 1];
            join(i + 1, directions_[i], next, last);
        }
    }

  private:
    // Two vertices across the line at point `i`, pushed along `normal`.
    std::uint32_t add_pair(std::size_t i, Direction normal) {
        add(i, normal, 1);
        return add(i, {-normal.x, -normal.y}, -1) - 1;
    }

    std::uint32_t add(std::size_t i, Direction normal, float side) {
        const auto& p = points_[i % points_.size()];
        const gl::SplitDouble x(p.x_m), y(p.y_m);
        const auto share = static_cast<float>(along_m_[i] / std::max(along_m_.back(), 1e-9));
        mesh_.vertices.push_back({x.high, y.high, x.low, y.low, static_cast<float>(normal.x),
                                  static_cast<float>(normal.y), static_cast<float>(along_m_[i]), side,
                                  path_.width_start + (path_.width_end - path_.width_start) * share});
        return static_cast<std::uint32_t>(mesh_.vertices.size() - 1);
    }

    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        mesh_.indices.insert(mesh_.indices.end(), {a, b, c});
    }

    void begin(std::size_t i, Direction before, Direction after) {
        const double cosine = before.x * after.x + before.y * after.y;
        pair_ = add_pair(i, cosine > gentle_cosine ? mitre(before, after) : left_of(after));
    }

    // The normal at a gentle bend: long enough that the ribbon keeps its width.
    static Direction mitre(Direction before, Direction after) {
        const Direction a = left_of(before), b = left_of(after);
        const double scale = 1 / (1 + a.x * b.x + a.y * b.y);
        return {(a.x + b.x) * scale, (a.y + b.y) * scale};
    }

    void connect(std::uint32_t next) {
        triangle(pair_, pair_ + 1, next);
        triangle(next, pair_ + 1, next + 1);
        pair_ = next;
    }

    void join(std::size_t i, Direction before, Direction after, bool last) {
        const double cosine = before.x * after.x + before.y * after.y;
        if (cosine > gentle_cosine) {
            connect(add_pair(i, mitre(before, after)));
            return;
        }
        connect(add_pair(i, left_of(before)));
        if (last && !closed_) return;
        fan(i, before, after);
        if (!last) pair_ = add_pair(i, left_of(after));
    }

    // Rounds the outer side of a sharp corner.
    void fan(std::size_t i, Direction before, Direction after) {
        const bool turns_left = before.x * after.y - before.y * after.x > 0;
        const double flip = turns_left ? -1 : 1;
        const Direction a = left_of(before), b = left_of(after);
        const double from = std::atan2(a.y * flip, a.x * flip);
        double turn = std::atan2(b.y * flip, b.x * flip) - from;
        if (turn > pi) turn -= 2 * pi;
        if (turn < -pi) turn += 2 * pi;
        const int steps = std::max(1, static_cast<int>(std::ceil(std::abs(turn) / 0.5)));
        const std::uint32_t centre = add(i, {0, 0}, 0);
        std::uint32_t previous = add(i, {std::cos(from), std::sin(from)}, static_cast<float>(flip));
        for (int k = 1; k <= steps; ++k) {
            const double angle = from + turn * k / steps;
            const std::uint32_t next = add(i, {std::cos(angle), std::sin(angle)}, static_cast<float>(flip));
            triangle(centre, previous, next);
            previous = next;
        }
    }

    static constexpr double pi = 3.14159265358979323846;
    static constexpr double gentle_cosine = 0.766;  // 40 degrees

    std::vector<geo::PlanarPoint> points_;
    bool closed_;
    const PlanarPath& path_;
    LineMesh& mesh_;
    std::vector<Direction> directions_;  // of step i, from point i to point i + 1
    std::vector<double> along_m_;        // at point i; one more than steps
    std::uint32_t pair_ = 0;
};

}  // namespace

void add_ribbon(const PlanarPath& path, double least_step_m, LineMesh& mesh) {
    auto points = without_short_steps(path, least_step_m);
    if (points.size() < 2) return;
    Ribbon(path, std::move(points), mesh).build();
}

}  // namespace harmattan::render
