// "Did you mean ...?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace harmattan::base {

// The candidate with the least optimal string alignment distance to `word` (Levenshtein's, with two letters that
// change places as one change); empty when none is near, that is when more than a third of its letters, and more
// than one, would have to change, or when the word has fewer than three letters.
std::string nearest_word(std::string_view word, std::span<const std::string> candidates);

}  // namespace harmattan::base
