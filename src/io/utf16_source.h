// UTF-16 text as UTF-8.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/byte_source.h"

namespace harmattan::io {

struct Utf16 {
    bool is_big_endian = false;
    bool has_mark = false;  // a byte order mark
};

// Whether a text that begins like this is UTF-16: by its byte order mark, or, without one, because in its first
// KiB every second byte is nearly always zero and the others nearly never, as in any table whose column names are
// in Latin letters. UTF-32 is not taken for it.
std::optional<Utf16> find_utf16(std::string_view first_bytes);

// Whether it begins with the byte order mark of UTF-32, which nothing here reads.
bool is_utf32(std::string_view first_bytes);

// Half of a surrogate pair without the other, and a byte left over at the end, become U+FFFD and are counted.
class Utf16Source final : public ByteSource {
  public:
    // Of `inner`, which stands at its beginning. The byte order mark, if `kind` has one, is left out.
    Utf16Source(std::unique_ptr<ByteSource> inner, Utf16 kind);

    std::size_t read(char* to, std::size_t most) override;
    double share_read() const override { return inner_->share_read(); }
    std::uint64_t size() const override { return inner_->size(); }
    const std::string& name() const override { return inner_->name(); }

    // Up to where it has been read: units replaced, and the byte offset of the first in the UTF-16 text.
    std::uint64_t replaced() const { return replaced_; }
    std::optional<std::uint64_t> first_replaced_at() const { return first_replaced_at_; }

  private:
    bool decode_block();
    std::size_t fill_block();
    void take(std::uint32_t unit, std::uint64_t at);
    void replace(std::uint64_t at);

    std::unique_ptr<ByteSource> inner_;
    bool is_big_endian_;
    std::string block_;           // of UTF-16
    std::uint64_t block_at_ = 0;  // its offset in the text
    std::string decoded_;         // of which [taken_, end) is still to be given
    std::size_t taken_ = 0;
    std::uint32_t high_ = 0;  // a first surrogate that waits for its second; 0 for none
    std::uint64_t high_at_ = 0;
    bool is_at_end_ = false;
    std::uint64_t replaced_ = 0;
    std::optional<std::uint64_t> first_replaced_at_;
};

// The beginning of a UTF-16 text as UTF-8; any other text as it is.
std::string beginning_as_utf8(std::string_view first_bytes);

}  // namespace harmattan::io
