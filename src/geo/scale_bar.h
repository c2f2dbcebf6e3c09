// The length of a scale bar.
#pragma once

namespace harmattan::geo {

// The longest round length (1, 2, 2.5 or 5 times a power of ten, in km) whose bar is at most `max_width_px` wide
// when one pixel is `km_per_px` kilometres on the ground. Both must be positive.
double scale_bar_km(double km_per_px, double max_width_px);

}  // namespace harmattan::geo
