// Kept rows into the columns of a table, on a thread of its own: for tables that can be read only from end to end.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include "io/bounded_queue.h"
#include "io/event_part.h"

namespace harmattan::io {

class EventAssembler {
  public:
    explicit EventAssembler(const AssemblyOptions& options);
    ~EventAssembler();
    EventAssembler(const EventAssembler&) = delete;
    EventAssembler& operator=(const EventAssembler&) = delete;

    // Takes a copy of the row. `line` and `position` are the record's, as in RowProblem; `share_read` is how much
    // of the file has been read, from which room is made for the rows to come. Waits while many rows are waiting.
    // Throws what went wrong on the other thread, such as std::bad_alloc.
    void add(const events::EventRow& row, std::uint64_t line, std::uint64_t position, double share_read);

    // Waits for all rows, and gives them. Throws as add(). Nothing must be added after it.
    EventPart finish();

  private:
    struct KeptRow {
        events::EventRow row;
        std::uint64_t line = 0, position = 0;
    };
    struct Batch {
        std::vector<KeptRow> rows;
        std::unique_ptr<char[]> texts;  // of the rows, which point into it
        std::size_t text_bytes = 0, text_room = 0;
        double share_read = 0;
    };

    void begin_batch(std::size_t least_bytes);
    void hand_over();
    void work();
    void assemble(Batch& batch);
    void reserve(double share_read);

    Batch batch_;
    BoundedQueue<Batch> batches_;
    BoundedQueue<Batch> used_;  // whose memory is used again

    // The thread's own, until it has ended:
    EventPart part_;
    bool has_reserved_ = false;
    std::exception_ptr failure_;

    std::thread thread_;
};

}  // namespace harmattan::io
