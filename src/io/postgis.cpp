#include "io/postgis.h"

#include <algorithm>
#include <array>

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/gdal_layer_table.h"
#include "io/gdal_reading.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::string_view prefix = "PG:";

bool is_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// A keyword of a connection string and where its value stands in it (libpq, "Keyword/Value Connection Strings":
// blanks around = are allowed, values may stand between ' and escape with \).
struct Setting {
    std::string key, value;
    std::size_t value_at = 0, value_end = 0;
};

void skip_blanks(std::string_view text, std::size_t& at) {
    while (at < text.size() && is_blank(text[at])) ++at;
}

void take_value(std::string_view text, std::size_t& at, std::string& value) {
    const bool is_quoted = at < text.size() && text[at] == '\'';
    if (is_quoted) ++at;
    for (; at < text.size(); ++at) {
        if (is_quoted ? text[at] == '\'' : is_blank(text[at])) break;
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        value += text[at];
    }
    if (is_quoted && at < text.size()) ++at;
}

std::vector<Setting> settings_of(std::string_view text) {
    std::vector<Setting> settings;
    std::size_t at = text.starts_with(prefix) ? prefix.size() : 0;
    for (skip_blanks(text, at); at < text.size(); skip_blanks(text, at)) {
        Setting setting;
        while (at < text.size() && text[at] != '=' && !is_blank(text[at])) setting.key += text[at++];
        skip_blanks(text, at);
        if (at >= text.size() || text[at] != '=') continue;
        skip_blanks(text, ++at);
        setting.value_at = at;
        take_value(text, at, setting.value);
        setting.value_end = at;
        settings.push_back(std::move(setting));
    }
    return settings;
}

bool is_uri(std::string_view connection) {
    return connection.starts_with(prefix) && connection.substr(prefix.size()).find("://") < connection.find('=');
}

// "postgresql://user:password@host/..." and "...?password=...": all that may be secret, wherever it stands.
std::string without_secrets_of_uri(std::string_view text, std::size_t scheme_end) {
    const std::size_t begin = scheme_end + 3, end = std::min(text.find_first_of("/?", begin), text.size());
    std::string shown(text.substr(0, begin));
    const std::string_view authority = text.substr(begin, end - begin);
    const auto at = authority.rfind('@');
    shown += at == std::string_view::npos ? authority : std::string("***").append(authority.substr(at));
    const auto query = std::min(text.find('?', end), text.size());
    shown += text.substr(end, query - end);
    return query == text.size() ? shown : shown + "?***";
}

bool is_secret(const Setting& setting) {
    return setting.key == "password" || setting.key == "sslpassword";
}

std::string quoted_name(std::string_view name) {
    std::string quoted = "\"";
    for (const char c : name) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

// As GDAL names it: "table" or "schema.table".
std::string quoted_table(const std::string& layer) {
    const auto dot = layer.find('.');
    if (dot == std::string::npos) return quoted_name(layer);
    return quoted_name(layer.substr(0, dot)) + '.' + quoted_name(layer.substr(dot + 1));
}

GdalDataset::Server server_of(std::string_view connection, bool lists_all) {
    GdalDataset::Server server{std::string(connection), without_password(connection), {}, {}};
    bool has_timeout = false;
    for (const Setting& setting : settings_of(connection)) {
        has_timeout = has_timeout || setting.key == "connect_timeout";
        if (is_secret(setting)) server.secrets.push_back(setting.value);
    }
    if (!has_timeout) server.connection += " connect_timeout=10";
    server.options.emplace_back(
        "PRELUDE_STATEMENTS=SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY; SET statement_timeout = "
        "'10min'; "
        "SET TIME ZONE 'UTC'");
    if (lists_all) server.options.emplace_back("LIST_ALL_TABLES=YES");
    return server;
}

std::string joined(const std::vector<std::string>& names) {
    return shortened(fmt::format("{}", fmt::join(names, ", ")), 400);
}

// GDAL leaves the name of the schema public away.
std::string choose_table(const std::vector<std::string>& names, const std::optional<std::string>& wanted,
                         const std::string& connection) {
    constexpr std::string_view public_schema = "public.";
    if (!wanted) {
        if (names.empty()) throw base::Error("features.no_layers", {{"file", connection}});
        if (names.size() > 1)
            throw base::Error("features.several_layers", {{"file", connection}, {"layers", joined(names)}});
        return names.front();
    }
    for (const auto& name : names)
        if (name == *wanted || std::string(public_schema) + name == *wanted) return name;
    throw base::Error("features.no_layer", {{"file", connection}, {"layer", *wanted}, {"found", joined(names)}});
}

// In the layer's reference system; none when it has none or the extent has no place there.
std::optional<std::array<double, 4>> bounds_in_layer(OGRLayer& layer, geo::Extent extent) {
    if (extent.crosses_antimeridian()) extent.west_deg = -180, extent.east_deg = 180;
    std::array<double, 4> bounds{extent.west_deg, extent.south_deg, extent.east_deg, extent.north_deg};
    const OGRSpatialReference* const crs = layer.GetSpatialRef();
    if (crs == nullptr) return bounds;
    OGRSpatialReference from(*OGRSpatialReference::GetWGS84SRS()), to(*crs);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> transform(OGRCreateCoordinateTransformation(&from, &to));
    constexpr int points_per_edge = 21;
    if (!transform || !transform->TransformBounds(bounds[0], bounds[1], bounds[2], bounds[3], &bounds[0],
                                                  &bounds[1], &bounds[2], &bounds[3], points_per_edge))
        return std::nullopt;
    return bounds;
}

}  // namespace

bool is_postgis(std::string_view text) {
    return text.starts_with(prefix);
}

std::string without_password(std::string_view connection) {
    const auto scheme_end = connection.find("://");
    if (scheme_end < connection.find('=')) return without_secrets_of_uri(connection, scheme_end);
    std::string shown(connection);
    auto settings = settings_of(connection);
    std::reverse(settings.begin(), settings.end());  // so that places before stay where they are
    for (const Setting& setting : settings)
        if (is_secret(setting)) shown.replace(setting.value_at, setting.value_end - setting.value_at, "***");
    return shown;
}

PostgisTable::PostgisTable(std::string_view connection, const std::optional<std::string>& layer) {
    if (is_uri(connection)) throw base::Error("postgis.is_uri", {{"file", without_password(connection)}});
    const GdalMessages messages;
    // All tables only where one is named or none has geometry.
    for (const bool lists_all : {layer.has_value(), true}) {
        const auto server = server_of(connection, lists_all);
        shelf_ = std::make_shared<GdalShelf>([server] { return std::make_unique<GdalDataset>(server); });
        auto dataset = shelf_->take();
        const auto names = dataset->layer_names();
        if (!names.empty() || lists_all) facts_.layer = choose_table(names, layer, dataset->name());
        shelf_->put_back(std::move(dataset));
        if (!facts_.layer.empty()) break;
    }
    const GdalTable table(shelf_, facts_.layer);
    columns_ = table.columns();
    day_columns_ = table.day_columns();
    facts_.format = "PostGIS";
    facts_.crs = table.crs().name();
    facts_.crs_assumed = table.crs().is_assumed();
}

std::optional<base::DayRange> PostgisTable::days_of(const std::string& column) const {
    if (!has_days(column)) return std::nullopt;
    const GdalMessages messages;
    auto dataset = shelf_->take();
    const std::string name = quoted_name(column);
    const std::string asked = fmt::format(
        "SELECT to_char(min({0}), 'YYYY-MM-DD') AS first, to_char(max({0}), 'YYYY-MM-DD') AS last FROM {1}", name,
        quoted_table(facts_.layer));
    const auto close = [&](OGRLayer* answer) { (*dataset)->ReleaseResultSet(answer); };
    std::optional<base::DayRange> days;
    {
        const std::unique_ptr<OGRLayer, decltype(close)> answer(
            (*dataset)->ExecuteSQL(asked.c_str(), nullptr, nullptr), close);
        const OGRFeatureUniquePtr row(answer ? answer->GetNextFeature() : nullptr);
        if (row) {
            const auto first = base::parse_iso_day(row->GetFieldAsString(0));
            const auto last = base::parse_iso_day(row->GetFieldAsString(1));
            if (first && last) days = base::DayRange{*first, *last};
        }
    }
    shelf_->put_back(std::move(dataset));
    return days;
}

bool PostgisTable::has_days(const std::string& column) const {
    return std::find(day_columns_.begin(), day_columns_.end(), column) != day_columns_.end();
}

// From typed values only: names that the table has, quoted, and days written by us.
std::string PostgisTable::where(const PostgisFilter& filter) const {
    if (!filter.days || !has_days(filter.first_day_column)) return {};
    const std::string first = quoted_name(filter.first_day_column);
    const bool has_last = has_days(filter.last_day_column);
    const std::string last =
        has_last ? fmt::format("coalesce({}, {})", quoted_name(filter.last_day_column), first) : first;
    return fmt::format("(({} < '{}' AND {} >= '{}') OR {} IS NULL)", first, base::iso(filter.days->last + 1), last,
                       base::iso(filter.days->first), first);
}

OpenTable PostgisTable::open(PostgisFilter filter) const {
    const auto prepare = [where = where(filter), extent = filter.extent](OGRLayer& layer) {
        layer.SetAttributeFilter(where.empty() ? nullptr : where.c_str());
        layer.SetSpatialFilter(nullptr);
        if (!extent || layer.GetGeomType() == wkbNone) return;
        if (const auto bounds = bounds_in_layer(layer, *extent))
            layer.SetSpatialFilterRect((*bounds)[0], (*bounds)[1], (*bounds)[2], (*bounds)[3]);
    };
    return [shelf = shelf_, layer = facts_.layer, prepare] {
        return std::make_unique<GdalTable>(shelf, layer, prepare);
    };
}

}  // namespace harmattan::io
