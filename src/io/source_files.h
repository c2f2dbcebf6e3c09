// The files and releases that the rows of a table come from.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "events/event_table.h"
#include "io/event_schema.h"

namespace harmattan::io {

// Radii by where_precision as EventFile has them: negative for an area.
std::array<double, 8> radii_of(const EventSchema& schema);

// Gives each file and release its number in the table. Rows of most files have one; Harmattan's own tables say for
// each row where it came from.
class SourceFiles {
  public:
    static constexpr std::size_t most_files = 4096;

    SourceFiles(events::EventTableBuilder& builder, const events::EventFile& file);

    std::uint32_t number() const { return 0; }
    // Of a row that names its own origin. Empty texts: the table itself; and so for every origin after the first
    // `most_files`, which no honest table has.
    std::uint32_t number_of(std::string_view dataset, std::string_view version, std::string_view file);

  private:
    std::uint32_t add(std::string_view dataset, std::string_view version, std::string_view file);

    events::EventTableBuilder& builder_;
    events::EventFile own_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::string key_;  // of the row before, since rows of one origin stand together
    std::uint32_t last_ = 0;
};

}  // namespace harmattan::io
