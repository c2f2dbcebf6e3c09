#include <algorithm>
#include <array>
#include <string>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <fmt/format.h>

#include "base/error.h"
#include "io/event_sink.h"
#include "io/gdal_dataset.h"
#include "io/gdal_format.h"
#include "io/pending_folder.h"

namespace harmattan::io {
namespace {

GDALDriver& writing_driver(const std::string& target, const std::string& name) {
    constexpr std::array<FileKind, 3> kinds{FileKind::geopackage, FileKind::flatgeobuf, FileKind::parquet};
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](FileKind candidate) { return gdal_format(candidate)->driver == name; });
    const GdalFormat& format = *gdal_format(*kind);
    GDALDriver* driver = nullptr;
    try {
        require_driver(format, target);
        driver = GetGDALDriverManager()->GetDriverByName(format.driver);
    } catch (const base::Error&) {
        // Said below: what is wanted here is writing.
    }
    if (driver == nullptr || driver->GetMetadataItem(GDAL_DCAP_CREATE) == nullptr)
        throw base::Error("write.no_driver",
                          {{"path", target}, {"format", format.name}, {"gdal", GDALVersionInfo("RELEASE_NAME")}});
    return *driver;
}

OGRFieldType field_type(const EventColumn& column) {
    switch (column.type) {
        case ColumnType::integer:
            // 64 bits where a number may need more than 32.
            return std::string_view(column.name) == "source_position" || std::string_view(column.name) == "weight"
                       ? OFTInteger64
                       : OFTInteger;
        case ColumnType::real:
            return OFTReal;
        case ColumnType::date:
            return OFTDate;
        default:
            return OFTString;
    }
}

struct SetCell {
    OGRFeature& feature;
    int field;

    void operator()(std::monostate) const { feature.SetFieldNull(field); }
    void operator()(std::string_view text) const { feature.SetField(field, std::string(text).c_str()); }
    void operator()(std::int64_t number) const { feature.SetField(field, static_cast<GIntBig>(number)); }
    void operator()(double number) const { feature.SetField(field, number); }
    void operator()(base::Day day) const {
        const base::CivilDate date = base::civil_of(day);
        feature.SetField(field, date.year, date.month, date.day);
    }
};

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

// The journal of a database that is thrown away when it fails, and flushed to disk as a whole, costs only time.
class FastSqlite {
  public:
    CPLConfigOptionSetter journal{"OGR_SQLITE_JOURNAL", "OFF", false};
    CPLConfigOptionSetter synchronous{"OGR_SQLITE_SYNCHRONOUS", "OFF", false};
    // MB. Points come in the order of days, so each goes to another page of the index of places: with SQLite's own
    // 2 MB a file is written twenty times over.
    CPLConfigOptionSetter cache{"OGR_SQLITE_CACHE", "256", false};
};

// Every value goes through GDAL's typed fields; no text is ever part of a command.
class GdalSink final : public EventSink {
  public:
    GdalSink(const std::filesystem::path& target, const std::string& driver, const TableMetadata& metadata)
        : target_(target), file_(target) {
        GdalMessages messages;
        const FastSqlite fast;
        dataset_.reset(writing_driver(target.string(), driver)
                           .Create(path_for_gdal().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        if (dataset_) layer_ = create_layer(driver, metadata);
        check(messages, layer_ != nullptr);
        for (const EventColumn& column : event_columns()) {
            OGRFieldDefn field(column.name, field_type(column));
            check(messages, layer_->CreateField(&field) == OGRERR_NONE);
        }
        if (driver == "GPKG") check(messages, dataset_->StartTransaction() == OGRERR_NONE);
        is_in_transaction_ = driver == "GPKG";
        feature_.reset(new OGRFeature(layer_->GetLayerDefn()));
    }

    void write(std::span<const Cell> cells, geo::LonLat place) override {
        GdalMessages messages;
        feature_->SetFID(OGRNullFID);
        for (std::size_t i = 0; i < cells.size(); ++i)
            std::visit(SetCell{*feature_, static_cast<int>(i)}, cells[i]);
        feature_->SetGeometryDirectly(new OGRPoint(place.lon_deg, place.lat_deg));
        check(messages, layer_->CreateFeature(feature_.get()) == OGRERR_NONE);
    }

    void finish() override {
        GdalMessages messages;
        if (is_in_transaction_) check(messages, dataset_->CommitTransaction() == OGRERR_NONE);
        is_in_transaction_ = false;
        feature_.reset();
        dataset_.reset();  // writes what is left; whether it did, only its messages tell, and reading it again
        check(messages, true);
    }
    std::filesystem::path path() const override { return file_.path(); }
    void commit() override { file_.commit(); }

  private:
    // Absolute, so that no name can look like anything but a path.
    std::string path_for_gdal() const { return std::filesystem::absolute(file_.path()).string(); }

    OGRLayer* create_layer(const std::string& driver, const TableMetadata& metadata) {
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        CPLStringList options;
        if (driver == "GPKG") {
            options.SetNameValue("IDENTIFIER", metadata.title.c_str());
            options.SetNameValue("DESCRIPTION", description(metadata).c_str());
        }
        // An index would need the features in its own order; the table's order is kept instead.
        if (driver == "FlatGeobuf") options.SetNameValue("SPATIAL_INDEX", "NO");
        return dataset_->CreateLayer("events", &wgs84, wkbPoint, options.List());
    }

    static std::string description(const TableMetadata& metadata) {
        std::string text = fmt::format("{}", fmt::join(metadata.credits, "\n"));
        for (const std::string& note : metadata.notes) text += "\n" + note;
        return text;
    }

    void check(GdalMessages& messages, bool is_done) const {
        const auto failure = messages.take_failure();
        if (is_done && !failure) return;
        throw base::Error("output.cannot_write",
                          {{"path", target_.string()}, {"reason", failure.value_or("GDAL")}});
    }

    std::filesystem::path target_;
    PendingFolder file_;  // outlives what GDAL has open in it
    std::unique_ptr<GDALDataset, DatasetCloser> dataset_;
    OGRLayer* layer_ = nullptr;
    OGRFeatureUniquePtr feature_;
    bool is_in_transaction_ = false;
};

}  // namespace

void require_writing_driver(const std::filesystem::path& target, const std::string& driver) {
    writing_driver(target.string(), driver);
}

std::unique_ptr<EventSink> gdal_sink(const std::filesystem::path& target, const std::string& driver,
                                     const TableMetadata& metadata) {
    return std::make_unique<GdalSink>(target, driver, metadata);
}

}  // namespace harmattan::io
