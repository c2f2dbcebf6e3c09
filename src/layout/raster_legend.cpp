#include <cmath>

#include "base/number_format.h"
#include "layout/blocks.h"
#include "layout/legend_text.h"
#include "layout/symbols.h"

namespace harmattan::layout {
namespace {

std::string number_text(const Pen& pen, double value) {
    const auto language = pen.scene().language;
    constexpr double least_grouped = 1000;
    if (std::abs(value) >= least_grouped) return base::grouped(std::llround(value), language);
    // As many decimals as two figures of it need.
    const int decimals =
        value == 0 ? 0 : std::clamp(2 - static_cast<int>(std::floor(std::log10(std::abs(value)))), 1, 9);
    return base::decimal(value, decimals, language);
}

// Over land, as on the map.
base::Colour swatch_colour(const Pen& pen, const scene::RasterLayer& layer, std::size_t index) {
    const base::Colour colour =
        scene::class_colour(pen.theme(), index, layer.limits.size() + 1, pen.scene().spread != nullptr);
    return base::mixed(pen.theme().land, colour, layer.opacity);
}

// One cell a class, side by side, each limit below the edge that it stands for. False where the numbers do not
// fit.
bool add_bar(const Pen& pen, Stack& stack, const scene::RasterLayer& layer) {
    const TextStyle style = legend_entry_style(pen);
    const auto count = static_cast<float>(layer.limits.size() + 1);
    const float cell = std::min(std::floor(stack.width() / count), pen.px(46)), height = pen.px(11);
    float end = 0;  // of the number before
    for (std::size_t i = 0; i < layer.limits.size(); ++i) {
        const float half = pen.shaper().width_px(number_text(pen, layer.limits[i]), style) / 2;
        const float middle = cell * static_cast<float>(i + 1);
        if (i > 0 && middle - half < end + pen.px(5)) return false;
        end = middle + half;
    }
    if (end > stack.width()) return false;
    const float top = stack.y();
    for (std::size_t i = 0; i <= layer.limits.size(); ++i)
        add_rect(stack.list(), {cell * static_cast<float>(i), top, cell, height}, swatch_colour(pen, layer, i));
    const RectPx whole{0, top, cell * count, height};
    add_outline(stack.list(), whole, std::max(1.f, 0.7f * pen.unit()), base::faded(pen.theme().muted, 0.6));
    for (std::size_t i = 0; i < layer.limits.size(); ++i) {
        const std::string text = number_text(pen, layer.limits[i]);
        const float middle = cell * static_cast<float>(i + 1);
        add_middle_text(pen, stack, text, middle - pen.shaper().width_px(text, style) / 2,
                        top + height + style.size_px * 0.8f, style);
    }
    stack.widen(whole.width);
    stack.gap(height + style.size_px * 1.4f);
    return true;
}

std::string class_text(const Pen& pen, const std::vector<double>& limits, std::size_t index) {
    if (index == 0) return pen.say("legend.raster.below", {{"limit", number_text(pen, limits.front())}});
    if (index == limits.size())
        return pen.say("legend.raster.above", {{"limit", number_text(pen, limits.back())}});
    return pen.say("legend.raster.between",
                   {{"first", number_text(pen, limits[index - 1])}, {"last", number_text(pen, limits[index])}});
}

void add_rows(const Pen& pen, Stack& stack, const scene::RasterLayer& layer) {
    const TextStyle style = legend_entry_style(pen);
    const float pitch = style.size_px * 1.45f;
    for (std::size_t i = layer.limits.size() + 1; i-- > 0;) {
        const RectPx swatch{0, stack.y() + pitch / 2 - pen.px(5.5f), pen.px(18), pen.px(11)};
        add_rect(stack.list(), swatch, swatch_colour(pen, layer, i));
        add_middle_text(pen, stack, class_text(pen, layer.limits, i), swatch.right() + pen.px(8),
                        stack.y() + pitch / 2, style);
        stack.gap(pitch);
    }
}

void add_values(const Pen& pen, Stack& stack, const scene::RasterLayer& layer) {
    const auto& scene = pen.scene();
    std::string head(scene::in_language(scene, layer.name_en, layer.name_fr));
    const auto unit = scene::in_language(scene, layer.unit_en, layer.unit_fr);
    if (!unit.empty()) head += fmt::format(" ({})", unit);
    constexpr std::size_t most_characters = 120;
    stack.text(clipped(head, most_characters), pen.style(Face::bold, 12.5f, pen.theme().body), 1.3f);
    stack.gap(pen.px(4));
    if (!add_bar(pen, stack, layer)) add_rows(pen, stack, layer);
}

// A great road and a lesser one.
void add_roads(const Pen& pen, Stack& stack) {
    const TextStyle style = legend_entry_style(pen);
    const float pitch = style.size_px * 1.5f, y = stack.y() + pitch / 2;
    for (const float shift : {-2.f, 2.f})
        add_rect(stack.list(), {0, y + pen.px(shift), pen.px(18), (shift < 0 ? 1.3f : 0.8f) * pen.unit()},
                 pen.theme().road);
    add_middle_text(pen, stack, pen.say("legend.roads"), pen.px(26), y, style);
    stack.gap(pitch);
}

}  // namespace

Block rasters_block(const Pen& pen, float width) {
    Stack stack(pen, width);
    for (const scene::RasterLayer& layer : pen.scene().rasters) {
        if (!layer.visible || layer.style != scene::RasterStyle::values || layer.limits.empty()) continue;
        if (stack.y() > 0) stack.gap(pen.px(8));
        add_values(pen, stack, layer);
    }
    if (!scene::visible_layers(pen.scene(), scene::Role::roads).empty()) {
        if (stack.y() > 0) stack.gap(pen.px(4));
        add_roads(pen, stack);
    }
    return std::move(stack).done();
}

}  // namespace harmattan::layout
