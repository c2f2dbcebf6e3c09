// Which ids of a table stand in it more than once.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace harmattan::io {

// An open hash table of 64-bit hashes, without the ids themselves: 16 bytes for each id. Two different ids of one
// million share a hash with a probability of less than 1 in 30 million.
class DuplicateIds {
  public:
    // The line on which the id stood first; no value (and the line is kept) when it is new.
    std::optional<std::uint64_t> seen_before(std::string_view id, std::uint64_t line);

  private:
    struct Slot {
        std::uint64_t hash = 0;  // 0: free
        std::uint64_t line = 0;
    };
    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace harmattan::io
