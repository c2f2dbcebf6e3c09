#include "io/foreign_texts.h"

#include <numeric>

#include <fmt/core.h>

namespace harmattan::io {

bool ForeignTexts::add(EventField field, std::uint64_t offset, std::uint64_t line) {
    if (!first_) first_ = {offset, line, field};
    return ++count_[static_cast<std::size_t>(field)] == 1;
}

void ForeignTexts::append(const ForeignTexts& more, std::uint64_t lines) {
    if (!first_ && more.first_) first_ = {more.first_->offset, lines + more.first_->line, more.first_->field};
    for (std::size_t i = 0; i < event_field_count; ++i) count_[i] += more.count_[i];
}

std::optional<ReadingNote> ForeignTexts::note(const EventLayout& layout, bool is_packed) const {
    if (!first_) return std::nullopt;
    const std::uint64_t values = std::accumulate(count_.begin(), count_.end(), std::uint64_t(0));
    return ReadingNote{is_packed ? "note.not_utf8_packed" : "note.not_utf8",
                       {{"offset", fmt::format("{}", first_->offset)},
                        {"line", fmt::format("{}", first_->line)},
                        {"column", layout.header[*layout.of(first_->field)]},
                        {"count", fmt::format("{}", values)},
                        {"columns", columns(layout)}}};
}

// "notes 12, country 3": how many values of each column.
std::string ForeignTexts::columns(const EventLayout& layout) const {
    std::string list;
    for (std::size_t i = 0; i < event_field_count; ++i)
        if (count_[i] > 0)
            list += fmt::format("{}{} {}", list.empty() ? "" : ", ", layout.header[*layout.at[i]], count_[i]);
    return list;
}

}  // namespace harmattan::io
