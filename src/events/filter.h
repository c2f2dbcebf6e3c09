// Which events are meant: a small language of conditions, the same on the command line, in stories and in the
// window. docs/filters.md describes it for those who write it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "events/event_table.h"
#include "events/filter_answer.h"
#include "geo/extent.h"

namespace harmattan::events {

class ActorMatcher;
struct FilterNode;

// What conditions may refer to besides the table.
struct FilterContext {
    std::optional<geo::Extent> extent;     // for within(extent)
    const ActorMatcher* actors = nullptr;  // for lineage('...'), family('...') and: actor is '...'
};

// Bounds on an expression, whoever wrote it.
inline constexpr std::size_t longest_filter_bytes = 100'000;
inline constexpr std::size_t deepest_filter = 100;  // brackets and "not" inside one another

// Immutable and cheap to copy.
class Filter {
  public:
    // Throws Error "filter.*" with the named values `expression`, `column` (of the character, 1 is the first), and
    // `line` and `caret`: the expression, or the part of it that fits a line, and a line with a caret below that
    // character. See excerpt_of().
    static Filter parse(std::string_view text);

    // As it was given to parse().
    const std::string& text() const { return text_; }

    // One for each row. Throws Error "filter.no_extent" or "filter.no_actors" when the expression needs what the
    // context lacks, and "filter.actor" when the matcher does not know an actor; with the values that parse()
    // gives.
    std::vector<FilterAnswer> answers(const EventTable& table, const FilterContext& context = {}) const;
    // 1 for each row of which the filter is true, 0 for all others: also for those of which it is unknown.
    std::vector<std::uint8_t> mask(const EventTable& table, const FilterContext& context = {}) const;
    // The numbers of the rows of which the filter is true, ascending; for EventTable::select().
    std::vector<std::uint32_t> rows(const EventTable& table, const FilterContext& context = {}) const;

  private:
    Filter(std::string text, std::shared_ptr<const FilterNode> root);

    std::string text_;
    std::shared_ptr<const FilterNode> root_;
};

// The numbers of the rows whose mask is not 0, ascending.
std::vector<std::uint32_t> rows_of(std::span<const std::uint8_t> mask);

// The two lines of an error of a filter, with a line break between; empty for other errors. The caret stands right
// in a font of fixed width.
std::string excerpt_of(const base::Error& error);

}  // namespace harmattan::events
