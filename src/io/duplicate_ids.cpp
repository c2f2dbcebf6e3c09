#include "io/duplicate_ids.h"

#include <algorithm>
#include <bit>
#include <functional>

namespace harmattan::io {
namespace {

constexpr std::size_t first_slots = 1024;  // a power of two, as every later size

}  // namespace

// std::hash alone leaves short ids close together on some libraries; this spreads them (the finaliser of
// MurmurHash3).
std::uint64_t DuplicateIds::hash_of(std::string_view id) {
    std::uint64_t hash = std::hash<std::string_view>()(id);
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    return hash == 0 ? 1 : hash;
}

std::optional<std::uint64_t> DuplicateIds::seen_before(std::uint64_t hash, std::uint64_t line) {
    if (2 * (used_ + 1) > slots_.size()) resize(std::max(first_slots, 2 * slots_.size()));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].hash != 0; at = (at + 1) & mask)
        if (slots_[at].hash == hash) return slots_[at].line;
    slots_[at] = {hash, line};
    ++used_;
    return std::nullopt;
}

void DuplicateIds::reserve(std::size_t ids) {
    if (2 * ids > slots_.size()) resize(std::bit_ceil(2 * ids));
}

void DuplicateIds::resize(std::size_t slots) {
    std::vector<Slot> old(slots);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.hash == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].hash != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace harmattan::io
