#include "events/count_column.h"

#include <algorithm>

namespace harmattan::events {

std::int32_t CountColumn::from_list(std::size_t row) const {
    const auto found = std::lower_bound(list_.begin(), list_.end(), row,
                                        [](const auto& one, auto asked) { return one.first < asked; });
    return found->second;
}

void CountColumn::append(const CountColumn& more) {
    const auto moved = static_cast<std::uint32_t>(stored_.size());
    for (const auto& [row, number] : more.list_) list_.emplace_back(moved + row, number);
    events::append(stored_, more.stored_);
}

void CountColumn::shrink_to_fit() {
    stored_.shrink_to_fit();
    list_.shrink_to_fit();
}

CountColumn CountColumn::gathered(RowNumbers rows) const {
    CountColumn taken;
    taken.stored_ = events::gathered(stored_, rows);
    if (list_.empty()) return taken;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (taken.stored_[i] == elsewhere)
            taken.list_.emplace_back(static_cast<std::uint32_t>(i), from_list(rows[i]));
    return taken;
}

std::size_t CountColumn::memory_bytes() const {
    return stored_.capacity() * sizeof(stored_[0]) + list_.capacity() * sizeof(list_[0]);
}

}  // namespace harmattan::events
