#include "io/ods_book.h"

#include <charconv>

#include <fmt/core.h>

#include "base/error.h"
#include "io/excel_date.h"
#include "io/parse_value.h"
#include "io/zip_xml.h"

namespace harmattan::io {
namespace {

[[noreturn]] void fail_damaged(const std::string& file, const std::string& reason) {
    throw base::Error("sheet.damaged", {{"file", file}, {"reason", reason}});
}

// An attribute such as number-columns-repeated; 1 when it is not there.
std::uint64_t repetition(std::string_view text) {
    std::uint64_t value = 1;
    if (!text.empty()) std::from_chars(text.data(), text.data() + text.size(), value);
    return std::max<std::uint64_t>(value, 1);
}

// "PT06H30M00S" as "06:30:00"; other durations as they are.
std::string time_of(std::string_view duration) {
    std::array<int, 3> parts{};
    constexpr std::string_view units = "HMS";
    std::string_view rest = duration;
    if (!rest.starts_with("PT")) return std::string(duration);
    rest.remove_prefix(2);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), parts[i]);
        const auto used = static_cast<std::size_t>(end - rest.data());
        if (error != std::errc() || used >= rest.size()) return std::string(duration);
        if (rest[used] != units[i] && !(units[i] == 'S' && rest[used] == '.')) return std::string(duration);
        rest.remove_prefix(used + 1);
    }
    if (parts[0] > 23) return std::string(duration);
    return fmt::format("{:02}:{:02}:{:02}", parts[0], parts[1], parts[2]);
}

// 9.1: <table:table><table:table-row><table:table-cell office:value-type="float" office:value="1">...
class OdsRows final : public SheetRows, private XmlHandler {
  public:
    OdsRows(const std::filesystem::path& file, const ZipEntry& contents, std::size_t sheet)
        : file_(file.string()), sheet_(sheet), xml_(file, contents, *this) {}

    bool next() override {
        if (repeated_ > 0) {  // equal rows are saved once
            --repeated_;
            ++row_;
            return true;
        }
        cells_.clear();
        if (has_ended_ || !xml_.advance() || has_ended_) return false;
        views_ = &cells_.views();
        return true;
    }
    std::uint64_t number() const override { return row_; }
    const std::vector<std::string_view>& cells() const override { return *views_; }
    double share_read() const override { return has_ended_ ? 1 : xml_.share_read(); }

  private:
    bool is_here() const { return table_depth_ == 1 && tables_ == sheet_ + 1; }

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "table") {
            if (++table_depth_ == 1) ++tables_;
        } else if (!is_here()) {
            return;
        } else if (name == "table-row") {
            begin_row(attributes);
        } else if (name == "table-cell" || name == "covered-table-cell") {
            begin_cell(attributes);
        } else if (name == "annotation" || name == "shapes") {
            ++aside_depth_;
        } else if (aside_depth_ == 0 && is_in_cell_) {
            start_text(name, attributes);
        }
    }

    void end(std::string_view name) override {
        if (name == "table") {
            has_ended_ = has_ended_ || is_here();
            if (has_ended_) xml_.pause();
            --table_depth_;
        } else if (!is_here()) {
            return;
        } else if (name == "table-row") {
            end_row();
        } else if (name == "table-cell" || name == "covered-table-cell") {
            end_cell();
        } else if (name == "annotation" || name == "shapes") {
            --aside_depth_;
        } else if (name == "p") {
            is_in_paragraph_ = false;
        }
    }

    void text(std::string_view part) override {
        if (is_in_paragraph_ && aside_depth_ == 0) append(part);
    }

    // 6.1: paragraphs, and blanks that would be lost otherwise.
    void start_text(std::string_view name, const XmlAttributes& attributes) {
        if (name == "p") {
            if (has_paragraph_) append("\n");
            has_paragraph_ = is_in_paragraph_ = true;
        } else if (name == "s") {
            append(std::string(std::min<std::uint64_t>(repetition(attributes["c"]), most_row_bytes), ' '));
        } else if (name == "tab") {
            append("\t");
        } else if (name == "line-break") {
            append("\n");
        }
    }

    void append(std::string_view part) {
        shown_ += part;
        if (shown_.size() > most_row_bytes) fail_too_long();
    }

    [[noreturn]] void fail_too_long() const {
        throw base::Error("sheet.row_too_long", {{"file", file_}, {"row", fmt::format("{}", row_)}});
    }

    void begin_row(const XmlAttributes& attributes) {
        row_ = last_row_ + 1;
        const auto repeated = repetition(attributes["number-rows-repeated"]);
        if (repeated > most_sheet_rows || last_row_ + repeated > most_sheet_rows)
            fail_damaged(file_, fmt::format("it has more than {} rows", most_sheet_rows));
        last_row_ += repeated;
        column_ = 0;
        cells_.clear();
    }

    void end_row() {
        if (cells_.is_blank()) return;
        repeated_ = last_row_ - row_;
        xml_.pause();
    }

    void begin_cell(const XmlAttributes& attributes) {
        is_in_cell_ = true;
        has_paragraph_ = false;
        shown_.clear();
        cell_repeated_ = repetition(attributes["number-columns-repeated"]);
        const auto type = attributes["value-type"];
        if (type == "date")
            value_ = attributes["date-value"];
        else if (type == "time")
            value_ = time_of(attributes["time-value"]);
        else if (type == "boolean")
            value_ = attributes["boolean-value"];
        else if (type == "string")
            value_ = attributes["string-value"];
        else
            value_ = number_of(attributes["value"]);
    }

    static std::string number_of(std::string_view text) {
        const auto number = parse_number(text);
        return number ? excel_number(*number, CellFormat::number, false) : std::string(text);
    }

    void end_cell() {
        is_in_cell_ = is_in_paragraph_ = false;
        const std::string_view text = value_.empty() ? std::string_view(shown_) : std::string_view(value_);
        if (!text.empty()) {
            if (column_ + cell_repeated_ > most_sheet_columns)
                fail_damaged(file_, fmt::format("it has more than {} columns", most_sheet_columns));
            for (std::uint64_t i = 0; i < cell_repeated_; ++i)
                if (!cells_.put(column_ + i, text)) fail_too_long();
        }
        column_ = std::min<std::uint64_t>(column_ + std::min<std::uint64_t>(cell_repeated_, most_sheet_columns),
                                          most_sheet_columns);
    }

    std::string file_;
    std::size_t sheet_ = 0, tables_ = 0;
    int table_depth_ = 0, aside_depth_ = 0;
    RowCells cells_;
    const std::vector<std::string_view>* views_ = nullptr;
    std::uint64_t row_ = 0, last_row_ = 0, repeated_ = 0, cell_repeated_ = 1, column_ = 0;
    std::string value_, shown_;
    bool is_in_cell_ = false, is_in_paragraph_ = false, has_paragraph_ = false, has_ended_ = false;
    ZipXml xml_;
};

class NamesReader final : public XmlHandler {
  public:
    std::vector<std::string> names;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "table" && ++depth_ == 1) names.emplace_back(attributes["name"]);
    }
    void end(std::string_view name) override {
        if (name == "table") --depth_;
    }
    void text(std::string_view) override {}

  private:
    int depth_ = 0;
};

class OdsBook final : public SheetBook {
  public:
    explicit OdsBook(std::filesystem::path file) : file_(std::move(file)) {
        const auto entries = zip_entries(file_);
        const ZipEntry* const contents = find_entry(entries, "content.xml");
        if (contents == nullptr) fail_damaged(file_.string(), "content.xml is missing");
        contents_ = *contents;
        refuse_encrypted(entries);
        NamesReader reader;
        ZipXml xml(file_, contents_, reader);
        while (xml.advance()) {
        }
        names_ = std::move(reader.names);
        if (names_.empty()) throw base::Error("sheet.no_sheet", {{"file", file_.string()}});
    }
    const std::vector<std::string>& names() const override { return names_; }
    std::unique_ptr<SheetRows> open(std::size_t index) const override {
        return std::make_unique<OdsRows>(file_, contents_, index);
    }

  private:
    // OpenDocument 1.3 part 2, 4.8.4.
    void refuse_encrypted(const std::vector<ZipEntry>& entries) const {
        const ZipEntry* const manifest = find_entry(entries, "META-INF/manifest.xml");
        if (manifest == nullptr) return;
        constexpr std::uint64_t most_bytes = std::uint64_t(16) << 20;
        if (zip_entry_text(file_, *manifest, most_bytes).find("encryption-data") != std::string::npos)
            throw base::Error("package.encrypted", {{"file", file_.string()}, {"entry", "content.xml"}});
    }

    std::filesystem::path file_;
    ZipEntry contents_;
    std::vector<std::string> names_;
};

}  // namespace

std::shared_ptr<const SheetBook> open_ods(const std::filesystem::path& file) {
    return std::make_shared<OdsBook>(file);
}

}  // namespace harmattan::io
