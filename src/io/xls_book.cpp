#include "io/xls_book.h"

#include <algorithm>
#include <bit>
#include <utility>

#include <fmt/core.h>

#include "base/error.h"
#include "io/biff_text.h"
#include "io/binary_number.h"
#include "io/compound_file.h"
#include "io/excel_date.h"

namespace harmattan::io {
namespace {

// Record types ([MS-XLS] 2.3).
enum Biff : std::uint16_t {
    formula = 0x0006,
    end_of_part = 0x000a,
    date_mode = 0x0022,
    file_pass = 0x002f,
    continued = 0x003c,
    bound_sheet = 0x0085,
    many_rk = 0x00bd,
    rich_label = 0x00d6,
    cell_style = 0x00e0,
    shared_texts = 0x00fc,
    shared_label = 0x00fd,
    number = 0x0203,
    label = 0x0204,
    bool_or_error = 0x0205,
    formula_text = 0x0207,
    one_rk = 0x027e,
    number_format = 0x041e,
    begin_of_part = 0x0809
};

[[noreturn]] void fail_damaged(const std::string& file, const std::string& reason) {
    throw base::Error("sheet.damaged", {{"file", file}, {"reason", reason}});
}

struct Record {
    std::uint16_t type = 0;
    std::string_view body;
    std::vector<std::string_view> parts;  // the body, and those of the records that continue it
};

// Goes from record to record of the workbook's stream.
class Records {
  public:
    Records(std::string_view stream, std::size_t at, const std::string& file)
        : stream_(stream), at_(at), file_(file) {}

    bool next(Record& record) {
        if (at_ + 4 > stream_.size()) return false;
        record.type = static_cast<std::uint16_t>(little_endian(stream_, at_, 2));
        record.body = body();
        record.parts = {record.body};
        while (at_ + 4 <= stream_.size() && little_endian(stream_, at_, 2) == continued)
            record.parts.push_back(body());
        return true;
    }

  private:
    std::string_view body() {
        const auto size = static_cast<std::size_t>(little_endian(stream_, at_ + 2, 2));
        if (at_ + 4 + size > stream_.size()) fail_damaged(file_, "a record is cut off");
        const auto bytes = stream_.substr(at_ + 4, size);
        at_ += 4 + size;
        return bytes;
    }

    std::string_view stream_;
    std::size_t at_;
    const std::string& file_;
};

// What all sheets of a workbook share.
struct Book {
    std::string file, stream;
    std::vector<std::string> names, texts;
    std::vector<std::size_t> sheets;  // where each begins in the stream
    std::vector<std::pair<std::uint64_t, CellFormat>> codes;
    std::vector<std::uint64_t> styles;  // the number format of each
    bool from_1904 = false;

    CellFormat format_of(std::uint64_t style) const {
        if (style >= styles.size()) return CellFormat::number;
        const std::uint64_t id = styles[style];
        const auto found =
            std::find_if(codes.begin(), codes.end(), [&](const auto& code) { return code.first == id; });
        return found != codes.end() ? found->second : built_in_format(static_cast<int>(id));
    }
};

// 2.1.7.20.3: the part of the stream before the sheets.
class BookReading {
  public:
    explicit BookReading(const std::filesystem::path& file) {
        book_.file = file.string();
        const CompoundFile container(file);
        if (container.find("EncryptedPackage") != nullptr) fail_locked();  // [MS-OFFCRYPTO] 2.3.4.4
        const CompoundStream* const stream = container.find("Workbook");
        if (stream == nullptr && container.find("Book") != nullptr) fail_too_old();
        if (stream == nullptr) fail_damaged(book_.file, "it is no workbook, but another document of Office's");
        book_.stream = container.read(*stream);
    }

    Book run() {
        Records records(book_.stream, 0, book_.file);
        Record record;
        while (records.next(record) && record.type != end_of_part) take(record);
        if (book_.names.empty()) throw base::Error("sheet.no_sheet", {{"file", book_.file}});
        return std::move(book_);
    }

  private:
    [[noreturn]] void fail_locked() const {
        throw base::Error("package.encrypted", {{"file", book_.file}, {"entry", "Workbook"}});
    }
    [[noreturn]] void fail_too_old() const { throw base::Error("sheet.too_old", {{"file", book_.file}}); }

    void take(const Record& record) {
        constexpr std::uint32_t version_of_1997 = 0x0600;
        BiffCursor cursor(record.parts);
        switch (record.type) {
            case begin_of_part:
                if (cursor.number(2) != version_of_1997) fail_too_old();
                break;
            case file_pass:
                fail_locked();
            case date_mode:
                book_.from_1904 = cursor.number(2) == 1;
                break;
            case number_format: {
                const auto id = cursor.number(2);
                book_.codes.emplace_back(id, format_of_code(cursor.text(2)));
                break;
            }
            case cell_style:
                cursor.number(2);  // its font
                book_.styles.push_back(cursor.number(2));
                break;
            case bound_sheet:
                take_sheet(cursor);
                break;
            case shared_texts:
                cursor.number(4);  // how often they are used
                for (auto left = cursor.number(4); left > 0 && !cursor.has_ended(); --left)
                    book_.texts.push_back(cursor.text(2));
                break;
            default:
                break;
        }
    }

    // 2.4.28: only sheets of cells, not of charts and macros.
    void take_sheet(BiffCursor& cursor) {
        const std::size_t at = cursor.number(4);
        cursor.number(1);  // whether it is hidden
        if ((cursor.number(1) & 0x0f) != 0) return;
        book_.names.push_back(cursor.text(1));
        book_.sheets.push_back(at);
    }

    Book book_;
};

const char* error_name(std::uint32_t code) {  // 2.5.10
    switch (code) {
        case 0x00:
            return "#NULL!";
        case 0x07:
            return "#DIV/0!";
        case 0x0f:
            return "#VALUE!";
        case 0x17:
            return "#REF!";
        case 0x1d:
            return "#NAME?";
        case 0x24:
            return "#NUM!";
        default:
            return "#N/A";
    }
}

// 2.5.122: 30 bits of a whole number or of a real's upper half, maybe of a hundredth.
double rk_value(std::uint32_t rk) {
    const double value = (rk & 2) != 0
                             ? static_cast<double>(static_cast<std::int32_t>(rk) >> 2)
                             : std::bit_cast<double>(static_cast<std::uint64_t>(rk & ~std::uint32_t(3)) << 32);
    return (rk & 1) != 0 ? value / 100 : value;
}

struct Cell {
    enum class Kind : std::uint8_t { number, shared_text, own_text, truth, error };
    std::uint16_t row = 0, column = 0, style = 0;
    Kind kind = Kind::number;
    double number = 0;
    std::uint32_t index = 0;  // of a text; or the truth, or the error's code
};

// All cells of a sheet, by row and column.
class SheetReading {
  public:
    SheetReading(const Book& book, std::size_t at) : records_(book.stream, at, book.file) {
        if (at >= book.stream.size()) fail_damaged(book.file, "a sheet lies behind its end");
    }

    std::vector<Cell> cells;
    std::vector<std::string> texts;

    void run() {
        Record record;
        // Charts in the sheet are parts within its part.
        for (int depth = 0; records_.next(record);) {
            if (record.type == begin_of_part) ++depth;
            if (record.type == end_of_part && --depth <= 0) break;
            if (depth == 1) take(record);
        }
        std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
            return std::pair(a.row, a.column) < std::pair(b.row, b.column);
        });
    }

  private:
    void take(const Record& record) {
        if (record.type == formula_text) {
            if (waits_for_text_) add_text(BiffCursor(record.parts).text(2));
            waits_for_text_ = false;
            return;
        }
        BiffCursor cursor(record.parts);
        switch (record.type) {
            case number:
            case one_rk:
            case label:
            case rich_label:
            case shared_label:
            case bool_or_error:
            case formula:
                begin_cell(cursor);
                take_value(record.type, cursor);
                break;
            case many_rk:
                take_many(record, cursor);
                break;
            default:
                break;
        }
    }

    void begin_cell(BiffCursor& cursor) {
        cell_.row = static_cast<std::uint16_t>(cursor.number(2));
        cell_.column = static_cast<std::uint16_t>(cursor.number(2));
        cell_.style = static_cast<std::uint16_t>(cursor.number(2));
        waits_for_text_ = false;
    }

    void take_value(std::uint16_t type, BiffCursor& cursor) {
        if (type == number)
            add_number(real(cursor));
        else if (type == one_rk)
            add_number(rk_value(cursor.number(4)));
        else if (type == shared_label)
            add(Cell::Kind::shared_text, cursor.number(4));
        else if (type == formula)
            take_result(cursor);
        else if (type == bool_or_error) {
            const auto value = cursor.number(1);
            add(cursor.number(1) != 0 ? Cell::Kind::error : Cell::Kind::truth, value);
        } else
            add_text(cursor.text(2));
    }

    static double real(BiffCursor& cursor) {
        const std::uint64_t low = cursor.number(4);
        return std::bit_cast<double>(static_cast<std::uint64_t>(cursor.number(4)) << 32 | low);
    }

    // 2.5.133: a real, or behind it what no real looks like: a text to come, a truth or an error.
    void take_result(BiffCursor& cursor) {
        const std::uint32_t low = cursor.number(4), high = cursor.number(4);
        if (high >> 16 != 0xffff)
            return add_number(std::bit_cast<double>(static_cast<std::uint64_t>(high) << 32 | low));
        const std::uint32_t kind = low & 0xff, value = low >> 16 & 0xff;
        waits_for_text_ = kind == 0;
        if (kind == 1) add(Cell::Kind::truth, value);
        if (kind == 2) add(Cell::Kind::error, value);
    }

    // 2.4.175: row, first column, a style and a number for each, last column.
    void take_many(const Record& record, BiffCursor& cursor) {
        cell_.row = static_cast<std::uint16_t>(cursor.number(2));
        auto column = static_cast<std::uint16_t>(cursor.number(2));
        for (std::size_t left = record.body.size() < 6 ? 0 : (record.body.size() - 6) / 6; left > 0; --left) {
            cell_.column = column++;
            cell_.style = static_cast<std::uint16_t>(cursor.number(2));
            add_number(rk_value(cursor.number(4)));
        }
    }

    void add_number(double value) {
        cell_.number = value;
        add(Cell::Kind::number, 0);
    }
    void add_text(std::string text) {
        texts.push_back(std::move(text));
        add(Cell::Kind::own_text, static_cast<std::uint32_t>(texts.size() - 1));
    }
    void add(Cell::Kind kind, std::uint32_t index) {
        cell_.kind = kind;
        cell_.index = index;
        cells.push_back(cell_);
    }

    Records records_;
    Cell cell_;
    bool waits_for_text_ = false;
};

class XlsRows final : public SheetRows {
  public:
    XlsRows(std::shared_ptr<const Book> book, std::size_t sheet)
        : book_(std::move(book)), reading_(*book_, book_->sheets[sheet]) {
        reading_.run();
    }

    bool next() override {
        cells_.clear();
        if (at_ == reading_.cells.size()) return false;
        row_ = reading_.cells[at_].row;
        for (; at_ < reading_.cells.size() && reading_.cells[at_].row == row_; ++at_)
            // Of two for the same place the later counts.
            if (at_ + 1 == reading_.cells.size() || reading_.cells[at_ + 1].row != row_ ||
                reading_.cells[at_ + 1].column != reading_.cells[at_].column)
                put(reading_.cells[at_]);
        views_ = &cells_.views();
        return true;
    }
    std::uint64_t number() const override { return row_ + 1; }
    const std::vector<std::string_view>& cells() const override { return *views_; }
    double share_read() const override {
        return reading_.cells.empty() ? 1 : static_cast<double>(at_) / static_cast<double>(reading_.cells.size());
    }

  private:
    void put(const Cell& cell) {
        if (cell.column >= most_sheet_columns) fail_damaged(book_->file, "a cell is out of place");
        if (!cells_.put(cell.column, text_of(cell)))
            throw base::Error("sheet.row_too_long", {{"file", book_->file}, {"row", fmt::format("{}", number())}});
    }

    std::string text_of(const Cell& cell) const {
        switch (cell.kind) {
            case Cell::Kind::number:
                return excel_number(cell.number, book_->format_of(cell.style), book_->from_1904);
            case Cell::Kind::shared_text:
                if (cell.index >= book_->texts.size())
                    fail_damaged(book_->file, fmt::format("the row {} names a text that is not there", number()));
                return book_->texts[cell.index];
            case Cell::Kind::own_text:
                return reading_.texts[cell.index];
            case Cell::Kind::truth:
                return cell.index != 0 ? "true" : "false";
            default:
                return error_name(cell.index);
        }
    }

    std::shared_ptr<const Book> book_;
    SheetReading reading_;
    RowCells cells_;
    const std::vector<std::string_view>* views_ = nullptr;
    std::size_t at_ = 0;
    std::uint64_t row_ = 0;
};

class XlsBook final : public SheetBook {
  public:
    explicit XlsBook(std::shared_ptr<const Book> book) : book_(std::move(book)) {}
    const std::vector<std::string>& names() const override { return book_->names; }
    std::unique_ptr<SheetRows> open(std::size_t index) const override {
        return std::make_unique<XlsRows>(book_, index);
    }

  private:
    std::shared_ptr<const Book> book_;
};

}  // namespace

std::shared_ptr<const SheetBook> open_xls(const std::filesystem::path& file) {
    return std::make_shared<XlsBook>(std::make_shared<const Book>(BookReading(file).run()));
}

}  // namespace harmattan::io
