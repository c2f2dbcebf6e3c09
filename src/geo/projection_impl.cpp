#include "geo/projection_impl.h"

#include <array>
#include <cmath>
#include <numbers>

#include "base/error.h"

namespace harmattan::geo {
namespace {

using base::Error;

constexpr double radians_per_degree = std::numbers::pi / 180;
constexpr const char* plate_carree = "+proj=eqc +datum=WGS84";

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const auto start = text.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos) break;
        const auto end = std::min(text.find_first_of(" \t\r\n", start), text.size());
        words.emplace_back(text.substr(start, end - start));
        text.remove_prefix(end);
    }
    return words;
}

// The value of "+key=value" in a PROJ string, with or without the plus; empty when there is none.
std::string parameter(std::string_view text, std::string_view key) {
    for (std::string_view word : words_of(text)) {
        if (word.starts_with('+')) word.remove_prefix(1);
        if (word.size() > key.size() && word.starts_with(key) && word[key.size()] == '=')
            return std::string(word.substr(key.size() + 1));
    }
    return {};
}

bool is_geographic(std::string_view family) {
    return family == "longlat" || family == "latlong" || family == "lonlat" || family == "latlon";
}

// The words of a PROJ string without what would change the plane's unit or the direction of its axes, and without
// what makes the string a CRS, which is another kind of object.
std::vector<std::string> operation_words(std::string_view text) {
    std::vector<std::string> kept;
    for (const std::string& word : words_of(text)) {
        std::string_view name = word;
        if (name.starts_with('+')) name.remove_prefix(1);
        const bool has_no_grid = name == "nadgrids=@null";
        name = name.substr(0, name.find('='));
        const bool is_dropped = has_no_grid || name == "units" || name == "to_meter" || name == "axis" ||
                                name == "type" || name == "no_defs" || name == "wktext" || name == "vunits" ||
                                name == "vto_meter";
        if (!is_dropped) kept.push_back(word);
    }
    return kept;
}

PjPtr make_operation(PJ_CONTEXT* context, std::string_view text) {
    // PROJ opens its database even for a plain operation, which would cost every start of the program 5 ms. It
    // goes on without when it finds none, and nothing can lie below /dev/null.
    const char* const no_folder = "/dev/null";
    proj_context_set_search_paths(context, 1, &no_folder);
    std::vector<std::string> words = operation_words(text);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    return PjPtr(proj_create_argv(context, static_cast<int>(arguments.size()), arguments.data()));
}

// Errors are told by exceptions, not on the terminal.
void be_silent(void* /*data*/, int /*level*/, const char* /*text*/) {}

ContextPtr make_context() {
    ContextPtr context(proj_context_create());
    if (!context) throw std::bad_alloc();
    proj_context_set_enable_network(context.get(), 0);
    proj_log_func(context.get(), nullptr, be_silent);
    return context;
}

// "EPSG:32630" and the like: letters, a colon, letters and digits. Anything else (a URL, a file, WKT) is refused.
bool is_code(std::string_view text) {
    const auto colon = text.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon + 1 == text.size()) return false;
    const auto is_word = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
        });
    };
    return is_word(text.substr(0, colon)) && is_word(text.substr(colon + 1));
}

// The horizontal CRS inside a compound or bound one.
PjPtr horizontal(PJ_CONTEXT* context, PjPtr crs) {
    while (crs) {
        const PJ_TYPE type = proj_get_type(crs.get());
        if (type == PJ_TYPE_COMPOUND_CRS)
            crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
        else if (type == PJ_TYPE_BOUND_CRS)
            crs.reset(proj_get_source_crs(context, crs.get()));
        else
            break;
    }
    return crs;
}

}  // namespace

Projection::Impl::Impl(std::string_view definition) : definition_(definition), context_(make_context()) {
    if (!parameter(definition, "proj").empty())
        open_proj_string(definition_);
    else if (is_code(definition))
        open_code(definition_);
    else
        throw Error("projection.unreadable", {{"text", definition_}});
}

void Projection::Impl::fail_unknown() const {
    const int error = proj_context_errno(context_.get());
    const char* reason = error == 0 ? nullptr : proj_context_errno_string(context_.get(), error);
    if (reason == nullptr || error == PROJ_ERR_OTHER) throw Error("projection.not_found", {{"text", definition_}});
    throw Error("projection.unknown", {{"text", definition_}, {"reason", reason}});
}

void Projection::Impl::open_proj_string(std::string_view text) {
    for (const char* key : {"nadgrids", "geoidgrids", "grids", "init"})
        if (const std::string file = parameter(text, key); !file.empty() && file != "@null")
            throw Error("projection.has_file", {{"text", definition_}, {"parameter", key}});
    if (is_geographic(parameter(text, "proj"))) text = plate_carree;
    family_ = parameter(text, "proj");
    pj_ = make_operation(context_.get(), text);
    if (!pj_) fail_unknown();
    const bool is_planar = proj_angular_input(pj_.get(), PJ_FWD) != 0 &&
                           proj_angular_output(pj_.get(), PJ_FWD) == 0 && proj_pj_info(pj_.get()).has_inverse != 0;
    if (!is_planar || family_ == "pipeline" || family_ == "cart" || family_ == "geocent")
        throw Error("projection.not_planar", {{"text", definition_}});
    input_per_degree_ = radians_per_degree;
}

void Projection::Impl::open_code(const std::string& code) {
    PJ_CONTEXT* context = context_.get();
    const PjPtr crs = horizontal(context, PjPtr(proj_create(context, code.c_str())));
    if (!crs) fail_unknown();
    const PJ_TYPE type = proj_get_type(crs.get());
    if (type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS)
        return open_proj_string(plate_carree);
    if (type != PJ_TYPE_PROJECTED_CRS) throw Error("projection.not_planar", {{"text", definition_}});

    const PjPtr wgs84(proj_create(context, "EPSG:4326"));
    if (!wgs84) fail_unknown();
    const PjPtr as_given(proj_create_crs_to_crs_from_pj(context, wgs84.get(), crs.get(), nullptr, nullptr));
    if (!as_given) fail_unknown();
    pj_.reset(proj_normalize_for_visualization(context, as_given.get()));
    if (!pj_) fail_unknown();
    axes_ = axes_of(context, crs.get());
    const char* proj_string = proj_as_proj_string(context, crs.get(), PJ_PROJ_4, nullptr);
    if (proj_string != nullptr) family_ = parameter(proj_string, "proj");
}

// What proj_normalize_for_visualization leaves to do: it puts "north, east" in the order east, north, but keeps
// every direction and unit. Polar CRSs, both of whose axes point the same way, are already x, y.
Projection::Impl::Axes Projection::Impl::axes_of(PJ_CONTEXT* context, const PJ* crs) {
    const PjPtr system(proj_crs_get_coordinate_system(context, crs));
    std::array<std::string, 2> direction;
    std::array<double, 2> metres{1, 1};
    for (int i = 0; i < 2 && system; ++i) {
        const char* text = nullptr;
        const auto k = static_cast<std::size_t>(i);
        if (proj_cs_get_axis_info(context, system.get(), i, nullptr, nullptr, &text, &metres[k], nullptr, nullptr,
                                  nullptr) == 0)
            return {};
        direction[k] = text;
    }
    const auto is_along_x = [](const std::string& d) { return d == "east" || d == "west"; };
    const auto is_along_y = [](const std::string& d) { return d == "north" || d == "south"; };
    const auto signed_by = [](const std::string& d, double m) { return d == "west" || d == "south" ? -m : m; };
    if (is_along_y(direction[0]) && is_along_x(direction[1])) {
        const bool proj_has_swapped = direction[0] == "north" && direction[1] == "east";
        return {!proj_has_swapped, signed_by(direction[1], metres[1]), signed_by(direction[0], metres[0])};
    }
    if (is_along_x(direction[0]) && is_along_y(direction[1]))
        return {false, signed_by(direction[0], metres[0]), signed_by(direction[1], metres[1])};
    return {false, metres[0], metres[1]};
}

void Projection::Impl::forward(std::span<PlanarPoint> points) const {
    if (points.empty()) return;
    if (input_per_degree_ != 1)
        for (PlanarPoint& p : points) p = {p.x_m * input_per_degree_, p.y_m * input_per_degree_};
    {
        const std::lock_guard lock(mutex_);
        constexpr std::size_t stride = sizeof(PlanarPoint);
        proj_trans_generic(pj_.get(), PJ_FWD, &points[0].x_m, stride, points.size(), &points[0].y_m, stride,
                           points.size(), nullptr, 0, 0, nullptr, 0, 0);
        proj_errno_reset(pj_.get());
    }
    for (PlanarPoint& p : points) {
        if (axes_.is_swapped) std::swap(p.x_m, p.y_m);
        p = {p.x_m * axes_.x_m_per_unit, p.y_m * axes_.y_m_per_unit};
    }
}

PlanarPoint Projection::Impl::inverse(PlanarPoint point) const {
    PlanarPoint p{point.x_m / axes_.x_m_per_unit, point.y_m / axes_.y_m_per_unit};
    if (axes_.is_swapped) std::swap(p.x_m, p.y_m);
    const std::lock_guard lock(mutex_);
    const PJ_COORD c = proj_trans(pj_.get(), PJ_INV, proj_coord(p.x_m, p.y_m, 0, HUGE_VAL));
    proj_errno_reset(pj_.get());
    return {c.xy.x / input_per_degree_, c.xy.y / input_per_degree_};
}

std::string Projection::Impl::name_key() const {
    constexpr std::array known{"laea", "eqearth", "aea",  "lcc",   "merc", "webmerc", "utm", "tmerc",   "eqc",
                               "moll", "robin",   "sinu", "stere", "aeqd", "ortho",   "cea", "natearth"};
    const bool is_known = std::find(known.begin(), known.end(), family_) != known.end();
    return "projection." + (is_known ? family_ : std::string("other"));
}

}  // namespace harmattan::geo
