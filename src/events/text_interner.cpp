#include "events/text_interner.h"

#include <functional>

namespace harmattan::events {
namespace {

constexpr std::size_t first_slots = 64;  // a power of two, as every later size

}  // namespace

std::uint32_t TextInterner::code_of(std::string_view text, std::vector<std::string>& dictionary) {
    if (text.empty()) return 0;
    // Rows of one conflict stand together in most files.
    if (text == dictionary[last_code_]) return last_code_;
    if (2 * (used_ + 1) > slots_.size()) grow();
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].code != 0) {
        if (slots_[at].hash == hash && dictionary[slots_[at].code] == text) return last_code_ = slots_[at].code;
        at = (at + 1) & mask;
    }
    dictionary.emplace_back(text);
    ++used_;
    last_code_ = static_cast<std::uint32_t>(dictionary.size() - 1);
    slots_[at] = {hash, last_code_};
    return last_code_;
}

void TextInterner::grow() {
    std::vector<Slot> old(slots_.empty() ? first_slots : slots_.size() * 2);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot slot : old) {
        if (slot.code == 0) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].code != 0) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

}  // namespace harmattan::events
