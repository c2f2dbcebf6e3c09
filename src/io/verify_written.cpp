#include "io/verify_written.h"

#include <fmt/core.h>

#include "base/error.h"
#include "base/messages.h"
#include "io/csv_table.h"
#include "io/gdal_table.h"
#include "io/guarded_text.h"
#include "io/parse_value.h"
#include "io/text_source.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

FileKind kind_of(EventFormat format) {
    switch (format) {
        case EventFormat::geopackage:
            return FileKind::geopackage;
        case EventFormat::geojson:
            return FileKind::geojson;
        case EventFormat::flatgeobuf:
            return FileKind::flatgeobuf;
        default:
            return FileKind::parquet;
    }
}

std::unique_ptr<TableReader> open_again(const std::filesystem::path& file, EventFormat format) {
    if (format == EventFormat::csv) return std::make_unique<CsvTable>(open_text(file, {}));
    return open_table(file, kind_of(format)).open();
}

// Whether the text says what the cell holds.
struct Says {
    std::string_view text;
    bool is_csv;

    bool operator()(std::monostate) const { return text.empty(); }
    bool operator()(std::string_view value) const {
        return is_csv ? unguarded_text(text) == value : text == value;
    }
    bool operator()(std::int64_t value) const { return text == fmt::format("{}", value); }
    bool operator()(double value) const { return parse_number(text) == value; }
    // Formats without a type for dates alone give a time as well.
    bool operator()(base::Day value) const { return base::parse_iso_day(text.substr(0, 10)) == value; }
};

class Verification {
  public:
    Verification(TableReader& reader, EventFormat format, std::string name)
        : reader_(reader), is_csv_(format == EventFormat::csv), name_(std::move(name)) {
        for (const EventColumn& column : event_columns()) {
            const auto& names = reader.columns();
            const auto found = std::find(names.begin(), names.end(), column.name);
            if (found == names.end()) fail(0, column.name, column.name, "");
            at_.push_back(static_cast<std::size_t>(found - names.begin()));
        }
    }

    void check_row(std::size_t row, std::span<const Cell> cells) {
        if (!reader_.next() || reader_.field_count() < at_.size()) fail(row, "", fmt::format("{}", row + 1), "");
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string_view text = reader_.field(at_[i]);
            if (!std::visit(Says{text, is_csv_}, cells[i])) {
                std::string written;
                write_cell(cells[i], written);
                fail(row, event_columns()[i].name, written, text);
            }
        }
    }
    void check_end(std::size_t rows) {
        if (reader_.next()) fail(rows, "", "", reader_.field(at_.front()));
    }

  private:
    [[noreturn]] void fail(std::size_t row, std::string_view column, std::string_view written,
                           std::string_view read) const {
        throw base::Error("write.unlike", {{"path", name_},
                                           {"row", fmt::format("{}", row + 1)},
                                           {"column", std::string(column)},
                                           {"written", shortened(written)},
                                           {"read", shortened(read)}});
    }

    TableReader& reader_;
    bool is_csv_;
    std::string name_;
    std::vector<std::size_t> at_;  // where each column stands in the file
};

void compare(const std::filesystem::path& file, EventFormat format, const std::string& name, std::size_t rows,
             const CellsOfRow& cells, const base::Progress& progress) {
    constexpr std::size_t rows_per_report = 4096;
    const auto reader = open_again(file, format);
    Verification verification(*reader, format, name);
    for (std::size_t row = 0; row < rows; ++row) {
        verification.check_row(row, cells(row));
        if (row % rows_per_report == 0 && progress &&
            !progress(static_cast<double>(row) / static_cast<double>(rows)))
            throw base::Error("write.cancelled", {{"path", name}});
    }
    verification.check_end(rows);
}

}  // namespace

void verify_written(const std::filesystem::path& file, EventFormat format, const std::string& name,
                    std::size_t rows, const CellsOfRow& cells, const base::Progress& progress) {
    try {
        compare(file, format, name, rows, cells, progress);
    } catch (const base::Error& error) {
        if (error.key().starts_with("write.")) throw;
        throw base::Error("write.unreadable", {{"path", name},
                                               {"reason_en", base::words(base::Language::en, error)},
                                               {"reason_fr", base::words(base::Language::fr, error)}});
    }
}

}  // namespace harmattan::io
