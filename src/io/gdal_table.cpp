#include "io/gdal_table.h"

#include <algorithm>
#include <utility>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/gdal_dataset.h"
#include "io/gdal_format.h"
#include "io/gdal_layer_table.h"
#include "io/ods_book.h"
#include "io/sheet_table.h"
#include "io/utf8_text.h"
#include "io/xls_book.h"
#include "io/xlsx_book.h"

namespace harmattan::io {
namespace {

// What speaks for a layer when none is named.
int fitness(OGRwkbGeometryType type) {
    if (wkbFlatten(type) == wkbPoint || wkbFlatten(type) == wkbMultiPoint) return 3;
    if (wkbFlatten(type) == wkbUnknown || wkbFlatten(type) == wkbGeometryCollection) return 2;
    return type == wkbNone ? 1 : 0;
}

std::string joined(const std::vector<std::string>& names) {
    return shortened(fmt::format("{}", fmt::join(names, ", ")), 400);
}

std::string choose_layer(const GdalDataset& dataset, const std::vector<std::string>& names) {
    std::vector<std::string> best;
    int best_fitness = -1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        OGRLayer& layer = *dataset->GetLayer(static_cast<int>(i));
        const int fits = dataset.holds_features(layer) ? fitness(layer.GetGeomType()) : 0;
        if (fits > best_fitness) best.clear();
        if (fits >= best_fitness) best.push_back(names[i]);
        best_fitness = std::max(best_fitness, fits);
    }
    if (best.empty()) throw base::Error("features.no_layers", {{"file", dataset.name()}});
    if (best.size() > 1)
        throw base::Error("features.several_layers", {{"file", dataset.name()}, {"layers", joined(best)}});
    return best.front();
}

void require_layer(const std::vector<std::string>& names, const std::string& layer, const std::string& file) {
    if (std::find(names.begin(), names.end(), layer) == names.end())
        throw base::Error("features.no_layer", {{"file", file}, {"layer", layer}, {"found", joined(names)}});
}

std::vector<std::string> without(std::vector<std::string> names, const std::string& name) {
    std::erase(names, name);
    return names;
}

OpenedTable open_layer(const std::filesystem::path& file, FileKind kind,
                       const std::optional<std::string>& wanted) {
    auto shelf = std::make_shared<GdalShelf>(file, kind);
    auto dataset = shelf->take();
    const GdalMessages
        messages;  // some formats look at a layer only when asked; what matters is said by its reading
    const auto names = dataset->layer_names();
    TableFacts facts;
    if (wanted) require_layer(names, *wanted, dataset->name());
    facts.layer = wanted ? *wanted : choose_layer(*dataset, names);
    facts.format = gdal_format(kind)->name;
    facts.other_layers = without(names, facts.layer);
    facts.notes = dataset->notes();
    shelf->put_back(std::move(dataset));
    {
        const GdalTable table(shelf, facts.layer);
        facts.crs = table.crs().name();
        facts.crs_assumed = table.crs().is_assumed();
        facts.records = table.count();
    }
    return {[shelf = std::move(shelf), layer = facts.layer] { return std::make_unique<GdalTable>(shelf, layer); },
            std::move(facts)};
}

std::shared_ptr<const SheetBook> open_book(const std::filesystem::path& file, FileKind kind) {
    if (kind == FileKind::xlsx) return open_xlsx(file);
    return kind == FileKind::ods ? open_ods(file) : open_xls(file);
}

struct Sheet {
    std::size_t index = 0;
    SheetHeader header;
};

// The one that is named, or the first that looks like records.
std::optional<Sheet> choose_sheet(const SheetBook& book, const std::optional<std::string>& wanted) {
    constexpr std::size_t fewest_columns = 3;  // a place and a date at least
    std::optional<Sheet> first;
    for (std::size_t i = 0; i < book.names().size(); ++i) {
        if (wanted && book.names()[i] != *wanted) continue;
        const auto header = find_sheet_header(*book.open(i));
        if (!header) continue;
        if (wanted || header->columns.size() >= fewest_columns) return Sheet{i, *header};
        if (!first) first = Sheet{i, *header};
    }
    return first;
}

OpenedTable open_sheet(const std::filesystem::path& file, FileKind kind,
                       const std::optional<std::string>& wanted) {
    const auto book = open_book(file, kind);
    if (wanted) require_layer(book->names(), *wanted, file.string());
    const auto sheet = choose_sheet(*book, wanted);
    if (!sheet)
        throw base::Error("sheet.empty",
                          {{"file", file.string()}, {"sheet", wanted ? *wanted : joined(book->names())}});
    TableFacts facts;
    facts.format = format_name(kind);
    facts.layer = book->names()[sheet->index];
    facts.other_layers = without(book->names(), facts.layer);
    return {[book, sheet = *sheet] { return sheet_table(book->open(sheet.index), sheet.header); },
            std::move(facts)};
}

}  // namespace

OpenedTable open_table(const std::filesystem::path& file, FileKind kind, const std::optional<std::string>& layer) {
    return is_sheet_kind(kind) ? open_sheet(file, kind, layer) : open_layer(file, kind, layer);
}

std::vector<std::string> table_names(const std::filesystem::path& file) {
    const FileKind kind = identify(file);
    return is_sheet_kind(kind) ? open_book(file, kind)->names() : GdalDataset(file, kind).layer_names();
}

bool is_table_kind(FileKind kind) {
    return is_sheet_kind(kind) || gdal_format(kind) != nullptr;
}

}  // namespace harmattan::io
