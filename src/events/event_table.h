// Conflict events in memory: columns sorted by day, texts interned. About 60 bytes an event and the dictionaries.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/time_window.h"
#include "events/count_column.h"
#include "events/event_file.h"
#include "events/event_row.h"
#include "events/kind_column.h"
#include "events/origin_column.h"
#include "events/text_column.h"

namespace harmattan::events {

// The last day of every row; a view that the table must outlive.
class LastDayView {
  public:
    LastDayView(std::span<const base::Day> first_day, const CountColumn& length_days)
        : first_day_(first_day), length_days_(&length_days) {}

    base::Day operator[](std::size_t row) const { return first_day_[row] + (*length_days_)[row]; }
    std::size_t size() const { return first_day_.size(); }
    RowIterator<LastDayView> begin() const { return {this, 0}; }
    RowIterator<LastDayView> end() const { return {this, size()}; }

  private:
    std::span<const base::Day> first_day_;
    const CountColumn* length_days_;
};

// Immutable; made with EventTableBuilder. Row i of every column is the same event; rows are sorted by first_day,
// rows of one day stay in the order in which they were read.
class EventTable {
  public:
    std::size_t size() const { return first_day_.size(); }
    std::span<const base::Day> first_day() const { return first_day_; }
    LastDayView last_day() const { return {first_day_, length_days_}; }
    // last_day - first_day, mostly 0; for scans.
    const CountColumn& length_days() const { return length_days_; }
    std::span<const double> lon_deg() const { return lon_deg_; }
    std::span<const double> lat_deg() const { return lat_deg_; }
    // Reported fatalities; `fatalities_unknown` where the source gives none.
    const CountColumn& best() const { return best_; }
    const CountColumn& low() const { return low_; }
    const CountColumn& high() const { return high_; }
    TypeView type() const { return TypeView(kinds_); }
    WherePrecisionView where_precision() const { return WherePrecisionView(kinds_); }
    DatePrecisionView date_precision() const { return DatePrecisionView(kinds_); }
    // The three together as packed() gives them; for scans.
    std::span<const std::uint8_t> packed_kinds() const { return kinds_; }
    const OriginColumn& origin() const { return origin_; }
    const TextColumn& text(Text column) const { return texts_[static_cast<std::size_t>(column)]; }

    // How many events the row stands for.
    std::uint32_t weight(std::size_t row) const { return weight_.empty() ? 1 : weight_[row]; }
    // False when every row stands for one.
    // How many events all rows stand for.
    std::uint64_t total_weight() const;
    bool has_weights() const { return !weight_.empty(); }

    // What the rows were read from; RowOrigin::file says which. A selected table keeps them all.
    const std::vector<EventFile>& files() const { return files_; }
    // From the row's file and where_precision; no value where that is no radius: an area, or not given.
    std::optional<double> radius_km(std::size_t row) const;

    // Everything about one row. Its texts are views into the table.
    EventRow row(std::size_t row) const;

    // First to last first_day; empty range for an empty table.
    base::DayRange days() const;
    // Rows [first, last) whose first_day lies in the range (both ends included). Two binary searches.
    struct Rows {
        std::size_t first = 0, last = 0;
        std::size_t count() const { return last - first; }
    };
    Rows rows_in(base::DayRange range) const;

    // A table of some rows; `rows` in ascending order. Shares the dictionaries with this one.
    EventTable select(RowNumbers rows) const;

    // Memory taken: what grows with each row, and the dictionaries of the text columns.
    struct Memory {
        std::size_t rows = 0, dictionaries = 0;
    };
    Memory memory_bytes() const;

  private:
    friend class EventTableBuilder;
    // Makes this the table of those rows of `from`, which may be this table itself.
    void take_rows(const EventTable& from, RowNumbers rows);
    void take_numbers(const EventTable& from, RowNumbers rows);
    void take_texts(const EventTable& from, RowNumbers rows);
    void shrink_to_fit();

    std::vector<base::Day> first_day_;
    CountColumn length_days_;
    std::vector<double> lon_deg_, lat_deg_;
    CountColumn best_, low_, high_;
    std::vector<std::uint8_t> kinds_;
    std::vector<std::uint32_t> weight_;  // empty when all are 1
    OriginColumn origin_;
    std::array<TextColumn, text_count> texts_;
    std::vector<EventFile> files_;
};

// Collects rows in any order and sorts them once, by radix over the days (linear time, stable).
class EventTableBuilder {
  public:
    EventTableBuilder();
    ~EventTableBuilder();
    EventTableBuilder(EventTableBuilder&&) noexcept;
    EventTableBuilder& operator=(EventTableBuilder&&) noexcept;

    // Makes room; a guess that is wrong costs nothing but time or memory.
    void reserve(std::size_t rows);
    // The index for RowOrigin::file.
    std::uint32_t add_file(EventFile file);
    // A file of which nothing but its name is known.
    std::uint32_t add_file(std::string name);
    // Copies the row's texts.
    void add(const EventRow& row);
    // Adds the files and all rows of a table, in its order. Looks up each of its dictionaries' texts once.
    void add(const EventTable& added);
    // Adds the rows of another builder, in its order, whose RowOrigin::file are numbers of this one's files: it
    // has none itself. As if its rows had been added to this one.
    void append(EventTableBuilder&& more);
    std::size_t size() const;
    // Of a row, in the order of adding.
    std::string_view id(std::size_t row) const;
    RowOrigin origin(std::size_t row) const;
    EventTable build() &&;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// One table of the rows and files of all, sorted by day; of one day, the rows of the first table come first. Takes
// the tables' memory back one after the other.
EventTable joined(std::vector<EventTable> tables);

// Events a month, for the histogram. Months run from the one of range.first to the one of range.last.
struct MonthCounts {
    base::Day first_month;  // its first day
    // By month, then by ViolenceType.
    std::vector<std::array<std::uint32_t, violence_type_count>> counts;
};
// Counts only the rows whose first_day lies in the range; no months for an empty range.
MonthCounts count_by_month(const EventTable& table, base::DayRange range);

// The value at or below which `share` (0 to 1) of the known `best` values lie (nearest rank); 0 for none known.
std::int32_t best_quantile(const EventTable& table, double share);

}  // namespace harmattan::events
