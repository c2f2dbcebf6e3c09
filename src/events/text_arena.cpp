#include "events/text_arena.h"

#include <algorithm>

namespace harmattan::events {

std::size_t heap_bytes(const std::string& text) {
    const bool is_short = text.capacity() <= std::string().capacity();
    return is_short ? 0 : text.capacity() + 1;
}

std::string_view TextArena::operator[](std::size_t row) const {
    std::uint64_t begin = block_begins_[row / rows_per_block];
    for (std::size_t before = row / rows_per_block * rows_per_block; before < row; ++before)
        begin += length_of(before);
    return {characters_.data() + begin, length_of(row)};
}

std::size_t TextArena::long_length(std::size_t row) const {
    const auto found = std::lower_bound(long_lengths_.begin(), long_lengths_.end(), row,
                                        [](const auto& one, auto asked) { return one.first < asked; });
    return static_cast<std::size_t>(found->second);
}

void TextArena::reserve(std::size_t rows) {
    lengths_.reserve(rows);
    block_begins_.reserve(rows / rows_per_block + 1);
    // The texts to come will be about as long as those so far.
    if (size() > 0) characters_.reserve(rows * (characters_.size() / size() + 1));
}

void TextArena::push_back(std::string_view text) {
    const std::size_t row = lengths_.size();
    if (row % rows_per_block == 0) block_begins_.push_back(characters_.size());
    if (text.size() >= in_list) long_lengths_.emplace_back(static_cast<std::uint32_t>(row), text.size());
    lengths_.push_back(text.size() >= in_list ? in_list : static_cast<std::uint8_t>(text.size()));
    characters_ += text;
}

void TextArena::append(const TextArena& more) {
    std::uint64_t begin = characters_.size();
    for (std::size_t row = 0; row < more.size(); ++row) {
        const std::size_t length = more.length_of(row);
        if (lengths_.size() % rows_per_block == 0) block_begins_.push_back(begin);
        if (length >= in_list) long_lengths_.emplace_back(static_cast<std::uint32_t>(lengths_.size()), length);
        lengths_.push_back(more.lengths_[row]);
        begin += length;
    }
    characters_ += more.characters_;
}

void TextArena::shrink_to_fit() {
    characters_.shrink_to_fit();
    block_begins_.shrink_to_fit();
    lengths_.shrink_to_fit();
    long_lengths_.shrink_to_fit();
}

TextArena TextArena::gathered(RowNumbers rows) const {
    TextArena taken;
    taken.lengths_.reserve(rows.size());
    taken.block_begins_.reserve(rows.size() / rows_per_block + 1);
    std::size_t character_count = 0;
    for (const std::uint32_t row : rows) character_count += length_of(row);
    taken.characters_.reserve(character_count);
    for (const std::uint32_t row : rows) taken.push_back((*this)[row]);
    return taken;
}

std::size_t TextArena::memory_bytes() const {
    return heap_bytes(characters_) + block_begins_.capacity() * sizeof(block_begins_[0]) + lengths_.capacity() +
           long_lengths_.capacity() * sizeof(long_lengths_[0]);
}

}  // namespace harmattan::events
