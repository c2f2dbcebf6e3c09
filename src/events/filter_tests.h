// What the conditions of a filter ask of one value.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "events/fold_text.h"

namespace harmattan::events {

// Both ends are included.
struct NumberRange {
    double low = 0, high = 0;
};

// Whether a number lies in one of the ranges: every comparison of numbers is that, or its contrary.
class NumberTest {
  public:
    // `ranges` in any order; those of more than one must be single numbers.
    NumberTest(std::vector<NumberRange> ranges, bool is_contrary)
        : ranges_(std::move(ranges)), is_contrary_(is_contrary) {
        std::sort(ranges_.begin(), ranges_.end(), [](auto a, auto b) { return a.low < b.low; });
    }

    bool operator()(double value) const {
        const auto after = std::upper_bound(ranges_.begin(), ranges_.end(), value,
                                            [](double asked, NumberRange range) { return asked < range.low; });
        return (after != ranges_.begin() && value <= std::prev(after)->high) != is_contrary_;
    }

  private:
    std::vector<NumberRange> ranges_;
    bool is_contrary_;
};

// Whether a text is one of several, or holds one, or the contrary.
class TextTest {
  public:
    static TextTest is_one_of(const std::vector<std::string>& texts, bool is_contrary) {
        TextTest test(Folding::without_case, is_contrary);
        for (const std::string& text : texts) test.wanted_.push_back(folded_text(text, test.folding_));
        std::sort(test.wanted_.begin(), test.wanted_.end());
        return test;
    }
    static TextTest holds(std::string_view text, bool is_contrary) {
        TextTest test(Folding::without_case_and_accents, is_contrary);
        test.is_part_ = true;
        test.wanted_.push_back(folded_text(text, test.folding_));
        return test;
    }

    bool is_contrary() const { return is_contrary_; }
    // Without the contrary. `buffer` is scratch memory that is kept from text to text.
    bool finds(std::string_view text, std::string& buffer) const {
        fold(text, folding_, buffer);
        if (is_part_) return buffer.find(wanted_.front()) != std::string::npos;
        return std::binary_search(wanted_.begin(), wanted_.end(), buffer);
    }

  private:
    TextTest(Folding folding, bool is_contrary) : folding_(folding), is_contrary_(is_contrary) {}

    std::vector<std::string> wanted_;
    Folding folding_;
    bool is_part_ = false;
    bool is_contrary_;
};

}  // namespace harmattan::events
