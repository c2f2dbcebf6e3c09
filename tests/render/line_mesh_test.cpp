#include "render/line_mesh.h"

#include <cmath>

#include "support/catch.h"

using harmattan::render::add_ribbon;
using harmattan::render::LineMesh;
using harmattan::render::PlanarPath;
using harmattan::test::Approx;

namespace {

// Area of the ribbon's triangles for a half width of `half` metres: the vertex shader's arithmetic.
double area(const LineMesh& mesh, double half) {
    const auto at = [&](std::uint32_t i) {
        const auto& v = mesh.vertices[i];
        return std::pair{
            static_cast<double>(v.x_high) + static_cast<double>(v.x_low) + half * static_cast<double>(v.normal_x),
            static_cast<double>(v.y_high) + static_cast<double>(v.y_low) + half * static_cast<double>(v.normal_y)};
    };
    double sum = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const auto [ax, ay] = at(mesh.indices[i]);
        const auto [bx, by] = at(mesh.indices[i + 1]);
        const auto [cx, cy] = at(mesh.indices[i + 2]);
        sum += std::abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / 2;
    }
    return sum;
}

LineMesh ribbon(const std::vector<harmattan::geo::PlanarPoint>& points, bool closed = false) {
    LineMesh mesh;
    add_ribbon({points, closed, 0, 1, 1}, 0.001, mesh);
    return mesh;
}

}  // namespace

TEST_CASE("a straight ribbon covers length times width") {
    CHECK(area(ribbon({{0, 0}, {100, 0}}), 2) == Approx(100 * 4));
    CHECK(area(ribbon({{0, 0}, {30, 40}, {60, 80}}), 1) == Approx(100 * 2));
}

TEST_CASE("a gentle bend keeps the ribbon's width by its mitre") {
    // 20 degrees: outer and inner side differ by the same triangle, so the area stays length times width.
    const double angle = 20 * 3.14159265358979 / 180;
    const auto mesh = ribbon({{0, 0}, {100, 0}, {100 + 100 * std::cos(angle), 100 * std::sin(angle)}});
    CHECK(area(mesh, 2) == Approx(200 * 4).epsilon(1e-6));
    CHECK(mesh.vertices.size() == 6);
}

TEST_CASE("a sharp corner is rounded on its outer side") {
    // A right angle: two full segments and a quarter of a disc, approached by straight steps from below.
    const double half = 3;
    const double covered = area(ribbon({{0, 0}, {100, 0}, {100, 100}}), half) - 2 * 100 * 2 * half;
    const double quarter_disc = 3.14159265358979 * half * half / 4;
    CHECK(covered < quarter_disc);
    CHECK(covered > 0.93 * quarter_disc);
}

TEST_CASE("a closed path has no ends") {
    // A square: four segments and four quarter discs.
    const double half = 1;
    const auto mesh = ribbon({{0, 0}, {10, 0}, {10, 10}, {0, 10}}, true);
    const double expected = 4 * 10 * 2 * half + 3.14159265358979 * half * half;
    CHECK(area(mesh, half) == Approx(expected).epsilon(0.01));
}

TEST_CASE("points without a step between them do no harm") {
    CHECK(area(ribbon({{0, 0}, {0, 0}, {100, 0}, {100, 0}}), 1) == Approx(200));
    CHECK(ribbon({{5, 5}, {5, 5}}).indices.empty());
    CHECK(ribbon({{5, 5}}).indices.empty());
    CHECK(ribbon({}).indices.empty());
}

TEST_CASE("the width runs from start to end along the line") {
    LineMesh mesh;
    add_ribbon({{{0, 0}, {50, 0}, {100, 0}}, false, 0, 0.5F, 1}, 0.001, mesh);
    CHECK(mesh.vertices.front().width == Approx(0.5F));
    CHECK(mesh.vertices[2].width == Approx(0.75F));
    CHECK(mesh.vertices.back().width == Approx(1.0F));
}

TEST_CASE("coordinates of half the globe keep their millimetres") {
    const double x = 9'876'543.2104, y = -4'321'098.7653;
    const auto mesh = ribbon({{x, y}, {x + 1, y}});
    const auto& v = mesh.vertices.front();
    CHECK(std::abs(static_cast<double>(v.x_high) + static_cast<double>(v.x_low) - x) < 1e-3);
    CHECK(std::abs(static_cast<double>(v.y_high) + static_cast<double>(v.y_low) - y) < 1e-3);
}
