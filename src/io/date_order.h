// What all the dates of a column say together: in which order day and month stand, and whether they are a
// spreadsheet's serials. One date such as 03/04/2017 does not tell; a column nearly always does.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "io/counted_example.h"
#include "io/date_text.h"

namespace harmattan::io {

// "day-first", "month-first" or "year-first", as --dates and stories write it. Throws Error "dates.no_order"
// (text).
DateOrder parse_date_order(std::string_view text);

enum class OrderVerdict : std::uint8_t {
    not_needed,     // no text depends on the order
    decided,        // one order makes a date of every text
    undecidable,    // several orders do, and they give other dates: somebody has to say which
    contradictory,  // no order does: the column mixes several
};

class DateOrderEvidence {
  public:
    // One text of the column. All texts should be added: a component over 12 may come late.
    void add(std::string_view text);

    OrderVerdict verdict() const;
    // When decided; otherwise no value.
    std::optional<DateOrder> order() const;

    // Texts that are a date in this order and not in the other ones that stand against it: "31/12/2017" for
    // day_first, "12/31/2017" for month_first, "99-12-31" for year_first. With the verdict `contradictory` two of
    // these, or one of these and ambiguous(), have an example.
    const CountedExample& speaking_for(DateOrder order) const {
        return speaking_for_[static_cast<std::size_t>(order)];
    }
    // Texts that are another date in another order.
    const CountedExample& ambiguous() const { return ambiguous_; }

    // The profile of the column.
    std::uint64_t texts() const { return texts_; }      // all that were added
    std::uint64_t missing() const { return missing_; }  // of these, empty or a word for it
    // Texts in this form, whether or not they are a date of the calendar. DateForm::none: in no form.
    std::uint64_t count(DateForm form) const { return forms_[static_cast<std::size_t>(form)]; }
    // Texts that are no date whatever the order (no form, 31 February, ...) and not missing. Serials are counted
    // here as long as are_serials() is false.
    const CountedExample& unreadable() const { return unreadable_; }
    // True when every text that is not missing is a number from 20000 to 60000 (4 October 1954 to 8 April 2064 as
    // a serial) and there is one at least.
    bool are_serials() const { return serials_ > 0 && serials_ == texts_ - missing_; }

    // What read_date needs for this column: the order where it is decided, and serials where they are.
    DateRules rules() const;

  private:
    void add_numbers(std::string_view text, const DateReading& reading);
    // The orders that make a date of every text written in numbers.
    DateOrders possible() const;

    std::uint64_t texts_ = 0, missing_ = 0, serials_ = 0;
    std::array<std::uint64_t, date_form_count> forms_{};
    std::array<CountedExample, 3> speaking_for_;
    CountedExample ambiguous_, unreadable_;
    std::array<std::uint64_t, 3> dates_in_{};  // texts that are a date in the order (or do not depend on it)
    std::uint64_t in_numbers_ = 0;             // texts of DateForm::numbers that are a date in some order
    std::uint64_t short_years_ = 0;            // of these, with a year of two digits
    std::uint64_t dependent_ = 0;              // of these, not the same date in all orders
    std::uint64_t long_ambiguous_ =
        0;  // of these, with a year of four digits, of which day and month are not told
    std::uint32_t first_numbers_ = 0, last_numbers_ = 0;  // a bit for each number up to 31 that stood there
};

}  // namespace harmattan::io
