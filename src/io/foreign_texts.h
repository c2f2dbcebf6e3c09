// Values that are no UTF-8 and were read as Windows-1252.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "io/event_layout.h"

namespace harmattan::io {

class ForeignTexts {
  public:
    // A value of that field, whose first such byte is byte `offset` of the file. True for the first of its column.
    bool add(EventField field, std::uint64_t offset, std::uint64_t line);
    // Of rows that stand behind those so far. `lines` stand before theirs.
    void append(const ForeignTexts& more, std::uint64_t lines);
    // Of the field's column.
    std::uint64_t count(EventField field) const { return count_[static_cast<std::size_t>(field)]; }

    // Where the first of them stands, and how many they are; no value where all are UTF-8.
    std::optional<ReadingNote> note(const EventLayout& layout, bool is_packed) const;

  private:
    std::string columns(const EventLayout& layout) const;

    struct First {
        std::uint64_t offset = 0, line = 0;
        EventField field{};
    };
    std::optional<First> first_;
    std::array<std::uint64_t, event_field_count> count_{};  // by field
};

}  // namespace harmattan::io
