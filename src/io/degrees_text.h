// Geographic coordinates from the text of a field: decimal degrees, degrees with minutes and seconds, letters for
// the hemisphere, and both coordinates in one field.
#pragma once

#include <cstdint>
#include <string_view>

#include "geo/extent.h"
#include "io/number_text.h"

namespace harmattan::io {

enum class Axis : std::uint8_t { latitude, longitude };

enum class DegreesProblem : std::uint8_t {
    none,
    missing,          // empty, or a word for it: is_missing()
    not_degrees,      // in none of the forms
    other_style,      // "14,35" while the column's decimal mark is the point, or the reverse
    out_of_range,     // a latitude beyond 90 or a longitude beyond 180
    projected,        // beyond 360: metres of a projection rather than degrees
    sixty,            // minutes or seconds of 60 or more
    other_axis,       // a latitude with E, W or O, a longitude with N or S
    sign_and_letter,  // "-1.2 W": twice the same side, or back again?
    pair,             // "14.35, -1.2" where one coordinate is meant: read_pair reads it
    no_pair           // one coordinate where two are meant
};

// The key of the sentence for a problem other than `none`, with the placeholders {column} and {value}.
std::string_view message_key(DegreesProblem problem);

struct DegreesReading {
    double deg = 0;  // only when there is no problem: -90 to 90 or -180 to 180, north and east positive
    DegreesProblem problem = DegreesProblem::none;

    explicit operator bool() const { return problem == DegreesProblem::none; }
};

// Reads "14.35", "-1.2", "14°35'12\"N", "14 35 12 N", "14:35:12", "14d35m12s", "14°35.2'N", "N 14.35", "1,2° O",
// with the degree sign and the primes of UTF-8, Windows-1252 or a keyboard. Letters: N S E W in English, O for the
// French ouest (it is west, never the German Ost), and the whole words. Two numbers without any sign or letter
// ("14 35") are no degrees and minutes but a pair. In "14D35M12S" nobody knows whether S is seconds or south:
// not_degrees. Minutes and seconds may have either decimal mark. Nothing is allocated.
DegreesReading read_degrees(std::string_view text, Axis axis, NumberStyle style = {});

enum class PairOrder : std::uint8_t { latitude_first, longitude_first };

struct PairReading {
    geo::LonLat place;  // only when there is no problem
    DegreesProblem problem = DegreesProblem::none;

    explicit operator bool() const { return problem == DegreesProblem::none; }
};

// Reads both coordinates of one field: "14.35, -1.2", "14.35 -1.2", "(14,35; -1,2)", "14°35'N 1°12'W", and WKT
// such as "POINT(-1.2 14.35)" or "SRID=4326;POINT Z (-1.2 14.35 300)". WKT has the longitude first and letters say
// which is which; for all others `order` does: latitude first is what maps and phones copy. Another SRID than 4326
// is `projected`.
PairReading read_pair(std::string_view text, PairOrder order = PairOrder::latitude_first, NumberStyle style = {});

}  // namespace harmattan::io
