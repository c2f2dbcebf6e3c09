#include "io/event_input.h"

#include <fmt/core.h>

#include "base/error.h"
#include "io/ascii_case.h"
#include "io/csv_ahead_table.h"
#include "io/csv_table.h"
#include "io/event_reader.h"
#include "io/gdal_table.h"
#include "io/postgis_input.h"
#include "io/text_source.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::size_t most_sample_rows = 1000;

std::string delimiter_name(char delimiter) {
    switch (delimiter) {
        case ';':
            return "CSV (;)";
        case '\t':
            return "TSV";
        case '|':
            return "CSV (|)";
        default:
            return "CSV";
    }
}

std::string format_of(char delimiter, const std::string& packing) {
    return packing.empty() ? delimiter_name(delimiter) : delimiter_name(delimiter) + ", " + packing;
}

using OpenSource = std::function<std::unique_ptr<ByteSource>()>;

void let_open(EventInput& input, const OpenSource& source, const OpenSource& source_ahead) {
    input.open = [source] { return std::make_unique<CsvTable>(source()); };
    input.open_ahead = [source_ahead] {
        return std::make_unique<CsvAheadTable>(std::make_unique<CsvTable>(source_ahead()));
    };
}

std::vector<ReadingNote> notes_of(const ReplacedUnits& replaced) {
    if (replaced.count == 0) return {};
    return {{"note.utf16_replaced",
             {{"count", fmt::format("{}", replaced.count)}, {"offset", fmt::format("{}", replaced.first_at)}}}};
}

EventInput text_input(const std::filesystem::path& file, const EventReadOptions& options) {
    TextOptions text;
    text.member = options.table.value_or("");
    EventInput input;
    input.is_text = true;
    input.name = file.string();
    auto source = open_text(file, text);
    const TextFacts facts = source->facts();
    const std::uint64_t bytes = source->size();
    input.file_name =
        facts.member.empty() ? file.filename().string() : std::filesystem::path(facts.member).filename().string();
    const CsvTable first(std::move(source));
    if (facts.packing == Packing::none && facts.encoding == TextFacts::Encoding::as_it_is)
        input.cuttable = {[file](std::uint64_t offset) { return std::make_unique<FileSource>(file, offset); },
                          {bytes, first.delimiter(), first.columns().size()}};
    input.is_packed = facts.packing != Packing::none;
    input.format = format_of(first.delimiter(), description(facts));
    // Only the reading ahead tells, since others may read the text at the same time.
    TextOptions telling = text;
    telling.replaced = std::make_shared<ReplacedUnits>();
    let_open(
        input, [file, text] { return open_text(file, text); },
        [file, telling] { return open_text(file, telling); });
    input.notes_at_end = [told = telling.replaced] { return notes_of(*told); };
    return input;
}

// dBASE has room for ten letters.
bool cuts_names(FileKind kind) {
    return kind == FileKind::shapefile || kind == FileKind::shapefile_zip || kind == FileKind::dbase;
}

EventInput gdal_input(const std::filesystem::path& file, FileKind kind, const EventReadOptions& options) {
    OpenedTable opened = open_table(file, kind, event_layer_of(file, kind, options));
    EventInput input;
    input.name = file.string();
    input.file_name = file.filename().string();
    input.open = std::move(opened.open);
    input.names_are_cut = cuts_names(kind);
    input.format = opened.facts.layer.empty() ? opened.facts.format
                                              : fmt::format("{}, {}", opened.facts.format, opened.facts.layer);
    for (FileNote& note : opened.facts.notes) input.notes.push_back({std::move(note.key), std::move(note.values)});
    if (opened.facts.crs_assumed) input.notes.push_back({"note.crs_assumed", {}});
    return input;
}

// Kinds of which every table is one of records, never of shapes.
bool is_without_shapes(FileKind kind) {
    return kind == FileKind::xlsx || kind == FileKind::xls || kind == FileKind::ods || kind == FileKind::dbase;
}

TableSample sample_of_table(const OpenTable& open, const std::filesystem::path& file, FileKind kind) {
    EventInput input;
    input.name = file.string();
    input.file_name = file.filename().string();
    input.open = open;
    input.names_are_cut = cuts_names(kind);
    return sample_of(input);
}

bool has_mapped_columns(const TableSample& sample, const ColumnMapping& mapping) {
    const auto has = [&](const std::string& column) {
        return std::any_of(sample.header.begin(), sample.header.end(),
                           [&](const std::string& name) { return ascii_lower(name) == ascii_lower(column); });
    };
    return !mapping.empty() &&
           std::all_of(mapping.begin(), mapping.end(), [&](const auto& entry) { return has(entry.second); });
}

bool is_events(const std::filesystem::path& file, FileKind kind, const std::optional<std::string>& layer,
               const EventReadOptions& options) {
    const OpenedTable opened = open_table(file, kind, layer);
    const TableSample sample = sample_of_table(opened.open, file, kind);
    return has_mapped_columns(sample, options.layout.mapping) || is_known_source(sample, options.layout);
}

}  // namespace

std::optional<std::string> event_layer_of(const std::filesystem::path& file, FileKind kind,
                                          const EventReadOptions& options) {
    if (options.table) return options.table;
    if (is_without_shapes(kind)) return std::nullopt;  // open_table() takes the first with rows
    const auto names = table_names(file);
    for (const std::string& name : names)
        if (is_events(file, kind, name, options)) return name;
    return std::nullopt;
}

bool holds_events(const std::filesystem::path& file, FileKind kind, const EventReadOptions& options) {
    if (kind == FileKind::events_csv) return true;
    if (!is_table_kind(kind)) return false;
    if (is_without_shapes(kind)) return true;
    const auto names = table_names(file);
    if (names.empty()) return is_events(file, kind, {}, options);
    return event_layer_of(file, kind, options).has_value();
}

EventInput open_event_input(const std::filesystem::path& file, const EventReadOptions& options) {
    if (is_database(file, options)) return postgis_input(file.string(), options);
    const FileKind kind = identify(file);
    return is_table_kind(kind) ? gdal_input(file, kind, options) : text_input(file, options);
}

EventInput open_event_input(std::string_view csv, std::string name) {
    EventInput input;
    input.name = input.file_name = name;
    input.format = "CSV";
    input.is_text = true;
    const OpenSource source = [csv, name] { return std::make_unique<MemorySource>(csv, name); };
    let_open(input, source, source);
    const CsvTable first(source());
    input.cuttable = {[csv, name](std::uint64_t offset) {
                          return std::make_unique<MemorySource>(csv, name, static_cast<std::size_t>(offset));
                      },
                      {csv.size(), first.delimiter(), first.columns().size()}};
    return input;
}

TableSample sample_of(const EventInput& input) {
    const auto table = input.open();
    TableSample sample{input.name, input.file_name, table->columns(), {}, false, input.names_are_cut};
    while (sample.rows.size() < most_sample_rows && table->next()) {
        geo::LonLat point;
        sample.has_points |= table->place(point) != TableReader::Place::none;
        if (table->fault() != RecordFault::none) continue;
        auto& row = sample.rows.emplace_back();
        const std::size_t fields = std::min(table->field_count(), sample.header.size());
        for (std::size_t i = 0; i < fields; ++i) row.push_back(shortened(trimmed(table->field(i))));
    }
    return sample;
}

}  // namespace harmattan::io
