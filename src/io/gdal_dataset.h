// GDAL held on a short lead: three drivers, read-only, no network, its messages caught.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "io/feature_reader.h"

class GDALDataset;

namespace harmattan::io {

// While it lives, what GDAL says on this thread comes here instead of to the terminal.
class GdalMessages {
  public:
    GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;
    ~GdalMessages();

    // The first failure since the last call.
    std::optional<std::string> take_failure();

  private:
    std::optional<std::string> failure_;
};

struct GdalDatasetCloser {
    void operator()(GDALDataset* dataset) const;
};
using GdalDatasetPtr = std::unique_ptr<GDALDataset, GdalDatasetCloser>;

// Opens with the one driver of `kind`. The path must be that of a file which identify() has seen. Throws Error
// "features.cannot_open" (file, reason).
GdalDatasetPtr open_dataset(const std::string& path, FileKind kind, const std::string& name,
                            GdalMessages& messages);

// Bytes that GDAL can open under path() while this lives; they are not copied and must live as long.
class GdalMemoryFile {
  public:
    explicit GdalMemoryFile(std::span<const std::byte> bytes);
    GdalMemoryFile(const GdalMemoryFile&) = delete;
    GdalMemoryFile& operator=(const GdalMemoryFile&) = delete;
    ~GdalMemoryFile();

    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace harmattan::io
