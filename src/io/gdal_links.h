// Files under the names that GDAL's drivers want, and a Shapefile's siblings.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace harmattan::io {

// A folder of symbolic links among the temporary files. It is gone, with what was written into it, at the end.
class LinkFolder {
  public:
    // Throws Error "gdal.no_temporary_folder" (reason).
    LinkFolder();
    LinkFolder(const LinkFolder&) = delete;
    LinkFolder& operator=(const LinkFolder&) = delete;
    ~LinkFolder();

    // A link of that name to the file. Throws Error "gdal.no_temporary_folder" (reason).
    void add(const std::string& name, const std::filesystem::path& file);
    std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }

  private:
    std::filesystem::path folder_;
};

// The files beside a Shapefile's .shp (or a .dbf) that have its name and another ending, in whatever case.
struct ShapefileSiblings {
    std::optional<std::filesystem::path> index;             // .shx
    std::optional<std::filesystem::path> attributes;        // .dbf
    std::optional<std::filesystem::path> reference_system;  // .prj
    std::optional<std::filesystem::path> encoding;          // .cpg
};

ShapefileSiblings shapefile_siblings(const std::filesystem::path& file);

// Makes the index of a .shp that lacks one, by going from record to record. Throws Error "features.read_failed"
// (file, reason) where a record does not fit into the file.
void write_shapefile_index(const std::filesystem::path& shp, const std::filesystem::path& shx);

// Whether the file is only a part of the Shapefile whose .shp stands beside it: a .dbf, .shx, .prj, .cpg, .qix,
// .sbn, .sbx or .shp.xml of its name. For files that people choose or drop together.
bool is_shapefile_part(const std::filesystem::path& file);

}  // namespace harmattan::io
