// Comma-separated values as RFC 4180 has them, read in blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/byte_source.h"
#include "io/table_reader.h"

namespace harmattan::io {

struct CsvOptions {
    std::size_t block_bytes = std::size_t(1) << 20;        // read at once
    std::size_t max_field_bytes = std::size_t(1) << 20;    // longer fields make their record unusable
    std::size_t max_record_bytes = std::size_t(16) << 20;  // and so do longer records
    // Where the source's first byte stands in the file. Beyond 0 it must be where a record begins, on line 1 as
    // far as line() tells, and the delimiter must be given.
    std::uint64_t first_byte = 0;
    std::optional<char> delimiter;  // found from the first line when not given: comma, semicolon, tab or bar
};

// Goes from record to record. A field may be quoted; a quoted field may hold delimiters and line breaks, and "" in
// it is one quotation mark. Lines end with LF, CR or CRLF. Blank lines are no records. A UTF-8 byte order mark is
// skipped. A quotation mark inside an unquoted field stands for itself, and text after a closing one is added to
// the field (as Python's csv module has it): has_stray_quote() tells. So where every field is quoted,
// one that is not closed spoils its own record only; where few are, it swallows the rest and is an error. The
// memory used is bounded by the options. All functions that read throw Error "csv.not_text" (file, offset),
// "csv.utf16" (file), "csv.unclosed_quote" (file, line), and what the source throws.
class CsvReader {
  public:
    explicit CsvReader(ByteSource& source, const CsvOptions& options = {});

    // Goes to the next record; false at the end.
    bool next();

    // Of the present record:
    RecordFault fault() const { return fault_; }
    // For a field that is too long, its number from 0.
    std::size_t fault_field() const { return fault_field_; }
    // In the record; at most the first `max_fields` are kept, though all are counted.
    std::size_t field_count() const { return field_count_; }
    // The field's text without its quotes. It holds until next(). `index` < min(field_count(), max_fields).
    std::string_view field(std::size_t index) {
        return fields_[index].is_quoted ? unquoted(index) : raw_field(index);
    }
    // The field's bytes as they stand in the file, unless field() was asked for it before: that takes quotation
    // marks off in place.
    std::string_view raw_field(std::size_t index) const {
        const Field& field = fields_[index];
        return {buffer_.data() + (record_begin_ - buffer_offset_) + field.begin, field.end - field.begin};
    }
    std::uint64_t field_offset(std::size_t index) const { return record_begin_ + fields_[index].begin; }
    bool has_stray_quote() const { return has_stray_quote_; }
    // Whether a byte that is not ASCII stands in the record or within 64 bytes of it: false is certain.
    bool may_have_high_bytes() const { return may_have_high_bytes_; }
    std::uint64_t line() const { return record_line_; }  // on which the record begins, 1 is the first
    std::uint64_t byte_offset() const { return record_begin_; }

    // Bytes taken from the source so far.
    std::uint64_t bytes_read() const { return buffer_offset_ + end_; }
    char delimiter() const { return delimiter_; }

    static constexpr std::size_t max_fields = 16384;

  private:
    enum class State { unquoted, quoted, maybe_closed };
    struct Field {
        std::uint32_t begin = 0, end = 0;  // from the record's first byte, quotes included
        bool is_quoted = false, needs_unquoting = false;
    };

    std::string_view unquoted(std::size_t index);
    void begin_record(std::uint64_t offset);
    bool take(std::uint64_t at);
    bool take_line_end(std::uint64_t at, char byte);
    void count_line(std::uint64_t at, char byte);
    void leave_quotes(std::uint64_t at);
    void end_field(std::uint64_t at);
    void end_record(std::uint64_t at, std::uint64_t next_begin);
    bool end_of_file();
    bool load_chunk();
    bool refill();
    std::size_t fill();
    void note_excess();
    void look_at_beginning();
    char find_delimiter();
    void check_is_text() const;
    [[noreturn]] void fail_not_text(std::uint64_t offset) const;
    std::uint64_t offset_of_end() const { return buffer_offset_ + end_; }

    ByteSource& source_;
    CsvOptions options_;
    char delimiter_ = ',';

    // The buffer holds bytes [0, end_), the first of which is byte buffer_offset_ of the file. All other positions
    // are counted from the file's beginning, so that nothing changes when the buffer's content moves.
    std::vector<char> buffer_;
    std::size_t end_ = 0;
    std::uint64_t buffer_offset_ = 0;
    std::uint64_t chunk_ = 0;  // the 64 bytes that are being looked at
    std::uint64_t next_chunk_ = 0;
    std::uint64_t special_ = 0;  // which of them are left to handle
    bool chunk_has_high_bytes_ = false;

    State state_ = State::unquoted;
    std::uint64_t line_ = 1;
    std::uint64_t after_return_ = ~std::uint64_t(0);  // where a line feed belongs to the carriage return before it
    std::uint64_t field_begin_ = 0;
    std::uint64_t quote_line_ = 0;  // where the quoted field opened
    std::uint64_t quote_at_ = 0;    // the quotation mark that may have closed it
    bool is_quoted_ = false, needs_unquoting_ = false;

    std::uint64_t record_begin_ = 0, record_line_ = 1, next_begin_ = 0;
    std::vector<Field> fields_;
    std::size_t field_count_ = 0;
    RecordFault fault_ = RecordFault::none;
    std::size_t fault_field_ = 0;
    bool has_stray_quote_ = false, may_have_high_bytes_ = false;
};

}  // namespace harmattan::io
