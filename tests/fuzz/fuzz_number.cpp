// Numbers and degrees in texts: what is read is in its range and, written again, the same.
#include <cmath>

#include <fmt/core.h>

#include "fuzz/fuzzing.h"
#include "io/degrees_text.h"
#include "io/number_evidence.h"
#include "io/number_text.h"
#include "io/parse_value.h"

using namespace harmattan;
using fuzz::require;

namespace {

io::NumberStyle style_of(const fuzz::Input& input) {
    io::NumberStyle style;
    style.decimal = static_cast<io::DecimalMark>(input.bits(0, 1));
    style.group = static_cast<io::GroupMark>(input.bits(1, 3) % 5);
    const auto same = style.decimal == io::DecimalMark::point ? io::GroupMark::point : io::GroupMark::comma;
    if (style.group == same) style.group = io::GroupMark::none;
    return style;
}

void check_decimal(std::string_view text, io::NumberStyle style) {
    const auto reading = io::read_decimal(text, style);
    require(static_cast<bool>(reading) == io::is_decimal(text, style), "both say whether it is a number");
    if (!reading) return fuzz::require_sentence(io::message_key(reading.problem));
    require(std::isfinite(reading.value), "a number is finite");
    const auto again = io::read_decimal(fmt::format("{}", reading.value));
    require(again && again.value == reading.value, "a number reads back equal");
}

void check_count(std::string_view text, io::NumberStyle style) {
    const auto reading = io::read_count(text, style);
    if (!reading) return fuzz::require_sentence(io::message_key(reading.problem));
    require(reading.value >= 0, "a count is not negative");
    const auto again = io::read_count(fmt::format("{}", reading.value));
    require(again && again.value == reading.value, "a count reads back equal");
    const auto decimal = io::read_decimal(text, style);
    require(decimal && decimal.value == static_cast<double>(reading.value), "a count is a number");
}

// The quick readers know nothing that the slow ones do not.
void check_quick(std::string_view text) {
    if (const auto number = io::parse_number(text)) {
        const auto slow = io::read_decimal(text);
        require(slow && slow.value == *number, "both readers agree on a number");
    }
    if (const auto whole = io::parse_integer(text); whole && *whole >= 0) {
        const auto slow = io::read_count(text);
        require(slow && slow.value == *whole, "both readers agree on a count");
    }
}

void check_degrees(std::string_view text, io::NumberStyle style) {
    for (const auto axis : {io::Axis::latitude, io::Axis::longitude}) {
        const auto reading = io::read_degrees(text, axis, style);
        if (!reading) {
            fuzz::require_sentence(io::message_key(reading.problem));
            continue;
        }
        require(std::abs(reading.deg) <= (axis == io::Axis::latitude ? 90 : 180), "degrees are in range");
        const auto again = io::read_degrees(fmt::format("{}", reading.deg), axis);
        require(again && again.deg == reading.deg, "degrees read back equal");
    }
}

void check_pair(std::string_view text, io::NumberStyle style) {
    for (const auto order : {io::PairOrder::latitude_first, io::PairOrder::longitude_first}) {
        const auto reading = io::read_pair(text, order, style);
        if (!reading) {
            fuzz::require_sentence(io::message_key(reading.problem));
            continue;
        }
        const auto [lon, lat] = reading.place;
        require(std::abs(lat) <= 90 && std::abs(lon) <= 180, "a place is in range");
        const auto again = io::read_pair(fmt::format("{:.12f}, {:.12f}", lat, lon));
        require(
            again && std::abs(again.place.lat_deg - lat) < 1e-11 && std::abs(again.place.lon_deg - lon) < 1e-11,
            "a place reads back");
        const auto as_wkt = io::read_pair(fmt::format("POINT ({:.12f} {:.12f})", lon, lat));
        require(as_wkt && std::abs(as_wkt.place.lon_deg - lon) < 1e-11, "so does its WKT");
    }
}

void check_column(const std::vector<std::string_view>& texts) {
    io::NumberEvidence all, first, second;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        all.add(texts[i]);
        (i % 2 == 0 ? first : second).add(texts[i]);
    }
    first.merge(second);
    require(all.texts() == texts.size(), "all texts were counted");
    require(all.numbers() + all.missing() + all.others().texts == all.texts(), "each as one thing");
    for (const auto kind : {io::NumberKind::decimal, io::NumberKind::count}) {
        const auto verdict = all.verdict(kind);
        require(verdict == first.verdict(kind), "parts that are merged say the same");
        const auto style = all.style(kind);
        const bool is_known = verdict == io::StyleVerdict::plain || verdict == io::StyleVerdict::decided;
        require(style.has_value() == is_known, "only what is decided is a style");
        require(style == first.style(kind), "parts that are merged have the same style");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Input input(data, size);
    const auto style = style_of(input);
    const auto texts = fuzz::lines_of(input.text);
    for (const auto text : texts) {
        check_decimal(text, style);
        check_count(text, style);
        check_quick(text);
        check_degrees(text, style);
        check_pair(text, style);
    }
    check_column(texts);
    return 0;
}
