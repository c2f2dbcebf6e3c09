#include "io/csv_table.h"

#include "base/error.h"
#include "io/utf8_text.h"

namespace harmattan::io {

CsvTable::CsvTable(std::unique_ptr<ByteSource> source, const CsvOptions& options)
    : source_(std::move(source)), csv_(*source_, options) {
    if (!csv_.next()) throw base::Error("csv.empty", {{"file", source_->name()}});
    if (csv_.fault() != RecordFault::none || csv_.field_count() > CsvReader::max_fields)
        throw base::Error("csv.header_too_long", {{"file", source_->name()}});
    for (std::size_t i = 0; i < csv_.field_count(); ++i) columns_.push_back(repaired_utf8(trimmed(csv_.field(i))));
}

CsvTable::CsvTable(std::unique_ptr<ByteSource> source, const CsvOptions& options, std::vector<std::string> columns)
    : source_(std::move(source)), csv_(*source_, options), columns_(std::move(columns)), is_first_(false) {}

bool CsvTable::next() {
    if (!csv_.next()) return false;
    if (!std::exchange(is_first_, false) || !is_tag_row()) return true;
    return csv_.next();
}

bool CsvTable::is_tag_row() {
    if (csv_.fault() != RecordFault::none) return false;
    bool has_tag = false;
    for (std::size_t i = 0; i < std::min(csv_.field_count(), CsvReader::max_fields); ++i) {
        const auto field = trimmed(csv_.field(i));
        if (!field.empty() && field.front() != '#') return false;
        has_tag |= !field.empty();
    }
    return has_tag;
}

// Asked before field(), which takes quotation marks off in place.
std::optional<std::uint64_t> CsvTable::invalid_utf8_offset(std::size_t index) const {
    const auto invalid = first_invalid_utf8(csv_.raw_field(index));
    if (!invalid) return std::nullopt;
    return csv_.field_offset(index) + *invalid;
}

double CsvTable::share_read() const {
    return source_->share_read();
}

}  // namespace harmattan::io
