#include "io/csv_parts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "io/csv_reader.h"

namespace harmattan::io {
namespace {

constexpr std::size_t window_bytes = std::size_t(256) << 10;
constexpr std::size_t most_lines_tried = 64;
constexpr int records_looked_at = 4;

std::string window_at(const OpenSourceAt& open, std::uint64_t offset) {
    const auto source = open(offset);
    std::string window(window_bytes, '\0');
    std::size_t size = 0;
    while (size < window.size()) {
        const std::size_t count = source->read(window.data() + size, window.size() - size);
        if (count == 0) break;
        size += count;
    }
    window.resize(size);
    return window;
}

// Where the first of some records begins that all are as they should be, read from byte `begin` of the window.
std::optional<std::uint64_t> records_from(std::string_view window, std::size_t begin, const CsvShape& shape) {
    CsvOptions options;
    options.first_byte = begin;
    options.delimiter = shape.delimiter;
    options.block_bytes = std::size_t(16) << 10;
    try {
        MemorySource source(window, "", begin);
        CsvReader csv(source, options);
        std::optional<std::uint64_t> first;
        for (int i = 0; i < records_looked_at; ++i) {
            if (!csv.next() || csv.fault() != RecordFault::none || csv.field_count() != shape.columns) return {};
            if (!first) first = csv.byte_offset();
        }
        return first;
    } catch (const base::Error&) {
        return {};  // a NUL, or a quotation mark that stays open to the window's end
    }
}

std::optional<std::uint64_t> record_after(std::string_view window, const CsvShape& shape) {
    std::size_t at = 0;
    for (std::size_t tried = 0; tried < most_lines_tried; ++tried) {
        at = window.find_first_of("\r\n", at);
        if (at == std::string_view::npos) return {};
        if (const auto record = records_from(window, ++at, shape)) return record;
    }
    return {};
}

}  // namespace

std::vector<std::uint64_t> find_parts(const OpenSourceAt& open, const CsvShape& shape, std::size_t parts) {
    std::vector<std::uint64_t> begins{0};
    for (std::size_t i = 1; i < parts; ++i) {
        const std::uint64_t wanted = shape.bytes / parts * i;
        if (wanted <= begins.back()) continue;
        const auto record = record_after(window_at(open, wanted), shape);
        if (record) begins.push_back(wanted + *record);
    }
    return begins;
}

}  // namespace harmattan::io
