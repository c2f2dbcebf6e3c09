#include "io/xls_book.h"

#include <algorithm>

#include <ogr_feature.h>

#include "base/error.h"

#include "io/compound_file.h"
#include "io/gdal_reading.h"
#include "io/gdal_value.h"

namespace harmattan::io {
namespace {

class XlsRows final : public SheetRows {
  public:
    XlsRows(std::shared_ptr<GdalShelf> shelf, const std::string& sheet) : reading_(std::move(shelf), sheet) {}

    bool next() override {
        if (!reading_.next()) return false;
        const OGRFeature& feature = reading_.feature();
        texts_.resize(static_cast<std::size_t>(feature.GetFieldCount()));
        for (std::size_t i = 0; i < texts_.size(); ++i) write_value(feature, static_cast<int>(i), texts_[i]);
        cells_.assign(texts_.begin(), texts_.end());
        return true;
    }
    // Without a header of its own GDAL numbers its features as the sheet numbers its rows.
    std::uint64_t number() const override { return static_cast<std::uint64_t>(reading_.feature().GetFID()); }
    const std::vector<std::string_view>& cells() const override { return cells_; }
    double share_read() const override { return reading_.share_read(); }

  private:
    GdalReading reading_;
    std::vector<std::string> texts_;
    std::vector<std::string_view> cells_;
};

// A workbook of today's format that is locked with a password is wrapped into the old one, as a stream of this
// name
// ([MS-OFFCRYPTO] 2.3.4.4). Checks the container on the way.
void refuse_locked(const std::filesystem::path& file) {
    constexpr auto* locked = "EncryptedPackage";
    const auto names = compound_file_names(file);
    if (std::find(names.begin(), names.end(), locked) != names.end())
        throw base::Error("zip.encrypted", {{"file", file.string()}, {"entry", locked}});
}

class XlsBook final : public SheetBook {
  public:
    explicit XlsBook(const std::filesystem::path& file)
        : shelf_(std::make_shared<GdalShelf>(file, FileKind::xls)) {
        refuse_locked(file);
        auto dataset = shelf_->take();
        names_ = dataset->layer_names();
        shelf_->put_back(std::move(dataset));
    }
    const std::vector<std::string>& names() const override { return names_; }
    std::unique_ptr<SheetRows> open(std::size_t index) const override {
        return std::make_unique<XlsRows>(shelf_, names_[index]);
    }

  private:
    std::shared_ptr<GdalShelf> shelf_;
    std::vector<std::string> names_;
};

}  // namespace

std::shared_ptr<const SheetBook> open_xls(const std::filesystem::path& file) {
    return std::make_shared<XlsBook>(file);
}

}  // namespace harmattan::io
