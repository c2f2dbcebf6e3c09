#include "layout/label_space.h"

#include <cmath>

namespace harmattan::layout {
namespace {

// One code point of UTF-8 text and how many bytes it took; bad bytes stand for themselves.
struct Letter {
    char32_t code = 0;
    std::size_t bytes = 1;
};

Letter letter_at(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead >= 0xC2 && lead < 0xE0 && text.size() >= 2)
        return {static_cast<char32_t>((lead & 0x1F) << 6 | (byte(1) & 0x3F)), 2};
    return {lead, 1};
}

// Latin-1 and Latin Extended-A, where a capital and its small letter stand at fixed distances.
char32_t capital_of(char32_t code) {
    if (code >= U'a' && code <= U'z') return code - 32;
    if (code >= 0xE0 && code <= 0xFE && code != 0xF7) return code - 32;
    if (code == 0xFF) return 0x178;
    const bool odd_is_small = (code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177);
    if (odd_is_small && code % 2 == 1) return code - 1;
    const bool even_is_small = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (even_is_small && code % 2 == 0) return code - 1;
    return code;
}

}  // namespace

base::Colour halo_colour(const scene::Theme& theme, GroundKind ground) {
    switch (ground) {
        case GroundKind::sea:
            return theme.halo_sea;
        case GroundKind::neighbour:
            return theme.neighbour;
        case GroundKind::land:
            break;
    }
    return theme.halo_land;
}

bool LabelSpace::is_free(std::span<const RectPx> boxes) const {
    for (const RectPx& box : boxes) {
        if (box.x < map_.x || box.y < map_.y || box.right() > map_.right() || box.bottom() > map_.bottom())
            return false;
        for (const RectPx& other : taken_)
            if (box.overlaps(other)) return false;
    }
    return true;
}

TextStyle LabelContext::style(Face face, float design_px, base::Colour colour, float spacing_em, float halo_px,
                              PointPx at) const {
    const base::Colour halo = halo_colour(theme(), ground.kind_at(at));
    return {face, pen.text_px(design_px), spacing_em, colour, pen.px(halo_px), base::faded(halo, 0.85)};
}

std::optional<PointPx> LabelContext::pixel_of(geo::LonLat place) const {
    const auto plane = pen.scene().projection->forward(place);
    if (!std::isfinite(plane.x_m) || !std::isfinite(plane.y_m)) return std::nullopt;
    return layout.view.to_px(plane);
}

NameShape name_shape(const LabelContext& context, std::vector<std::string> lines, const TextStyle& style) {
    NameShape name{std::move(lines), style, {}, 0, 0, style.size_px * 1.22f};
    for (const auto& line : name.lines) {
        name.widths.push_back(context.pen.shaper().width_px(line, style));
        name.width = std::max(name.width, name.widths.back());
    }
    name.height = name.leading * static_cast<float>(name.lines.size());
    return name;
}

std::vector<RectPx> NameShape::boxes_at(PointPx middle) const {
    std::vector<RectPx> boxes;
    const float margin = style.size_px * 0.18f;
    for (std::size_t i = 0; i < lines.size(); ++i)
        boxes.push_back({middle.x - widths[i] / 2 - margin,
                         middle.y - height / 2 + leading * static_cast<float>(i), widths[i] + 2 * margin,
                         leading});
    return boxes;
}

void write_name(LabelContext& context, const NameShape& name, PointPx middle) {
    const auto& shaper = context.pen.shaper();
    for (std::size_t i = 0; i < name.lines.size(); ++i) {
        const float centre = middle.y - name.height / 2 + name.leading * (static_cast<float>(i) + 0.5f);
        const float base_line = centre + shaper.cap_height_px(name.style.face, name.style.size_px) / 2;
        shaper.add_text(context.list, name.lines[i], {middle.x, base_line}, name.style, TextShaper::Align::centre);
    }
}

std::optional<std::vector<std::string>> in_two_lines(const std::string& text) {
    std::optional<std::size_t> best;
    const auto imbalance = [&](std::size_t at) {
        return std::abs(2 * static_cast<long>(at) - static_cast<long>(text.size()));
    };
    for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1))
        if (!best || imbalance(at) < imbalance(*best)) best = at;
    if (!best || *best == 0 || *best + 1 >= text.size()) return std::nullopt;
    return std::vector<std::string>{text.substr(0, *best), text.substr(*best + 1)};
}

std::string capitals(std::string_view utf8) {
    std::string out;
    while (!utf8.empty()) {
        const Letter letter = letter_at(utf8);
        const char32_t capital = capital_of(letter.code);
        if (letter.bytes == 2) {
            out += static_cast<char>(0xC0 | (capital >> 6));
            out += static_cast<char>(0x80 | (capital & 0x3F));
        } else {
            // A lone byte: ASCII, or part of a longer character that stays as it is.
            out += letter.code < 0x80 ? static_cast<char>(capital) : utf8.front();
        }
        utf8.remove_prefix(letter.bytes);
    }
    return out;
}

std::string name_of(const scene::Scene& scene, const features::FeatureTable& table, std::size_t feature) {
    const auto english = table.text(feature, "name_en");
    const auto name = scene::in_language(scene, english, table.text(feature, "name_fr"));
    return std::string(name.empty() ? table.text(feature, "name") : name);
}

const features::FeatureTable* visible_table(const scene::Scene& scene, scene::Role role) {
    const auto* layer = scene::layer_of(scene, role);
    return layer != nullptr && layer->visible && layer->table ? layer->table.get() : nullptr;
}

}  // namespace harmattan::layout
