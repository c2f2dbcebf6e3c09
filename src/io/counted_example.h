// How many texts of a column are of some kind, and the first of them: for messages that show what they mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace harmattan::io {

struct CountedExample {
    std::uint64_t texts = 0;
    std::string example;  // the first of them, as in the file (shortened); empty when there is none

    // Allocates only for the first.
    void add(std::string_view text);
    void merge(const CountedExample& other);
};

}  // namespace harmattan::io
