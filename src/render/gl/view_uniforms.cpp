#include "render/gl/view_uniforms.h"

namespace harmattan::render::gl {

void set_view(const Program& program, const layout::MapView& view) {
    const SplitDouble x(view.centre.x_m), y(view.centre.y_m);
    program.set("u_centre_m", x.high, y.high, x.low, y.low);
    program.set("u_px_per_m", static_cast<float>(1.0 / view.metres_per_px));
    program.set("u_centre_px", static_cast<float>(view.centre_x_px), static_cast<float>(view.centre_y_px));
    program.set("u_size_px", static_cast<float>(view.size.width), static_cast<float>(view.size.height));
}

}  // namespace harmattan::render::gl
