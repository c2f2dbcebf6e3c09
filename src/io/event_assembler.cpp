#include "io/event_assembler.h"

#include <algorithm>

namespace harmattan::io {
namespace {

constexpr std::size_t batches_waiting = 4;
constexpr std::size_t rows_in_batch = 512;  // with their texts about as much as a core's own cache holds
constexpr std::size_t bytes_in_batch = std::size_t(128) << 10;

std::size_t text_bytes(const events::EventRow& row) {
    std::size_t bytes = 0;
    for (const std::string_view text : row.texts) bytes += text.size();
    return bytes;
}

}  // namespace

EventAssembler::EventAssembler(const AssemblyOptions& options)
    : batches_(batches_waiting), used_(batches_waiting), part_(options), thread_([this] { work(); }) {}

EventAssembler::~EventAssembler() {
    batches_.close();
    if (thread_.joinable()) thread_.join();
}

void EventAssembler::add(const events::EventRow& row, std::uint64_t line, std::uint64_t position,
                         double share_read) {
    const std::size_t bytes = text_bytes(row);
    if (batch_.rows.size() == rows_in_batch || batch_.text_room - batch_.text_bytes < bytes) {
        hand_over();
        begin_batch(bytes);
    }
    KeptRow& kept = batch_.rows.emplace_back(KeptRow{row, line, position});
    for (std::string_view& text : kept.row.texts) {
        if (text.empty()) continue;
        char* const begin = batch_.texts.get() + batch_.text_bytes;
        text.copy(begin, text.size());
        text = {begin, text.size()};
        batch_.text_bytes += text.size();
    }
    batch_.share_read = share_read;
}

void EventAssembler::begin_batch(std::size_t least_bytes) {
    batch_ = used_.try_pop().value_or(Batch{});
    batch_.rows.clear();
    batch_.rows.reserve(rows_in_batch);
    batch_.text_bytes = 0;
    if (least_bytes <= batch_.text_room) return;
    batch_.text_room = std::max(bytes_in_batch, least_bytes);
    batch_.texts = std::make_unique_for_overwrite<char[]>(batch_.text_room);
}

void EventAssembler::hand_over() {
    if (batch_.rows.empty() || batches_.push(std::move(batch_))) return;
    thread_.join();
    std::rethrow_exception(failure_);  // nothing else closes the queue while rows come
}

void EventAssembler::work() {
    try {
        while (auto batch = batches_.pop()) {
            assemble(*batch);
            if (batch->text_room == bytes_in_batch) used_.try_push(std::move(*batch));
        }
    } catch (...) {
        failure_ = std::current_exception();
        batches_.close();
    }
}

void EventAssembler::assemble(Batch& batch) {
    for (const KeptRow& kept : batch.rows) part_.add(kept.row, kept.line, kept.position);
    if (!has_reserved_ && batch.share_read > 0) reserve(batch.share_read);
}

// From the rows so far, with a little to spare: growing by doubling would copy all and leave half unused.
void EventAssembler::reserve(double share_read) {
    constexpr std::size_t few_rows = 16384;
    if (part_.size() < few_rows) return;
    has_reserved_ = true;
    constexpr double most_rows = 1e8;
    const auto rows =
        static_cast<std::size_t>(std::min(1.05 * static_cast<double>(part_.size()) / share_read, most_rows));
    part_.reserve(rows);
}

EventPart EventAssembler::finish() {
    hand_over();
    batches_.close();
    thread_.join();
    if (failure_ != nullptr) std::rethrow_exception(failure_);
    return std::move(part_);
}

}  // namespace harmattan::io
