#include "io/gdal_value.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>

#include <cpl_conv.h>
#include <ogr_feature.h>

#include <fmt/core.h>
#include <fmt/format.h>

namespace harmattan::io {
namespace {

void append_date(const OGRField& value, std::string& text) {
    fmt::format_to(std::back_inserter(text), "{:04}-{:02}-{:02}", value.Date.Year, value.Date.Month,
                   value.Date.Day);
}

void append_time(const OGRField& value, std::string& text) {
    const double seconds = static_cast<double>(value.Date.Second);
    const int milliseconds =
        std::min(static_cast<int>(std::lround(seconds * 1000)), 60999);  // a leap second at most
    fmt::format_to(std::back_inserter(text), "{:02}:{:02}:{:02}", value.Date.Hour, value.Date.Minute,
                   milliseconds / 1000);
    if (milliseconds % 1000 != 0) fmt::format_to(std::back_inserter(text), ".{:03}", milliseconds % 1000);
}

// OGRField's time zone: 0 unknown, 1 local, 100 UTC, else quarters of an hour from there.
void append_zone(const OGRField& value, std::string& text) {
    constexpr int utc = 100;
    if (value.Date.TZFlag <= 1) return;
    const int minutes = (value.Date.TZFlag - utc) * 15;
    if (minutes == 0)
        text += 'Z';
    else
        fmt::format_to(std::back_inserter(text), "{}{:02}:{:02}", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                       std::abs(minutes) % 60);
}

void append_real(const OGRFeature& feature, int field, std::string& text) {
    const double value = feature.GetFieldAsDouble(field);
    // A real of 32 bits reads back equal from fewer digits.
    if (feature.GetFieldDefnRef(field)->GetSubType() == OFSTFloat32)
        fmt::format_to(std::back_inserter(text), "{}", static_cast<float>(value));
    else
        fmt::format_to(std::back_inserter(text), "{}", value);
}

struct CplFree {
    void operator()(char* text) const { CPLFree(text); }
};

}  // namespace

void write_value(const OGRFeature& feature, int field, std::string& text) {
    text.clear();
    if (!feature.IsFieldSetAndNotNull(field)) return;
    const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
    const OGRField& value = *feature.GetRawFieldRef(field);
    switch (definition.GetType()) {
        case OFTString:
            text = value.String;
            break;
        case OFTInteger:
        case OFTInteger64:
            if (definition.GetSubType() == OFSTBoolean)
                text = feature.GetFieldAsInteger(field) != 0 ? "true" : "false";
            else
                fmt::format_to(std::back_inserter(text), "{}", feature.GetFieldAsInteger64(field));
            break;
        case OFTReal:
            append_real(feature, field, text);
            break;
        case OFTDate:
            append_date(value, text);
            break;
        case OFTDateTime:
            append_date(value, text);
            text += 'T';
            append_time(value, text);
            append_zone(value, text);
            break;
        case OFTTime:
            append_time(value, text);
            break;
        case OFTIntegerList:
        case OFTInteger64List:
        case OFTRealList:
        case OFTStringList: {
            const std::unique_ptr<char, CplFree> json(feature.GetFieldAsSerializedJSon(field));
            if (json) text = json.get();
            break;
        }
        default:
            text = feature.GetFieldAsString(field);
    }
}

}  // namespace harmattan::io
