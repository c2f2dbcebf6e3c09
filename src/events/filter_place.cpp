#include "events/filter_place.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>
#include <utf8proc.h>

#include "base/printable.h"
#include "events/filter.h"

namespace harmattan::events {
namespace {

constexpr std::size_t most_cells_before = 40, most_cells_after = 30;
constexpr std::string_view ellipsis = "…";

// One character as it is shown.
struct Shown {
    std::size_t begin = 0, bytes = 1;
    std::string text;
    std::size_t cells = 1;
};

// Bytes that are no UTF-8, and characters that cannot be seen or that change how others are seen, by their
// numbers.
Shown escaped(std::string_view text, std::size_t begin, std::size_t bytes, utf8proc_int32_t code) {
    std::string visible = base::printable(text.substr(begin, bytes));
    if (visible == text.substr(begin, bytes)) visible = fmt::format("\\u{:04x}", code);
    const std::size_t cells = visible.size();
    return {begin, bytes, std::move(visible), cells};
}

Shown shown_at(std::string_view text, std::size_t begin) {
    utf8proc_int32_t code = 0;
    const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + begin,
                                        static_cast<utf8proc_ssize_t>(text.size() - begin), &code);
    if (bytes <= 0) return escaped(text, begin, 1, 0);
    const auto length = static_cast<std::size_t>(bytes);
    if (code == '\t' || code == '\n' || code == '\r') return {begin, length, " "};
    const auto category = utf8proc_category(code);
    if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF)
        return escaped(text, begin, length, code);
    return {begin, length, std::string(text.substr(begin, length)),
            static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)))};
}

std::vector<Shown> all_shown(std::string_view text) {
    std::vector<Shown> all;
    for (std::size_t at = 0; at < text.size(); at += all.back().bytes) all.push_back(shown_at(text, at));
    return all;
}

struct Excerpt {
    std::string line, caret;
};

// The characters about number `marked`, which may be the one behind the last.
Excerpt excerpt(const std::vector<Shown>& all, std::size_t marked) {
    std::size_t first = marked, last = marked, before = 0;
    while (first > 0 && before + all[first - 1].cells <= most_cells_before) before += all[--first].cells;
    for (std::size_t after = 0; last < all.size() && after + all[last].cells <= most_cells_after; ++last)
        after += all[last].cells;
    Excerpt out;
    if (first > 0) out.line += ellipsis;
    for (std::size_t i = first; i < last; ++i) out.line += all[i].text;
    if (last < all.size()) out.line += ellipsis;
    out.caret = std::string(before + (first > 0 ? 1 : 0), ' ') + "^";
    return out;
}

}  // namespace

void fail_in_filter(std::string key, std::string_view expression, std::size_t place, base::NamedValues values) {
    const std::vector<Shown> all = all_shown(expression);
    const auto marked = static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(), [&](const Shown& one) { return one.begin + one.bytes > place; }) -
        all.begin());
    Excerpt about = excerpt(all, marked);
    values.emplace_back("expression", shown_in_message(expression, 200));
    values.emplace_back("column", fmt::format("{}", marked + 1));
    values.emplace_back("line", std::move(about.line));
    values.emplace_back("caret", std::move(about.caret));
    throw base::Error(std::move(key), std::move(values));
}

std::string shown_in_message(std::string_view text, std::size_t most) {
    std::string out;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (count++ == most) return out.append(ellipsis);
        const Shown one = shown_at(text, at);
        out += one.text;
        at += one.bytes;
    }
    return out;
}

std::string excerpt_of(const base::Error& error) {
    const auto value = [&](std::string_view name) -> std::string {
        const auto found = std::find_if(error.values().begin(), error.values().end(),
                                        [&](const auto& one) { return one.first == name; });
        return found == error.values().end() ? std::string() : found->second;
    };
    const std::string caret = value("caret");
    return caret.empty() ? std::string() : value("line") + "\n" + caret;
}

}  // namespace harmattan::events
