#include "io/sheet_table.h"

#include <algorithm>

#include "io/parse_value.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

bool is_blank(const std::vector<std::string_view>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
}

// How many cells hold something, and how many of these are words.
struct Filling {
    std::size_t cells = 0, words = 0;
};

Filling filling_of(const std::vector<std::string_view>& cells) {
    Filling filling;
    for (const std::string_view cell : cells) {
        const auto text = trimmed(cell);
        if (text.empty()) continue;
        ++filling.cells;
        if (!parse_number(text) && !parse_date(text).has_form) ++filling.words;
    }
    return filling;
}

std::vector<std::string> names_of(const std::vector<std::string_view>& cells) {
    std::vector<std::string> names;
    for (const std::string_view cell : cells) names.push_back(repaired_utf8(trimmed(cell)));
    while (!names.empty() && names.back().empty()) names.pop_back();
    return names;
}

class SheetTable final : public TableReader {
  public:
    SheetTable(std::unique_ptr<SheetRows> rows, SheetHeader header)
        : rows_(std::move(rows)), header_(std::move(header)) {}

    const std::vector<std::string>& columns() const override { return header_.columns; }
    bool next() override {
        while (rows_->next())
            if (rows_->number() > header_.row && !is_blank(rows_->cells())) return true;
        return false;
    }
    std::size_t field_count() const override { return header_.columns.size(); }
    std::string_view field(std::size_t index) override {
        return index < rows_->cells().size() ? rows_->cells()[index] : std::string_view();
    }
    std::uint64_t line() const override { return rows_->number(); }
    std::uint64_t position() const override { return rows_->number(); }
    double share_read() const override { return rows_->share_read(); }

  private:
    std::unique_ptr<SheetRows> rows_;
    SheetHeader header_;
};

}  // namespace

void RowCells::clear() {
    texts_.clear();
    ends_.clear();
    views_.clear();
}

bool RowCells::put(std::size_t column, std::string_view text) {
    if (trimmed(text).empty()) return true;
    if (texts_.size() + text.size() > most_row_bytes) return false;
    ends_.resize(std::max(ends_.size(), column), texts_.size());
    texts_ += text;
    ends_.push_back(texts_.size());
    return true;
}

const std::vector<std::string_view>& RowCells::views() {
    views_.clear();
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
        views_.push_back(std::string_view(texts_).substr(begin, end - begin));
        begin = end;
    }
    return views_;
}

std::optional<SheetHeader> find_sheet_header(SheetRows& rows) {
    constexpr std::size_t rows_looked_at = 50;
    std::vector<SheetHeader> candidates;
    std::vector<Filling> fillings;
    std::size_t fullest = 0;
    while (candidates.size() < rows_looked_at && rows.next()) {
        if (is_blank(rows.cells())) continue;
        candidates.push_back({names_of(rows.cells()), rows.number()});
        fillings.push_back(filling_of(rows.cells()));
        fullest = std::max(fullest, fillings.back().cells);
    }
    const auto is_full = [&](std::size_t i) { return 2 * fillings[i].cells > fullest; };
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (is_full(i) && 2 * fillings[i].words > fillings[i].cells) return candidates[i];
    for (std::size_t i = 0; i < candidates.size(); ++i)
        if (is_full(i)) return candidates[i];
    return std::nullopt;
}

std::unique_ptr<TableReader> sheet_table(std::unique_ptr<SheetRows> rows, SheetHeader header) {
    return std::make_unique<SheetTable>(std::move(rows), std::move(header));
}

}  // namespace harmattan::io
