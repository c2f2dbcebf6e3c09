// From a text to its number in a dictionary.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harmattan::events {

// A hash table with open addressing and linear probing over a dictionary that stands elsewhere: it keeps only hash
// and number, so that a look-up touches the dictionary once, and neither allocates nor copies for a known text.
class TextInterner {
  public:
    // The number of `text` in `dictionary`, to which it is added when new. `dictionary` must be the same at each
    // call, and hold the empty text as its first.
    std::uint32_t code_of(std::string_view text, std::vector<std::string>& dictionary);

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t code = 0;  // 0: free, for the empty text is never looked up here
    };

    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
    std::uint32_t last_code_ = 0;
};

}  // namespace harmattan::events
