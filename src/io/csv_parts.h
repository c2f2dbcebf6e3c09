// Where a CSV text can be cut, so that several threads read it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "io/byte_source.h"

namespace harmattan::io {

// The text from byte `offset` on.
using OpenSourceAt = std::function<std::unique_ptr<ByteSource>(std::uint64_t offset)>;

struct CsvShape {
    std::uint64_t bytes = 0;  // of the whole text
    char delimiter = ',';
    std::size_t columns = 0;
};

// The offsets at which up to `parts` parts of about equal size begin, in ascending order, 0 first. All but the
// first are likely beginnings of records: a line break stands before, and whole records of as many fields as there
// are columns follow. A line break may yet stand between quotation marks, so whoever reads the part before must
// see whether a record of its own begins there. Where no such place is found the parts are fewer. Reads up to 256
// KiB for each part. Throws what the source throws.
std::vector<std::uint64_t> find_parts(const OpenSourceAt& open, const CsvShape& shape, std::size_t parts);

}  // namespace harmattan::io
