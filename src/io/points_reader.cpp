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

std::size_t require_column(const std::vector<std::string>& names, std::string_view column, const std::string& file) {
    const auto found = std::find(names.begin(), names.end(), column);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    throw base::Error("csv.missing_column", {{"file", file},
                                             {"column", std::string(column)},
                                             {"found", shortened(fmt::format("{}", fmt::join(names, ", ")), 400)}});
}

std::vector<std::string> texts_of(CsvReader& csv) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < csv.field_count(); ++i) texts.push_back(repaired_utf8(trimmed(csv.field(i))));
    return texts;
}

// The reason why a record is no point; empty key when it is one.
RowProblem problem_of(const CsvReader& csv, const std::vector<std::string>& names) {
    RowProblem problem{csv.line(), {}, {}, {}};
    if (csv.fault() != RecordFault::none)
        problem.key = "row.record_too_long";
    else if (csv.field_count() != names.size())
        problem = {csv.line(), {}, "row.field_count", {{"found", fmt::format("{}", csv.field_count())},
                                                       {"expected", fmt::format("{}", names.size())}}};
    return problem;
}

}  // namespace

FeaturesRead read_points_csv(std::string_view text, std::string name) {
    MemorySource source(text, name);
    CsvReader csv(source);
    if (!csv.next() || csv.fault() != RecordFault::none || csv.field_count() > CsvReader::max_fields)
        throw base::Error("csv.empty", {{"file", name}});
    const std::vector<std::string> names = texts_of(csv);
    const std::size_t lon_at = require_column(names, "longitude", name);
    const std::size_t lat_at = require_column(names, "latitude", name);
    features::FeatureTableBuilder builder(features::GeometryKind::point, names);
    FeaturesRead read;
    read.layer = name;
    read.report.file = std::move(name);
    read.report.layout = "CSV";
    read.report.columns_used = names;
    while (csv.next()) {
        ++read.report.records;
        RowProblem problem = problem_of(csv, names);
        if (problem.key.empty()) {
            auto values = texts_of(csv);
            const auto lon_deg = parse_number(values[lon_at]), lat_deg = parse_number(values[lat_at]);
            if (!lat_deg || std::abs(*lat_deg) > 90)
                problem = {csv.line(), "latitude", "row.latitude_range", {{"value", shortened(values[lat_at])}}};
            else if (!lon_deg || std::abs(*lon_deg) > 180)
                problem = {csv.line(), "longitude", "row.longitude_range", {{"value", shortened(values[lon_at])}}};
            else {
                builder.add_feature(std::move(values));
                builder.add_part({{*lon_deg, *lat_deg}});
            }
        }
        if (problem.key.empty()) {
            ++read.report.kept;
        } else {
            ++read.report.rejected;
            read.report.problems.push_back(std::move(problem));
        }
    }
    read.table = std::move(builder).build();
    return read;
}

}  // namespace harmattan::io
