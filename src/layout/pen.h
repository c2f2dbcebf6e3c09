// What every piece of furniture is written with: fonts, colours, sizes, language. Internal to layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/display_list.h"
#include "layout/frame_layout.h"
#include "layout/text_shaper.h"
#include "scene/scene.h"
#include "scene/theme.h"

namespace harmattan::layout {

// A piece of furniture drawn from its own upper left corner, with the room it takes.
struct Block {
    DisplayList list;
    float width = 0, height = 0;
};

// Appends `from` moved by (dx, dy).
void append_moved(DisplayList& to, const DisplayList& from, float dx, float dy);

class Pen {
  public:
    Pen(const scene::Scene& scene, const TextShaper& shaper, const Dress& dress, float unit)
        : scene_(&scene), shaper_(&shaper), theme_(&scene::theme(scene.theme)), dress_(dress), unit_(unit) {}

    const scene::Scene& scene() const { return *scene_; }
    const TextShaper& shaper() const { return *shaper_; }
    const scene::Theme& theme() const { return *theme_; }
    const Dress& dress() const { return dress_; }
    float unit() const { return unit_; }

    // A length that goes with the text, of design pixels (at 1080 lines).
    float px(float design_px) const { return design_px * dress_.text_unit; }
    float text_px(float design_px) const { return std::max(px(design_px), dress_.least_text_px); }

    TextStyle style(Face face, float design_px, base::Colour colour) const;
    // A pen whose texts have a halo: for furniture that stands on the map itself.
    Pen over_map(base::Colour ground) const;
    Pen without_halo() const;
    base::Colour ground() const { return halo_width_ > 0 ? halo_ : theme_->panel; }

    std::string say(std::string_view key, const base::NamedValues& values = {}) const;
    // Takes "KEY.one" or "KEY.other" by the language's rule (French: 0 and 1 are singular) and fills in {count}.
    std::string say_count(std::string_view key, std::uint64_t count, base::NamedValues values = {}) const;
    std::string grouped(std::uint64_t value) const;

  private:
    const scene::Scene* scene_;
    const TextShaper* shaper_;
    const scene::Theme* theme_;
    Dress dress_;
    float unit_;
    float halo_width_ = 0;
    base::Colour halo_;
};

// The text in lines no wider than `width_px`: broken at spaces (never at no-break spaces), a longer word anywhere.
std::vector<std::string> wrapped(const TextShaper& shaper, std::string_view text, const TextStyle& style,
                                 float width_px);

// The text, cut after so many characters (with an ellipsis) when it is longer: what a file brings must not fill
// the picture.
std::string clipped(std::string_view utf8, std::size_t most_characters);

// The first letter as a capital, when it is plain ASCII.
std::string capitalised(std::string text);

// Writes lines one below the other.
class Stack {
  public:
    Stack(const Pen& pen, float width_px) : pen_(&pen), width_(width_px) {}

    // Wraps the text into the width less `indent_px`.
    void text(std::string_view utf8, const TextStyle& style, float leading = 1.32f, float indent_px = 0);
    void gap(float px) { y_ += px; }
    float y() const { return y_; }
    float width() const { return width_; }
    DisplayList& list() { return list_; }
    Block done() && { return {std::move(list_), widest_, y_}; }
    void widen(float width_px) { widest_ = std::max(widest_, width_px); }

  private:
    const Pen* pen_;
    float width_, y_ = 0, widest_ = 0;
    DisplayList list_;
};

// The colour of a thing of lesser weight on the ground.
base::Colour dimmed(const Pen& pen, base::Colour colour, double share);

}  // namespace harmattan::layout
