#include "events/text_column.h"

namespace harmattan::events {

std::shared_ptr<const TextColumn::Dictionary> TextColumn::only_empty() {
    static const auto dictionary = std::make_shared<const Dictionary>(1);
    return dictionary;
}

std::size_t TextColumn::dictionary_bytes() const {
    if (dictionary_ == only_empty()) return 0;
    std::size_t bytes = dictionary_->capacity() * sizeof(std::string);
    for (const std::string& text : *dictionary_) bytes += heap_bytes(text);
    return bytes;
}

TextColumn TextColumn::gathered(RowNumbers rows) const {
    TextColumn taken;
    taken.size_ = rows.size();
    taken.is_interned_ = is_interned_;
    taken.dictionary_ = dictionary_;
    if (!codes_.empty()) taken.codes_ = codes_.gathered(rows);
    if (arena_.size() > 0) taken.arena_ = arena_.gathered(rows);
    return taken;
}

void TextColumn::shrink_to_fit() {
    codes_.shrink_to_fit();
    arena_.shrink_to_fit();
}

}  // namespace harmattan::events
