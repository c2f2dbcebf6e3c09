#include "io/gdal_table.h"

#include <limits>
#include <mutex>
#include <utility>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/gdal_crs.h"
#include "io/gdal_dataset.h"
#include "io/gdal_format.h"
#include "io/gdal_value.h"
#include "io/sheet_table.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

// Datasets of one file that no reader uses at the moment: opening some formats means reading them through.
class Shelf {
  public:
    Shelf(std::filesystem::path file, FileKind kind) : file_(std::move(file)), kind_(kind) {}

    std::unique_ptr<GdalDataset> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!free_.empty()) {
                auto dataset = std::move(free_.back());
                free_.pop_back();
                return dataset;
            }
        }
        return std::make_unique<GdalDataset>(file_, kind_);
    }
    void put_back(std::unique_ptr<GdalDataset> dataset) {
        const std::lock_guard lock(mutex_);
        if (free_.empty()) free_.push_back(std::move(dataset));
    }

  private:
    std::filesystem::path file_;
    FileKind kind_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<GdalDataset>> free_;
};

// A dataset off the shelf, at a layer's beginning.
class Reading {
  public:
    Reading(std::shared_ptr<Shelf> shelf, const std::string& layer)
        : shelf_(std::move(shelf)), dataset_(shelf_->take()) {
        GdalMessages messages;
        layer_ = (*dataset_)->GetLayerByName(layer.c_str());
        if (layer_ == nullptr) dataset_->fail_reading(layer);
        dataset_->begin_reading(*layer_);
        if (const auto failure = messages.take_failure()) dataset_->fail_reading(*failure);
        count_ = layer_->GetFeatureCount(FALSE);
        messages.take_failure();
    }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading() {
        feature_.reset();
        shelf_->put_back(std::move(dataset_));
    }

    bool next() {
        GdalMessages messages;
        feature_.reset(layer_->GetNextFeature());
        // A sequence goes on behind a text that cannot be read, as if it were not there.
        if (!feature_ || dataset_->kind() == FileKind::geojson_sequence)
            if (const auto failure = messages.take_failure()) dataset_->fail_reading(*failure);
        if (feature_) ++number_;
        return feature_ != nullptr;
    }
    OGRLayer& layer() const { return *layer_; }
    OGRFeature& feature() const { return *feature_; }
    std::uint64_t number() const { return number_; }
    const GdalDataset& dataset() const { return *dataset_; }
    std::int64_t count() const { return count_; }
    double share_read() const {
        if (count_ > 0) return std::min(1.0, static_cast<double>(number_) / static_cast<double>(count_));
        return feature_ ? 0 : 1;
    }

  private:
    std::shared_ptr<Shelf> shelf_;
    std::unique_ptr<GdalDataset> dataset_;
    OGRLayer* layer_ = nullptr;
    OGRFeatureUniquePtr feature_;
    std::int64_t count_ = -1;
    std::uint64_t number_ = 0;
};

class GdalTable final : public TableReader {
  public:
    GdalTable(std::shared_ptr<Shelf> shelf, const std::string& layer)
        : reading_(std::move(shelf), layer), crs_(reading_.layer(), reading_.dataset().name()) {
        OGRLayer& from = reading_.layer();
        if (const char* const id = from.GetFIDColumn(); id != nullptr && *id != '\0') columns_.emplace_back(id);
        has_id_ = !columns_.empty();
        const OGRFeatureDefn& fields = *from.GetLayerDefn();
        for (int i = 0; i < fields.GetFieldCount(); ++i)
            columns_.push_back(repaired_utf8(trimmed(fields.GetFieldDefn(i)->GetNameRef())));
        texts_.resize(columns_.size());
        is_written_.resize(columns_.size());
    }

    const std::vector<std::string>& columns() const override { return columns_; }
    bool next() override {
        std::fill(is_written_.begin(), is_written_.end(), false);
        return reading_.next();
    }
    std::size_t field_count() const override { return columns_.size(); }
    std::string_view field(std::size_t index) override {
        if (!is_written_[index]) write(index);
        return texts_[index];
    }
    Place place(geo::LonLat& point) const override;
    std::uint64_t line() const override { return reading_.number(); }
    std::uint64_t position() const override { return reading_.number(); }
    double share_read() const override { return reading_.share_read(); }

    const LayerCrs& crs() const { return crs_; }
    // How many records there are, where the format says so.
    std::optional<std::uint64_t> count() const {
        return reading_.count() < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(reading_.count()));
    }

  private:
    void write(std::size_t index) {
        is_written_[index] = true;
        if (has_id_ && index == 0)
            texts_[0] = fmt::format("{}", reading_.feature().GetFID());
        else
            write_value(reading_.feature(), static_cast<int>(index) - (has_id_ ? 1 : 0), texts_[index]);
    }

    Reading reading_;
    LayerCrs crs_;
    bool has_id_ = false;  // column 0 is the feature's id
    std::vector<std::string> columns_, texts_;
    std::vector<bool> is_written_;  // of texts_, for the present feature
};

// The single point of the geometry, or none.
const OGRPoint* point_of(const OGRGeometry& geometry) {
    const auto type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPoint) return geometry.toPoint();
    if (type == wkbMultiPoint && geometry.toMultiPoint()->getNumGeometries() == 1)
        return geometry.toMultiPoint()->getGeometryRef(0);
    return nullptr;
}

TableReader::Place GdalTable::place(geo::LonLat& point) const {
    const OGRGeometry* const geometry = reading_.feature().GetGeometryRef();
    if (geometry == nullptr || geometry->IsEmpty()) return Place::none;
    const OGRPoint* const found = point_of(*geometry);
    if (found == nullptr) return Place::not_a_point;
    point = {found->getX(), found->getY()};
    if (crs_.is_wgs84()) return Place::point;
    GdalMessages messages;
    OGRPoint moved(point.lon_deg, point.lat_deg);
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
    point = crs_.to_wgs84(moved) ? geo::LonLat{moved.getX(), moved.getY()} : geo::LonLat{nowhere, nowhere};
    return Place::point;
}

class GdalRows final : public SheetRows {
  public:
    GdalRows(std::shared_ptr<Shelf> shelf, const std::string& sheet) : reading_(std::move(shelf), sheet) {}

    bool next() override {
        if (!reading_.next()) return false;
        const OGRFeature& feature = reading_.feature();
        cells_.resize(static_cast<std::size_t>(feature.GetFieldCount()));
        for (int i = 0; i < feature.GetFieldCount(); ++i)
            write_value(feature, i, cells_[static_cast<std::size_t>(i)]);
        return true;
    }
    // Without a header of its own GDAL numbers its features as the sheet numbers its rows.
    std::uint64_t number() const override { return static_cast<std::uint64_t>(reading_.feature().GetFID()); }
    const std::vector<std::string>& cells() const override { return cells_; }
    double share_read() const override { return reading_.share_read(); }

  private:
    Reading reading_;
    std::vector<std::string> cells_;
};

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

OpenedTable open_layer(std::shared_ptr<Shelf> shelf, TableFacts facts) {
    {
        const GdalTable table(shelf, facts.layer);
        facts.crs = table.crs().name();
        facts.crs_assumed = table.crs().is_assumed();
        facts.records = table.count();
    }
    return {[shelf = std::move(shelf), layer = facts.layer] { return std::make_unique<GdalTable>(shelf, layer); },
            std::move(facts)};
}

struct Sheet {
    std::string name;
    SheetHeader header;
};

std::optional<SheetHeader> header_of(const OpenSheet& open) {
    const auto rows = open();
    return find_sheet_header(*rows);
}

// The one that is named, or the first that looks like records.
Sheet choose_sheet(const std::function<OpenSheet(const std::string&)>& sheet,
                   const std::vector<std::string>& names, const std::optional<std::string>& wanted,
                   const std::string& file) {
    constexpr std::size_t fewest_columns = 3;  // a place and a date at least
    std::optional<Sheet> first;
    for (const auto& name : wanted ? std::vector{*wanted} : names) {
        const auto header = header_of(sheet(name));
        if (!header) continue;
        if (wanted || header->columns.size() >= fewest_columns) return {name, *header};
        if (!first) first = Sheet{name, *header};
    }
    if (!first) throw base::Error("sheet.empty", {{"file", file}, {"sheet", wanted ? *wanted : joined(names)}});
    return *first;
}

}  // namespace

OpenedTable open_table(const std::filesystem::path& file, FileKind kind, const std::optional<std::string>& layer) {
    auto shelf = std::make_shared<Shelf>(file, kind);
    auto dataset = shelf->take();
    const auto names = dataset->layer_names();
    if (layer) require_layer(names, *layer, dataset->name());
    TableFacts facts;
    facts.format = gdal_format(kind)->name;
    facts.notes = dataset->notes();
    const bool is_sheet = kind == FileKind::xls || kind == FileKind::xlsx || kind == FileKind::ods;
    if (!is_sheet) facts.layer = layer ? *layer : choose_layer(*dataset, names);
    shelf->put_back(std::move(dataset));
    if (!is_sheet) {
        facts.other_layers = without(names, facts.layer);
        return open_layer(std::move(shelf), std::move(facts));
    }
    const auto open_sheet = [shelf](const std::string& name) -> OpenSheet {
        return [shelf, name] { return std::make_unique<GdalRows>(shelf, name); };
    };
    const Sheet sheet = choose_sheet(open_sheet, names, layer, file.string());
    facts.layer = sheet.name;
    facts.other_layers = without(names, sheet.name);
    return {[open = open_sheet(sheet.name), header = sheet.header] { return sheet_table(open(), header); },
            std::move(facts)};
}

std::vector<std::string> table_names(const std::filesystem::path& file) {
    return GdalDataset(file, identify(file)).layer_names();
}

bool is_table_kind(FileKind kind) {
    return gdal_format(kind) != nullptr;
}

}  // namespace harmattan::io
