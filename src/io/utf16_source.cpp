#include "io/utf16_source.h"

#include <algorithm>
#include <utility>

namespace harmattan::io {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t block_bytes = std::size_t(64) << 10;
constexpr std::size_t looked_at_bytes = 1024;
constexpr std::uint32_t replacement = 0xfffd;

// Unicode 15.0, table 3-6.
void append_utf8(std::string& to, std::uint32_t code) {
    const auto put = [&to](std::uint32_t byte) { to += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6);
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

std::uint32_t unit_at(std::string_view block, std::size_t at, bool is_big_endian) {
    const auto first = static_cast<unsigned char>(block[at]), second = static_cast<unsigned char>(block[at + 1]);
    return is_big_endian ? static_cast<std::uint32_t>(first << 8 | second)
                         : static_cast<std::uint32_t>(second << 8 | first);
}

bool is_first_surrogate(std::uint32_t unit) {
    return unit >= 0xd800 && unit < 0xdc00;
}

bool is_second_surrogate(std::uint32_t unit) {
    return unit >= 0xdc00 && unit < 0xe000;
}

// In a table at least every second character is an ASCII or Latin-1 one: a digit, a delimiter, a letter of a
// column's name. Read in the wrong order, or as bytes of something else, hardly any pair is one.
bool looks_like_text(std::string_view bytes, bool is_big_endian) {
    const std::size_t pairs = bytes.size() / 2;
    std::size_t latin = 0, latin_in_other_order = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        const std::uint32_t unit = unit_at(bytes, 2 * i, is_big_endian);
        if (unit < 0x20 && !(unit >= '\t' && unit <= '\r')) return false;
        if (unit < 0x100) ++latin;
        if ((unit & 0xff) == 0) ++latin_in_other_order;
    }
    return pairs >= 2 && latin * 2 >= pairs && latin_in_other_order * 4 <= latin;
}

}  // namespace

bool is_utf32(std::string_view first_bytes) {
    return first_bytes.starts_with("\xff\xfe\0\0"sv) || first_bytes.starts_with("\0\0\xfe\xff"sv);
}

std::optional<Utf16> find_utf16(std::string_view first_bytes) {
    if (is_utf32(first_bytes)) return std::nullopt;
    if (first_bytes.starts_with("\xff\xfe"sv)) return Utf16{false, true};
    if (first_bytes.starts_with("\xfe\xff"sv)) return Utf16{true, true};
    for (const bool is_big_endian : {false, true})
        if (looks_like_text(first_bytes.substr(0, looked_at_bytes), is_big_endian))
            return Utf16{is_big_endian, false};
    return std::nullopt;
}

Utf16Source::Utf16Source(std::unique_ptr<ByteSource> inner, Utf16 kind)
    : inner_(std::move(inner)), is_big_endian_(kind.is_big_endian) {
    if (!kind.has_mark) return;
    inner_->skip(2);
    block_at_ = 2;
}

std::size_t Utf16Source::read(char* to, std::size_t most) {
    if (most == 0) return 0;
    while (taken_ == decoded_.size())
        if (!decode_block()) return 0;
    const std::size_t count = std::min(most, decoded_.size() - taken_);
    std::copy_n(decoded_.data() + taken_, count, to);
    taken_ += count;
    return count;
}

// False when nothing is left.
bool Utf16Source::decode_block() {
    decoded_.clear();
    taken_ = 0;
    if (is_at_end_) return false;
    const std::size_t size = fill_block();
    for (std::size_t at = 0; at + 1 < size; at += 2) take(unit_at(block_, at, is_big_endian_), block_at_ + at);
    if (is_at_end_ && high_ != 0) replace(high_at_);
    if (size % 2 != 0) replace(block_at_ + size - 1);
    block_at_ += size;
    return true;
}

// The block's size; even but at the end of the text.
std::size_t Utf16Source::fill_block() {
    block_.resize(block_bytes);
    std::size_t size = 0;
    do {
        const std::size_t got = inner_->read(block_.data() + size, block_.size() - size);
        is_at_end_ = got == 0;
        size += got;
    } while (!is_at_end_ && size % 2 != 0);
    return size;
}

void Utf16Source::take(std::uint32_t unit, std::uint64_t at) {
    if (is_second_surrogate(unit) && high_ != 0) {
        append_utf8(decoded_, 0x10000 + ((std::exchange(high_, 0) - 0xd800) << 10) + (unit - 0xdc00));
        return;
    }
    if (high_ != 0) replace(high_at_);
    high_ = 0;
    if (is_first_surrogate(unit)) {
        high_ = unit;
        high_at_ = at;
    } else if (is_second_surrogate(unit)) {
        replace(at);
    } else {
        append_utf8(decoded_, unit);
    }
}

void Utf16Source::replace(std::uint64_t at) {
    append_utf8(decoded_, replacement);
    ++replaced_;
    if (!first_replaced_at_) first_replaced_at_ = at;
}

std::string beginning_as_utf8(std::string_view first_bytes) {
    const auto kind = find_utf16(first_bytes);
    if (!kind) return std::string(first_bytes);
    Utf16Source source(
        std::make_unique<MemorySource>(first_bytes.substr(0, first_bytes.size() / 2 * 2), std::string()), *kind);
    std::string text(first_bytes.size() * 3 / 2, '\0');
    std::size_t length = 0;
    for (std::size_t got = 1; got > 0; length += got)
        got = source.read(text.data() + length, text.size() - length);
    text.resize(length);
    return text;
}

}  // namespace harmattan::io
