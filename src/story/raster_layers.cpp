#include "story/raster_layers.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/error.h"
#include "io/ascii_case.h"
#include "io/raster_reader.h"

namespace harmattan::story {
namespace {

using scene::RasterStyle;

constexpr std::string_view year_mark = "{year}";
constexpr double most_cells = 64e6;
constexpr int greatest_side = 4096, least_side = 512;

// The year for which "{year}" stands in `name`, if it is a name of that pattern.
std::optional<int> year_in(const std::string& name, const std::string& pattern) {
    const auto at = pattern.find(year_mark);
    const std::string before = pattern.substr(0, at), after = pattern.substr(at + year_mark.size());
    if (name.size() != before.size() + 4 + after.size() || !name.starts_with(before) || !name.ends_with(after))
        return std::nullopt;
    const std::string digits = name.substr(before.size(), 4);
    if (digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    const int year = std::stoi(digits);
    return year >= 1 ? std::optional(year) : std::nullopt;
}

void add_years(PlannedRaster& planned, const RasterFile& file, const StoryFolder& folder) {
    const std::filesystem::path pattern(file.file);
    const auto parent = folder.file(pattern.has_parent_path() ? pattern.parent_path().string() : ".");
    std::map<int, std::filesystem::path> by_year;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(parent, ignored))
        if (const auto year = year_in(entry.path().filename().string(), pattern.filename().string()))
            by_year[*year] = folder.file((pattern.parent_path() / entry.path().filename()).string());
    if (by_year.empty()) throw base::Error("story.no_year_file", {{"file", file.file}});
    for (auto year = by_year.begin(); year != by_year.end(); ++year) {
        const auto next = std::next(year);
        const base::Day last = next == by_year.end() ? file.days.last : base::day_of({next->first, 1, 1}) - 1;
        planned.files.push_back(
            {year->second,
             {std::max(file.days.first, base::day_of({year->first, 1, 1})), std::min(file.days.last, last)}});
    }
}

bool holds_any(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// Elevations are named so, or are metres that fit the heights of the earth.
bool are_elevations(const io::RasterFacts& facts) {
    const std::string name =
        io::ascii_lower(std::filesystem::path(facts.file).filename().string() + ' ' + facts.description);
    if (holds_any(name, {"elev", "dem", "srtm", "dtm", "altitude", "topo", "relief", "height", "gebco", "etopo"}))
        return true;
    const std::string unit = io::ascii_lower(facts.unit);
    const bool is_metres =
        unit == "m" || unit == "metre" || unit == "meter" || unit == "metres" || unit == "meters";
    return is_metres && facts.least && *facts.least > -12000 && *facts.greatest < 9000;
}

RasterStyle guessed_style(const io::RasterFacts& facts) {
    if (facts.is_picture) return RasterStyle::picture;
    return are_elevations(facts) ? RasterStyle::relief : RasterStyle::values;
}

io::RasterContent content_of(RasterStyle style) {
    switch (style) {
        case RasterStyle::relief:
            return io::RasterContent::light;
        case RasterStyle::picture:
            return io::RasterContent::picture;
        case RasterStyle::values:
            break;
    }
    return io::RasterContent::values;
}

double usual_opacity(RasterStyle style) {
    return style == RasterStyle::relief ? 1.0 : 0.45;  // so quiet that events stand out
}

// Of all rasters of a series, so that colours can be compared over time; a million values are enough.
std::vector<double> limits_of(const scene::RasterLayer& layer, const RasterEntry& entry) {
    if (entry.limits) return *entry.limits;
    std::vector<float> values;
    std::size_t count = 0;
    for (const scene::DatedRaster& dated : layer.rasters)
        for (const features::RasterGrid& grid : dated.raster->grids) count += grid.values.size();
    const std::size_t step = count / 1'000'000 + 1;
    for (const scene::DatedRaster& dated : layer.rasters)
        for (const features::RasterGrid& grid : dated.raster->grids)
            for (std::size_t i = 0; i < grid.values.size(); i += step) values.push_back(grid.values[i]);
    return scene::class_limits(values, entry.classing, entry.class_count);
}

io::ReadReport report_of(const io::RasterFacts& facts, const std::optional<RasterStyle>& guessed) {
    io::ReadReport report;
    report.file = facts.file;
    report.format = report.layout = facts.format;
    if (guessed)
        report.notes.push_back({"note.raster_style", {{"style", std::string(scene::to_string(*guessed))}}});
    if (facts.crs_assumed) report.notes.push_back({"note.raster_degrees", {}});
    return report;
}

scene::RasterLayer load(const PlannedRaster& planned, const geo::Projection& projection, const geo::PlanarBox& box,
                        int side, std::vector<io::ReadReport>& reports) {
    const RasterEntry& entry = planned.entry;
    scene::RasterLayer layer;
    layer.id = entry.id;
    layer.name_en = entry.name.en;
    layer.name_fr = entry.name.fr;
    layer.visible = entry.visible;
    layer.unit_en = entry.unit.en;
    layer.unit_fr = entry.unit.fr;
    layer.shows_cells = entry.shows_cells;
    layer.source = {entry.source.en, entry.source.fr};
    std::optional<RasterStyle> style = entry.style;
    for (const PlannedRaster::File& file : planned.files) {
        const io::RasterReader reader(file.path, {entry.crs, entry.band, entry.shows_cells});
        if (!style || planned.is_users) {
            const io::RasterFacts facts = reader.facts();
            const auto guessed = style ? std::nullopt : std::optional(guessed_style(facts));
            if (!style) style = guessed;
            if (layer.unit_en.empty()) layer.unit_en = facts.unit;
            auto report = report_of(facts, guessed);
            if (planned.is_users && !report.notes.empty()) reports.push_back(std::move(report));
        }
        layer.rasters.push_back({file.days, std::make_shared<const features::Raster>(
                                                reader.read(projection, box, content_of(*style), side))});
    }
    layer.style = *style;
    layer.opacity = entry.opacity.value_or(usual_opacity(layer.style));
    if (layer.style == RasterStyle::values) layer.limits = limits_of(layer, entry);
    return layer;
}

bool meet(const geo::Extent& a, const geo::Extent& b) {
    return a.west_deg < b.east_deg && b.west_deg < a.east_deg && a.south_deg < b.north_deg &&
           b.south_deg < a.north_deg;
}

}  // namespace

PlannedRaster planned_raster(const RasterEntry& entry, const StoryFolder& folder) {
    PlannedRaster planned{entry, {}, false};
    for (const RasterFile& file : entry.files) {
        if (file.file.find(year_mark) != std::string::npos)
            add_years(planned, file, folder);
        else
            planned.files.push_back({folder.file(file.file), file.days});
    }
    return planned;
}

PlannedRaster planned_raster(const std::filesystem::path& file, const SceneOptions& options) {
    PlannedRaster planned;
    const std::string name = file.filename().string();
    planned.entry.id = file.stem().string();
    planned.entry.name = planned.entry.source = {name, name};
    planned.entry.style = options.raster_style;
    planned.entry.crs = options.rasters.crs;
    planned.entry.band = options.rasters.band;
    planned.files.push_back({file, scene::every_day});
    planned.is_users = true;
    return planned;
}

std::optional<geo::Extent> extent_of_rasters_elsewhere(const std::vector<PlannedRaster>& rasters,
                                                       const geo::Extent& extent) {
    std::optional<geo::Extent> all;
    for (const PlannedRaster& raster : rasters) {
        if (!raster.is_users) continue;
        const geo::Extent own =
            io::RasterReader(raster.files.front().path, {raster.entry.crs, raster.entry.band, false}).extent();
        if (extent.crosses_antimeridian() || meet(own, extent)) return std::nullopt;
        if (!all) all = own;
        all = geo::Extent{std::min(all->west_deg, own.west_deg), std::min(all->south_deg, own.south_deg),
                          std::max(all->east_deg, own.east_deg), std::max(all->north_deg, own.north_deg)};
    }
    return all;
}

std::vector<scene::RasterLayer> load_rasters(const std::vector<PlannedRaster>& rasters,
                                             const geo::Projection& projection, const geo::PlanarBox& box,
                                             std::vector<io::ReadReport>& reports) {
    std::size_t files = 0;
    for (const PlannedRaster& raster : rasters) files += raster.files.size();
    // Each file may become two grids.
    const auto side =
        static_cast<int>(std::sqrt(most_cells / 2 / static_cast<double>(std::max<std::size_t>(files, 1))));
    std::vector<scene::RasterLayer> layers;
    for (const PlannedRaster& raster : rasters)
        layers.push_back(load(raster, projection, box, std::clamp(side, least_side, greatest_side), reports));
    return layers;
}

}  // namespace harmattan::story
