// Numbers of texts in a dictionary, in as few bytes a row as the greatest of them needs.
#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "events/gather.h"

namespace harmattan::events {

// One byte a row up to 255, two up to 65,535, else four: it widens itself when a number needs it.
class CodeColumn {
  public:
    std::uint32_t operator[](std::size_t row) const {
        switch (codes_.index()) {
            case 0:
                return (*std::get_if<0>(&codes_))[row];
            case 1:
                return (*std::get_if<1>(&codes_))[row];
            default:
                return (*std::get_if<2>(&codes_))[row];
        }
    }
    std::size_t size() const {
        return std::visit([](const auto& codes) { return codes.size(); }, codes_);
    }
    bool empty() const { return size() == 0; }

    // Calls `scan` with the codes as std::span<const std::uint8_t>, <const std::uint16_t> or
    // <const std::uint32_t>, and gives back what it returns (of one type for all three).
    template <typename Scan>
    decltype(auto) visit(Scan&& scan) const {
        return std::visit([&](const auto& codes) -> decltype(auto) { return scan(std::span(codes)); }, codes_);
    }

    void reserve(std::size_t rows);
    // Zeros behind its codes until there are `rows`.
    void fill_with_zeros(std::size_t rows);
    void push_back(std::uint32_t code);
    // The rows of `more` behind its own, each code c as code_of[c].
    void append(const CodeColumn& more, std::span<const std::uint32_t> code_of);
    void shrink_to_fit();
    CodeColumn gathered(RowNumbers rows) const;
    std::size_t memory_bytes() const;

  private:
    void widen();

    std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>> codes_;
};

}  // namespace harmattan::events
