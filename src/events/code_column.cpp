#include "events/code_column.h"

#include <limits>

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
bool add(std::vector<Code>& codes, std::uint32_t code) {
    if (code > std::numeric_limits<Code>::max()) return false;
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
