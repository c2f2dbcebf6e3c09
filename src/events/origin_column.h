// Where rows stand in their files.
#pragma once

#include <cstdint>
#include <vector>

#include "events/code_column.h"
#include "events/gather.h"
#include "events/row_iterator.h"

namespace harmattan::events {

// Where an event's row stands, so that long text can be fetched when asked for.
struct RowOrigin {
    std::uint32_t file = 0;      // index into EventTable::files()
    std::uint64_t position = 0;  // byte offset of a text file's record, else the number of the feature or row

    friend bool operator==(const RowOrigin&, const RowOrigin&) = default;
};

// Four bytes a row for one file below 4 GiB, one or two more for many files, four more for larger ones.
class OriginColumn {
  public:
    RowOrigin operator[](std::size_t row) const {
        const std::uint64_t high = high_.empty() ? 0 : high_[row];
        return {file_.empty() ? 0 : file_[row], high << 32U | low_[row]};
    }
    std::size_t size() const { return low_.size(); }
    RowIterator<OriginColumn> begin() const { return {this, 0}; }
    RowIterator<OriginColumn> end() const { return {this, size()}; }

    void reserve(std::size_t rows);
    void push_back(RowOrigin origin);
    // The rows of `more` behind its own; of the same files.
    void append(const OriginColumn& more);
    void shrink_to_fit();
    OriginColumn gathered(RowNumbers rows) const;
    std::size_t memory_bytes() const;

  private:
    CodeColumn file_;                  // empty while all are of file 0
    std::vector<std::uint32_t> low_;   // of the position
    std::vector<std::uint32_t> high_;  // empty while all are 0
};

}  // namespace harmattan::events
