// Numbers and dates for people, in English and French, whatever the process's locale.
#pragma once

#include <cstdint>
#include <string>

#include "base/day.h"
#include "base/messages.h"
#include "base/time_window.h"

namespace harmattan::base {

// 7783 -> "7,783" (en), "7 783" with a narrow no-break space (fr).
std::string grouped(std::int64_t value, Language language);

// Up to `decimals` decimals without trailing zeros: 1.5 -> "1.5" (en), "1,5" (fr).
std::string decimal(double value, int decimals, Language language);

// "2 March 2017", "2 mars 2017", "1er mars 2017".
std::string long_date(Day day, Language language);

// "March 2017", "mars 2017".
std::string month_and_year(Day day, Language language);

// "1 April 2016 – 31 March 2017".
std::string date_range(DayRange range, Language language);

}  // namespace harmattan::base
