// A guard before TOML is parsed: toml++ bounds how deeply values nest but not how many parts a dotted name has,
// and each part is a table inside another, which are taken down by recursion. 200,000 of them overflow the stack.
#pragma once

#include <string>
#include <string_view>

namespace harmattan::io {

inline constexpr int most_dots_in_a_name = 16;

// Throws Error "toml.too_deep" (file, line, column, limit) at the first name with more dots. Dots in comments and
// texts do not count. Any bytes may come.
void check_toml_nesting(std::string_view text, const std::string& file);

}  // namespace harmattan::io
