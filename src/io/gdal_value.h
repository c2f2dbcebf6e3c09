// A value of a GDAL feature as text.
#pragma once

#include <string>

class OGRFeature;

namespace harmattan::io {

// "2017-03-02", "2017-03-02T06:30:00" (with seconds' fractions and "Z" or "+01:00" where the file has them),
// "06:30:00", whole numbers exactly, reals as the shortest decimal that reads back equal, true and false, lists as
// JSON, bytes in hexadecimal; empty for null. Text as it is, in whatever encoding.
void write_value(const OGRFeature& feature, int field, std::string& text);

}  // namespace harmattan::io
