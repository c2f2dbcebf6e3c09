// A CSV file as a table: the header found, rows of HXL tags passed over.
#pragma once

#include <memory>

#include "io/csv_reader.h"

namespace harmattan::io {

// Takes the first record for the names of the columns, and passes over a row of tags ("#event+id,#date+start")
// that the Humanitarian Exchange Language (hxlstandard.org) puts under it. Throws Error "csv.empty",
// "csv.header_too_long", and what CsvReader throws.
class CsvTable final : public TableReader {
  public:
    explicit CsvTable(std::unique_ptr<ByteSource> source, const CsvOptions& options = {});
    // The records of a table with these columns that stand behind options.first_byte.
    CsvTable(std::unique_ptr<ByteSource> source, const CsvOptions& options, std::vector<std::string> columns);

    const std::vector<std::string>& columns() const override { return columns_; }
    bool next() override;
    RecordFault fault() const override { return csv_.fault(); }
    std::size_t fault_field() const override { return csv_.fault_field(); }
    std::size_t field_count() const override { return csv_.field_count(); }
    std::string_view field(std::size_t index) override { return csv_.field(index); }
    bool may_have_high_bytes() const override { return csv_.may_have_high_bytes(); }
    std::optional<std::uint64_t> invalid_utf8_offset(std::size_t index) const override;
    bool has_stray_quote() const override { return csv_.has_stray_quote(); }
    std::uint64_t line() const override { return csv_.line(); }
    std::uint64_t position() const override { return csv_.byte_offset(); }
    double share_read() const override;

    char delimiter() const { return csv_.delimiter(); }

  private:
    bool is_tag_row();

    std::unique_ptr<ByteSource> source_;
    CsvReader csv_;
    std::vector<std::string> columns_;
    bool is_first_ = true;
};

}  // namespace harmattan::io
