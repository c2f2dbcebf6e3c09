// Names of actors made comparable, whoever spelt them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harmattan::events {

// The name in small letters without accents, apostrophes and quotation marks; hyphens, commas, brackets and other
// marks become single blanks, and years in brackets go ("Military Forces of Mali (2013-2020)", as ACLED has them).
// Letters beyond Latin stay as they are. "Jama'atu Ahlis Sunna" and "JAMA’ATU  AHLIS-SUNNA" become the same.
std::string normalised_name(std::string_view name);

// The parts of a side that names several actors: "GATIA, MSA" gives two. Cut at the first kind of joint that
// occurs: ";", " and/or ", ",", then the words for and and or in English and French, " & " and " / ". One part
// when there is none, or when the text is longer than most_joint_bytes: then it is no list of names.
inline constexpr std::size_t most_joint_bytes = 2000;
std::vector<std::string_view> parts_of_joint_name(std::string_view name);

}  // namespace harmattan::events
