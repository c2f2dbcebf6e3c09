#include "io/csv_ahead_table.h"

#include <algorithm>

#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::size_t batches_waiting = 4;
constexpr std::size_t records_in_batch = 1024;
constexpr std::size_t bytes_in_batch = std::size_t(256) << 10;

}  // namespace

void CsvAheadTable::Batch::clear() {
    records.clear();
    texts.clear();
    spans.clear();
    fields.clear();
    invalid.clear();
}

CsvAheadTable::CsvAheadTable(std::unique_ptr<CsvTable> table)
    : table_(std::move(table)),
      columns_(table_->columns()),
      batches_(batches_waiting),
      used_(batches_waiting),
      thread_([this] { read(); }) {}

CsvAheadTable::~CsvAheadTable() {
    batches_.close();
    thread_.join();
}

void CsvAheadTable::read() {
    for (bool goes_on = true; goes_on;) {
        Batch batch = read_batch();
        goes_on = !batch.records.empty() && batch.failure == nullptr;
        goes_on &= batches_.push(std::move(batch));
    }
    batches_.close();
}

CsvAheadTable::Batch CsvAheadTable::read_batch() {
    Batch batch = used_.try_pop().value_or(Batch{});
    batch.clear();
    try {
        read_records(batch);
    } catch (...) {
        batch.failure = std::current_exception();
    }
    batch.fields.reserve(batch.spans.size());
    for (const Span span : batch.spans)
        batch.fields.push_back(trimmed({batch.texts.data() + span.begin, span.end - span.begin}));
    return batch;
}

void CsvAheadTable::read_records(Batch& batch) {
    batch.records.reserve(records_in_batch);
    batch.texts.reserve(bytes_in_batch);
    while (batch.records.size() < records_in_batch && batch.texts.size() < bytes_in_batch && table_->next())
        add_record(batch);
    batch.share_read = table_->share_read();
}

void CsvAheadTable::add_record(Batch& batch) {
    Record record;
    record.line = table_->line();
    record.position = table_->position();
    record.fault = table_->fault();
    record.fault_field = table_->fault_field();
    record.field_count = table_->field_count();
    record.first_field = batch.spans.size();
    record.may_have_high_bytes = table_->may_have_high_bytes();
    record.has_stray_quote = table_->has_stray_quote();
    if (record.fault == RecordFault::none) add_fields(batch, record);
    batch.records.push_back(record);
}

// The record's bytes are copied at once; quotation marks are taken off in the reader's own buffer before that.
void CsvAheadTable::add_fields(Batch& batch, const Record& record) {
    const std::size_t fields = std::min(record.field_count, CsvReader::max_fields);
    if (fields == 0) return;
    if (record.may_have_high_bytes)  // to be asked before the field's text
        for (std::size_t i = 0; i < fields; ++i)
            if (const auto offset = table_->invalid_utf8_offset(i))
                batch.invalid.push_back({record.first_field + i, *offset});
    const char* const begin = table_->field(0).data();
    const auto moved = static_cast<std::ptrdiff_t>(batch.texts.size());
    for (std::size_t i = 0; i < fields; ++i) {
        const std::string_view text = table_->field(i);
        const auto at = static_cast<std::uint32_t>(text.data() - begin + moved);
        batch.spans.push_back({at, at + static_cast<std::uint32_t>(text.size())});
    }
    const std::string_view last = table_->field(fields - 1);
    batch.texts.insert(batch.texts.end(), begin, last.data() + last.size());
}

bool CsvAheadTable::next() {
    if (++at_ < batch_.records.size()) return true;
    if (batch_.failure != nullptr) std::rethrow_exception(batch_.failure);
    auto batch = batches_.pop();
    at_ = 0;
    used_.try_push(std::move(batch_));
    batch_ = batch ? std::move(*batch) : Batch{};
    if (batch_.records.empty() && batch_.failure != nullptr) std::rethrow_exception(batch_.failure);
    return !batch_.records.empty();
}

std::optional<std::uint64_t> CsvAheadTable::invalid_utf8_offset(std::size_t index) const {
    const std::size_t field = record().first_field + index;
    const auto found =
        std::lower_bound(batch_.invalid.begin(), batch_.invalid.end(), field,
                         [](const InvalidText& text, std::size_t asked) { return text.field < asked; });
    if (found == batch_.invalid.end() || found->field != field) return std::nullopt;
    return found->offset;
}

}  // namespace harmattan::io
