#include "io/xlsx_book.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/excel_date.h"
#include "io/parse_value.h"
#include "io/zip_xml.h"

namespace harmattan::io {
namespace {

[[noreturn]] void fail_damaged(const std::string& file, const std::string& reason) {
    throw base::Error("sheet.damaged", {{"file", file}, {"reason", reason}});
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t value = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && rest == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// Texts that many cells share, in one block.
class SharedTexts {
  public:
    void begin() { starts_.push_back(texts_.size()); }
    void append(std::string_view part) { texts_ += part; }
    std::size_t count() const { return starts_.size(); }
    std::string_view operator[](std::size_t index) const {
        const std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] : texts_.size();
        return std::string_view(texts_).substr(starts_[index], end - starts_[index]);
    }

  private:
    std::string texts_;
    std::vector<std::size_t> starts_;
};

// What all sheets of a workbook share.
struct Book {
    std::filesystem::path file;
    std::vector<std::string> names;
    std::vector<ZipEntry> sheets;
    std::vector<CellFormat> formats;  // by the style's index
    SharedTexts texts;
    bool from_1904 = false;
};

// 18.2: xl/workbook.xml names the sheets, the relations beside it say where they are.
class WorkbookReader final : public XmlHandler {
  public:
    struct Sheet {
        std::string name, relation;
    };
    std::vector<Sheet> sheets;
    bool from_1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") {
            // Its own id stands before, as sheetId.
            sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"])});
        } else if (name == "workbookPr") {
            const auto from = attributes["date1904"];
            from_1904 = from == "1" || from == "true" || from == "on";
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

// ECMA-376 part 2, 6.5.3.
class RelationsReader final : public XmlHandler {
  public:
    struct Relation {
        std::string id, type, target;
    };
    std::vector<Relation> relations;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship")
            relations.push_back({std::string(attributes["Id"]), std::string(attributes["Type"]),
                                 std::string(attributes["Target"])});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    const Relation* of_type(std::string_view ending) const {
        const auto found = std::find_if(relations.begin(), relations.end(),
                                        [&](const Relation& r) { return r.type.ends_with(ending); });
        return found == relations.end() ? nullptr : &*found;
    }
    const Relation* of_id(std::string_view id) const {
        const auto found =
            std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.id == id; });
        return found == relations.end() ? nullptr : &*found;
    }
};

// 18.8: the number format of each cell style.
class StylesReader final : public XmlHandler {
  public:
    std::vector<CellFormat> formats;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            if (const auto id = whole_number(attributes["numFmtId"]))
                codes_.emplace_back(*id, format_of_code(attributes["formatCode"]));
        } else if (name == "cellXfs") {
            is_in_cells_ = true;
        } else if (name == "xf" && is_in_cells_) {
            formats.push_back(format_of(whole_number(attributes["numFmtId"]).value_or(0)));
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") is_in_cells_ = false;
    }
    void text(std::string_view) override {}

  private:
    CellFormat format_of(std::uint64_t id) const {
        const auto found =
            std::find_if(codes_.begin(), codes_.end(), [&](const auto& code) { return code.first == id; });
        if (found != codes_.end()) return found->second;
        return id < 1000 ? built_in_format(static_cast<int>(id)) : CellFormat::number;
    }

    std::vector<std::pair<std::uint64_t, CellFormat>> codes_;
    bool is_in_cells_ = false;
};

// 18.4: <si> with one <t>, or several in runs; <rPh> holds how to pronounce it.
class TextsReader final : public XmlHandler {
  public:
    explicit TextsReader(SharedTexts& texts) : texts_(texts) {}

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "si") texts_.begin();
        if (name == "rPh") is_in_phonetic_ = true;
        is_in_text_ = name == "t" && !is_in_phonetic_ && texts_.count() > 0;
    }
    void end(std::string_view name) override {
        if (name == "rPh") is_in_phonetic_ = false;
        is_in_text_ = false;
    }
    void text(std::string_view part) override {
        if (is_in_text_) texts_.append(part);
    }

  private:
    SharedTexts& texts_;
    bool is_in_text_ = false, is_in_phonetic_ = false;
};

// 18.3.1: <row r="5"><c r="B5" s="3" t="s"><v>17</v></c></row>.
class XlsxRows final : public SheetRows, private XmlHandler {
  public:
    XlsxRows(std::shared_ptr<const Book> book, std::size_t sheet)
        : book_(std::move(book)), xml_(book_->file, book_->sheets[sheet], *this) {}

    bool next() override {
        cells_.clear();
        if (!xml_.advance()) return false;
        views_ = &cells_.views();
        return true;
    }
    std::uint64_t number() const override { return row_; }
    const std::vector<std::string_view>& cells() const override { return *views_; }
    double share_read() const override { return xml_.share_read(); }

  private:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            begin_row(attributes["r"]);
        } else if (name == "c") {
            begin_cell(attributes);
        } else if (name == "v" || name == "t") {
            is_in_value_ = !is_in_phonetic_;
        } else if (name == "rPh") {
            is_in_phonetic_ = true;
        }
    }
    void end(std::string_view name) override {
        if (name == "row") {
            if (!cells_.is_blank()) xml_.pause();
        } else if (name == "c") {
            end_cell();
        } else if (name == "v" || name == "t") {
            is_in_value_ = false;
        } else if (name == "rPh") {
            is_in_phonetic_ = false;
        }
    }
    void text(std::string_view part) override {
        if (!is_in_value_) return;
        value_ += part;
        if (value_.size() > most_row_bytes) fail_too_long();
    }

    [[noreturn]] void fail_too_long() const {
        throw base::Error("sheet.row_too_long",
                          {{"file", book_->file.string()}, {"row", fmt::format("{}", row_)}});
    }

    void put(std::string_view text) {
        if (!cells_.put(column_, text)) fail_too_long();
    }

    void begin_row(std::string_view number) {
        cells_.clear();
        const auto given = number.empty() ? row_ + 1 : whole_number(number).value_or(0);
        if (given <= row_ || given > most_sheet_rows)
            fail_damaged(book_->file.string(), fmt::format("the row {} follows the row {}", number, row_));
        row_ = given;
        column_ = 0;
    }

    // "B5": letters count to the base of 26, from A = 1.
    void begin_cell(const XmlAttributes& attributes) {
        const auto place = attributes["r"];
        std::size_t column = 0;
        for (const char c : place) {
            if (c < 'A' || c > 'Z' || column > most_sheet_columns) break;
            column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
        }
        const std::size_t given = column == 0 ? column_ : column - 1;
        if (given < column_ || given >= most_sheet_columns)
            fail_damaged(book_->file.string(), fmt::format("the cell {} is out of place", place));
        column_ = given;
        type_ = attributes["t"];
        style_ = whole_number(attributes["s"]).value_or(0);
        value_.clear();
    }

    void end_cell() {
        if (type_ == "s") {
            const auto index = whole_number(value_);
            if (!index || *index >= book_->texts.count())
                fail_damaged(book_->file.string(), fmt::format("the row {} names a text that is not there", row_));
            put(book_->texts[*index]);
        } else if (type_ == "b") {
            put(value_ == "1" || value_ == "true" ? "true" : "false");
        } else if (type_.empty() || type_ == "n") {
            put(number_text());
        } else {
            put(value_);
        }
        ++column_;
    }

    std::string number_text() const {
        const auto number = parse_number(value_);
        if (!number) return value_;
        const CellFormat format = style_ < book_->formats.size() ? book_->formats[style_] : CellFormat::number;
        return excel_number(*number, format, book_->from_1904);
    }

    std::shared_ptr<const Book> book_;
    RowCells cells_;
    const std::vector<std::string_view>* views_ = nullptr;
    std::uint64_t row_ = 0, style_ = 0;
    std::size_t column_ = 0;  // of the cell to come, from 0
    std::string type_, value_;
    bool is_in_value_ = false, is_in_phonetic_ = false;
    ZipXml xml_;
};

class XlsxBook final : public SheetBook {
  public:
    explicit XlsxBook(std::shared_ptr<const Book> book) : book_(std::move(book)) {}
    const std::vector<std::string>& names() const override { return book_->names; }
    std::unique_ptr<SheetRows> open(std::size_t index) const override {
        return std::make_unique<XlsxRows>(book_, index);
    }

  private:
    std::shared_ptr<const Book> book_;
};

// A part's name in the archive from a relation's target, which counts from the folder of the part that has it.
std::string part_name(const std::string& target, const std::string& folder) {
    return target.starts_with('/') ? target.substr(1) : folder + target;
}

class BookReading {
  public:
    explicit BookReading(const std::filesystem::path& file) : entries_(zip_entries(file)) { book_.file = file; }

    Book run() {
        RelationsReader package;
        read("_rels/.rels", package);
        const auto* const main = package.of_type("/officeDocument");
        const std::string workbook = main != nullptr ? part_name(main->target, "") : "xl/workbook.xml";
        const auto slash = workbook.rfind('/');
        folder_ = slash == std::string::npos ? "" : workbook.substr(0, slash + 1);
        RelationsReader relations;
        read(folder_ + "_rels/" + workbook.substr(folder_.size()) + ".rels", relations);
        WorkbookReader reader;
        if (!read(workbook, reader)) fail_damaged(book_.file.string(), workbook + " is missing");
        book_.from_1904 = reader.from_1904;
        for (const auto& sheet : reader.sheets) add_sheet(sheet, relations);
        if (book_.names.empty()) throw base::Error("sheet.no_sheet", {{"file", book_.file.string()}});
        read_shared(relations);
        return std::move(book_);
    }

  private:
    bool read(const std::string& part, XmlHandler& handler) {
        const ZipEntry* const entry = find_entry(entries_, part);
        if (entry == nullptr) return false;
        ZipXml xml(book_.file, *entry, handler);
        while (xml.advance()) {
        }
        return true;
    }

    // Sheets of charts and macros hold no rows.
    void add_sheet(const WorkbookReader::Sheet& sheet, const RelationsReader& relations) {
        const auto* const relation = relations.of_id(sheet.relation);
        if (relation == nullptr || !relation->type.ends_with("/worksheet")) return;
        const ZipEntry* const entry = find_entry(entries_, part_name(relation->target, folder_));
        if (entry == nullptr) fail_damaged(book_.file.string(), relation->target + " is missing");
        book_.names.push_back(sheet.name);
        book_.sheets.push_back(*entry);
    }

    void read_shared(const RelationsReader& relations) {
        if (const auto* const styles = relations.of_type("/styles")) {
            StylesReader reader;
            read(part_name(styles->target, folder_), reader);
            book_.formats = std::move(reader.formats);
        }
        if (const auto* const texts = relations.of_type("/sharedStrings")) {
            TextsReader reader(book_.texts);
            read(part_name(texts->target, folder_), reader);
        }
    }

    Book book_;
    std::vector<ZipEntry> entries_;
    std::string folder_;
};

}  // namespace

std::shared_ptr<const SheetBook> open_xlsx(const std::filesystem::path& file) {
    return std::make_shared<XlsxBook>(std::make_shared<const Book>(BookReading(file).run()));
}

}  // namespace harmattan::io
