// A small made-up scene: two countries with one common border, a lake, a river, a disputed line, events of every
// kind.
#pragma once

#include "scene/scene.h"

namespace harmattan::test {

// `theme` as wanted; the events lie on days 0 to 99 after 2020-01-01.
scene::ScenePtr small_scene(scene::ThemeName theme = scene::ThemeName::paper);

// With a second source on the same days: no ranges of deaths, every third place known to its district only, and
// provisional figures.
scene::ScenePtr small_scene_of_two(scene::ThemeName theme = scene::ThemeName::paper);

}  // namespace harmattan::test
