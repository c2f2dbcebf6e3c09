#include "scene/raster_layer.h"

#include "base/error.h"

namespace harmattan::scene {

RasterStyle parse_raster_style(std::string_view text) {
    for (const auto style : {RasterStyle::relief, RasterStyle::values, RasterStyle::picture})
        if (text == to_string(style)) return style;
    throw base::Error("raster.unknown_style", {{"text", std::string(text)}});
}

std::string_view to_string(RasterStyle style) {
    switch (style) {
        case RasterStyle::relief:
            return "relief";
        case RasterStyle::values:
            return "values";
        case RasterStyle::picture:
            break;
    }
    return "picture";
}

std::shared_ptr<const features::Raster> raster_on(const RasterLayer& layer, base::Day day) {
    for (const DatedRaster& dated : layer.rasters)
        if (dated.days.contains(day)) return dated.raster;
    return nullptr;
}

}  // namespace harmattan::scene
