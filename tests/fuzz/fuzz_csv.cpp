// Separated values: what is read depends neither on the blocks they come in nor on how they were quoted.
#include <array>

#include "fuzz/fuzzing.h"
#include "io/csv_reader.h"

using namespace harmattan;
using fuzz::require;

namespace {

struct Record {
    std::vector<std::string> fields;
    bool has_fault = false, has_stray_quote = false;
    std::size_t field_count = 0;
    std::uint64_t line = 0, offset = 0;

    friend bool operator==(const Record&, const Record&) = default;
};

struct Reading {
    std::vector<Record> records;
    std::string error;
    char delimiter = 0;
};

Record record_of(io::CsvReader& csv, std::string_view text) {
    Record record;
    record.has_fault = csv.fault() != io::RecordFault::none;
    record.field_count = csv.field_count();
    record.line = csv.line();
    record.offset = csv.byte_offset();
    if (record.has_fault) return record;
    record.has_stray_quote = csv.has_stray_quote();
    bool has_high = false;
    for (std::size_t i = 0; i < std::min(csv.field_count(), io::CsvReader::max_fields); ++i) {
        const auto raw = csv.raw_field(i);
        require(csv.field_offset(i) + raw.size() <= text.size(), "a field lies in the text");
        require(raw == text.substr(csv.field_offset(i), raw.size()), "a field stands at its offset");
        for (const char c : raw) has_high = has_high || static_cast<unsigned char>(c) >= 0x80;
        record.fields.emplace_back(csv.field(i));
        require(csv.field(i) == record.fields.back(), "a field can be asked for twice");
    }
    require(!has_high || csv.may_have_high_bytes(), "bytes that are not ASCII are told");
    return record;
}

Reading read(std::string_view text, const io::CsvOptions& options) {
    Reading reading;
    reading.error = fuzz::key_of([&] {
        io::MemorySource source(text, "made.csv");
        io::CsvReader csv(source, options);
        reading.delimiter = csv.delimiter();
        while (csv.next()) reading.records.push_back(record_of(csv, text));
        require(csv.bytes_read() == text.size(), "all bytes were read");
        require(!csv.next(), "the end is the end");
    });
    return reading;
}

void require_order(const Reading& reading) {
    for (std::size_t i = 1; i < reading.records.size(); ++i) {
        require(reading.records[i].offset > reading.records[i - 1].offset, "records follow each other");
        require(reading.records[i].line > reading.records[i - 1].line, "so do their lines");
    }
}

// All fields in quotation marks, as RFC 4180 has them.
std::string written(const std::vector<Record>& records, char delimiter) {
    std::string text;
    for (const Record& record : records) {
        for (std::size_t i = 0; i < record.fields.size(); ++i) {
            text += i == 0 ? "\"" : std::string(1, delimiter) + "\"";
            for (const char c : record.fields[i]) text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
        }
        text += '\n';
    }
    return text;
}

void require_equal_when_quoted(const Reading& reading, io::CsvOptions options) {
    for (const Record& record : reading.records)
        if (record.has_fault || record.field_count != record.fields.size()) return;
    options = {};
    options.delimiter = reading.delimiter;
    const std::string text = written(reading.records, reading.delimiter);
    const Reading again = read(text, options);
    require(again.error.empty(), "quoted fields are read");
    require(again.records.size() == reading.records.size(), "quoted records are as many");
    for (std::size_t i = 0; i < again.records.size(); ++i) {
        require(again.records[i].fields == reading.records[i].fields, "quoted fields are equal");
        require(!again.records[i].has_stray_quote, "and have no stray quotation mark");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Input input(data, size);
    io::CsvOptions options;
    constexpr std::string_view delimiters = ",;\t|";
    if (const unsigned which = input.bits(0, 3); which > 0) options.delimiter = delimiters[which % 4];
    if (input.bits(3, 1) != 0) {
        options.max_field_bytes = 16;
        options.max_record_bytes = 64;
    }
    options.block_bytes = 4096;
    const Reading whole = read(input.text, options);
    require_order(whole);
    for (const std::size_t block : {std::size_t(1), std::size_t(7), std::size_t(64)}) {
        options.block_bytes = block;
        const Reading reading = read(input.text, options);
        // Whether it is a text at all is asked of the first block.
        if (whole.error == "csv.not_text" || reading.error == "csv.not_text") continue;
        require(reading.error == whole.error, "the error does not depend on the blocks");
        require(reading.records == whole.records, "the records do not depend on the blocks");
    }
    if (whole.error.empty()) require_equal_when_quoted(whole, options);
    return 0;
}
