// Conflict events in memory: columns sorted by day, texts interned.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/time_window.h"

namespace harmattan::events {

// UCDP's types of organised violence (GED codebook, type_of_violence 1 to 3).
enum class ViolenceType : std::uint8_t { state_based = 0, non_state = 1, one_sided = 2, unknown = 3 };
inline constexpr std::size_t violence_type_count = 4;

// GED codebook where_prec: 1 exact, 2 near (about 25 km), 3 second-order district, 4 first-order region, 5 linear
// or fuzzy feature, 6 country, 7 international. 0: not given.
using WherePrecision = std::uint8_t;
// GED codebook date_prec: 1 exact day, 2 within 2-6 days, 3 week, 4 month, 5 year. 0: not given.
using DatePrecision = std::uint8_t;

// A text for every row. Texts that repeat (countries, sides) are interned: kept once in a dictionary, with a
// number a row. Texts that are nearly all distinct (Text::id) are kept one after the other instead, which takes
// less memory and no hashing. A column in which no row has a text takes none.
class TextColumn {
  public:
    std::string_view at(std::size_t row) const {
        if (!codes_.empty()) return dictionary_[codes_[row]];
        if (ends_.empty()) return {};
        const std::uint64_t begin = row == 0 ? 0 : ends_[row - 1];
        return std::string_view(characters_).substr(begin, ends_[row] - begin);
    }
    // False for Text::id, which has no codes: code() and dictionary() are for the other columns.
    bool is_interned() const { return is_interned_; }
    // The number of the row's text in dictionary(). Only where is_interned().
    std::uint32_t code(std::size_t row) const { return codes_.empty() ? 0 : codes_[row]; }
    // Every distinct text in order of first reading; the empty text (nothing given) has code 0. Only where
    // is_interned().
    const std::vector<std::string>& dictionary() const { return dictionary_; }
    std::size_t size() const { return size_; }

  private:
    friend class EventTableBuilder;
    std::size_t size_ = 0;
    bool is_interned_ = true;
    std::vector<std::uint32_t> codes_;  // empty when every text is
    std::vector<std::string> dictionary_{std::string()};
    // Where not interned: all texts joined, and where each row's ends.
    std::string characters_;
    std::vector<std::uint64_t> ends_;
};

// Text columns of an event.
enum class Text : std::uint8_t {
    id,
    place,
    region,
    country,
    side_a,
    side_b,
    conflict,
    dyad,
    source,
    second_source,
    note
};
inline constexpr std::size_t text_count = 11;

// Where an event's row stands, so that long text can be fetched when asked for.
struct RowOrigin {
    std::uint32_t file = 0;         // index into EventTable::files()
    std::uint32_t line = 0;         // line on which the record begins, 1 is the first
    std::uint64_t byte_offset = 0;  // of the record's first byte
};

inline constexpr std::int32_t fatalities_unknown = -1;

// One event, as a reader hands it to the builder.
struct EventRow {
    base::Day first_day;  // date_start
    base::Day last_day;   // date_end; = first_day when not given
    double lon_deg = 0, lat_deg = 0;
    std::int32_t best = fatalities_unknown, low = fatalities_unknown, high = fatalities_unknown;
    ViolenceType type = ViolenceType::unknown;
    WherePrecision where_precision = 0;
    DatePrecision date_precision = 0;
    RowOrigin origin;
    std::array<std::string_view, text_count> texts;
};

// Immutable; made with EventTableBuilder. Row i of every column is the same event; rows are sorted by first_day,
// rows of one day stay in the order in which they were read.
class EventTable {
  public:
    std::size_t size() const { return first_day_.size(); }
    std::span<const base::Day> first_day() const { return first_day_; }
    std::span<const base::Day> last_day() const { return last_day_; }
    std::span<const double> lon_deg() const { return lon_deg_; }
    std::span<const double> lat_deg() const { return lat_deg_; }
    // Reported fatalities; `fatalities_unknown` where the source gives none.
    std::span<const std::int32_t> best() const { return best_; }
    std::span<const std::int32_t> low() const { return low_; }
    std::span<const std::int32_t> high() const { return high_; }
    std::span<const ViolenceType> type() const { return type_; }
    std::span<const WherePrecision> where_precision() const { return where_precision_; }
    std::span<const DatePrecision> date_precision() const { return date_precision_; }
    std::span<const RowOrigin> origin() const { return origin_; }
    const TextColumn& text(Text column) const { return texts_[static_cast<std::size_t>(column)]; }
    const std::vector<std::string>& files() const { return files_; }

    // First to last first_day; empty range for an empty table.
    base::DayRange days() const;
    // Rows [first, last) whose first_day lies in the range (both ends included). Two binary searches.
    struct Rows {
        std::size_t first = 0, last = 0;
        std::size_t count() const { return last - first; }
    };
    Rows rows_in(base::DayRange range) const;

  private:
    friend class EventTableBuilder;
    std::vector<base::Day> first_day_, last_day_;
    std::vector<double> lon_deg_, lat_deg_;
    std::vector<std::int32_t> best_, low_, high_;
    std::vector<ViolenceType> type_;
    std::vector<WherePrecision> where_precision_;
    std::vector<DatePrecision> date_precision_;
    std::vector<RowOrigin> origin_;
    std::array<TextColumn, text_count> texts_;
    std::vector<std::string> files_;
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
    std::uint32_t add_file(std::string name);
    // Copies the row's texts.
    void add(const EventRow& row);
    std::size_t size() const;
    EventTable build() &&;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

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
