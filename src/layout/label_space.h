// Where names have been placed already, and how a name is written on the map. Internal to layout.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "layout/ground.h"
#include "layout/pen.h"

namespace harmattan::layout {

// What a halo looks like on a kind of ground.
base::Colour halo_colour(const scene::Theme& theme, GroundKind ground);

// The room left for names: a name takes its boxes out of it.
class LabelSpace {
  public:
    explicit LabelSpace(const FrameLayout& layout) : map_(layout.map), taken_(layout.occupied) {}

    // Inside the map and over nothing that has been taken.
    bool is_free(std::span<const RectPx> boxes) const;
    void take(std::span<const RectPx> boxes) { taken_.insert(taken_.end(), boxes.begin(), boxes.end()); }
    const RectPx& map() const { return map_; }

  private:
    RectPx map_;
    std::vector<RectPx> taken_;
};

// What placing names works with.
struct LabelContext {
    const Pen& pen;
    const FrameLayout& layout;
    const Ground& ground;
    LabelSpace& space;
    DisplayList& list;

    const scene::Theme& theme() const { return pen.theme(); }
    float px(float design_px) const { return pen.px(design_px); }
    // Metres of the plane per design pixel: the scale that decides what is named.
    double metres_per_design_px() const {
        return layout.view.metres_per_px * static_cast<double>(layout.dress.text_unit);
    }
    // In the colour of the ground beneath `at`.
    TextStyle style(Face face, float design_px, base::Colour colour, float spacing_em, float halo_px,
                    PointPx at) const;
    // The pixel of a place; none where the projection is not defined.
    std::optional<PointPx> pixel_of(geo::LonLat place) const;
};

// A name in one or more centred lines, as boxes around its middle.
struct NameShape {
    std::vector<std::string> lines;
    TextStyle style;
    std::vector<float> widths;
    float width = 0, height = 0, leading = 0;

    std::vector<RectPx> boxes_at(PointPx middle) const;
};
NameShape name_shape(const LabelContext& context, std::vector<std::string> lines, const TextStyle& style);
void write_name(LabelContext& context, const NameShape& name, PointPx middle);

// The text broken at a space into two lines of nearly equal width; nothing without a space.
std::optional<std::vector<std::string>> in_two_lines(const std::string& text);

// Capital letters for Latin letters with and without accents; others stay.
std::string capitals(std::string_view utf8);

// Name of a feature in the scene's language.
std::string name_of(const scene::Scene& scene, const features::FeatureTable& table, std::size_t feature);

// The visible layer's table of a role, or null.
const features::FeatureTable* visible_table(const scene::Scene& scene, scene::Role role);

// The steps of placing names; each draws what finds room.
void label_towns(LabelContext& context, int first_rank, int last_rank);
void label_countries(LabelContext& context);
void label_waters(LabelContext& context);
void label_lakes(LabelContext& context);
void label_delta(LabelContext& context);
void label_rivers(LabelContext& context);
void label_regions(LabelContext& context);
void label_ethnic_areas(LabelContext& context, base::Day day);

}  // namespace harmattan::layout
