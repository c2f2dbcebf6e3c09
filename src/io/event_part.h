// Kept rows on their way into a table of events, with the checks that need more than the row itself.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "events/event_table.h"
#include "io/duplicate_ids.h"
#include "io/place_check.h"
#include "io/read_report.h"

namespace harmattan::io {

struct AssemblyOptions {
    bool checks_places = true;              // points at sea or outside their country are doubted
    std::string id_column, country_column;  // as named in the file, for the doubts; empty where there is none
    ComingCountryMap country_map = {};      // for all parts; without one each makes its own
};

// The rows of a table, or of a part of it, in the file's order. One thread uses it.
class EventPart {
  public:
    explicit EventPart(const AssemblyOptions& options);

    // Copies the row. `line` is the record's as in RowProblem, counted from where the part begins; `position` is
    // that in the file.
    void add(const events::EventRow& row, std::uint64_t line, std::uint64_t position);
    std::size_t size() const { return builder_.size(); }
    // Makes room, once the rows so far show how long their texts are.
    void reserve(std::size_t rows);
    // `lines` stand before the part.
    void move_lines(std::uint64_t lines);

    // Puts parts together, in their order in the file, with `threads` at work. The doubts are added to the
    // report's, in order of line. `files` are the table's.
    friend events::EventTable joined(std::vector<EventPart> parts, std::vector<events::EventFile> files,
                                     std::size_t threads, ReadReport& report);

  private:
    struct DoubtedPlace {
        std::uint64_t line = 0, position = 0;
        PlaceDoubt doubt;
        std::string key, country;
    };

    void keep_position(const events::EventRow& row, std::uint64_t position);
    std::uint64_t position(std::size_t row) const;
    void append(EventPart&& more);
    ReadReport doubts_of(const DuplicatesFound& found) const;
    void doubt_place(const events::EventRow& row, std::uint64_t line, std::uint64_t position);
    void doubt(std::string key, std::uint64_t line, std::uint64_t position, const PlaceDoubt& doubt,
               std::string_view country);

    AssemblyOptions options_;
    events::EventTableBuilder builder_;
    IdList ids_;  // of each row
    // Where each row's record stands, should a row say that it came from elsewhere (Harmattan's own tables).
    std::vector<std::uint64_t> positions_;
    PlaceCheck places_;
    std::map<std::string, std::uint64_t> doubts_;  // all, by key
    std::vector<DoubtedPlace> doubted_;            // the first `most_warnings`
};

}  // namespace harmattan::io
