// Texts that are nearly all distinct, one after the other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "events/gather.h"

namespace harmattan::events {

// What a string takes besides its object: nothing while it is short.
std::size_t heap_bytes(const std::string& text);

// Costs a text's characters and one and a half bytes more: its length in a byte, and for every sixteenth text
// where it begins. Lengths of 255 and more stand in a list besides.
class TextArena {
  public:
    // A view into the arena, for as long as that is not changed.
    std::string_view operator[](std::size_t row) const;
    std::size_t size() const { return lengths_.size(); }

    void reserve(std::size_t rows);
    void push_back(std::string_view text);
    // The rows of `more` behind its own.
    void append(const TextArena& more);
    void shrink_to_fit();
    TextArena gathered(RowNumbers rows) const;
    std::size_t memory_bytes() const;

  private:
    static constexpr std::size_t rows_per_block = 16;
    static constexpr std::uint8_t in_list = 255;

    std::size_t length_of(std::size_t row) const {
        const std::uint8_t length = lengths_[row];
        return length == in_list ? long_length(row) : length;
    }
    std::size_t long_length(std::size_t row) const;

    std::string characters_;
    std::vector<std::uint64_t> block_begins_;
    std::vector<std::uint8_t> lengths_;
    std::vector<std::pair<std::uint32_t, std::uint64_t>> long_lengths_;  // row and length, sorted by row
};

}  // namespace harmattan::events
