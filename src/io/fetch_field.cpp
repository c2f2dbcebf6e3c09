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

}  // namespace harmattan::io
