// A text for every row.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "events/code_column.h"
#include "events/gather.h"
#include "events/text_arena.h"

namespace harmattan::events {

// Texts that repeat (countries, sides) are interned: kept once in a dictionary, with a number a row. Texts that
// are nearly all distinct (Text::id) are kept one after the other instead, which takes less memory and no hashing.
// A column in which no row has a text takes no memory but this object.
class TextColumn {
  public:
    std::string_view at(std::size_t row) const {
        if (!codes_.empty()) return (*dictionary_)[codes_[row]];
        return arena_.size() == 0 ? std::string_view{} : arena_[row];
    }
    // False for Text::id, which has no codes: code() and dictionary() are for the other columns.
    bool is_interned() const { return is_interned_; }
    // True when no row has a text.
    bool is_blank() const { return codes_.empty() && arena_.size() == 0; }
    // The number of the row's text in dictionary(). Only where is_interned().
    std::uint32_t code(std::size_t row) const { return codes_.empty() ? 0 : codes_[row]; }
    // Every distinct text in order of first reading; the empty text (nothing given) has code 0. A table that was
    // selected from another has the other's dictionary, with texts that none of its rows may have. Only where
    // is_interned().
    const std::vector<std::string>& dictionary() const { return *dictionary_; }
    // For scans: calls `scan` with every row's code as std::span<const std::uint8_t>, <const std::uint16_t> or
    // <const std::uint32_t>, and gives back what it returns. The span is empty when is_blank(). Only where
    // is_interned().
    template <typename Scan>
    decltype(auto) visit_codes(Scan&& scan) const {
        return codes_.visit(std::forward<Scan>(scan));
    }
    std::size_t size() const { return size_; }

    // What the rows take, and what the dictionary takes (counted again for each table that shares it).
    std::size_t row_bytes() const { return codes_.memory_bytes() + arena_.memory_bytes(); }
    std::size_t dictionary_bytes() const;

  private:
    friend class EventTable;
    friend class EventTableBuilder;
    using Dictionary = std::vector<std::string>;

    static std::shared_ptr<const Dictionary> only_empty();
    TextColumn gathered(RowNumbers rows) const;
    void shrink_to_fit();

    std::size_t size_ = 0;
    bool is_interned_ = true;
    CodeColumn codes_;  // empty when every text is
    std::shared_ptr<const Dictionary> dictionary_ = only_empty();
    TextArena arena_;  // where not interned; empty when every text is
};

}  // namespace harmattan::events
