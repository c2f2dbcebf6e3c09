#include "base/error.h"
#include "io/byte_source.h"
#include "io/csv_reader.h"
#include "io/feature_reader.h"
#include "io/parse_value.h"
#include "io/utf8_text.h"

#include <fmt/core.h>
#include <fmt/format.h>

namespace harmattan::io {
namespace {

std::size_t require_column(const std::vector<std::string>& names, std::string_view column,
                           const std::string& file) {
    const auto found = std::find(names.begin(), names.end(), column);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    throw base::Error("csv.missing_column",
                      {{"file", file},
                       {"column", std::string(column)},
                       {"found", shortened(fmt::format("{}", fmt::join(names, ", ")), 400)}});
}

std::vector<std::string> texts_of(CsvReader& csv) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < csv.field_count(); ++i) texts.push_back(repaired_utf8(trimmed(csv.field(i))));
    return texts;
}

struct PointColumns {
    std::vector<std::string> names;
    std::size_t lon_at = 0, lat_at = 0;
};

PointColumns read_point_header(CsvReader& csv, const std::string& name) {
    if (!csv.next()) throw base::Error("csv.empty", {{"file", name}});
    if (csv.fault() != RecordFault::none || csv.field_count() > CsvReader::max_fields)
        throw base::Error("csv.header_too_long", {{"file", name}});
    PointColumns columns{texts_of(csv)};
    columns.lon_at = require_column(columns.names, "longitude", name);
    columns.lat_at = require_column(columns.names, "latitude", name);
    return columns;
}

// Adds the record's point, or gives the reason why it is none.
std::optional<RowProblem> add_point(CsvReader& csv, const PointColumns& columns,
                                    features::FeatureTableBuilder& builder) {
    if (csv.fault() != RecordFault::none) return RowProblem{csv.line(), {}, "row.record_too_long", {}};
    if (csv.field_count() != columns.names.size())
        return RowProblem{csv.line(),
                          {},
                          "row.field_count",
                          {{"found", fmt::format("{}", csv.field_count())},
                           {"expected", fmt::format("{}", columns.names.size())}}};
    auto values = texts_of(csv);
    const auto& lon_text = values[columns.lon_at];
    const auto& lat_text = values[columns.lat_at];
    const auto lon_deg = parse_number(lon_text), lat_deg = parse_number(lat_text);
    if (!lat_deg || std::abs(*lat_deg) > 90)
        return RowProblem{csv.line(), "latitude", "row.latitude_range", {{"value", shortened(lat_text)}}};
    if (!lon_deg || std::abs(*lon_deg) > 180)
        return RowProblem{csv.line(), "longitude", "row.longitude_range", {{"value", shortened(lon_text)}}};
    builder.add_feature(std::move(values));
    builder.add_part({{*lon_deg, *lat_deg}});
    return std::nullopt;
}

}  // namespace

FeaturesRead read_points_csv(std::string_view text, std::string name) {
    MemorySource source(text, std::move(name));
    CsvReader csv(source);
    const PointColumns columns = read_point_header(csv, source.name());
    features::FeatureTableBuilder builder(features::GeometryKind::point, columns.names);
    FeaturesRead read;
    read.layer = read.report.file = source.name();
    read.report.layout = "CSV";
    read.report.columns_used = columns.names;
    for (; csv.next(); ++read.report.records) {
        if (auto problem = add_point(csv, columns, builder)) {
            ++read.report.rejected;
            read.report.problems.push_back(std::move(*problem));
        } else {
            ++read.report.kept;
        }
    }
    read.table = std::move(builder).build();
    return read;
}

}  // namespace harmattan::io
