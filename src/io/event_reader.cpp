#include "io/event_reader.h"

#include <fmt/core.h>

#include "base/error.h"
#include "io/byte_source.h"
#include "io/csv_reader.h"
#include "io/event_columns.h"
#include "io/event_row_parser.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::uint64_t bytes_per_report = std::uint64_t(4) << 20;  // of progress

std::vector<std::string> read_header(CsvReader& csv, const std::string& file) {
    if (!csv.next()) throw base::Error("csv.empty", {{"file", file}});
    if (csv.fault() != RecordFault::none || csv.field_count() > CsvReader::max_fields)
        throw base::Error("csv.header_too_long", {{"file", file}});
    std::vector<std::string> names;
    for (std::size_t i = 0; i < csv.field_count(); ++i) names.push_back(repaired_utf8(trimmed(csv.field(i))));
    return names;
}

// The row of tags ("#event+id,#date+start,...") that the Humanitarian Exchange Language puts under the header.
bool is_tag_row(CsvReader& csv) {
    bool has_tag = false;
    if (csv.fault() != RecordFault::none) return false;
    for (std::size_t i = 0; i < std::min(csv.field_count(), CsvReader::max_fields); ++i) {
        const auto field = trimmed(csv.field(i));
        if (!field.empty() && field.front() != '#') return false;
        has_tag |= !field.empty();
    }
    return has_tag;
}

// Tells how far the reading is and how many rows are to come.
class Pace {
  public:
    Pace(const ByteSource& source, const base::Progress& progress) : source_(source), progress_(progress) {}

    void after_row(std::uint64_t bytes_read, events::EventTableBuilder& builder) {
        if (bytes_read < next_report_) return;
        if (next_report_ > 0 && !has_reserved_) reserve(bytes_read, builder);
        next_report_ = bytes_read + bytes_per_report;
        if (progress_ && !progress_(static_cast<double>(bytes_read) / static_cast<double>(source_.size())))
            throw base::Error("read.cancelled", {{"file", source_.name()}});
    }

  private:
    // From the rows so far, with a little to spare: growing by doubling would copy all and leave half unused.
    void reserve(std::uint64_t bytes_read, events::EventTableBuilder& builder) {
        has_reserved_ = true;
        const double share_read = static_cast<double>(bytes_read) / static_cast<double>(source_.size());
        builder.reserve(static_cast<std::size_t>(1.05 * static_cast<double>(builder.size()) / share_read));
    }

    const ByteSource& source_;
    const base::Progress& progress_;
    std::uint64_t next_report_ = 0;
    bool has_reserved_ = false;
};

[[noreturn]] void fail_without_rows(const ReadReport& report) {
    if (report.problems.empty()) throw base::Error("csv.no_rows", {{"file", report.file}});
    throw base::Error("csv.all_rejected", {{"file", report.file},
                                           {"count", fmt::format("{}", report.rejected)},
                                           {"reason_en", words(base::Language::en, report.problems.front())},
                                           {"reason_fr", words(base::Language::fr, report.problems.front())}});
}

EventsRead read_events(ByteSource& source, const base::Progress& progress) {
    EventsRead read;
    read.report.file = source.name();
    CsvReader csv(source);
    const EventColumns columns = find_event_columns(read_header(csv, source.name()), read.report);
    events::EventTableBuilder builder;
    const std::uint32_t file = builder.add_file(source.name());
    EventRowParser parser(columns, read.report);
    Pace pace(source, progress);
    for (bool is_first = true; csv.next(); is_first = false) {
        if (is_first && is_tag_row(csv)) continue;
        if (const events::EventRow* row = parser.parse(csv, file)) builder.add(*row);
        pace.after_row(csv.bytes_read(), builder);
    }
    if (read.report.kept == 0) fail_without_rows(read.report);
    read.table = std::move(builder).build();
    return read;
}

}  // namespace

EventsRead read_events_csv(const std::filesystem::path& file, const base::Progress& progress) {
    FileSource source(file);
    return read_events(source, progress);
}

EventsRead read_events_csv(std::string_view text, std::string name, const base::Progress& progress) {
    MemorySource source(text, std::move(name));
    return read_events(source, progress);
}

std::string fetch_field(const std::filesystem::path& file, const events::RowOrigin& origin,
                        std::string_view column) {
    FileSource header_source(file);
    CsvReader header(header_source);
    const auto names = read_header(header, header_source.name());
    const auto found = std::find(names.begin(), names.end(), column);
    if (found == names.end())
        throw base::Error("csv.no_such_field", {{"file", header_source.name()}, {"column", std::string(column)}});
    FileSource source(file, origin.position);
    CsvOptions options;
    options.block_bytes = std::size_t(64) << 10;
    options.delimiter = header.delimiter();
    CsvReader csv(source, options);
    if (!csv.next() || csv.fault() != RecordFault::none || csv.field_count() != names.size())
        throw base::Error("csv.changed", {{"file", source.name()}, {"size", fmt::format("{}", source.size())}});
    return repaired_utf8(csv.field(static_cast<std::size_t>(found - names.begin())));
}

}  // namespace harmattan::io
