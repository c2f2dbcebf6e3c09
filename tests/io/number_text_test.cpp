#include "io/number_text.h"

#include <cstdlib>
#include <random>

#include <fmt/core.h>

#include "base/messages.h"
#include "io/number_evidence.h"
#include "support/catch.h"

using namespace harmattan::io;
namespace base = harmattan::base;

namespace {

NumberEvidence evidence_of(std::initializer_list<std::string_view> texts) {
    NumberEvidence evidence;
    for (const auto text : texts) evidence.add(text);
    return evidence;
}

// The digits of a decimal in a style, groups of three and all.
std::string styled(std::string_view digits, NumberStyle style) {
    constexpr std::array<std::string_view, 5> marks{"", ",", ".", "\xe2\x80\xaf", "'"};
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const bool is_group = i > first && i < point && (point - i) % 3 == 0;
        if (is_group) out += marks[static_cast<std::size_t>(style.group)];
        if (i == point)
            out += style.decimal == DecimalMark::point ? '.' : ',';
        else
            out += digits[i];
    }
    return out;
}

constexpr std::array<NumberStyle, 8> styles{{{DecimalMark::point, GroupMark::none},
                                             {DecimalMark::point, GroupMark::comma},
                                             {DecimalMark::point, GroupMark::blank},
                                             {DecimalMark::point, GroupMark::apostrophe},
                                             {DecimalMark::comma, GroupMark::none},
                                             {DecimalMark::comma, GroupMark::point},
                                             {DecimalMark::comma, GroupMark::blank},
                                             {DecimalMark::comma, GroupMark::apostrophe}}};

}  // namespace

TEST_CASE("a number written in any style is read back, and a column shows its style") {
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> any(-2e6, 2e6);
    for (const NumberStyle style : styles) {
        NumberEvidence evidence;
        for (int i = 0; i < 2000; ++i) {
            const std::string digits = fmt::format("{:.{}f}", any(random), i % 8);
            const std::string text = styled(digits, style);
            INFO(text);
            const auto reading = read_decimal(text, style);
            REQUIRE(reading);
            REQUIRE(reading.value == std::strtod(digits.c_str(), nullptr));
            evidence.add(text);
        }
        CHECK(evidence.verdict() == StyleVerdict::decided);
        CHECK(evidence.style() == style);
        CHECK(evidence.numbers() == 2000);
    }
}

TEST_CASE("counts written with groups are read back") {
    std::mt19937_64 random(4);
    for (const NumberStyle style : styles)
        for (int i = 0; i < 500; ++i) {
            const auto count = static_cast<std::int64_t>(random() >> (1 + i % 60));
            const std::string text = styled(fmt::format("{}", count), style);
            INFO(text);
            const auto reading = read_count(text, style);
            REQUIRE(reading);
            REQUIRE(reading.value == count);
        }
}

TEST_CASE("numbers without marks are alike in all styles") {
    const auto evidence = evidence_of({"1", "15960", "", "NA", "-3"});
    CHECK(evidence.verdict() == StyleVerdict::plain);
    CHECK(evidence.style() == NumberStyle{});
    CHECK(evidence.texts() == 5);
    CHECK(evidence.missing() == 2);
    CHECK(evidence.numbers() == 3);
}

TEST_CASE("the decimal mark is decided by texts that leave no choice") {
    CHECK(evidence_of({"12.5", "7"}).style() == NumberStyle{DecimalMark::point, GroupMark::none});
    CHECK(evidence_of({"12,5", "7"}).style() == NumberStyle{DecimalMark::comma, GroupMark::none});
    CHECK(evidence_of({"1,234", "0.5"}).style() == NumberStyle{DecimalMark::point, GroupMark::comma});
    CHECK(evidence_of({"1.234", "0,5"}).style() == NumberStyle{DecimalMark::comma, GroupMark::point});
    CHECK(evidence_of({"1,234,567"}).style() == NumberStyle{DecimalMark::point, GroupMark::comma});
    CHECK(evidence_of({"1.234.567"}).style() == NumberStyle{DecimalMark::comma, GroupMark::point});
    CHECK(evidence_of({"1,234.5"}).style() == NumberStyle{DecimalMark::point, GroupMark::comma});
    CHECK(evidence_of({"1234,567"}).style() == NumberStyle{DecimalMark::comma, GroupMark::none});
    CHECK(evidence_of({"0,123"}).style() == NumberStyle{DecimalMark::comma, GroupMark::none});
    CHECK(evidence_of({"1 234", "1,234"}).style() == NumberStyle{DecimalMark::comma, GroupMark::blank});
    CHECK(evidence_of({"1\xc2\xa0"
                       "234,5"})
              .style() == NumberStyle{DecimalMark::comma, GroupMark::blank});
    CHECK(evidence_of({"1\xa0"
                       "234"})
              .style() == NumberStyle{DecimalMark::point, GroupMark::blank});
    CHECK(evidence_of({"1’234.5"}).style() == NumberStyle{DecimalMark::point, GroupMark::apostrophe});
    // A point is a decimal mark unless something speaks against it.
    CHECK(evidence_of({"14.350", "-1.234"}).style() == NumberStyle{DecimalMark::point, GroupMark::none});
    CHECK(evidence_of({"12,5", "12,7", "3"}).speaking_for(DecimalMark::comma).texts == 2);
    CHECK(evidence_of({"12,5"}).speaking_for(DecimalMark::comma).example == "12,5");
}

TEST_CASE("1,234 alone may be a thousand or a fraction") {
    const auto evidence = evidence_of({"1,234", "5", "12,000"});
    CHECK(evidence.verdict() == StyleVerdict::undecidable);
    CHECK_FALSE(evidence.style());
    CHECK(evidence.ambiguous(DecimalMark::comma).texts == 2);
    CHECK(evidence.ambiguous(DecimalMark::comma).example == "1,234");
    CHECK(evidence_of({"1,234", "1.234"}).verdict() == StyleVerdict::undecidable);
    // Counts have no fractions; 12,000 may still be 12.
    CHECK(evidence.style(NumberKind::count) == NumberStyle{DecimalMark::point, GroupMark::comma});
    CHECK(evidence_of({"1.234"}).style(NumberKind::count) == NumberStyle{DecimalMark::comma, GroupMark::point});
    CHECK(evidence_of({"12,000"}).verdict(NumberKind::count) == StyleVerdict::undecidable);
    CHECK(evidence_of({"12.000"}).verdict(NumberKind::count) == StyleVerdict::undecidable);
}

TEST_CASE("two styles in one column are told with examples") {
    const auto evidence = evidence_of({"12.5", "12,5"});
    CHECK(evidence.verdict() == StyleVerdict::contradictory);
    CHECK_FALSE(evidence.style());
    CHECK(evidence.speaking_for(DecimalMark::point).example == "12.5");
    CHECK(evidence.speaking_for(DecimalMark::comma).example == "12,5");
    CHECK(evidence_of({"1 234", "1'234"}).verdict() == StyleVerdict::contradictory);
    CHECK(evidence_of({"1 234", "1'234"}).grouped_by(GroupMark::apostrophe).example == "1'234");
}

TEST_CASE("the style of a file comes from all its columns") {
    auto evidence = evidence_of({"1.234", "12-15"});
    evidence.merge(evidence_of({"14,35", "", "about 20"}));
    CHECK(evidence.style() == NumberStyle{DecimalMark::comma, GroupMark::point});
    CHECK(evidence.texts() == 5);
    CHECK(evidence.missing() == 1);
    CHECK(evidence.numbers() == 2);
    CHECK(evidence.others().texts == 2);
    CHECK(evidence.others().example == "12-15");
}

TEST_CASE("words for nothing") {
    for (const char* text :
         {"", " ", "NA", "n/a", "N/A", "null", "NULL", "None", "-", "--", ".", "–", "NaN", "#N/A"}) {
        INFO(text);
        CHECK(is_missing(text));
    }
    for (const char* text : {"0", "no", "Mali", "unknown", "-1", "nana", "?"}) {
        INFO(text);
        CHECK_FALSE(is_missing(text));
    }
    CHECK_FALSE(is_missing(std::string(1000, '-')));
}

TEST_CASE("whatever bytes come, a number is finite or there is a reason") {
    std::mt19937_64 random(5);
    constexpr std::string_view pieces = "01234567890123456789..,,''  -+eE~><#NA/\xc2\xa0\xff";
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1), length(0, 30);
    for (int i = 0; i < 100000; ++i) {
        std::string text;
        for (std::size_t left = length(random); left > 0; --left) text += pieces[piece(random)];
        const NumberStyle style = styles[random() % styles.size()];
        INFO(text);
        const auto decimal = read_decimal(text, style);
        REQUIRE((!decimal || std::isfinite(decimal.value)));
        REQUIRE(is_decimal(text, style) == static_cast<bool>(decimal));
        const auto count = read_count(text, style);
        REQUIRE((!count || count.value >= 0));
        // What is a count is a decimal too, and the same one.
        if (count) REQUIRE(decimal.value == static_cast<double>(count.value));
        NumberEvidence evidence;
        evidence.add(text);
        REQUIRE(evidence.missing() + evidence.numbers() + evidence.others().texts == 1);
    }
    CHECK_FALSE(read_decimal(std::string(1000000, '1') + "x"));
    CHECK(read_count(std::string(1000, '9')).problem != NumberProblem::none);
}

TEST_CASE("every reason for a number that cannot be read has its sentence") {
    const auto keys = base::message_keys(base::Language::en);
    for (int i = 1; i <= static_cast<int>(NumberProblem::not_a_number); ++i) {
        const auto key = message_key(static_cast<NumberProblem>(i));
        INFO(key);
        CHECK(std::binary_search(keys.begin(), keys.end(), key));
    }
}
