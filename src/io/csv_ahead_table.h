// A CSV file as a table, read by a thread of its own some records ahead of whoever uses them.
#pragma once

#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "io/bounded_queue.h"
#include "io/csv_table.h"

namespace harmattan::io {

// Gives what the CsvTable gives, record by record, in the same order, and throws what it throws at the record
// where it throws it. Only the first CsvReader::max_fields fields of a record are kept. Memory: a few batches,
// each of 1024 records or 256 KiB, whichever is less, or of one record.
class CsvAheadTable final : public TableReader {
  public:
    explicit CsvAheadTable(std::unique_ptr<CsvTable> table);
    ~CsvAheadTable() override;
    CsvAheadTable(const CsvAheadTable&) = delete;
    CsvAheadTable& operator=(const CsvAheadTable&) = delete;

    const std::vector<std::string>& columns() const override { return columns_; }
    bool next() override;
    RecordFault fault() const override { return record().fault; }
    std::size_t fault_field() const override { return record().fault_field; }
    std::size_t field_count() const override { return record().field_count; }
    std::string_view field(std::size_t index) override { return trimmed_fields()[index]; }
    const std::string_view* trimmed_fields() override { return batch_.fields.data() + record().first_field; }
    bool may_have_high_bytes() const override { return record().may_have_high_bytes; }
    std::optional<std::uint64_t> invalid_utf8_offset(std::size_t index) const override;
    bool has_stray_quote() const override { return record().has_stray_quote; }
    std::uint64_t line() const override { return record().line; }
    std::uint64_t position() const override { return record().position; }
    double share_read() const override { return batch_.share_read; }

  private:
    struct Record {
        std::uint64_t line = 0, position = 0;
        std::size_t field_count = 0, fault_field = 0;
        std::size_t first_field = 0;  // in Batch::fields
        RecordFault fault = RecordFault::none;
        bool may_have_high_bytes = false, has_stray_quote = false;
    };
    struct Span {
        std::uint32_t begin = 0, end = 0;  // in Batch::texts
    };
    struct InvalidText {
        std::size_t field = 0;  // in Batch::fields
        std::uint64_t offset = 0;
    };
    struct Batch {
        std::vector<Record> records;
        std::vector<char> texts;  // of the records, one after the other
        std::vector<Span> spans;
        std::vector<std::string_view> fields;  // the same, once `texts` grows no more
        std::vector<InvalidText> invalid;
        double share_read = 0;
        std::exception_ptr failure;  // after the records

        void clear();
    };

    void read();
    Batch read_batch();
    void read_records(Batch& batch);
    void add_record(Batch& batch);
    void add_fields(Batch& batch, const Record& record);
    const Record& record() const { return batch_.records[at_]; }

    const std::unique_ptr<CsvTable> table_;  // used by the thread alone
    const std::vector<std::string> columns_;
    BoundedQueue<Batch> batches_;
    BoundedQueue<Batch> used_;  // whose memory is used again
    Batch batch_;
    std::size_t at_ = 0;
    std::thread thread_;
};

}  // namespace harmattan::io
