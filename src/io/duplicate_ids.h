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
    // Never 0.
    static std::uint64_t hash_of(std::string_view id);

    // The line on which the id of this hash stood first; no value (and the line is kept) when it is new.
    std::optional<std::uint64_t> seen_before(std::uint64_t hash, std::uint64_t line);

    // Has the memory that seen_before() will look at brought near: a table of a million ids is in no cache, and
    // waiting for it takes longer than reading the row.
    void prefetch(std::uint64_t hash) const {
        if (!slots_.empty()) __builtin_prefetch(&slots_[hash & (slots_.size() - 1)], 1);
    }

    // Makes room for so many ids.
    void reserve(std::size_t ids);

  private:
    struct Slot {
        std::uint64_t hash = 0;  // 0: free
        std::uint64_t line = 0;
    };
    void resize(std::size_t slots);

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace harmattan::io
