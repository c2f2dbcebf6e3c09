#include <algorithm>

#include "events/day_order.h"
#include "events/event_table.h"
#include "events/text_interner.h"

namespace harmattan::events {
namespace {

constexpr bool is_interned(std::size_t column) {
    return column != static_cast<std::size_t>(Text::id);
}

}  // namespace

struct EventTableBuilder::Impl {
    EventTable table;
    std::array<TextInterner, text_count> interners;
    // The dictionaries of interned columns while they grow.
    std::array<std::vector<std::string>, text_count> dictionaries;
    std::size_t reserved = 0;

    std::size_t room_for_more() const { return std::max(reserved, table.size() + 1); }
    void add_text(std::size_t column, std::string_view text);
    void add_distinct(TextColumn& texts, std::string_view text) const;
    void add_code(TextColumn& texts, std::uint32_t code) const;
    void add_weight(std::uint32_t weight);
    void add_codes(std::size_t column, const TextColumn& from);
    void append_numbers(EventTable& more);
    void append_codes(std::size_t column, TextColumn& more, const std::vector<std::string>& dictionary);
    void append_distinct(TextColumn& texts, TextColumn& more) const;
};

void EventTableBuilder::Impl::add_text(std::size_t column, std::string_view text) {
    TextColumn& texts = table.texts_[column];
    if (texts.is_interned_)
        add_code(texts, interners[column].code_of(text, dictionaries[column]));
    else
        add_distinct(texts, text);
}

void EventTableBuilder::Impl::add_distinct(TextColumn& texts, std::string_view text) const {
    if (texts.arena_.size() == 0 && !text.empty()) {
        // The first text of this column: the rows before it have none.
        texts.arena_.reserve(room_for_more());
        for (std::size_t row = 0; row < texts.size_; ++row) texts.arena_.push_back({});
    }
    if (texts.arena_.size() > 0 || !text.empty()) texts.arena_.push_back(text);
    ++texts.size_;
}

void EventTableBuilder::Impl::add_code(TextColumn& texts, std::uint32_t code) const {
    if (code != 0 && texts.codes_.empty()) {
        texts.codes_.reserve(room_for_more());
        texts.codes_.fill_with_zeros(texts.size_);
    }
    if (code != 0 || !texts.codes_.empty()) texts.codes_.push_back(code);
    ++texts.size_;
}

void EventTableBuilder::Impl::add_weight(std::uint32_t weight) {
    std::vector<std::uint32_t>& weights = table.weight_;
    if (weights.empty() && weight == 1) return;
    // first_day has this row already; those before it weigh one.
    weights.resize(table.size() - 1, 1);
    weights.push_back(weight);
}

void EventTableBuilder::Impl::add_codes(std::size_t column, const TextColumn& from) {
    TextColumn& texts = table.texts_[column];
    if (from.is_blank() && texts.is_blank()) {
        texts.size_ += from.size();
        return;
    }
    std::vector<std::uint32_t> code_of;
    for (const std::string& text : from.dictionary())
        code_of.push_back(interners[column].code_of(text, dictionaries[column]));
    for (std::size_t row = 0; row < from.size(); ++row) add_code(texts, code_of[from.code(row)]);
}

// Each column is let go once it is copied: so no more than one of them is there twice.
void EventTableBuilder::Impl::append_numbers(EventTable& more) {
    const auto take = [](auto& column, auto& added) {
        if constexpr (requires { column.append(added); })
            column.append(added);
        else
            events::append(column, added);
        added = {};
    };
    if (table.has_weights() || more.has_weights()) {
        table.weight_.resize(table.size(), 1);
        more.weight_.resize(more.size(), 1);
        take(table.weight_, more.weight_);
    }
    take(table.first_day_, more.first_day_);
    take(table.length_days_, more.length_days_);
    take(table.lon_deg_, more.lon_deg_);
    take(table.lat_deg_, more.lat_deg_);
    take(table.best_, more.best_);
    take(table.low_, more.low_);
    take(table.high_, more.high_);
    take(table.kinds_, more.kinds_);
    take(table.origin_, more.origin_);
}

// In the order of the other dictionary, which is that of its rows.
void EventTableBuilder::Impl::append_codes(std::size_t column, TextColumn& more,
                                           const std::vector<std::string>& dictionary) {
    TextColumn& texts = table.texts_[column];
    const std::size_t rows = more.size_;
    if (!more.codes_.empty()) {
        std::vector<std::uint32_t> code_of;
        code_of.reserve(dictionary.size());
        for (const std::string& text : dictionary)
            code_of.push_back(interners[column].code_of(text, dictionaries[column]));
        if (texts.codes_.empty()) texts.codes_.reserve(room_for_more());
        if (texts.codes_.empty()) texts.codes_.fill_with_zeros(texts.size_);
        texts.codes_.append(more.codes_, code_of);
        more.codes_ = {};
    } else if (!texts.codes_.empty()) {
        texts.codes_.fill_with_zeros(texts.size_ + rows);
    }
    texts.size_ += rows;
}

void EventTableBuilder::Impl::append_distinct(TextColumn& texts, TextColumn& more) const {
    if (more.arena_.size() == 0) {
        if (texts.arena_.size() > 0)
            for (std::size_t row = 0; row < more.size_; ++row) texts.arena_.push_back({});
    } else {
        if (texts.arena_.size() == 0)
            for (std::size_t row = 0; row < texts.size_; ++row) texts.arena_.push_back({});
        texts.arena_.append(more.arena_);
        more.arena_ = {};
    }
    texts.size_ += more.size_;
}

EventTableBuilder::EventTableBuilder() : impl_(std::make_unique<Impl>()) {
    for (std::size_t column = 0; column < text_count; ++column) {
        impl_->table.texts_[column].is_interned_ = is_interned(column);
        impl_->dictionaries[column].emplace_back();
    }
}
EventTableBuilder::~EventTableBuilder() = default;
EventTableBuilder::EventTableBuilder(EventTableBuilder&&) noexcept = default;
EventTableBuilder& EventTableBuilder::operator=(EventTableBuilder&&) noexcept = default;

void EventTableBuilder::reserve(std::size_t rows) {
    impl_->reserved = rows;
    EventTable& table = impl_->table;
    table.first_day_.reserve(rows);
    table.length_days_.reserve(rows);
    table.lon_deg_.reserve(rows);
    table.lat_deg_.reserve(rows);
    table.best_.reserve(rows);
    table.low_.reserve(rows);
    table.high_.reserve(rows);
    table.kinds_.reserve(rows);
    if (table.has_weights()) table.weight_.reserve(rows);
    table.origin_.reserve(rows);
    for (TextColumn& texts : table.texts_) {
        if (texts.is_blank()) continue;
        if (texts.is_interned_)
            texts.codes_.reserve(rows);
        else
            texts.arena_.reserve(rows);
    }
}

std::uint32_t EventTableBuilder::add_file(EventFile file) {
    impl_->table.files_.push_back(std::move(file));
    return static_cast<std::uint32_t>(impl_->table.files_.size() - 1);
}

std::uint32_t EventTableBuilder::add_file(std::string name) {
    EventFile file;
    file.name = std::move(name);
    return add_file(std::move(file));
}

void EventTableBuilder::add(const EventRow& row) {
    EventTable& table = impl_->table;
    table.first_day_.push_back(row.first_day);
    table.length_days_.push_back(row.last_day - row.first_day);
    table.lon_deg_.push_back(row.lon_deg);
    table.lat_deg_.push_back(row.lat_deg);
    table.best_.push_back(row.best);
    table.low_.push_back(row.low);
    table.high_.push_back(row.high);
    table.kinds_.push_back(packed({row.type, row.where_precision, row.date_precision}));
    table.origin_.push_back(row.origin);
    impl_->add_weight(row.weight);
    for (std::size_t column = 0; column < text_count; ++column) impl_->add_text(column, row.texts[column]);
}

void EventTableBuilder::add(const EventTable& added) {
    EventTable& table = impl_->table;
    const auto first_file = static_cast<std::uint32_t>(table.files_.size());
    table.files_.insert(table.files_.end(), added.files_.begin(), added.files_.end());
    for (std::size_t row = 0; row < added.size(); ++row) {
        table.first_day_.push_back(added.first_day_[row]);
        table.length_days_.push_back(added.length_days_[row]);
        table.lon_deg_.push_back(added.lon_deg_[row]);
        table.lat_deg_.push_back(added.lat_deg_[row]);
        table.best_.push_back(added.best_[row]);
        table.low_.push_back(added.low_[row]);
        table.high_.push_back(added.high_[row]);
        table.kinds_.push_back(added.kinds_[row]);
        const RowOrigin origin = added.origin_[row];
        table.origin_.push_back({first_file + origin.file, origin.position});
        impl_->add_weight(added.weight(row));
    }
    for (std::size_t column = 0; column < text_count; ++column) {
        const TextColumn& from = added.texts_[column];
        if (from.is_interned())
            impl_->add_codes(column, from);
        else
            for (std::size_t row = 0; row < from.size(); ++row) impl_->add_text(column, from.at(row));
    }
}

void EventTableBuilder::append(EventTableBuilder&& more) {
    const std::unique_ptr<Impl> added = std::move(more.impl_);
    impl_->append_numbers(added->table);
    for (std::size_t column = 0; column < text_count; ++column) {
        if (is_interned(column))
            impl_->append_codes(column, added->table.texts_[column], added->dictionaries[column]);
        else
            impl_->append_distinct(impl_->table.texts_[column], added->table.texts_[column]);
    }
}

std::size_t EventTableBuilder::size() const {
    return impl_->table.size();
}

std::string_view EventTableBuilder::id(std::size_t row) const {
    return impl_->table.text(Text::id).at(row);
}

RowOrigin EventTableBuilder::origin(std::size_t row) const {
    return impl_->table.origin()[row];
}

EventTable EventTableBuilder::build() && {
    EventTable& table = impl_->table;
    for (std::size_t column = 0; column < text_count; ++column) {
        std::vector<std::string>& dictionary = impl_->dictionaries[column];
        if (dictionary.size() == 1) continue;  // as the table has it
        dictionary.shrink_to_fit();
        table.texts_[column].dictionary_ = std::make_shared<TextColumn::Dictionary>(std::move(dictionary));
    }
    if (const auto order = order_by_day(table.first_day_); !order.empty())
        table.take_rows(table, order);
    else
        table.shrink_to_fit();
    return std::move(table);
}

EventTable joined(std::vector<EventTable> tables) {
    std::size_t rows = 0;
    for (const EventTable& table : tables) rows += table.size();
    EventTableBuilder builder;
    builder.reserve(rows);
    for (EventTable& table : tables) {
        builder.add(table);
        table = {};
    }
    return std::move(builder).build();
}

}  // namespace harmattan::events
