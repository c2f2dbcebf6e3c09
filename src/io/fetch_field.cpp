#include <fmt/core.h>

#include "base/error.h"
#include "io/csv_table.h"
#include "io/event_reader.h"
#include "io/text_source.h"
#include "io/utf8_text.h"

namespace harmattan::io {

std::string fetch_field(const std::filesystem::path& file, const events::RowOrigin& origin,
                        std::string_view column) {
    const CsvTable header(open_text(file));
    const auto& names = header.columns();
    const auto found = std::find(names.begin(), names.end(), column);
    if (found == names.end())
        throw base::Error("csv.no_such_field", {{"file", file.string()}, {"column", std::string(column)}});
    const auto source = open_text(file);
    source->skip(origin.position);
    CsvOptions options;
    options.block_bytes = std::size_t(64) << 10;
    options.delimiter = header.delimiter();
    CsvReader csv(*source, options);
    if (!csv.next() || csv.fault() != RecordFault::none || csv.field_count() != names.size())
        throw base::Error("csv.changed", {{"file", file.string()}, {"size", fmt::format("{}", source->size())}});
    return repaired_utf8(csv.field(static_cast<std::size_t>(found - names.begin())));
}

std::string fetch_record(const std::filesystem::path& file, std::uint64_t position) {
    constexpr std::size_t most_bytes = 4000;
    CsvOptions options;
    options.block_bytes = std::size_t(64) << 10;
    options.delimiter = CsvTable(open_text(file)).delimiter();
    const auto source = open_text(file);
    source->skip(position);
    CsvReader csv(*source, options);
    if (!csv.next() || csv.field_count() == 0)
        throw base::Error("csv.changed", {{"file", file.string()}, {"size", fmt::format("{}", source->size())}});
    // A field too long to be kept ends what can be shown.
    const std::size_t kept = std::min(csv.field_count(), CsvReader::max_fields);
    const std::size_t fields = csv.fault() == RecordFault::none ? kept : std::min(kept, csv.fault_field());
    std::string text;
    for (std::size_t i = 0; i < fields && text.size() <= most_bytes; ++i) {
        if (i > 0) text += csv.delimiter();
        text += csv.raw_field(i).substr(0, most_bytes + 1);
    }
    if (fields == csv.field_count() && text.size() <= most_bytes) return repaired_utf8(text);
    text.resize(std::min(text.size(), most_bytes));
    return repaired_utf8(text) + "\u2026";
}

}  // namespace harmattan::io
