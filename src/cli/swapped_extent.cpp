#include "cli/swapped_extent.h"

#include "base/number_format.h"

namespace harmattan::cli {
namespace {

std::int64_t rows_inside(const geo::Extent& extent, std::span<const events::EventTable* const> tables) {
    std::int64_t count = 0;
    for (const events::EventTable* table : tables)
        for (std::size_t row = 0; row < table->size(); ++row)
            if (extent.contains({table->lon_deg()[row], table->lat_deg()[row]})) ++count;
    return count;
}

}  // namespace

std::optional<std::string> swapped_extent_words(const geo::Extent& extent,
                                                std::span<const events::EventTable* const> tables,
                                                const Console& console) {
    const auto swapped = geo::with_axes_swapped(extent);
    if (!swapped || rows_inside(extent, tables) > 0) return std::nullopt;
    const std::int64_t inside = rows_inside(*swapped, tables);
    if (inside == 0) return std::nullopt;
    return console.say("cli.extent_swapped", {{"extent", geo::to_string(extent)},
                                              {"swapped", geo::to_string(*swapped)},
                                              {"count", base::grouped(inside, console.language())}});
}

}  // namespace harmattan::cli
