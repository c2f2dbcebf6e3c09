// How Excel writes days and times: as numbers, told apart by the format of the cell.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace harmattan::io {

enum class CellFormat { number, date, time };

// Of the number formats that have an id only (ECMA-376 part 1, 18.8.30).
CellFormat built_in_format(int id);
// Of a format's code such as "yyyy\-mm\-dd" or "#,##0.00": a year, a month or a day makes it a date, hours or
// seconds alone a time. Elapsed times ("[h]:mm") are numbers.
CellFormat format_of_code(std::string_view code);

// The day and time of a serial number, as "2017-03-02", "2017-03-02T06:30:00" (with milliseconds where there are
// any) or, for a time below one day, "06:30:00". Counted from 1899-12-30 (with the day 60 that never was,
// 1900-02-29, left out, as Excel's days before it stand one later), or from 1904-01-01. No value outside 1900 to
// 9999.
std::optional<std::string> excel_date(double serial, CellFormat format, bool from_1904);

// A cell's number as text: the day or time that its format makes of it, else the shortest decimal that reads back
// equal, whole numbers without a point.
std::string excel_number(double number, CellFormat format, bool from_1904);

}  // namespace harmattan::io
