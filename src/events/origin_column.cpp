#include "events/origin_column.h"

namespace harmattan::events {

void OriginColumn::reserve(std::size_t rows) {
    low_.reserve(rows);
}

void OriginColumn::push_back(RowOrigin origin) {
    const auto high = static_cast<std::uint32_t>(origin.position >> 32U);
    if (file_.empty() && origin.file != 0) file_.fill_with_zeros(low_.size());
    if (!file_.empty() || origin.file != 0) file_.push_back(origin.file);
    if (high_.empty() && high != 0) high_.resize(low_.size());
    if (!high_.empty() || high != 0) high_.push_back(high);
    low_.push_back(static_cast<std::uint32_t>(origin.position));
}

void OriginColumn::append(const OriginColumn& more) {
    const bool is_plain = file_.empty() && more.file_.empty() && high_.empty() && more.high_.empty();
    if (is_plain) return events::append(low_, more.low_);
    for (const RowOrigin origin : more) push_back(origin);
}

void OriginColumn::shrink_to_fit() {
    file_.shrink_to_fit();
    low_.shrink_to_fit();
    high_.shrink_to_fit();
}

OriginColumn OriginColumn::gathered(RowNumbers rows) const {
    OriginColumn taken;
    if (!file_.empty()) taken.file_ = file_.gathered(rows);
    taken.low_ = events::gathered(low_, rows);
    taken.high_ = events::gathered(high_, rows);
    return taken;
}

std::size_t OriginColumn::memory_bytes() const {
    return file_.memory_bytes() + (low_.capacity() + high_.capacity()) * sizeof(std::uint32_t);
}

}  // namespace harmattan::events
