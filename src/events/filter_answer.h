// What a condition says of a row.
#pragma once

#include <cstdint>

namespace harmattan::events {

// `unknown` where the row does not know what the condition asks for. As numbers they follow Kleene's logic: "and"
// is the least of two answers, "or" the greatest, "not" is 2 less the answer.
enum class FilterAnswer : std::uint8_t { no = 0, unknown = 1, yes = 2 };

}  // namespace harmattan::events
