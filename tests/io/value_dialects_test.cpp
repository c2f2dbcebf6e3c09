// Every text of tests/io/data/value_dialects.txt has the answer that stands beside it.
#include <sstream>

#include "io/labelled_values.h"
#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::test;

namespace {

constexpr double smallest_step_deg = 1e-11;  // a micrometre on the ground

void check_date(const LabelledValue& value) {
    CHECK(answer_of(io::read_date(value.text, date_rules(value.rules))) == value.answer);
}

template <typename Reading>
void check_number(const LabelledValue& value, const Reading& reading, const std::string& problem) {
    if (value.answer.front() == '!')
        CHECK(problem == value.answer);
    else if (!reading)
        CHECK(problem == "a number");
    else
        CHECK(static_cast<double>(reading.value) == std::stod(value.answer));
}

void check_count(const LabelledValue& value) {
    const auto reading = io::read_count(value.text, number_style(value.rules));
    check_number(value, reading, name_of(reading.problem));
    if (reading) CHECK(reading.value == std::stoll(value.answer));
}

void check_degrees(const LabelledValue& value, io::Axis axis) {
    const auto reading = io::read_degrees(value.text, axis, number_style(value.rules));
    if (value.answer.front() == '!' || !reading)
        CHECK(name_of(reading.problem) == value.answer);
    else
        CHECK_THAT(reading.deg, WithinAbs(std::stod(value.answer), smallest_step_deg));
}

void check_pair(const LabelledValue& value) {
    const bool is_lon_first = value.rules == "lon_first";
    const auto order = is_lon_first ? io::PairOrder::longitude_first : io::PairOrder::latitude_first;
    const auto reading = io::read_pair(value.text, order, number_style(value.rules));
    if (value.answer.front() == '!' || !reading) {
        CHECK(name_of(reading.problem) == value.answer);
        return;
    }
    double lat = 0, lon = 0;
    std::istringstream(value.answer) >> lat >> lon;
    CHECK_THAT(reading.place.lat_deg, WithinAbs(lat, smallest_step_deg));
    CHECK_THAT(reading.place.lon_deg, WithinAbs(lon, smallest_step_deg));
}

void check(const LabelledValue& value) {
    INFO("line " << value.line << ": " << value.kind << ' ' << value.rules << " \"" << value.text << '"');
    if (value.kind == "date") {
        check_date(value);
    } else if (value.kind == "decimal") {
        const auto reading = io::read_decimal(value.text, number_style(value.rules));
        check_number(value, reading, name_of(reading.problem));
    } else if (value.kind == "count") {
        check_count(value);
    } else if (value.kind == "pair") {
        check_pair(value);
    } else {
        REQUIRE((value.kind == "lat" || value.kind == "lon"));
        check_degrees(value, value.kind == "lat" ? io::Axis::latitude : io::Axis::longitude);
    }
}

}  // namespace

TEST_CASE("each labelled text has its known answer") {
    const auto values = labelled_values("value_dialects.txt");
    REQUIRE(values.size() >= 600);
    for (const auto& value : values) check(value);
}
