// Whom to credit.
#pragma once

#include <string>

namespace harmattan::scene {

// Where data came from: "UCDP GED 21.1 (CC BY 4.0)". Empty texts: nothing to credit.
struct Source {
    std::string text_en, text_fr;
};

}  // namespace harmattan::scene
