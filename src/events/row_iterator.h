// Going over a column whose values are worked out from what is stored.
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>
#include <utility>

namespace harmattan::events {

// Reads column[row] when dereferenced. The column must outlive it.
template <typename Column>
class RowIterator {
  public:
    using iterator_concept = std::random_access_iterator_tag;
    using iterator_category = std::input_iterator_tag;  // as it gives values, not references
    using value_type = decltype(std::declval<const Column&>()[0]);
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;

    RowIterator() = default;
    RowIterator(const Column* column, std::size_t row) : column_(column), row_(row) {}

    value_type operator*() const { return (*column_)[row_]; }
    value_type operator[](difference_type step) const { return *(*this + step); }
    RowIterator& operator++() { return *this += 1; }
    RowIterator& operator--() { return *this += -1; }
    RowIterator operator++(int) { return std::exchange(*this, *this + 1); }
    RowIterator operator--(int) { return std::exchange(*this, *this - 1); }
    RowIterator& operator+=(difference_type step) {
        row_ = static_cast<std::size_t>(static_cast<difference_type>(row_) + step);
        return *this;
    }
    RowIterator& operator-=(difference_type step) { return *this += -step; }
    friend RowIterator operator+(RowIterator at, difference_type step) { return at += step; }
    friend RowIterator operator+(difference_type step, RowIterator at) { return at += step; }
    friend RowIterator operator-(RowIterator at, difference_type step) { return at += -step; }
    friend difference_type operator-(const RowIterator& a, const RowIterator& b) {
        return static_cast<difference_type>(a.row_) - static_cast<difference_type>(b.row_);
    }
    friend bool operator==(const RowIterator& a, const RowIterator& b) { return a.row_ == b.row_; }
    friend auto operator<=>(const RowIterator& a, const RowIterator& b) { return a.row_ <=> b.row_; }

  private:
    const Column* column_ = nullptr;
    std::size_t row_ = 0;
};

}  // namespace harmattan::events
