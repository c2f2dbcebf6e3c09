#include "events/code_column.h"

#include <algorithm>
#include <limits>
#include <type_traits>

namespace harmattan::events {
namespace {

template <typename Wide, typename Narrow>
std::vector<Wide> widened(const std::vector<Narrow>& codes) {
    std::vector<Wide> wide;
    wide.reserve(codes.capacity());
    wide.assign(codes.begin(), codes.end());
    return wide;
}

template <typename Code>
bool has_room_for(const std::vector<Code>&, std::uint32_t code) {
    return code <= std::numeric_limits<Code>::max();
}

template <typename Code>
bool add(std::vector<Code>& codes, std::uint32_t code) {
    if (!has_room_for(codes, code)) return false;
    codes.push_back(static_cast<Code>(code));
    return true;
}

}  // namespace

void CodeColumn::reserve(std::size_t rows) {
    std::visit([&](auto& codes) { codes.reserve(rows); }, codes_);
}

void CodeColumn::fill_with_zeros(std::size_t rows) {
    std::visit([&](auto& codes) { codes.resize(rows); }, codes_);
}

void CodeColumn::push_back(std::uint32_t code) {
    while (!std::visit([&](auto& codes) { return add(codes, code); }, codes_)) widen();
}

void CodeColumn::append(const CodeColumn& more, std::span<const std::uint32_t> code_of) {
    if (more.empty()) return;
    const std::uint32_t greatest = *std::max_element(code_of.begin(), code_of.end());
    while (!std::visit([&](auto& codes) { return has_room_for(codes, greatest); }, codes_)) widen();
    std::visit(
        [&](auto& codes, const auto& added) {
            using Code = typename std::decay_t<decltype(codes)>::value_type;
            codes.reserve(codes.size() + added.size());
            for (const std::uint32_t code : added) codes.push_back(static_cast<Code>(code_of[code]));
        },
        codes_, more.codes_);
}

void CodeColumn::widen() {
    if (const auto* bytes = std::get_if<0>(&codes_))
        codes_ = widened<std::uint16_t>(*bytes);
    else
        codes_ = widened<std::uint32_t>(std::get<1>(codes_));
}

void CodeColumn::shrink_to_fit() {
    std::visit([](auto& codes) { codes.shrink_to_fit(); }, codes_);
}

CodeColumn CodeColumn::gathered(RowNumbers rows) const {
    CodeColumn taken;
    std::visit([&](const auto& codes) { taken.codes_ = events::gathered(codes, rows); }, codes_);
    return taken;
}

std::size_t CodeColumn::memory_bytes() const {
    return std::visit([](const auto& codes) { return codes.capacity() * sizeof(codes[0]); }, codes_);
}

}  // namespace harmattan::events
