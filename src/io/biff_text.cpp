#include "io/biff_text.h"

#include <algorithm>
#include <cstdint>

namespace harmattan::io {
namespace {

void append_utf8(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xc0 | c >> 6);
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xe0 | c >> 12);
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    } else {
        text += static_cast<char>(0xf0 | c >> 18);
        text += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
        text += static_cast<char>(0x80 | (c & 0x3f));
    }
}

// Joins the two halves of a character beyond 16 bits; a half alone becomes U+FFFD.
class Utf16 {
  public:
    void take(std::uint32_t unit) {
        const bool is_high = unit >= 0xd800 && unit < 0xdc00, is_low = unit >= 0xdc00 && unit < 0xe000;
        if (high_ != 0 && is_low) {
            append_utf8(text_, 0x10000 + ((high_ - 0xd800) << 10) + (unit - 0xdc00));
            high_ = 0;
            return;
        }
        finish();
        if (is_high)
            high_ = unit;
        else
            append_utf8(text_, is_low ? 0xfffd : unit);
    }
    std::string finish() {
        if (high_ != 0) append_utf8(text_, 0xfffd);
        high_ = 0;
        return text_;
    }

  private:
    std::string text_;
    std::uint32_t high_ = 0;
};

}  // namespace

void BiffCursor::leave_ended_parts() {
    while (part_ < parts_.size() && at_ >= parts_[part_].size()) {
        ++part_;
        at_ = 0;
    }
}

bool BiffCursor::has_ended() const {
    for (std::size_t i = part_; i < parts_.size(); ++i)
        if (parts_[i].size() > (i == part_ ? at_ : 0)) return false;
    return true;
}

int BiffCursor::byte() {
    leave_ended_parts();
    return part_ < parts_.size() ? static_cast<unsigned char>(parts_[part_][at_++]) : -1;
}

std::uint32_t BiffCursor::number(std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value |= static_cast<std::uint32_t>(std::max(byte(), 0)) << (8 * i);
    return value;
}

void BiffCursor::skip(std::size_t bytes) {
    while (bytes > 0) {
        leave_ended_parts();
        if (part_ >= parts_.size()) return;
        const std::size_t step = std::min(bytes, parts_[part_].size() - at_);
        at_ += step;
        bytes -= step;
    }
}

std::string BiffCursor::text(std::size_t length_bytes) {
    constexpr std::uint32_t has_two_bytes = 1, has_extension = 4, has_runs = 8;
    const std::uint32_t length = number(length_bytes);
    const std::uint32_t flags = number(1);
    const std::uint32_t runs = (flags & has_runs) != 0 ? number(2) : 0;
    const std::uint32_t extension = (flags & has_extension) != 0 ? number(4) : 0;
    std::size_t char_bytes = (flags & has_two_bytes) != 0 ? 2 : 1;
    Utf16 text;
    for (std::uint32_t i = 0; i < length && !has_ended(); ++i) {
        // Not before the first character: the flags stand right before it then.
        if (i > 0 && at_ >= parts_[part_].size()) char_bytes = (number(1) & has_two_bytes) != 0 ? 2 : 1;
        text.take(number(char_bytes));
    }
    skip(std::size_t(4) * runs + extension);
    return text.finish();
}

}  // namespace harmattan::io
