#include "render/raster_pass.h"

#include <cmath>

#include "render/gl/view_uniforms.h"

namespace harmattan::render {
namespace {

constexpr std::size_t most_loaded = 3;
// GDAL's hill-shading of flat ground: 1 + 254 * sin(45 degrees), of 1 to 255.
constexpr float flat_light = 0.70866F;

void set_filter(bool shows_cells) {
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, shows_cells ? GL_NEAREST : GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glGenerateMipmap(GL_TEXTURE_2D);
}

// Each value times how much of it is known, and that.
std::vector<float> weighted(const std::vector<float>& values) {
    std::vector<float> texels;
    texels.reserve(2 * values.size());
    for (const float value : values) {
        const bool is_known = std::isfinite(value);
        texels.insert(texels.end(), {is_known ? value : 0.0F, is_known ? 1.0F : 0.0F});
    }
    return texels;
}

std::vector<std::uint8_t> premultiplied(const std::vector<std::uint8_t>& rgba) {
    std::vector<std::uint8_t> texels = rgba;
    for (std::size_t i = 0; i < texels.size(); ++i)
        if (i % 4 != 3) texels[i] = static_cast<std::uint8_t>((texels[i] * rgba[i / 4 * 4 + 3] + 127) / 255);
    return texels;
}

gl::Texture upload(const features::RasterGrid& grid, bool shows_cells) {
    gl::Texture texture;
    glBindTexture(GL_TEXTURE_2D, texture.name());
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (grid.rgba.empty()) {
        const auto texels = weighted(grid.values);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RG32F, grid.width, grid.height, 0, GL_RG, GL_FLOAT, texels.data());
    } else {
        const auto texels = premultiplied(grid.rgba);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, grid.width, grid.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                     texels.data());
    }
    set_filter(shows_cells);
    return texture;
}

void set_place(const gl::Program& program, const geo::PlanarBox& box, const layout::MapView& view) {
    const double columns_a_px = view.metres_per_px / box.width_m(),
                 rows_a_px = view.metres_per_px / box.height_m();
    const auto corner = view.to_planar(0, 0);
    program.set("u_place", static_cast<float>(columns_a_px), static_cast<float>(rows_a_px),
                static_cast<float>((corner.x_m - box.min_x_m) / box.width_m()),
                static_cast<float>((box.max_y_m - corner.y_m) / box.height_m()));
}

// Of the grid that stands for this one there, if any.
void set_hole(const gl::Program& program, const features::RasterGrid* finer, const layout::MapView& view) {
    if (finer == nullptr) return program.set("u_hole_px", 0, 0, 0, 0);
    const auto a = view.to_px({finer->box.min_x_m, finer->box.max_y_m}),
               b = view.to_px({finer->box.max_x_m, finer->box.min_y_m});
    program.set("u_hole_px", a.x, a.y, b.x, b.y);
}

void set_classes(const gl::Program& program, const std::vector<double>& limits, const scene::Scene& scene) {
    const auto& theme = scene::theme(scene.theme);
    std::vector<float> numbers(limits.begin(), limits.end()), colours;
    for (std::size_t i = 0; i <= limits.size(); ++i) {
        const base::Colour c = scene::class_colour(theme, i, limits.size() + 1, scene.spread != nullptr);
        for (const std::uint8_t part : {c.r, c.g, c.b, c.a}) colours.push_back(static_cast<float>(part) / 255.0F);
    }
    program.set_int("u_limit_count", static_cast<int>(limits.size()));
    if (!numbers.empty())
        glUniform1fv(program.uniform("u_limits"), static_cast<GLsizei>(numbers.size()), numbers.data());
    glUniform4fv(program.uniform("u_colours"), static_cast<GLsizei>(colours.size() / 4), colours.data());
}

}  // namespace

RasterPass::RasterPass()
    : program_("fill", "raster"), box_({{0, 4, gl::Attribute::Kind::floats, 0}}, 4 * sizeof(float)) {
    box_.upload_indices(std::array<std::uint32_t, 6>{0, 1, 2, 2, 1, 3});
}

const RasterPass::Loaded& RasterPass::load(const std::shared_ptr<const features::Raster>& raster,
                                           bool shows_cells) {
    const auto found = std::find_if(loaded_.begin(), loaded_.end(), [&](const Loaded& entry) {
        return entry.raster == raster && entry.shows_cells == shows_cells;
    });
    if (found != loaded_.end()) {
        loaded_.splice(loaded_.begin(), loaded_, found);
        return loaded_.front();
    }
    if (loaded_.size() >= most_loaded) loaded_.pop_back();
    Loaded entry{raster, shows_cells, {}};
    for (const features::RasterGrid& grid : raster->grids) entry.textures.push_back(upload(grid, shows_cells));
    loaded_.push_front(std::move(entry));
    return loaded_.front();
}

void RasterPass::draw_box(const geo::PlanarBox& box) {
    std::vector<float> corners;
    for (const geo::PlanarPoint p : {geo::PlanarPoint{box.min_x_m, box.min_y_m},
                                     {box.max_x_m, box.min_y_m},
                                     {box.min_x_m, box.max_y_m},
                                     {box.max_x_m, box.max_y_m}}) {
        const gl::SplitDouble x(p.x_m), y(p.y_m);
        corners.insert(corners.end(), {x.high, y.high, x.low, y.low});
    }
    box_.upload(gl::bytes_of(corners));
    box_.bind();
    glDrawElements(GL_TRIANGLES, box_.index_count(), GL_UNSIGNED_INT, nullptr);
}

void RasterPass::draw(const scene::RasterLayer& layer, const scene::Scene& scene, base::Day day,
                      const layout::MapView& view, const std::function<void()>& draw_land) {
    const auto& theme = scene::theme(scene.theme);
    const auto raster = scene::raster_on(layer, day);
    if (!layer.visible || raster == nullptr) return;
    const Loaded& loaded = load(raster, layer.shows_cells);
    program_.use();
    gl::set_view(program_, view);
    program_.set_int("u_grid", 0);
    program_.set_int("u_style", static_cast<int>(layer.style));
    program_.set("u_opacity", static_cast<float>(layer.opacity));
    program_.set("u_flat", flat_light);
    program_.set("u_shadow", theme.relief_shadow);
    program_.set("u_light", theme.relief_light);
    set_classes(program_, layer.limits, scene);
    glActiveTexture(GL_TEXTURE0);
    for (std::size_t i = 0; i < raster->grids.size(); ++i) {
        const auto& grid = raster->grids[i];
        glBindTexture(GL_TEXTURE_2D, loaded.textures[i].name());
        set_place(program_, grid.box, view);
        set_hole(program_, i + 1 < raster->grids.size() ? &raster->grids[i + 1] : nullptr, view);
        if (draw_land)
            draw_land();
        else
            draw_box(grid.box);
    }
}

}  // namespace harmattan::render
