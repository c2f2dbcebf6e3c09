// How a table writes its dates and numbers: found out from all of its rows when the first value needs it.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "io/date_order.h"
#include "io/date_text.h"
#include "io/event_layout.h"
#include "io/number_evidence.h"
#include "io/number_text.h"
#include "io/table_reader.h"

namespace harmattan::io {

// Any number of threads may ask; the first to ask decides, and the others wait.
class ValueRules {
  public:
    // All must outlive it. `file` is for messages.
    ValueRules(const EventLayout& layout, const OpenTable& open, std::optional<DateOrder> order, std::string file)
        : layout_(layout), open_(open), order_(order), file_(std::move(file)) {}

    // For dates that are not written as YYYY-MM-DD. Throws Error "dates.undecidable" (file, column, value) when
    // day and month cannot be told apart in any row, "dates.contradictory" (file, both rows' values) when rows
    // disagree; neither when the order was given.
    const DateRules& dates() {
        return dates_.get([this] { return decide_dates(); });
    }
    // How dates() was decided; empty where it was not asked for, or nothing had to be decided.
    const std::vector<ReadingNote>& date_notes() const { return date_notes_; }
    // For counts and plane coordinates that are no plain numbers. Throws Error "numbers.undecidable" (file,
    // value).
    const NumberStyle& counts();
    const NumberStyle& degrees();
    const NumberStyle& plane();

  private:
    // Made when it is asked for first; by one thread, unless that throws.
    template <typename Value>
    class Decided {
      public:
        template <typename Decide>
        const Value& get(Decide decide) {
            if (!is_decided_.load(std::memory_order_acquire)) {
                const std::lock_guard lock(mutex_);
                if (!is_decided_.load(std::memory_order_relaxed)) value_ = decide();
                is_decided_.store(true, std::memory_order_release);
            }
            return value_;
        }

      private:
        std::atomic<bool> is_decided_ = false;
        std::mutex mutex_;
        Value value_{};
    };

    DateRules decide_dates();
    [[noreturn]] void refuse(const DateOrderEvidence& evidence) const;
    NumberStyle decide_numbers(std::initializer_list<EventField> fields, NumberKind kind) const;

    const EventLayout& layout_;
    const OpenTable& open_;
    const std::optional<DateOrder> order_;
    const std::string file_;
    std::vector<ReadingNote> date_notes_;
    Decided<DateRules> dates_;
    Decided<NumberStyle> counts_, degrees_, plane_;
};

}  // namespace harmattan::io
