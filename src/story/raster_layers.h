// Raster layers of a scene: planned while the files are sorted, read once the scene's projection is known.
#pragma once

#include <filesystem>
#include <vector>

#include "io/read_report.h"
#include "scene/scene.h"
#include "story/story.h"
#include "story/story_file.h"
#include "story/story_folder.h"

namespace harmattan::story {

struct PlannedRaster {
    struct File {
        std::filesystem::path path;
        base::DayRange days;
    };
    RasterEntry entry;
    std::vector<File> files;
    bool is_users = false;  // named on the command line: what is assumed of it is said
};

// Of a story. "{year}" in a file's name stands for every year of which the folder has a file: each is shown from
// the first day of its year to the day before the next one's, the last without end, all within the entry's own
// days. Throws Error "story.path_link", "story.no_year_file" (file).
PlannedRaster planned_raster(const RasterEntry& entry, const StoryFolder& folder);

// Of the command line.
PlannedRaster planned_raster(const std::filesystem::path& file, const SceneOptions& options);

// The extent of the user's own rasters, where none of them meets `extent`; none where there are none.
std::optional<geo::Extent> extent_of_rasters_elsewhere(const std::vector<PlannedRaster>& rasters,
                                                       const geo::Extent& extent);

// Reads them for a view of `box`, about 64 million cells at most in all. What was chosen for the user's own files
// goes into `reports`. Throws what io::RasterReader throws.
std::vector<scene::RasterLayer> load_rasters(const std::vector<PlannedRaster>& rasters,
                                             const geo::Projection& projection, const geo::PlanarBox& box,
                                             std::vector<io::ReadReport>& reports);

}  // namespace harmattan::story
