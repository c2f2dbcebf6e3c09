#include "scene/estimates.h"

#include <string>

#include "base/error.h"

namespace harmattan::scene {

Estimates parse_estimates(std::string_view text) {
    if (text == "best") return Estimates::best;
    if (text == "range") return Estimates::range;
    throw base::Error("estimates.unknown", {{"text", std::string(text)}});
}

std::string_view to_string(Estimates estimates) {
    return estimates == Estimates::best ? "best" : "range";
}

}  // namespace harmattan::scene
