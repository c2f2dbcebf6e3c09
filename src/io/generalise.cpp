#include "io/generalise.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/core.h>

#include "base/error.h"
#include "geo/cell_grid.h"
#include "io/parse_value.h"

namespace harmattan::io {
namespace {

using events::EventFile;
using events::EventRow;
using events::EventTable;
using events::Text;
using events::WherePrecision;

constexpr double least_km = 1, greatest_km = 500;
constexpr double as_large_as_a_district_km = 50;
constexpr WherePrecision not_given = 0, near = 2, in_region = 4, fuzzy = 5, in_country = 6;

std::string said_of(const EventFile& file, const Generalisation& how) {
    if (file.generalised.empty() || file.generalised == how.text()) return how.text();
    return file.generalised + ", " + how.text();
}

// A table made anew, row by row, with files that may differ from the old ones.
class Rebuild {
  public:
    explicit Rebuild(const EventTable& from) : from_(from) { builder_.reserve(from.size()); }

    // The number of a file that is the old one but for the radius of `precision` and what is said of its points.
    std::uint32_t file(std::uint32_t old, WherePrecision precision, double radius_km, const Generalisation& how) {
        const auto [at, is_new] = files_.try_emplace({old, precision, radius_km}, 0);
        if (is_new) {
            EventFile made = from_.files()[old];
            made.generalised = said_of(made, how);
            made.radius_km[precision] = radius_km;
            at->second = builder_.add_file(std::move(made));
        }
        return at->second;
    }
    void add(const EventRow& row) { builder_.add(row); }
    EventTable table() && { return std::move(builder_).build(); }

  private:
    const EventTable& from_;
    events::EventTableBuilder builder_;
    std::map<std::tuple<std::uint32_t, WherePrecision, double>, std::uint32_t> files_;
};

bool remove(EventRow& row, std::initializer_list<Text> columns) {
    bool was_there = false;
    for (const Text column : columns) {
        was_there |= !row.text(column).empty();
        row.set_text(column, {});
    }
    return was_there;
}

bool remove_finer_names(EventRow& row, bool and_district) {
    const bool removed = remove(row, {Text::place, Text::note});
    return (and_district && remove(row, {Text::district})) || removed;
}

double rounded_up(double km) {
    return std::ceil(km * 10) / 10;
}

Generalised to_cells(const EventTable& table, const Generalisation& how) {
    const geo::CellGrid grid(how.size_km);
    Generalised result;
    for (std::size_t row = 0; row < table.size(); ++row)
        result.radius_km = std::max(result.radius_km, grid.reach_km({table.lon_deg()[row], table.lat_deg()[row]}));
    const bool is_large = how.size_km >= as_large_as_a_district_km;
    const WherePrecision coarse = how.size_km > as_large_as_a_district_km ? fuzzy : near;
    Rebuild rebuild(table);
    for (std::size_t i = 0; i < table.size(); ++i) {
        EventRow row = table.row(i);
        const geo::LonLat centre = grid.centre_of({row.lon_deg, row.lat_deg});
        row.lon_deg = centre.lon_deg;
        row.lat_deg = centre.lat_deg;
        if (row.where_precision != not_given) row.where_precision = std::max(row.where_precision, coarse);
        auto radius = table.radius_km(i);
        const bool is_done = table.files()[row.origin.file].generalised == how.text();
        if (radius && !is_done) radius = rounded_up(*radius + result.radius_km);
        row.origin.file = rebuild.file(row.origin.file, row.where_precision, radius.value_or(-1), how);
        result.names_removed += remove_finer_names(row, is_large);
        rebuild.add(row);
    }
    result.table = std::move(rebuild).table();
    return result;
}

// The points of a region or country.
class Area {
  public:
    void add(geo::LonLat point) {
        mean_.add(point);
        if (different_.size() < enough) different_.insert({point.lon_deg, point.lat_deg});
    }
    geo::LonLat middle() const {
        const geo::LonLat mean = mean_.value();
        return different_.size() < enough ? geo::CellGrid(as_large_as_a_district_km).centre_of(mean) : mean;
    }

  private:
    static constexpr std::size_t enough = 3;
    geo::MeanPoint mean_;
    std::set<std::pair<double, double>> different_;
};

using AreaName = std::pair<std::string_view, std::string_view>;  // country; region, or empty for the whole of it

Generalised to_regions(const EventTable& table, const Generalisation& how) {
    std::map<AreaName, Area> areas;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const std::string_view country = table.text(Text::country).at(i), region = table.text(Text::region).at(i);
        const geo::LonLat point{table.lon_deg()[i], table.lat_deg()[i]};
        areas[{country, {}}].add(point);
        if (!region.empty()) areas[{country, region}].add(point);
    }
    std::map<AreaName, geo::LonLat> middles;
    for (const auto& [name, area] : areas) middles.emplace(name, area.middle());
    Generalised result;
    Rebuild rebuild(table);
    for (std::size_t i = 0; i < table.size(); ++i) {
        EventRow row = table.row(i);
        const bool has_region = !row.text(Text::region).empty();
        if (!has_region && row.text(Text::country).empty()) {
            ++result.left_out;
            continue;
        }
        result.by_country += !has_region;
        const geo::LonLat middle = middles.at({row.text(Text::country), row.text(Text::region)});
        row.lon_deg = middle.lon_deg;
        row.lat_deg = middle.lat_deg;
        row.where_precision = std::max(row.where_precision, has_region ? in_region : in_country);
        row.origin.file = rebuild.file(row.origin.file, row.where_precision, -1, how);
        result.names_removed += remove_finer_names(row, true);
        rebuild.add(row);
    }
    result.table = std::move(rebuild).table();
    return result;
}

}  // namespace

std::string Generalisation::text() const {
    return to == To::regions ? "region" : fmt::format("{}km", size_km);
}

Generalisation parse_generalisation(const std::string& text) {
    if (text == "region") return {Generalisation::To::regions, 0};
    if (!text.ends_with("km")) throw base::Error("generalise.unreadable", {{"text", text}});
    const auto size_km = parse_number(text.substr(0, text.size() - 2));
    if (!size_km) throw base::Error("generalise.unreadable", {{"text", text}});
    if (!(*size_km >= least_km && *size_km <= greatest_km))
        throw base::Error("generalise.size", {{"text", text},
                                              {"least", fmt::format("{}", least_km)},
                                              {"greatest", fmt::format("{}", greatest_km)}});
    return {Generalisation::To::cells, *size_km};
}

Generalised generalise(const EventTable& table, const Generalisation& how) {
    return how.to == Generalisation::To::regions ? to_regions(table, how) : to_cells(table, how);
}

}  // namespace harmattan::io
