#include "render/base_map_pass.h"

#include <cmath>
#include <functional>
#include <future>
#include <set>
#include <stdexcept>

#include "features/feature_days.h"
#include "geo/graticule.h"
#include "layout/map_marks.h"
#include "render/gl/view_uniforms.h"
#include "scene/event_colours.h"

namespace harmattan::render {

using scene::Role;

// What the parts of one drawing share.
struct BaseMapPass::Frame {
    const scene::Scene& scene;
    const layout::FrameLayout& layout;
    base::Day day;
    const gl::Target& target;
    const scene::Theme& theme;
    Region region;
    bool enlarged;
    bool is_continental;  // so small a scale that regions and lesser rivers would be a grey tangle

    const scene::FeatureLayer* visible(Role role) const {
        const auto* layer = scene::layer_of(scene, role);
        return layer != nullptr && layer->visible ? layer : nullptr;
    }
};

namespace {

constexpr std::size_t greatest_cache = 32;
constexpr std::size_t greatest_levels = 3;

geo::PlanarBox widened(const geo::PlanarBox& box, double factor) {
    const double dx = box.width_m() * (factor - 1) / 2, dy = box.height_m() * (factor - 1) / 2;
    return {box.min_x_m - dx, box.min_y_m - dy, box.max_x_m + dx, box.max_y_m + dy};
}

layout::RectPx bounds_px(const LayerGeometry& geometry, const FeatureFill& fill, const layout::MapView& view) {
    float left = 1e9F, top = 1e9F, right = -1e9F, bottom = -1e9F;
    for (std::uint32_t i = 0; i < fill.index_count; ++i) {
        const auto p = view.to_px(geometry.mesh.vertices[geometry.mesh.indices[fill.first_index + i]]);
        left = std::min(left, p.x);
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
    }
    // Kept near the frame, so that whole numbers of pixels stay small.
    const auto clamped = [](float at, int side) {
        return std::clamp(at, -1000.0F, static_cast<float>(side) + 1000.0F);
    };
    left = clamped(left, view.size.width);
    top = clamped(top, view.size.height);
    return {left, top, clamped(right, view.size.width) - left, clamped(bottom, view.size.height) - top};
}

// Dashed: not settled there, or not together. Far apart: of a whole country, which says little of any place in it.
AreaStyle hatch_style(base::Colour colour, scene::Hatch hatch, std::string_view settlement) {
    const bool is_dashed = settlement == "migrant" || settlement == "dispersed";
    AreaStyle style;
    if (settlement == "statewide") style.spacing_px *= 2;
    style.colour = colour;
    style.angle_deg = scene::hatch_angle_deg(hatch);
    if (is_dashed || hatch == scene::Hatch::moss) style.dash_px = {8, 5};
    return style;
}

AreaStyle marsh_style(const scene::Theme& theme) {
    AreaStyle style;
    style.colour = theme.delta;
    style.tint = 0.85;
    style.edge_px = 14;
    style.width_px = 0;
    return style;
}

AreaStyle marsh_strokes(const scene::Theme& theme) {
    AreaStyle style;
    style.colour = base::faded(theme.river, 0.55);
    style.tint = 0;
    style.edge_px = 10;
    style.spacing_px = 6;
    style.width_px = 0.8;
    style.dash_px = {7, 9};
    style.is_staggered = true;
    return style;
}

}  // namespace

BaseMapPass::BaseMapPass() : fill_program_("fill"), line_program_("line") {}

BaseMapPass::CachedLayer& BaseMapPass::cached(const scene::FeatureLayer& layer, const Frame& frame) {
    const auto found = find(layer, frame);
    if (found != cache_.end() && found->region.holds(frame.region)) {
        cache_.splice(cache_.begin(), cache_, found);
        return cache_.front();
    }
    throw std::logic_error("a layer that load() did not load");
}

std::list<BaseMapPass::CachedLayer>::iterator BaseMapPass::find(const scene::FeatureLayer& layer,
                                                                const Frame& frame) {
    return std::find_if(cache_.begin(), cache_.end(), [&](const CachedLayer& entry) {
        return entry.table == layer.table && entry.projection == frame.scene.projection &&
               entry.role == layer.role;
    });
}

void BaseMapPass::load(const Frame& frame) {
    struct Job {
        const scene::FeatureLayer* layer;
        Region region;
        std::future<LayerGeometry> geometry;
    };
    std::vector<Job> jobs;
    for (const auto& layer : frame.scene.layers) {
        if (!layer.visible || layer.table->kind() == features::GeometryKind::point) continue;
        const auto found = find(layer, frame);
        const bool is_known = found != cache_.end();
        if (is_known && found->region.holds(frame.region)) continue;
        // A view that has moved will move again: it gets room around it. The first, which may be the only one,
        // does not.
        const Region region =
            is_known ? region_of(widened(frame.layout.view.visible_box(), 2.0), *frame.scene.projection)
                     : frame.region;
        if (is_known) cache_.erase(found);
        jobs.push_back({&layer, region, {}});
    }
    // Two threads at most: the layer with the most vertices on the other one, all others here.
    const auto largest = std::max_element(jobs.begin(), jobs.end(), [](const Job& a, const Job& b) {
        return a.layer->table->vertices().size() < b.layer->table->vertices().size();
    });
    for (auto job = jobs.begin(); job != jobs.end(); ++job)
        job->geometry = std::async(job == largest ? std::launch::async : std::launch::deferred,
                                   [layer = job->layer, region = job->region, &frame] {
                                       return make_layer_geometry(*layer, *frame.scene.projection, region);
                                   });
    if (largest != jobs.end()) std::iter_swap(largest, jobs.end() - 1);
    for (auto& job : jobs) keep(*job.layer, frame, job.region, job.geometry.get());
}

void BaseMapPass::keep(const scene::FeatureLayer& layer, const Frame& frame, const Region& region,
                       LayerGeometry geometry) {
    CachedLayer entry{layer.table, frame.scene.projection, layer.role, region, std::move(geometry), nullptr, {}};
    std::vector<float> vertices;
    vertices.reserve(entry.geometry.mesh.vertices.size() * 4);
    for (const auto& p : entry.geometry.mesh.vertices) {
        const gl::SplitDouble x(p.x_m), y(p.y_m);
        vertices.insert(vertices.end(), {x.high, y.high, x.low, y.low});
    }
    entry.fill = std::make_unique<gl::Mesh>(
        std::initializer_list<gl::Attribute>{{0, 4, gl::Attribute::Kind::floats, 0}}, 4 * sizeof(float));
    entry.fill->upload(gl::bytes_of(vertices));
    entry.fill->upload_indices(entry.geometry.mesh.indices);
    cache_.push_front(std::move(entry));
    // Never fewer than this scene needs.
    if (cache_.size() > std::max(greatest_cache, frame.scene.layers.size())) cache_.pop_back();
}

const std::vector<LineGroup>& BaseMapPass::lines(CachedLayer& layer, const Frame& frame) {
    const int level = detail_level(frame.layout.view.metres_per_px);
    if (!layer.lines.contains(level)) {
        if (layer.lines.size() >= greatest_levels) layer.lines.clear();
        layer.lines[level] = make_line_groups(layer.role, *layer.table, layer.geometry, level);
    }
    return layer.lines[level];
}

void BaseMapPass::draw_fill(const Frame& frame, CachedLayer& layer, base::Colour colour,
                            const std::vector<FeatureFill>& fills) {
    fill_program_.use();
    gl::set_view(fill_program_, frame.layout.view);
    fill_program_.set("u_colour", colour);
    draw_triangles(layer, fills);
}

void BaseMapPass::draw_triangles(const CachedLayer& layer, const std::vector<FeatureFill>& fills) {
    layer.fill->bind();
    for (const auto& fill : fills)
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(fill.index_count), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(fill.first_index * sizeof(std::uint32_t)));
}

void BaseMapPass::draw_land(const Frame& frame) {
    const auto* layer = frame.visible(Role::countries);
    if (layer == nullptr) return;
    CachedLayer& geometry = cached(*layer, frame);
    const std::set<std::string, std::less<>> focus(frame.scene.focus_iso3.begin(), frame.scene.focus_iso3.end());
    std::vector<FeatureFill> land, neighbours;
    for (const auto& fill : geometry.geometry.fills) {
        const bool is_focus = focus.empty() || focus.contains(layer->table->text(fill.feature, "iso3"));
        (is_focus ? land : neighbours).push_back(fill);
    }
    draw_fill(frame, geometry, frame.theme.neighbour, neighbours);
    draw_fill(frame, geometry, frame.theme.land, land);
}

// On land where there is a layer of it, so that sea stays sea and the coast is as sharp as ever.
void BaseMapPass::draw_rasters(const Frame& frame) {
    const auto* land = frame.visible(Role::countries);
    std::function<void()> draw_land;
    if (land != nullptr)
        draw_land = [&geometry = cached(*land, frame)] { draw_triangles(geometry, geometry.geometry.fills); };
    for (const scene::RasterLayer& layer : frame.scene.rasters)
        rasters_.draw(layer, frame.scene, frame.day, frame.layout.view, draw_land);
}

// The greater the scale, the lesser the roads that are drawn; small ones first, so that great ones lie on top.
void BaseMapPass::draw_roads(const Frame& frame) {
    const double hundred_km_px = 100e3 / frame.layout.view.metres_per_px / static_cast<double>(frame.layout.unit);
    for (const auto* layer : scene::visible_layers(frame.scene, Role::roads)) {
        const auto& groups = lines(cached(*layer, frame), frame);
        for (auto group = groups.rbegin(); group != groups.rend(); ++group)
            if (group->rank <= least_road_rank(hundred_km_px))
                draw_line_mesh(frame, *group->mesh,
                               line_style(group->line_class, group->rank, frame.theme, frame.enlarged));
    }
}

void BaseMapPass::draw_line_mesh(const Frame& frame, const gl::Mesh& mesh, const LineStyle& style) {
    const float unit = frame.layout.unit;
    line_program_.use();
    gl::set_view(line_program_, frame.layout.view);
    line_program_.set("u_colour", style.colour);
    line_program_.set("u_half_width_px", static_cast<float>(style.width_px) * unit / 2);
    line_program_.set("u_dash_px", style.dash_px[0] * unit, style.dash_px[1] * unit, style.dash_px[2] * unit,
                      style.dash_px[3] * unit);
    mesh.bind();
    glDrawElements(GL_TRIANGLES, mesh.index_count(), GL_UNSIGNED_INT, nullptr);
}

void BaseMapPass::draw_lines(const Frame& frame, Role role, LineClass line_class) {
    const auto* layer = frame.visible(role);
    if (layer == nullptr) return;
    const auto& groups = lines(cached(*layer, frame), frame);
    // Small rivers first, so that the main river lies on top.
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
        if (group->line_class != line_class) continue;
        if (role == Role::rivers && frame.is_continental && group->rank > 2) continue;
        draw_line_mesh(frame, *group->mesh, line_style(line_class, group->rank, frame.theme, frame.enlarged));
    }
}

// Three pale strokes along the coast, half of which the land hides afterwards.
void BaseMapPass::draw_water_lines(const Frame& frame) {
    const auto* layer = frame.visible(Role::countries);
    if (layer == nullptr) return;
    constexpr std::array<double, 3> widths_px{26, 16, 8};
    for (std::size_t i = 0; i < widths_px.size(); ++i)
        for (const auto& group : lines(cached(*layer, frame), frame))
            if (group.line_class == LineClass::water_line)
                draw_line_mesh(frame, *group.mesh, {frame.theme.water_lines[i], widths_px[i], {}});
}

// Disputed and undetermined boundaries in their own dashes, on a casing that takes the plain boundary away
// beneath.
void BaseMapPass::draw_disputed(const Frame& frame) {
    const auto* layer = frame.visible(Role::disputed);
    if (layer == nullptr) return;
    const base::Colour ground = frame.scene.focus_iso3.empty() ? frame.theme.land : frame.theme.neighbour;
    const auto& groups = lines(cached(*layer, frame), frame);
    for (const auto& group : groups) draw_line_mesh(frame, *group.mesh, {ground, 3.6, {}});
    for (const auto& group : groups)
        draw_line_mesh(frame, *group.mesh, line_style(group.line_class, 0, frame.theme, frame.enlarged));
}

void BaseMapPass::draw_graticule(const Frame& frame, double opacity) {
    if (!frame.scene.furniture.graticule) return;
    const auto plan = layout::graticule_of(frame.layout.view, *frame.scene.projection);
    if (!plan) return;
    std::vector<PlanarPath> paths;
    for (const auto& line : geo::graticule(plan->extent, plan->step_deg)) {
        PlanarPath path;
        for (const auto& p : line.path) {
            const auto q = frame.scene.projection->forward(p);
            if (std::isfinite(q.x_m) && std::isfinite(q.y_m)) path.points.push_back(q);
        }
        paths.push_back(std::move(path));
    }
    std::vector<const PlanarPath*> pointers;
    for (const auto& path : paths) pointers.push_back(&path);
    const auto mesh = make_line_mesh(pointers, 0.1 * frame.layout.view.metres_per_px);
    draw_line_mesh(frame, *mesh, {base::faded(frame.theme.graticule, opacity), 0.7, {}});
}

void BaseMapPass::draw_soft_areas(const Frame& frame) {
    const auto draw = [&](CachedLayer& geometry, const FeatureFill& fill, const AreaStyle& style) {
        areas_.draw(frame.target, bounds_px(geometry.geometry, fill, frame.layout.view),
                    static_cast<double>(frame.layout.unit), style, [&] {
                        draw_fill(frame, geometry, {255, 255, 255, 255}, {fill});
                    });
    };
    const auto communities = scene::visible_layers(frame.scene, Role::ethnic);
    for (const auto* layer : communities) {
        const features::FeatureDays days(*layer->table);
        CachedLayer& geometry = cached(*layer, frame);
        for (const auto& fill : geometry.geometry.fills) {
            if (!days.holds(fill.feature, frame.day)) continue;
            const auto hatch = scene::parse_hatch(layer->table->text(fill.feature, "hatch"));
            draw(geometry, fill,
                 hatch_style(scene::hatch_colour(frame.theme, hatch, frame.scene.colour_by), hatch,
                             layer->table->text(fill.feature, "settlement")));
        }
    }
    if (const auto* layer = frame.visible(Role::delta)) {
        CachedLayer& geometry = cached(*layer, frame);
        for (const auto& fill : geometry.geometry.fills) {
            draw(geometry, fill, marsh_style(frame.theme));
            // Over hatching the strokes would be restless.
            if (communities.empty()) draw(geometry, fill, marsh_strokes(frame.theme));
        }
    }
}

void BaseMapPass::draw_overlay_areas(const Frame& frame) {
    for (const auto& layer : frame.scene.layers) {
        if (layer.role != Role::overlay_areas || !layer.visible) continue;
        CachedLayer& geometry = cached(layer, frame);
        draw_fill(frame, geometry, base::faded(frame.theme.muted, 0.10), geometry.geometry.fills);
    }
}

void BaseMapPass::draw_lakes(const Frame& frame) {
    const auto* layer = frame.visible(Role::lakes);
    if (layer == nullptr) return;
    CachedLayer& geometry = cached(*layer, frame);
    std::vector<FeatureFill> permanent, seasonal;
    for (const auto& fill : geometry.geometry.fills)
        (layer->table->text(fill.feature, "kind") == "seasonal" ? seasonal : permanent).push_back(fill);
    draw_fill(frame, geometry, frame.theme.lake_seasonal, seasonal);
    draw_lines(frame, Role::lakes, LineClass::seasonal_shore);
    draw_fill(frame, geometry, frame.theme.lake, permanent);
    draw_lines(frame, Role::lakes, LineClass::lake_shore);
}

void BaseMapPass::draw(const scene::Scene& scene, const layout::FrameLayout& layout, base::Day day,
                       const gl::Target& target, Part part) {
    const double hundred_km_px = 100e3 / layout.view.metres_per_px / static_cast<double>(layout.unit);
    const Frame frame{scene,
                      layout,
                      day,
                      target,
                      scene::theme(scene.theme),
                      region_of(layout.view.visible_box(), *scene.projection),
                      hundred_km_px > 150,
                      hundred_km_px < 100.0 / 6};
    load(frame);
    const base::Colour sea = frame.theme.sea;
    target.bind();
    if (part == Part::above)
        glClearColor(0, 0, 0, 0);
    else
        glClearColor(static_cast<float>(sea.r) / 255.0F, static_cast<float>(sea.g) / 255.0F,
                     static_cast<float>(sea.b) / 255.0F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    if (part != Part::above) draw_ground(frame);
    if (part != Part::ground) draw_above(frame);
}

void BaseMapPass::draw_ground(const Frame& frame) {
    draw_water_lines(frame);
    draw_graticule(frame, 0.65);
    draw_land(frame);
    draw_rasters(frame);
    draw_graticule(frame, 0.35);
    draw_soft_areas(frame);
    draw_overlay_areas(frame);
}

void BaseMapPass::draw_above(const Frame& frame) {
    draw_lines(frame, Role::rivers, LineClass::intermittent_river);
    draw_lines(frame, Role::rivers, LineClass::river);
    draw_lakes(frame);
    draw_roads(frame);
    if (!frame.is_continental) draw_lines(frame, Role::regions, LineClass::region);
    draw_lines(frame, Role::countries, LineClass::country);
    draw_disputed(frame);
    draw_lines(frame, Role::countries, LineClass::coast);
    for (const auto& layer : frame.scene.layers) {
        if (!layer.visible || (layer.role != Role::overlay_lines && layer.role != Role::overlay_areas)) continue;
        for (const auto& group : lines(cached(layer, frame), frame))
            draw_line_mesh(frame, *group.mesh, line_style(group.line_class, 0, frame.theme, frame.enlarged));
    }
}

}  // namespace harmattan::render
