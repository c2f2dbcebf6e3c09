// Which of the three estimates of fatalities an event's symbol shows.
#pragma once

#include <cstdint>
#include <string_view>

namespace harmattan::scene {

// best: its size. range: the low and high ones besides, as rings inside and round it.
enum class Estimates : std::uint8_t { best, range };

// "best" or "range"; throws Error "estimates.unknown" (text).
Estimates parse_estimates(std::string_view text);
std::string_view to_string(Estimates estimates);

}  // namespace harmattan::scene
