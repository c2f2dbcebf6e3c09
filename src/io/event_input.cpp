#include "io/event_input.h"

#include "io/csv_table.h"
#include "io/event_reader.h"
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

EventInput text_input(const std::filesystem::path& file, const EventReadOptions& options) {
    TextOptions text;
    text.member = options.table.value_or("");
    EventInput input;
    input.name = file.string();
    auto source = open_text(file, text);
    const TextFacts facts = source->facts();
    input.file_name = facts.member.empty() ? file.filename().string()
                                           : std::filesystem::path(facts.member).filename().string();
    const CsvTable first(std::move(source));
    input.format = format_of(first.delimiter(), description(facts));
    input.open = [file, text] { return std::make_unique<CsvTable>(open_text(file, text)); };
    return input;
}

}  // namespace

EventInput open_event_input(const std::filesystem::path& file, const EventReadOptions& options) {
    return text_input(file, options);
}

EventInput open_event_input(std::string_view csv, std::string name) {
    EventInput input;
    input.name = input.file_name = name;
    input.format = "CSV";
    input.open = [csv, name] { return std::make_unique<CsvTable>(std::make_unique<MemorySource>(csv, name)); };
    return input;
}

TableSample sample_of(const EventInput& input) {
    const auto table = input.open();
    TableSample sample{input.name, input.file_name, table->columns(), {}, false};
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
