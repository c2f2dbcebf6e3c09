// Type of violence and precisions, together in one byte a row.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "events/gather.h"
#include "events/row_iterator.h"

namespace harmattan::events {

// UCDP's types of organised violence (GED codebook, type_of_violence 1 to 3).
enum class ViolenceType : std::uint8_t { state_based = 0, non_state = 1, one_sided = 2, unknown = 3 };
inline constexpr std::size_t violence_type_count = 4;

// GED codebook where_prec: 1 exact, 2 near (about 25 km), 3 second-order district, 4 first-order region, 5 linear
// or fuzzy feature, 6 country, 7 international. 0: not given.
using WherePrecision = std::uint8_t;
inline constexpr std::size_t where_precision_count = 8;
// GED codebook date_prec: 1 exact day, 2 within 2-6 days, 3 week, 4 month, 5 year. 0: not given.
using DatePrecision = std::uint8_t;

struct EventKind {
    ViolenceType type = ViolenceType::unknown;
    WherePrecision where_precision = 0;
    DatePrecision date_precision = 0;
};

// Two bits of type, three of each precision. A precision above 7 is none: it is kept as 0, "not given".
constexpr std::uint8_t packed(EventKind kind) {
    const auto three_bits = [](std::uint8_t precision) { return precision <= 7 ? precision : 0; };
    return static_cast<std::uint8_t>(static_cast<int>(kind.type) | three_bits(kind.where_precision) << 2 |
                                     three_bits(kind.date_precision) << 5);
}
constexpr EventKind unpacked(std::uint8_t packed_kind) {
    return {static_cast<ViolenceType>(packed_kind & 3), static_cast<WherePrecision>(packed_kind >> 2 & 7),
            static_cast<DatePrecision>(packed_kind >> 5)};
}

// One of the three for every row; a view that the table must outlive.
template <typename Value, Value EventKind::*member>
class KindView {
  public:
    explicit KindView(std::span<const std::uint8_t> packed_kinds) : packed_(packed_kinds) {}

    Value operator[](std::size_t row) const { return unpacked(packed_[row]).*member; }
    std::size_t size() const { return packed_.size(); }
    RowIterator<KindView> begin() const { return {this, 0}; }
    RowIterator<KindView> end() const { return {this, size()}; }

  private:
    std::span<const std::uint8_t> packed_;
};
using TypeView = KindView<ViolenceType, &EventKind::type>;
using WherePrecisionView = KindView<WherePrecision, &EventKind::where_precision>;
using DatePrecisionView = KindView<DatePrecision, &EventKind::date_precision>;

}  // namespace harmattan::events
