// Readings of one layer after the other, or at the same time, of one file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "io/gdal_dataset.h"

class OGRFeature;
class OGRLayer;

namespace harmattan::io {

// Keeps a dataset of the file that no reading uses at the moment: opening some formats means reading them through.
class GdalShelf {
  public:
    using Open = std::function<std::unique_ptr<GdalDataset>()>;
    explicit GdalShelf(Open open) : open_(std::move(open)) {}
    GdalShelf(std::filesystem::path file, FileKind kind)
        : GdalShelf([file = std::move(file), kind] { return std::make_unique<GdalDataset>(file, kind); }) {}

    // The one that is kept, or a new one. Throws what opening it throws.
    std::unique_ptr<GdalDataset> take();
    void put_back(std::unique_ptr<GdalDataset> dataset);

  private:
    Open open_;
    std::mutex mutex_;
    std::unique_ptr<GdalDataset> kept_;
};

// A dataset off the shelf, going from feature to feature of a layer.
class GdalReading {
  public:
    // `prepare` sets filters on the layer, if it is given. Throws what opening and GdalDataset::fail_reading()
    // throw.
    using Prepare = std::function<void(OGRLayer&)>;
    GdalReading(std::shared_ptr<GdalShelf> shelf, const std::string& layer, const Prepare& prepare = {});
    GdalReading(const GdalReading&) = delete;
    GdalReading& operator=(const GdalReading&) = delete;
    ~GdalReading();

    // False at the end. Throws what GdalDataset::fail_reading() throws.
    bool next();
    OGRLayer& layer() const { return *layer_; }
    // Of the present feature; its number is from 1.
    const OGRFeature& feature() const { return *feature_; }
    std::uint64_t number() const { return number_; }
    const GdalDataset& dataset() const { return *dataset_; }
    // Of the layer's features; negative where the format does not say.
    std::int64_t count() const { return count_; }
    // 0 to 1; 0 until the end where the count is not known.
    double share_read() const;

  private:
    struct FeatureDeleter {
        void operator()(OGRFeature* feature) const;
    };
    std::shared_ptr<GdalShelf> shelf_;
    std::unique_ptr<GdalDataset> dataset_;
    OGRLayer* layer_ = nullptr;
    std::unique_ptr<OGRFeature, FeatureDeleter> feature_;
    std::int64_t count_ = -1;
    std::uint64_t number_ = 0;
    bool has_ended_ = false;
};

}  // namespace harmattan::io
