#include "cli/text_page.h"

#include <algorithm>

#include "base/number_format.h"
#include "base/printable.h"

namespace harmattan::cli {
namespace {

constexpr std::size_t line_indent = 2, item_indent = 4;

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

// The first `count` characters.
std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if (begins_character(text[at]) && count-- == 0) break;
    return text.substr(0, at);
}

std::string cut(const std::string& text, std::size_t most) {
    if (character_count(text) <= most) return text;
    return std::string(first_characters(text, most - 1)) + "\u2026";
}

std::string padding(const std::string& text, std::size_t to) {
    const std::size_t size = character_count(text);
    return std::string(size < to ? to - size : 0, ' ');
}

struct Cell {
    std::string number, name;
};

// Numbers as words, and how wide the widest of each are.
struct Cells {
    std::vector<Cell> cells;
    std::size_t number_width = 0, name_width = 0;
};

Cells cells_of(const TextPage& page, std::span<const std::pair<std::uint64_t, std::string>> counts,
               std::size_t most_name) {
    Cells made;
    for (const auto& [number, name] : counts) {
        made.cells.push_back({page.number(number), cut(base::printable(name), most_name)});
        made.number_width = std::max(made.number_width, character_count(made.cells.back().number));
        made.name_width = std::max(made.name_width, character_count(made.cells.back().name));
    }
    return made;
}

}  // namespace

std::size_t character_count(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

void TextPage::heading(std::string_view line) {
    text_ += base::printable(line) + '\n';
}

void TextPage::line(std::string_view key, const base::NamedValues& values) {
    sentence(console_.say(key, values));
}

void TextPage::sentence(std::string_view sentence) {
    wrapped(base::printable(sentence), line_indent, item_indent);
}

void TextPage::text(std::string_view text) {
    wrapped(base::printable(text), item_indent, item_indent);
}

void TextPage::long_text(std::string_view text) {
    text_ += std::string(item_indent, ' ') + base::printable(text) + '\n';
}

void TextPage::wrapped(std::string_view text, std::size_t indent, std::size_t hanging) {
    text_.append(indent, ' ');
    add_wrapped(text, indent, hanging);
}

// Breaks at blanks; a word that is longer than a line stands alone.
void TextPage::add_wrapped(std::string_view text, std::size_t column, std::size_t hanging) {
    bool is_first = true;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t size = character_count(word);
        if (!is_first && column + 1 + size > width) {
            text_ += '\n' + std::string(hanging, ' ');
            column = hanging;
        } else if (!is_first) {
            text_ += ' ';
            ++column;
        }
        text_ += word;
        column += size;
        is_first = false;
    }
    text_ += '\n';
}

void TextPage::counts(std::span<const std::pair<std::uint64_t, std::string>> counts) {
    constexpr std::size_t longest_name = 300;  // enough for any that means something
    const Cells made = cells_of(*this, counts, longest_name);
    for (const Cell& cell : made.cells) {
        text_ += std::string(item_indent, ' ') + padding(cell.number, made.number_width) + cell.number + "  ";
        const std::size_t column = item_indent + made.number_width + 2;
        add_wrapped(cell.name, column, column);
    }
}

void TextPage::short_counts(std::span<const std::pair<std::uint64_t, std::string>> counts) {
    const Cells made = cells_of(*this, counts, width / 2);
    const std::size_t cell_width = made.name_width + 2 + made.number_width;
    const std::size_t gap = 4;
    const std::size_t columns = std::max<std::size_t>(1, (width - item_indent + gap) / (cell_width + gap));
    const std::size_t rows = (made.cells.size() + columns - 1) / columns;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t i = row; i < made.cells.size(); i += rows) {
            const Cell& cell = made.cells[i];
            text_ += std::string(i == row ? item_indent : gap, ' ') + cell.name +
                     padding(cell.name, made.name_width) + "  " + padding(cell.number, made.number_width) +
                     cell.number;
        }
        text_ += '\n';
    }
}

void TextPage::pairs(std::span<const std::pair<std::string, std::string>> pairs) {
    std::size_t first_width = 0;
    for (const auto& [first, second] : pairs) first_width = std::max(first_width, character_count(first));
    for (const auto& [first, second] : pairs)
        text_ += std::string(item_indent, ' ') + first + padding(first, first_width) + "  " +
                 cut(base::printable(second), width - item_indent - first_width - 2) + '\n';
}

std::string TextPage::number(std::uint64_t value) const {
    return base::grouped(static_cast<std::int64_t>(value), console_.language());
}

std::string TextPage::done() && {
    if (text_.ends_with('\n')) text_.pop_back();
    return std::move(text_);
}

}  // namespace harmattan::cli
