// Texts from files as a terminal may be given them.
#pragma once

#include <string>
#include <string_view>

namespace harmattan::base {

// The text with everything that a terminal might obey made visible: control characters and bytes that are no UTF-8
// as \xNN, and the marks that turn the direction of writing round as \uNNNN. What is printable already stays as it
// is.
std::string printable(std::string_view text);

}  // namespace harmattan::base
