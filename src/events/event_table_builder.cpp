#include "events/day_order.h"
#include "events/event_table.h"
#include "events/text_interner.h"

namespace harmattan::events {
namespace {

// Puts a column into `order`; the old one is given back before the next column needs memory.
template <typename Value>
void reorder(std::vector<Value>& column, std::span<const std::uint32_t> order) {
    if (column.empty()) return;
    std::vector<Value> sorted(column.size());
    for (std::size_t row = 0; row < order.size(); ++row) sorted[row] = column[order[row]];
    column = std::move(sorted);
}

// Texts that stand one after the other, into `order`.
void reorder(std::string& characters, std::vector<std::uint64_t>& ends, std::span<const std::uint32_t> order) {
    std::string sorted;
    sorted.reserve(characters.size());
    std::vector<std::uint64_t> sorted_ends(ends.size());
    for (std::size_t row = 0; row < order.size(); ++row) {
        const std::size_t old = order[row];
        const std::uint64_t begin = old == 0 ? 0 : ends[old - 1];
        sorted.append(characters, begin, ends[old] - begin);
        sorted_ends[row] = sorted.size();
    }
    characters = std::move(sorted);
    ends = std::move(sorted_ends);
}

constexpr bool is_interned(std::size_t column) {
    return column != static_cast<std::size_t>(Text::id);
}

}  // namespace

struct EventTableBuilder::Impl {
    EventTable table;
    std::array<TextInterner, text_count> interners;
    std::size_t reserved = 0;

    void add_text(std::size_t column, std::string_view text);
    void sort_texts(std::span<const std::uint32_t> order);
};

void EventTableBuilder::Impl::add_text(std::size_t column, std::string_view text) {
    TextColumn& texts = table.texts_[column];
    if (!texts.is_interned_) {
        texts.characters_ += text;
        texts.ends_.push_back(texts.characters_.size());
    } else if (!texts.codes_.empty()) {
        texts.codes_.push_back(interners[column].code_of(text, texts.dictionary_));
    } else if (!text.empty()) {
        // The first text of this column: the rows before it have none.
        texts.codes_.reserve(std::max(reserved, texts.size_ + 1));
        texts.codes_.resize(texts.size_, 0);
        texts.codes_.push_back(interners[column].code_of(text, texts.dictionary_));
    }
    ++texts.size_;
}

void EventTableBuilder::Impl::sort_texts(std::span<const std::uint32_t> order) {
    for (TextColumn& texts : table.texts_) {
        reorder(texts.codes_, order);
        if (!texts.is_interned_) reorder(texts.characters_, texts.ends_, order);
    }
}

EventTableBuilder::EventTableBuilder() : impl_(std::make_unique<Impl>()) {
    for (std::size_t column = 0; column < text_count; ++column)
        impl_->table.texts_[column].is_interned_ = is_interned(column);
}
EventTableBuilder::~EventTableBuilder() = default;
EventTableBuilder::EventTableBuilder(EventTableBuilder&&) noexcept = default;
EventTableBuilder& EventTableBuilder::operator=(EventTableBuilder&&) noexcept = default;

void EventTableBuilder::reserve(std::size_t rows) {
    impl_->reserved = rows;
    EventTable& table = impl_->table;
    table.first_day_.reserve(rows);
    table.last_day_.reserve(rows);
    table.lon_deg_.reserve(rows);
    table.lat_deg_.reserve(rows);
    table.best_.reserve(rows);
    table.low_.reserve(rows);
    table.high_.reserve(rows);
    table.type_.reserve(rows);
    table.where_precision_.reserve(rows);
    table.date_precision_.reserve(rows);
    table.origin_.reserve(rows);
    table.texts_[static_cast<std::size_t>(Text::id)].ends_.reserve(rows);
}

std::uint32_t EventTableBuilder::add_file(std::string name) {
    impl_->table.files_.push_back(std::move(name));
    return static_cast<std::uint32_t>(impl_->table.files_.size() - 1);
}

void EventTableBuilder::add(const EventRow& row) {
    EventTable& table = impl_->table;
    table.first_day_.push_back(row.first_day);
    table.last_day_.push_back(row.last_day);
    table.lon_deg_.push_back(row.lon_deg);
    table.lat_deg_.push_back(row.lat_deg);
    table.best_.push_back(row.best);
    table.low_.push_back(row.low);
    table.high_.push_back(row.high);
    table.type_.push_back(row.type);
    table.where_precision_.push_back(row.where_precision);
    table.date_precision_.push_back(row.date_precision);
    table.origin_.push_back(row.origin);
    for (std::size_t column = 0; column < text_count; ++column) impl_->add_text(column, row.texts[column]);
}

std::size_t EventTableBuilder::size() const {
    return impl_->table.size();
}

EventTable EventTableBuilder::build() && {
    EventTable& table = impl_->table;
    if (const auto order = order_by_day(table.first_day_); !order.empty()) {
        reorder(table.first_day_, order);
        reorder(table.last_day_, order);
        reorder(table.lon_deg_, order);
        reorder(table.lat_deg_, order);
        reorder(table.best_, order);
        reorder(table.low_, order);
        reorder(table.high_, order);
        reorder(table.type_, order);
        reorder(table.where_precision_, order);
        reorder(table.date_precision_, order);
        reorder(table.origin_, order);
        impl_->sort_texts(order);
    }
    return std::move(table);
}

}  // namespace harmattan::events
