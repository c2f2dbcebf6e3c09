#include "io/duplicate_ids.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <future>

namespace harmattan::io {
namespace {

using Id = IdList::Id;

// An open hash table of the ids that one thread looks at: those of one share of all hashes.
class SeenIds {
  public:
    // Room for so many.
    explicit SeenIds(std::size_t ids) : slots_(std::bit_ceil(2 * ids + 1)), mask_(slots_.size() - 1) {}

    // A table of a million ids is in no cache, and waiting for it takes longer than all else.
    void prefetch(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask_], 1); }

    // The one that was there before; null (and it is kept) when it is new.
    const Id* seen_before(const Id& id, std::uint64_t line) {
        std::size_t at = id.hash & mask_;
        for (; slots_[at].hash != 0; at = (at + 1) & mask_)
            if (slots_[at].hash == id.hash) return &slots_[at];
        slots_[at] = {id.hash, line};
        return nullptr;
    }

  private:
    std::vector<Id> slots_;
    std::size_t mask_;
};

// A thread's share of the hashes, by their upper half: the table takes the lower.
struct Share {
    std::size_t number = 0, of = 1;
    bool has(std::uint64_t hash) const { return (hash >> 32) * of >> 32 == number && hash != 0; }
};

struct Waiting {
    const Id* id = nullptr;
    std::size_t row = 0;
};

DuplicatesFound find_share(std::span<const IdList* const> lists, Share share, std::size_t most_listed) {
    std::size_t ids = 0;
    for (const IdList* list : lists)
        ids += static_cast<std::size_t>(std::count_if(list->ids().begin(), list->ids().end(),
                                                      [&](const Id& id) { return share.has(id.hash); }));
    SeenIds seen(ids);
    DuplicatesFound found;
    std::size_t first_row = 0;
    for (const IdList* list : lists) {
        constexpr std::size_t ahead = 16;
        std::array<Waiting, ahead> waiting{};  // for their slots to come near
        std::size_t next = 0;
        const auto look = [&](const Waiting& one) {
            if (one.id == nullptr) return;
            const std::uint64_t line = list->line_of(*one.id);
            const Id* const first = seen.seen_before(*one.id, line);
            if (first == nullptr) return;
            ++found.count;
            if (found.listed.size() < most_listed) found.listed.push_back({one.row, line, first->line});
        };
        const auto all = list->ids();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!share.has(all[i].hash)) continue;
            seen.prefetch(all[i].hash);
            look(std::exchange(waiting[next], Waiting{&all[i], first_row + i}));
            next = (next + 1) % ahead;
        }
        for (std::size_t i = 0; i < ahead; ++i) look(waiting[(next + i) % ahead]);
        first_row += all.size();
    }
    return found;
}

}  // namespace

// std::hash alone leaves short ids close together on some libraries; this spreads them (the finaliser of
// MurmurHash3).
std::uint64_t IdList::hash_of(std::string_view id) {
    std::uint64_t hash = std::hash<std::string_view>()(id);
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccdULL;
    hash ^= hash >> 33;
    return hash == 0 ? 1 : hash;
}

DuplicatesFound find_duplicates(std::span<const IdList* const> lists, std::size_t threads,
                                std::size_t most_listed) {
    std::vector<std::future<DuplicatesFound>> others;
    for (std::size_t i = 1; i < threads; ++i)
        others.push_back(std::async(std::launch::async, [=] {
            return find_share(lists, Share{i, threads}, most_listed);
        }));
    DuplicatesFound all = find_share(lists, Share{0, threads}, most_listed);
    for (auto& other : others) {
        DuplicatesFound found = other.get();
        all.count += found.count;
        all.listed.insert(all.listed.end(), found.listed.begin(), found.listed.end());
    }
    std::sort(all.listed.begin(), all.listed.end(),
              [](const DuplicateId& one, const DuplicateId& other) { return one.row < other.row; });
    if (all.listed.size() > most_listed) all.listed.resize(most_listed);
    return all;
}

}  // namespace harmattan::io
