#include "io/event_assembler.h"

#include <algorithm>

#include <fmt/core.h>

namespace harmattan::io {
namespace {

using events::Text;

constexpr std::size_t batches_waiting = 4;
constexpr std::size_t rows_in_batch = 512;  // with their texts about as much as a core's own cache holds
constexpr std::size_t bytes_in_batch = std::size_t(128) << 10;

std::size_t text_bytes(const events::EventRow& row) {
    std::size_t bytes = 0;
    for (const std::string_view text : row.texts) bytes += text.size();
    return bytes;
}

}  // namespace

EventAssembler::EventAssembler(AssemblyOptions options)
    : options_(std::move(options)),
      batches_(batches_waiting),
      used_(batches_waiting),
      thread_([this] { work(); }) {}

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
    KeptRow& kept = batch_.rows.emplace_back(KeptRow{row, line, position, 0});
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
    // All slots are asked for before the first is looked at: each is elsewhere in memory.
    for (KeptRow& kept : batch.rows) {
        const std::string_view id = kept.row.text(Text::id);
        kept.id_hash = id.empty() ? 0 : DuplicateIds::hash_of(id);
        ids_.prefetch(kept.id_hash);
    }
    for (const KeptRow& kept : batch.rows) {
        builder_.add(kept.row);
        if (kept.id_hash != 0) doubt_id(kept);
        doubt_place(kept);
    }
    if (!has_reserved_ && batch.share_read > 0) reserve(batch.share_read);
}

// From the rows so far, with a little to spare: growing by doubling would copy all and leave half unused.
void EventAssembler::reserve(double share_read) {
    constexpr std::size_t few_rows = 16384;
    if (builder_.size() < few_rows) return;
    has_reserved_ = true;
    constexpr double most_rows = 1e8;
    const auto rows =
        static_cast<std::size_t>(std::min(1.05 * static_cast<double>(builder_.size()) / share_read, most_rows));
    builder_.reserve(rows);
    ids_.reserve(rows);
}

void EventAssembler::doubt_id(const KeptRow& kept) {
    const auto first = ids_.seen_before(kept.id_hash, kept.line);
    if (!first) return;
    warn(kept, options_.id_column, "row.duplicate_id",
         {{"value", std::string(kept.row.text(Text::id))}, {"first", fmt::format("{}", *first)}});
}

void EventAssembler::doubt_place(const KeptRow& kept) {
    const events::EventRow& row = kept.row;
    if (row.lat_deg == 0 && row.lon_deg == 0) return warn(kept, {}, "row.zero_coordinates", {});
    if (!options_.checks_places) return;
    const auto country = row.text(Text::country);
    const auto found = places_.doubt({row.lon_deg, row.lat_deg}, country, row.text(Text::place));
    if (!found) return;
    // A row that is known to the district or worse says by itself that its place is rounded.
    constexpr events::WherePrecision district = 3;
    if (found->problem == PlaceProblem::whole_degrees && row.where_precision >= district) return;
    // Telling how far off a place is takes longer than reading its row: only for those that are listed.
    const bool is_listed = doubts_.warnings.size() < most_warnings;
    warn(kept, options_.country_column, places_.key_of(*found, country),
         is_listed ? places_.values_of(*found, country) : base::NamedValues{});
}

void EventAssembler::warn(const KeptRow& kept, const std::string& column, std::string key,
                          base::NamedValues values) {
    add_warning(doubts_, {kept.line, column, std::move(key), std::move(values), kept.position});
}

events::EventTable EventAssembler::finish(std::vector<events::EventFile> files, ReadReport& report) {
    hand_over();
    batches_.close();
    thread_.join();
    if (failure_ != nullptr) std::rethrow_exception(failure_);
    add_warnings(report, std::move(doubts_));
    for (events::EventFile& file : files) builder_.add_file(std::move(file));
    return std::move(builder_).build();
}

}  // namespace harmattan::io
