// Circles laid side by side round a common centre, as tightly as a greedy placement makes them.
#pragma once

#include <span>
#include <vector>

namespace harmattan::scene {

struct PackedCircles {
    struct Centre {
        double x = 0, y = 0;
    };
    std::vector<Centre>
        centres;       // of each circle, in the radii's unit, round their common centre of area at (0, 0)
    double reach = 0;  // the distance from there to the farthest point of any circle
};

// Each circle in turn touches two that stand already and overlaps none, as near to the first one's centre as can
// be: the tangent placement of Wang, Wang, Dai & Wang 2006 ("Visualization of large hierarchical data by circle
// packing"), trying all open pairs instead of walking a front. A function of the radii and their order alone.
// Radii are positive.
PackedCircles pack_circles(std::span<const double> radii);

}  // namespace harmattan::scene
