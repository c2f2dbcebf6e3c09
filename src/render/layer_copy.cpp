#include "render/layer_copy.h"

#include <cmath>
#include <cstdint>

namespace harmattan::render {
namespace {

constexpr int tile_px = 16;

struct Rect {
    std::int32_t x, y, width, height;
};

class Tiles {
  public:
    explicit Tiles(base::PixelSize size)
        : size_(size),
          columns_((size.width + tile_px - 1) / tile_px),
          rows_((size.height + tile_px - 1) / tile_px),
          touched_(static_cast<std::size_t>(columns_ * rows_), false) {}

    void touch(const layout::RectPx& rect) {
        if (rect.width <= 0 || rect.height <= 0) return;
        const int left = tile(rect.x, columns_), right = tile(rect.right(), columns_);
        const int top = tile(rect.y, rows_), bottom = tile(rect.bottom(), rows_);
        if (rect.right() < 0 || rect.bottom() < 0) return;
        for (int y = top; y <= bottom; ++y)
            for (int x = left; x <= right; ++x) touched_[static_cast<std::size_t>(y * columns_ + x)] = true;
    }

    // Touching tiles of a row as one rectangle.
    std::vector<Rect> rects() const {
        std::vector<Rect> out;
        for (int y = 0; y < rows_; ++y) {
            for (int x = 0; x < columns_; ++x) {
                const int begin = x;
                while (x < columns_ && touched_[static_cast<std::size_t>(y * columns_ + x)]) ++x;
                if (x == begin) continue;
                const int left = begin * tile_px, top = y * tile_px;
                out.push_back({left, top, std::min(x * tile_px, size_.width) - left,
                               std::min((y + 1) * tile_px, size_.height) - top});
            }
        }
        return out;
    }

  private:
    static int tile(float at, int count) {
        return std::clamp(static_cast<int>(std::floor(at / tile_px)), 0, count - 1);
    }
    base::PixelSize size_;
    int columns_, rows_;
    std::vector<bool> touched_;
};

}  // namespace

LayerCopy::LayerCopy() : program_("copy"), rects_({{0, 4, gl::Attribute::Kind::ints, 0}}, sizeof(Rect), true) {}

void LayerCopy::set_content(const std::vector<layout::RectPx>& touched, base::PixelSize size) {
    Tiles tiles(size);
    for (const auto& rect : touched) tiles.touch(rect);
    rects_.upload(gl::bytes_of(tiles.rects()));
}

void LayerCopy::draw(const gl::Target& layer) {
    if (rects_.vertex_count() == 0) return;
    program_.use();
    program_.set("u_size_px", static_cast<float>(layer.size().width), static_cast<float>(layer.size().height));
    program_.set_int("u_layer", 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, layer.texture());
    glEnable(GL_BLEND);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    rects_.bind();
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, rects_.vertex_count());
}

}  // namespace harmattan::render
