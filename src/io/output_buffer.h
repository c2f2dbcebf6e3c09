// Small pieces of text gathered into large writes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/pending_file.h"

namespace harmattan::io {

// flush() must be called at the end; what is left in the buffer is lost without it.
class OutputBuffer {
  public:
    explicit OutputBuffer(base::PendingFile& file) : file_(file) { bytes_.reserve(capacity); }

    void add(std::string_view text) {
        bytes_.append(text);
        if (bytes_.size() >= capacity - slack) flush();
    }
    void add(char c) { bytes_.push_back(c); }
    void flush() {
        file_.write(std::as_bytes(std::span(bytes_)));
        bytes_.clear();
    }

  private:
    static constexpr std::size_t capacity = std::size_t(1) << 20;
    static constexpr std::size_t slack = std::size_t(64) << 10;

    base::PendingFile& file_;
    std::string bytes_;
};

}  // namespace harmattan::io
