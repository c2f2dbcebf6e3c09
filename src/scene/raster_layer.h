// Rasters below everything else on land: relief, values in classes of colour, pictures.
#pragma once

#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/time_window.h"
#include "features/raster.h"
#include "scene/source.h"

namespace harmattan::scene {

enum class RasterStyle {
    relief,   // hill-shading, made of elevations: its grids hold the light, 0 to 1
    values,   // classes of colour from the theme's ramp
    picture,  // its own colours
};

// "relief", "values" or "picture"; throws Error "raster.unknown_style" (text).
RasterStyle parse_raster_style(std::string_view text);
std::string_view to_string(RasterStyle style);

// All days.
inline constexpr base::DayRange every_day{{std::numeric_limits<std::int32_t>::min()},
                                          {std::numeric_limits<std::int32_t>::max()}};

struct DatedRaster {
    base::DayRange days = every_day;  // on which it is shown, both included
    std::shared_ptr<const features::Raster> raster;
};

struct RasterLayer {
    std::string id;  // unique among all layers of the scene
    std::string name_en, name_fr;
    bool visible = true;
    RasterStyle style = RasterStyle::values;
    double opacity = 0.7;        // 0 to 1
    std::vector<double> limits;  // of values: between the classes, rising; one class more than limits
    std::string unit_en, unit_fr;
    bool shows_cells = false;          // cells keep their edges: nothing is interpolated
    std::vector<DatedRaster> rasters;  // the first that holds on a day is shown
    Source source = {};
};

// What of a layer is shown on a day, or null.
std::shared_ptr<const features::Raster> raster_on(const RasterLayer& layer, base::Day day);

}  // namespace harmattan::scene
