// Texts made comparable: without regard to upper and lower case, and to accents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace harmattan::events {

enum class Folding : std::uint8_t {
    // Unicode's case folding: "NIGER" and "Niger", "Straße" and "STRASSE" become the same.
    without_case,
    // And marks taken off their letters: "Ségou" and "segou" become the same. Letters that are no letter with a
    // mark
    // stay what they are: "ø" is no "o".
    without_case_and_accents
};

// Writes the folded text into `folded`, whose memory is used again: for texts in ASCII nothing is allocated. Text
// that is not UTF-8 has its ASCII letters folded. Method: Unicode's case folding and decomposition (utf8proc).
void fold(std::string_view text, Folding folding, std::string& folded);
std::string folded_text(std::string_view text, Folding folding);

}  // namespace harmattan::events
