// How a table writes its dates and numbers: found out from all of its rows when the first value needs it.
#pragma once

#include <optional>

#include "io/date_order.h"
#include "io/date_text.h"
#include "io/event_layout.h"
#include "io/number_evidence.h"
#include "io/number_text.h"
#include "io/table_reader.h"

namespace harmattan::io {

class ValueRules {
  public:
    // All must outlive it. What was decided is noted in the report.
    ValueRules(const EventLayout& layout, const OpenTable& open, std::optional<DateOrder> order,
               ReadReport& report)
        : layout_(layout), open_(open), order_(order), report_(report) {}

    // For dates that are not written as YYYY-MM-DD. Throws Error "dates.undecidable" (file, column, value) when
    // day and month cannot be told apart in any row, "dates.contradictory" (file, both rows' values) when rows
    // disagree; neither when the order was given.
    const DateRules& dates();
    // For counts and plane coordinates that are no plain numbers. Throws Error "numbers.undecidable" (file,
    // value).
    const NumberStyle& counts();
    const NumberStyle& degrees();
    const NumberStyle& plane();

  private:
    void decide_dates();
    [[noreturn]] void refuse(const DateOrderEvidence& evidence) const;
    NumberStyle decide_numbers(std::initializer_list<EventField> fields, NumberKind kind);

    const EventLayout& layout_;
    const OpenTable& open_;
    std::optional<DateOrder> order_;
    ReadReport& report_;
    std::optional<DateRules> dates_;
    std::optional<NumberStyle> counts_, degrees_, plane_;
};

}  // namespace harmattan::io
