// The formats that GDAL reads for us, each with the one driver that may open it.
#pragma once

#include <string>

#include "io/feature_reader.h"

namespace harmattan::io {

struct GdalFormat {
    FileKind kind = FileKind::unknown;
    const char* driver = nullptr;  // GDAL's name for it
    const char* name = nullptr;    // for people
    // What a name has to end in for the driver to look at the file, or none. Files of another name are given one.
    const char* extension = nullptr;
    void (*register_driver)() = nullptr;  // none: the driver is not part of every GDAL
};

// None for kinds that GDAL does not read for us.
const GdalFormat* gdal_format(FileKind kind);

// Excel and OpenDocument, which have rows and cells instead of layers and features.
bool is_sheet_kind(FileKind kind);

// For people: "GeoPackage", "Excel (.xlsx)"; empty for kinds that hold no table.
std::string format_name(FileKind kind);

// Registers the format's driver. Throws Error "gdal.no_driver" (file, format, gdal) when this GDAL has none.
void require_driver(const GdalFormat& format, const std::string& file);

}  // namespace harmattan::io
