// A made-up country, its towns and events, for tests of layouts: nothing is read from files.
#pragma once

#include <random>

#include "scene/scene.h"

namespace harmattan::test {

// Three countries north of a coast at 5 degrees north, from 12 W to 22 E; sea to the west and south. 250 towns, a
// winding river, two seas, regions, community areas (hidden), and 600 events from 2012 to 2016; the source's data
// end on 30 June 2016. The camera holds 12 W to 20 E, 0 to 20 N.
scene::Scene sample_scene();

// A day for the names on its map: nothing of it changes with time.
inline constexpr base::Day label_day{16000};

// The sample with `count` sources (1 to 4): the second has no ranges, places known to districts and a filter, and
// is provisional; the third ends early and has older rows replaced; the fourth is a selection with a long name.
scene::Scene sample_scene_of_sources(std::size_t count);

// Random numbers that are the same with every standard library.
class Dice {
  public:
    explicit Dice(unsigned seed) : engine_(seed) {}
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(engine_()) / static_cast<double>(std::mt19937::max());
    }
    int whole(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1));
    }

  private:
    std::mt19937 engine_;
};

}  // namespace harmattan::test
