// Kept rows into a table of events, on a thread of its own, with the checks that need more than the row itself.
#pragma once

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "events/event_table.h"
#include "io/bounded_queue.h"
#include "io/duplicate_ids.h"
#include "io/place_check.h"
#include "io/read_report.h"

namespace harmattan::io {

struct AssemblyOptions {
    bool checks_places = true;              // points at sea or outside their country are doubted
    std::string id_column, country_column;  // as named in the file, for the doubts; empty where there is none
};

class EventAssembler {
  public:
    explicit EventAssembler(AssemblyOptions options);
    ~EventAssembler();
    EventAssembler(const EventAssembler&) = delete;
    EventAssembler& operator=(const EventAssembler&) = delete;

    // Takes a copy of the row. `line` and `position` are the record's, as in RowProblem; `share_read` is how much
    // of the file has been read, from which room is made for the rows to come. Waits while many rows are waiting.
    // Throws what went wrong on the other thread, such as std::bad_alloc.
    void add(const events::EventRow& row, std::uint64_t line, std::uint64_t position, double share_read);

    // Waits for all rows, and gives the table, whose files are `files`. The doubts are added to the report's, in
    // order of line. Throws as add(). Nothing must be added after it.
    events::EventTable finish(std::vector<events::EventFile> files, ReadReport& report);

  private:
    struct KeptRow {
        events::EventRow row;
        std::uint64_t line = 0, position = 0, id_hash = 0;
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
    void doubt_id(const KeptRow& kept);
    void doubt_place(const KeptRow& kept);
    void warn(const KeptRow& kept, const std::string& column, std::string key, base::NamedValues values);

    const AssemblyOptions options_;
    Batch batch_;
    BoundedQueue<Batch> batches_;
    BoundedQueue<Batch> used_;  // whose memory is used again

    // The thread's own, until it has ended:
    events::EventTableBuilder builder_;
    DuplicateIds ids_;
    PlaceCheck places_;
    ReadReport doubts_;
    bool has_reserved_ = false;
    std::exception_ptr failure_;

    std::thread thread_;
};

}  // namespace harmattan::io
