// The English and French words of a calendar.
#pragma once

#include <optional>
#include <string_view>

namespace harmattan::io {

// 1 to 12 for a name or an abbreviation of a month, in lower case without accents or a full stop ("mars", "mar",
// "fevr", "sept"). Source of the abbreviations: Unicode CLDR, locales en, en-GB, fr and fr-CA, and what
// spreadsheets write.
std::optional<int> month_of_name(std::string_view name);

// "monday", "lun" and the like, in the same form. Note that "mar" is Mars, March and mardi.
bool is_weekday_name(std::string_view name);

}  // namespace harmattan::io
