// How long work tells how far it is, and is asked to stop.
#pragma once

#include <functional>

namespace harmattan::base {

// Called with the share done (0 to 1); returns false when the work should stop. May be empty.
using Progress = std::function<bool(double share_done)>;

}  // namespace harmattan::base
