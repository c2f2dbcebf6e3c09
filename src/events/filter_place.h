// Where in an expression something is wrong, shown to a person.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"

namespace harmattan::events {

// Throws Error `key` with `values` and those that Filter::parse() promises. `place`: the byte of `expression`
// (which may be no UTF-8) at which the wrong character begins, or its size for the end.
[[noreturn]] void fail_in_filter(std::string key, std::string_view expression, std::size_t place,
                                 base::NamedValues values = {});

// The part of a text that a message shows: one line of at most `most` characters, longer ones cut with an
// ellipsis.
std::string shown_in_message(std::string_view text, std::size_t most = 40);

}  // namespace harmattan::events
