// Which ids of a table stand in it more than once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace harmattan::io {

// The ids of rows by their hash, without the ids themselves, and the lines on which they stand: 16 bytes a row.
// Two different ids of one million share a hash with a probability of less than 1 in 30 million.
class IdList {
  public:
    // Never 0.
    static std::uint64_t hash_of(std::string_view id);

    struct Id {
        std::uint64_t hash = 0;  // 0: the row has none
        std::uint64_t line = 0;
    };
    void add(std::uint64_t hash, std::uint64_t line) { ids_.push_back({hash, line}); }
    void reserve(std::size_t rows) { ids_.reserve(rows); }
    // So many lines stand before all of them.
    void move_lines(std::uint64_t lines) { moved_ += lines; }
    std::span<const Id> ids() const { return ids_; }
    std::uint64_t line_of(const Id& id) const { return moved_ + id.line; }

  private:
    std::vector<Id> ids_;
    std::uint64_t moved_ = 0;
};

struct DuplicateId {
    std::size_t row = 0;  // from 0, counted through all lists
    std::uint64_t line = 0;
    std::uint64_t first_line = 0;  // where the id stood first
};
struct DuplicatesFound {
    std::uint64_t count = 0;
    std::vector<DuplicateId> listed;  // the first ones, in order of row
};

// Every row whose id stood before, in this list or one before it. `threads` share the work by the ids' hashes;
// what is found does not depend on their number. At most `most_listed` are listed. Memory while it runs: 32 to 64
// bytes a row.
DuplicatesFound find_duplicates(std::span<const IdList* const> lists, std::size_t threads,
                                std::size_t most_listed);

}  // namespace harmattan::io
