#include "scene/circle_pack.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace harmattan::scene {
namespace {

using Centre = PackedCircles::Centre;

// Two circles that touch; a third may touch both on the left of the way from the first to the second.
struct Pair {
    std::size_t first, second;
};

class Packing {
  public:
    explicit Packing(std::span<const double> radii) : radii_(radii) { centres_.reserve(radii.size()); }

    void place_next() {
        const std::size_t next = centres_.size();
        if (next == 0) return centres_.push_back({0, 0});
        if (next == 1) {
            centres_.push_back({radii_[0] + radii_[1], 0});
            open_ = {{0, 1}, {1, 0}};
            return;
        }
        const std::size_t taken = best_of_open(next);
        if (taken == open_.size()) return place_beside_any(next);
        const Pair pair = open_[taken];
        centres_.push_back(*place_.at);
        open_[taken] = {pair.first, next};
        open_.push_back({next, pair.second});
    }

    std::vector<Centre> centres() && { return std::move(centres_); }

  private:
    // Where circle `next` stands when it touches both of the pair; none where they are too far apart.
    std::optional<Centre> tangent(Pair pair, std::size_t next) const {
        const Centre a = centres_[pair.first], b = centres_[pair.second];
        const double to_a = radii_[pair.first] + radii_[next], to_b = radii_[pair.second] + radii_[next];
        const double dx = b.x - a.x, dy = b.y - a.y, apart = std::sqrt(dx * dx + dy * dy);
        if (apart > to_a + to_b) return {};
        const double along = (apart * apart + to_a * to_a - to_b * to_b) / (2 * apart);
        const double across = std::sqrt(std::max(to_a * to_a - along * along, 0.0));
        return Centre{a.x + (dx * along - dy * across) / apart, a.y + (dy * along + dx * across) / apart};
    }

    bool is_free(Centre at, std::size_t next) const {
        constexpr double rounding = 1e-9;
        for (std::size_t i = 0; i < centres_.size(); ++i) {
            const double dx = centres_[i].x - at.x, dy = centres_[i].y - at.y;
            const double least = (radii_[i] + radii_[next]) * (1 - rounding);
            if (dx * dx + dy * dy < least * least) return false;
        }
        return true;
    }

    // Whether the pair offers a nearer place than the one in place_, which it then is.
    bool is_better(Pair pair, std::size_t next) {
        const auto at = tangent(pair, next);
        if (!at) return false;
        const double squared = at->x * at->x + at->y * at->y;
        if (squared >= place_.squared || !is_free(*at, next)) return false;
        place_ = {at, squared};
        return true;
    }

    // The open pair with the nearest free place; open_.size() for none.
    std::size_t best_of_open(std::size_t next) {
        place_ = {};
        std::size_t best = open_.size();
        for (std::size_t i = 0; i < open_.size(); ++i)
            if (is_better(open_[i], next)) best = i;
        return best;
    }

    // Circles that touch none of their neighbours on the rim may shut all open pairs: then any two will do.
    void place_beside_any(std::size_t next) {
        place_ = {};
        Pair best{0, 1};
        for (std::size_t i = 0; i < next; ++i)
            for (std::size_t j = 0; j < next; ++j)
                if (i != j && is_better({i, j}, next)) best = {i, j};
        centres_.push_back(place_.at.value_or(Centre{}));
        open_.push_back({best.first, next});
        open_.push_back({next, best.second});
    }

    struct Place {
        std::optional<Centre> at;
        double squared = std::numeric_limits<double>::infinity();
    };

    std::span<const double> radii_;
    std::vector<Centre> centres_;
    std::vector<Pair> open_;
    Place place_;
};

}  // namespace

PackedCircles pack_circles(std::span<const double> radii) {
    Packing packing(radii);
    for (std::size_t i = 0; i < radii.size(); ++i) packing.place_next();
    PackedCircles out{std::move(packing).centres(), 0};
    double area = 0, x = 0, y = 0;
    for (std::size_t i = 0; i < radii.size(); ++i) {
        const double weight = radii[i] * radii[i];
        area += weight;
        x += weight * out.centres[i].x;
        y += weight * out.centres[i].y;
    }
    for (std::size_t i = 0; i < radii.size(); ++i) {
        Centre& centre = out.centres[i];
        centre = {centre.x - x / area, centre.y - y / area};
        out.reach = std::max(out.reach, std::sqrt(centre.x * centre.x + centre.y * centre.y) + radii[i]);
    }
    return out;
}

}  // namespace harmattan::scene
