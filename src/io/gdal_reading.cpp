#include "io/gdal_reading.h"

#include <algorithm>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace harmattan::io {

std::unique_ptr<GdalDataset> GdalShelf::take() {
    {
        const std::lock_guard lock(mutex_);
        if (kept_) return std::move(kept_);
    }
    return open_();
}

void GdalShelf::put_back(std::unique_ptr<GdalDataset> dataset) {
    const std::lock_guard lock(mutex_);
    if (!kept_) kept_ = std::move(dataset);
}

void GdalReading::FeatureDeleter::operator()(OGRFeature* feature) const {
    OGRFeature::DestroyFeature(feature);
}

GdalReading::GdalReading(std::shared_ptr<GdalShelf> shelf, const std::string& layer, const Prepare& prepare)
    : shelf_(std::move(shelf)), dataset_(shelf_->take()) {
    GdalMessages messages;
    layer_ = (*dataset_)->GetLayerByName(layer.c_str());
    if (layer_ == nullptr) dataset_->fail_reading(layer);
    if (prepare) prepare(*layer_);
    dataset_->begin_reading(*layer_);
    if (const auto failure = messages.take_failure()) dataset_->fail_reading(*failure);
    count_ = layer_->GetFeatureCount(FALSE);
}

GdalReading::~GdalReading() {
    feature_.reset();
    shelf_->put_back(std::move(dataset_));
}

bool GdalReading::next() {
    GdalMessages messages;
    feature_.reset(layer_->GetNextFeature());
    // A sequence goes on behind a text that cannot be read, as if it were not there.
    if (!feature_ || dataset_->kind() == FileKind::geojson_sequence)
        if (const auto failure = messages.take_failure()) dataset_->fail_reading(*failure);
    has_ended_ = !feature_;
    if (feature_) ++number_;
    return feature_ != nullptr;
}

double GdalReading::share_read() const {
    if (has_ended_) return 1;
    return count_ > 0 ? std::min(1.0, static_cast<double>(number_) / static_cast<double>(count_)) : 0;
}

}  // namespace harmattan::io
