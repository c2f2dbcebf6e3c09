#include "app/saved_picture.h"

#include <fmt/core.h>

#include "record/png.h"
#include "record/texts.h"

namespace harmattan::app {
namespace {

std::tm local_time() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return local;
}

}  // namespace

std::filesystem::path free_picture_name(const std::filesystem::path& folder, const std::tm& local) {
    const std::string stem =
        fmt::format("harmattan-{:04}{:02}{:02}-{:02}{:02}{:02}", local.tm_year + 1900, local.tm_mon + 1,
                    local.tm_mday, local.tm_hour, local.tm_min, local.tm_sec);
    auto name = folder / (stem + ".png");
    for (int i = 2; std::filesystem::exists(std::filesystem::symlink_status(name)); ++i)
        name = folder / fmt::format("{}-{}.png", stem, i);
    return name;
}

std::filesystem::path save_picture(render::MapRenderer& renderer, const scene::ScenePtr& scene,
                                   base::Instant instant, base::PixelSize size) {
    const auto image = renderer.render(scene, instant, size);
    const auto file = free_picture_name(std::filesystem::current_path(), local_time());
    record::write_png(file, image, record::texts_of(*scene));
    return file;
}

}  // namespace harmattan::app
