#include "cli/machine_facts.h"

#include <cstdlib>

#include <GLFW/glfw3.h>
#include <fmt/core.h>
#include <ft2build.h>
#include <gdal.h>
#include <hb.h>
#include <proj.h>

#include FT_FREETYPE_H

#include "base/error.h"
#include "base/resources.h"
#include "cli/error_words.h"
#include "record/film.h"
#include "render/context.h"

namespace harmattan::cli {
namespace {

std::string freetype_version() {
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return "?";
    FT_Int major = 0, minor = 0, patch = 0;
    FT_Library_Version(library, &major, &minor, &patch);
    FT_Done_FreeType(library);
    return fmt::format("{}.{}.{}", major, minor, patch);
}

std::string glfw_version() {
    int major = 0, minor = 0, revision = 0;
    glfwGetVersion(&major, &minor, &revision);
    return fmt::format("{}.{}.{}", major, minor, revision);
}

ContextTried try_context(const Console& console, const char* name, render::RendererChoice choice) {
    try {
        return {name, true, render::make_headless_context(choice)->description()};
    } catch (const base::Error& error) {
        return {name, false, full_words(console.language(), error)};
    }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> library_versions() {
    std::vector<std::pair<std::string, std::string>> versions{{"GDAL", GDALVersionInfo("RELEASE_NAME")},
                                                              {"PROJ", proj_info().version},
                                                              {"FreeType", freetype_version()},
                                                              {"HarfBuzz", hb_version_string()},
                                                              {"GLFW", glfw_version()}};
    for (auto& version : record::film_library_versions()) versions.push_back(std::move(version));
    return versions;
}

std::vector<ContextTried> contexts_tried(const Console& console) {
    return {try_context(console, "gpu", render::RendererChoice::gpu),
            try_context(console, "software", render::RendererChoice::software)};
}

std::string display() {
    for (const char* name : {"WAYLAND_DISPLAY", "DISPLAY"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return fmt::format("{} ({})", value, name);
    return {};
}

std::vector<std::pair<std::string, std::size_t>> embedded(std::string_view prefix) {
    std::vector<std::pair<std::string, std::size_t>> files;
    for (const std::string& name : base::resource_names(prefix))
        files.emplace_back(name, base::resource(name).size());
    return files;
}

DataFolder users_data() {
    try {
        const auto folder = fetch::data_folder();
        return {folder.string(), fetch::kept_files(folder)};
    } catch (const base::Error&) {  // neither HOME nor XDG_DATA_HOME
        return {};
    }
}

}  // namespace harmattan::cli
