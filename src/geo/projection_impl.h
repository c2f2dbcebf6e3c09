// The inside of Projection: the one place that knows PROJ.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>

#include <proj.h>

#include "geo/projection.h"

namespace harmattan::geo {

struct DestroyContext {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct DestroyPj {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using ContextPtr = std::unique_ptr<PJ_CONTEXT, DestroyContext>;
using PjPtr = std::unique_ptr<PJ, DestroyPj>;

struct Projection::Impl {
    // Throws Error "projection.unknown" or "projection.not_planar".
    explicit Impl(std::string_view definition);

    // In place: longitude and latitude in degrees become x and y in metres; not finite outside the domain.
    void forward(std::span<PlanarPoint> points) const;
    // The other way, longitude in x and latitude in y.
    PlanarPoint inverse(PlanarPoint point) const;

    const std::string& definition() const { return definition_; }
    std::string name_key() const;

  private:
    // PROJ gives the plane's axes in the CRS's own order, direction and unit (westing and southing in South
    // Africa, feet in the United States); the program's plane is x to the east, y to the north, in metres.
    struct Axes {
        bool is_swapped = false;
        double x_m_per_unit = 1, y_m_per_unit = 1;  // negative for westing and southing
    };

    void open_proj_string(std::string_view text);
    void open_code(const std::string& code);
    [[noreturn]] void fail_unknown() const;
    static Axes axes_of(PJ_CONTEXT* context, const PJ* crs);

    std::string definition_;
    std::string family_;  // PROJ's name of the method, such as "laea"
    ContextPtr context_;
    PjPtr pj_;  // from WGS 84 longitude and latitude
    double input_per_degree_ = 1;
    Axes axes_;
    // PROJ keeps its last error inside the object, so even a const transformation writes.
    mutable std::mutex mutex_;
};

}  // namespace harmattan::geo
