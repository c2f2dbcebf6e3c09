// The formats that GDAL reads for us, each with the one driver that may open it.
#pragma once

#include <string_view>

#include "io/feature_reader.h"

namespace harmattan::io {

struct GdalFormat {
    FileKind kind = FileKind::unknown;
    const char* driver = nullptr;  // GDAL's name for it
    const char* name = nullptr;    // for people
    // What a name has to end in for the driver to look at the file, or none. Files of another name are given one.
    const char* extension = nullptr;
    void (*register_driver)() = nullptr;  // none: the driver is not part of every GDAL
    bool has_place = true;                // false for spreadsheets
};

// None for kinds that GDAL does not read for us.
const GdalFormat* gdal_format(FileKind kind);

// Registers the format's driver. Throws Error "gdal.no_driver" (file, format, gdal) when this GDAL has none.
void require_driver(const GdalFormat& format, const std::string& file);

}  // namespace harmattan::io
