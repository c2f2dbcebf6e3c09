#include "io/gdal_links.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include <stdlib.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

[[noreturn]] void fail(const std::string& reason) {
    throw base::Error("gdal.no_temporary_folder", {{"reason", reason}});
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::optional<std::filesystem::path> sibling(const std::filesystem::path& file, const std::string& extension) {
    std::error_code ignored;
    std::string upper = extension, first_capital = extension;
    for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
    first_capital.front() = upper.front();
    for (const auto& written : {extension, upper, first_capital}) {
        auto path = file;
        path.replace_extension("." + written);
        if (std::filesystem::is_regular_file(path, ignored)) return path;
    }
    return std::nullopt;
}

}  // namespace

LinkFolder::LinkFolder() {
    std::error_code error;
    const auto temporary = std::filesystem::temp_directory_path(error);
    if (error) fail(error.message());
    std::string name = (temporary / "harmattan-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) fail(std::strerror(errno));
    folder_ = name;
}

LinkFolder::~LinkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void LinkFolder::add(const std::string& name, const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::create_symlink(std::filesystem::absolute(file), folder_ / name, error);
    if (error) fail(error.message());
}

ShapefileSiblings shapefile_siblings(const std::filesystem::path& file) {
    return {sibling(file, "shx"), sibling(file, "dbf"), sibling(file, "prj"), sibling(file, "cpg")};
}

bool is_shapefile_part(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 7> parts{".dbf", ".shx", ".prj", ".cpg", ".qix", ".sbn", ".sbx"};
    const std::string extension = lower(file.extension().string());
    if (extension == ".xml" && lower(file.stem().extension().string()) == ".shp")
        return sibling(file.parent_path() / file.stem(), "shp").has_value();
    return std::find(parts.begin(), parts.end(), extension) != parts.end() && sibling(file, "shp").has_value();
}

}  // namespace harmattan::io
