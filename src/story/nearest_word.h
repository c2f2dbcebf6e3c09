// "Did you mean ...?"
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace harmattan::story {

// The candidate with the least Levenshtein distance to `word`; empty when none is near: more than a third of its
// letters, and more than one, would have to change.
std::string nearest_word(std::string_view word, std::span<const std::string> candidates);

}  // namespace harmattan::story
