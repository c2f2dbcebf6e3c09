#include "io/read_ahead_table.h"

#include <algorithm>

#include "io/csv_reader.h"

namespace harmattan::io {
namespace {

constexpr std::size_t batches_waiting = 4;
constexpr std::size_t records_in_batch = 1024;
constexpr std::size_t bytes_in_batch = std::size_t(256) << 10;

}  // namespace

ReadAheadTable::ReadAheadTable(std::unique_ptr<TableReader> table)
    : table_(std::move(table)),
      columns_(table_->columns()),
      batches_(batches_waiting),
      thread_([this] { read(); }) {}

ReadAheadTable::~ReadAheadTable() {
    batches_.close();
    thread_.join();
}

void ReadAheadTable::read() {
    for (bool goes_on = true; goes_on;) {
        Batch batch = read_batch();
        goes_on = !batch.records.empty() && batch.failure == nullptr;
        goes_on &= batches_.push(std::move(batch));
    }
    batches_.close();
}

ReadAheadTable::Batch ReadAheadTable::read_batch() {
    Batch batch;
    try {
        batch.records.reserve(records_in_batch);
        batch.texts.reserve(bytes_in_batch);
        batch.ends.reserve(records_in_batch * std::min<std::size_t>(columns_.size(), 64) + 1);
        batch.ends.push_back(0);
        while (batch.records.size() < records_in_batch && batch.texts.size() < bytes_in_batch && table_->next())
            add_record(batch);
        batch.share_read = table_->share_read();
    } catch (...) {
        batch.failure = std::current_exception();
    }
    return batch;
}

void ReadAheadTable::add_record(Batch& batch) {
    Record record;
    record.line = table_->line();
    record.position = table_->position();
    record.fault = table_->fault();
    record.fault_field = table_->fault_field();
    record.field_count = table_->field_count();
    record.first_field = batch.ends.size();
    record.may_have_high_bytes = table_->may_have_high_bytes();
    record.has_stray_quote = table_->has_stray_quote();
    if (record.fault == RecordFault::none) add_fields(batch, record);
    batch.records.push_back(record);
}

void ReadAheadTable::add_fields(Batch& batch, const Record& record) {
    const std::size_t fields = std::min(record.field_count, CsvReader::max_fields);
    for (std::size_t i = 0; i < fields; ++i) {
        if (record.may_have_high_bytes)  // to be asked before the field's text
            if (const auto offset = table_->invalid_utf8_offset(i))
                batch.invalid.push_back({batch.ends.size(), *offset});
        const std::string_view text = table_->field(i);
        batch.texts.insert(batch.texts.end(), text.begin(), text.end());
        batch.ends.push_back(static_cast<std::uint32_t>(batch.texts.size()));
    }
}

bool ReadAheadTable::next() {
    if (++at_ < batch_.records.size()) return true;
    if (batch_.failure != nullptr) std::rethrow_exception(batch_.failure);
    auto batch = batches_.pop();
    at_ = 0;
    batch_ = batch ? std::move(*batch) : Batch{};
    if (batch_.records.empty() && batch_.failure != nullptr) std::rethrow_exception(batch_.failure);
    return !batch_.records.empty();
}

std::string_view ReadAheadTable::field(std::size_t index) {
    const std::size_t at = record().first_field + index;
    return {batch_.texts.data() + batch_.ends[at - 1], batch_.ends[at] - batch_.ends[at - 1]};
}

std::optional<std::uint64_t> ReadAheadTable::invalid_utf8_offset(std::size_t index) const {
    const std::size_t field = record().first_field + index;
    const auto found =
        std::lower_bound(batch_.invalid.begin(), batch_.invalid.end(), field,
                         [](const InvalidText& text, std::size_t asked) { return text.field < asked; });
    if (found == batch_.invalid.end() || found->field != field) return std::nullopt;
    return found->offset;
}

}  // namespace harmattan::io
