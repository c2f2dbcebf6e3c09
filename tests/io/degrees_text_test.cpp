#include "io/degrees_text.h"

#include <cmath>
#include <random>

#include <fmt/core.h>

#include "base/messages.h"
#include "support/catch.h"

using namespace harmattan::io;
using namespace harmattan::test;
namespace base = harmattan::base;

namespace {

struct Sexagesimal {
    int deg = 0, min = 0, hundredths_s = 0;  // hundredths of a second, 0 to 5999
    bool is_below = false;

    double value() const {
        const double seconds = deg * 3600.0 + min * 60.0 + hundredths_s / 100.0;
        return (is_below ? -seconds : seconds) / 3600.0;
    }
};

std::string written(const Sexagesimal& angle, Axis axis, unsigned form) {
    const char* const letter =
        axis == Axis::latitude ? (angle.is_below ? "S" : "N") : (angle.is_below ? "O" : "E");
    const char* const sign = angle.is_below ? "-" : "";
    const double seconds = angle.hundredths_s / 100.0;
    switch (form) {
        case 0:
            return fmt::format("{}°{:02}'{:05.2f}\"{}", angle.deg, angle.min, seconds, letter);
        case 1:
            return fmt::format("{}° {}′ {}″ {}", angle.deg, angle.min, seconds, letter);
        case 2:
            return fmt::format("{} {} {} {}", angle.deg, angle.min, seconds, letter);
        case 3:
            return fmt::format("{}{}:{:02}:{:05.2f}", sign, angle.deg, angle.min, seconds);
        case 4:
            return fmt::format("{}{}d{}m{}s", sign, angle.deg, angle.min, seconds);
        case 5:
            return fmt::format("{}{}\xb0{:02}'{}\"", letter, angle.deg, angle.min, seconds);
        case 6:
            return fmt::format("{}{:.12f}", sign, std::abs(angle.value()));
        default:
            return fmt::format("{:.12f}°{}", std::abs(angle.value()), letter);
    }
}

}  // namespace

TEST_CASE("an angle written in any form is read back") {
    std::mt19937_64 random(9);
    for (unsigned i = 0; i < 20000; ++i) {
        const Axis axis = i % 2 == 0 ? Axis::latitude : Axis::longitude;
        const Sexagesimal angle{static_cast<int>(random() % (axis == Axis::latitude ? 90 : 180)),
                                static_cast<int>(random() % 60), static_cast<int>(random() % 6000),
                                random() % 2 == 0};
        const std::string text = written(angle, axis, static_cast<unsigned>(random() % 8));
        INFO(text);
        const auto reading = read_degrees(text, axis);
        REQUIRE(reading);
        REQUIRE(std::abs(reading.deg - angle.value()) < 1e-11);
    }
}

TEST_CASE("a pair is what its two halves are") {
    std::mt19937_64 random(10);
    constexpr std::array separators{", ", "; ", " / ", " "};
    for (unsigned i = 0; i < 5000; ++i) {
        const Sexagesimal lat{static_cast<int>(random() % 90), static_cast<int>(random() % 60),
                              static_cast<int>(random() % 6000), random() % 2 == 0};
        const Sexagesimal lon{static_cast<int>(random() % 180), static_cast<int>(random() % 60),
                              static_cast<int>(random() % 6000), random() % 2 == 0};
        const auto form = static_cast<unsigned>(random() % 8);
        const std::string text =
            written(lat, Axis::latitude, form) + separators[random() % 4] + written(lon, Axis::longitude, form);
        INFO(text);
        const auto reading = read_pair(text);
        REQUIRE(reading);
        REQUIRE(std::abs(reading.place.lat_deg - lat.value()) < 1e-11);
        REQUIRE(std::abs(reading.place.lon_deg - lon.value()) < 1e-11);
    }
}

TEST_CASE("whatever bytes come, degrees are in range or there is a reason") {
    std::mt19937_64 random(12);
    constexpr std::string_view pieces =
        "0123456789012345678901234567890123456789..,,  -+:;'\"NSEWOdmsPOINT()\xc2\xb0\xff";
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1), length(0, 24);
    for (int i = 0; i < 100000; ++i) {
        std::string text;
        for (std::size_t left = length(random); left > 0; --left) text += pieces[piece(random)];
        INFO(text);
        const auto lat = read_degrees(text, Axis::latitude);
        REQUIRE((!lat || std::abs(lat.deg) <= 90));
        const auto lon = read_degrees(text, Axis::longitude);
        REQUIRE((!lon || std::abs(lon.deg) <= 180));
        const auto pair = read_pair(text);
        REQUIRE((!pair || (std::abs(pair.place.lat_deg) <= 90 && std::abs(pair.place.lon_deg) <= 180)));
    }
    CHECK_FALSE(read_degrees(std::string(1000000, '1'), Axis::latitude));
    CHECK_FALSE(read_pair("POINT(" + std::string(1000000, '(')));
}

TEST_CASE("every reason for degrees that cannot be read has its sentence") {
    const auto keys = base::message_keys(base::Language::en);
    for (int i = 1; i <= static_cast<int>(DegreesProblem::no_pair); ++i) {
        const auto key = message_key(static_cast<DegreesProblem>(i));
        INFO(key);
        CHECK(std::binary_search(keys.begin(), keys.end(), key));
    }
}
