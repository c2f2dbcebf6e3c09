#include "base/pending_file.h"
#include "io/event_sink.h"
#include "io/guarded_text.h"
#include "io/output_buffer.h"

namespace harmattan::io {
namespace {

// RFC 4180, with line feeds alone for line ends: UTF-8 without a byte order mark.
class CsvSink final : public EventSink {
  public:
    explicit CsvSink(const std::filesystem::path& target) : file_(target), out_(file_) {
        for (const EventColumn& column : event_columns()) write_field(column.name);
        end_record();
    }

    void write(std::span<const Cell> cells, geo::LonLat) override {
        for (const Cell& cell : cells) {
            const auto* const text = std::get_if<std::string_view>(&cell);
            if (text != nullptr) {
                write_text(*text);
                continue;
            }
            write_cell(cell, cell_);
            write_field(cell_);
        }
        end_record();
    }
    void finish() override { out_.flush(); }
    std::filesystem::path path() const override { return file_.path(); }
    void commit() override { file_.commit(); }
    std::uint64_t guarded() const override { return guarded_; }

  private:
    void write_text(std::string_view text) {
        if (!needs_guard(text)) return write_field(text);
        ++guarded_;
        write_field(guarded_text(text));
    }

    // Quoted where any spreadsheet could split it.
    void write_field(std::string_view text) {
        if (!is_first_) out_.add(',');
        is_first_ = false;
        if (text.find_first_of(",;\"\t\r\n") == std::string_view::npos && !is_padded(text)) return out_.add(text);
        out_.add('"');
        for (auto quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
            out_.add(text.substr(0, quote + 1));
            out_.add('"');
            text.remove_prefix(quote + 1);
        }
        out_.add(text);
        out_.add('"');
    }
    static bool is_padded(std::string_view text) { return text.starts_with(' ') || text.ends_with(' '); }

    void end_record() {
        out_.add('\n');
        is_first_ = true;
    }

    base::PendingFile file_;
    OutputBuffer out_;
    std::string cell_;
    bool is_first_ = true;
    std::uint64_t guarded_ = 0;
};

}  // namespace

std::unique_ptr<EventSink> csv_sink(const std::filesystem::path& target) {
    return std::make_unique<CsvSink>(target);
}

}  // namespace harmattan::io
