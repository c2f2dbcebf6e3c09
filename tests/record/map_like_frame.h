// Frames that are like a map: flat grounds, thin lines, small coloured discs, some of them moving with the frame.
#pragma once

#include <cstdint>

#include "base/image.h"

namespace harmattan::test {

base::Image map_like_frame(base::PixelSize size, std::int64_t index);

}  // namespace harmattan::test
