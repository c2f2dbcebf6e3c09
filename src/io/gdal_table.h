// Tables of records from every format that GDAL or our own sheet readers open.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/feature_reader.h"
#include "io/table_reader.h"

namespace harmattan::io {

// What is known of a table without reading it through.
struct TableFacts {
    std::string format;  // "GeoPackage", "Excel (.xlsx)", ...
    std::string layer;   // the layer or sheet that is read
    std::vector<std::string> other_layers;
    std::string crs;                       // the reference system's name; empty where there is none
    bool crs_assumed = false;              // there are places but no system: they are taken to be WGS 84
    std::optional<std::uint64_t> records;  // where the format says how many
    std::vector<FileNote> notes;           // what was assumed because a file beside it is missing
};

struct OpenedTable {
    OpenTable open;
    TableFacts facts;
};

// The file as a table. `kind` is what identify() says. `layer` names a layer or sheet; without it: of layers the
// only one with points, else the only one with geometry of all kinds, else the only one without geometry, else the
// only one ("features.several_layers" with their names otherwise); of sheets the first with at least 3 columns and
// a row below them, else the first with any. Columns are the layer's attributes; a feature id that has a column's
// name
// ("id") is one too. line() is the row of a sheet, else the number of the feature in the layer's order, from 1.
// place() gives points in WGS 84; NaN where the point has no longitude and latitude there.
// Throws Error "features.no_layer", "features.several_layers", "features.no_layers" (file), "sheet.empty" (file,
// sheet), "features.cannot_transform", and those of GdalDataset's constructor; reading throws
// "features.read_failed", "features.object_too_large", "sqlite.too_much_work" and those of unpacking.
OpenedTable open_table(const std::filesystem::path& file, FileKind kind,
                       const std::optional<std::string>& layer = {});

// Names of layers or sheets, in the file's order; empty for kinds that hold but one table without a name.
std::vector<std::string> table_names(const std::filesystem::path& file);

// Whether open_table() takes such a file.
bool is_table_kind(FileKind kind);

}  // namespace harmattan::io
