// One layer of a GDAL dataset as a table of records.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/gdal_crs.h"
#include "io/gdal_reading.h"
#include "io/table_reader.h"

namespace harmattan::io {

class GdalTable final : public TableReader {
  public:
    // Columns are the layer's attributes, after the feature's id where the format names a column for it. Throws
    // what GdalReading's constructor throws, and Error "features.cannot_transform".
    GdalTable(std::shared_ptr<GdalShelf> shelf, const std::string& layer,
              const GdalReading::Prepare& prepare = {});

    const std::vector<std::string>& columns() const override { return columns_; }
    bool next() override;
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
    // Those of the types date and date with time.
    std::vector<std::string> day_columns() const;
    // How many records there are, where the format says so.
    std::optional<std::uint64_t> count() const {
        return reading_.count() < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(reading_.count()));
    }

  private:
    void write(std::size_t index);

    GdalReading reading_;
    LayerCrs crs_;
    bool has_id_ = false;  // column 0 is the feature's id
    std::vector<std::string> columns_, texts_;
    std::vector<bool> is_written_;  // of texts_, for the present feature
};

}  // namespace harmattan::io
