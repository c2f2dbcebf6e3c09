// Random filters over random rows, against an evaluation that knows nothing of columns: each condition is made as
// a text and as a function of one row, side by side.
#include <functional>
#include <random>

#include <fmt/core.h>

#include "base/error.h"
#include "events/filter.h"
#include "events/filter_rows.h"
#include "support/catch.h"

using namespace harmattan;
using events::EventRow;
using events::EventTable;
using events::Text;

namespace {

enum class Truth { no, unknown, yes };

struct Condition {
    std::string text;
    std::function<Truth(const EventRow&)> of;
};

Truth truth(bool is_true) {
    return is_true ? Truth::yes : Truth::no;
}

// Texts of the made-up rows, each with its form in small letters and in small letters without accents.
struct Word {
    std::string written, small, plain;
};
const std::vector<Word> words{{"Mali", "mali", "mali"},
                              {"MALI", "mali", "mali"},
                              {"Niger", "niger", "niger"},
                              {"Nigeria", "nigeria", "nigeria"},
                              {"Ségou", "ségou", "segou"},
                              {"SÉGOU", "ségou", "segou"},
                              {"segou", "segou", "segou"},
                              {"O'Brien", "o'brien", "o'brien"},
                              {"say \"x\"", "say \"x\"", "say \"x\""},
                              {"25", "25", "25"}};

const Word& word_of(std::string_view text) {
    return *std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.written == text; });
}

class Maker {
  public:
    explicit Maker(std::uint32_t seed) : random_(seed) {}

    std::size_t below(std::size_t count) { return random_() % count; }
    int number(int low, int high) {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1)));
    }

    EventTable table(int rows) {
        test::FilterRows made;
        for (int i = 0; i < rows; ++i)
            made.add([&](EventRow& row) {
                row.first_day = {number(15340, 15400)};
                row.last_day = row.first_day + (below(3) == 0 ? number(0, 40) : 0);
                row.lat_deg = number(-3, 3);
                row.lon_deg = number(-3, 3);
                row.best = below(4) == 0 ? 65530 + number(0, 20) : number(-1, 5);
                row.low = number(-1, 3);
                row.high = below(9) == 0 ? 2'000'000'000 : number(-1, 9);
                row.type = static_cast<events::ViolenceType>(below(4));
                row.where_precision = static_cast<std::uint8_t>(below(8));
                row.date_precision = static_cast<std::uint8_t>(below(6));
                row.weight = below(3) == 0 ? static_cast<std::uint32_t>(below(5)) : 1;
                for (const Text column : {Text::id, Text::country, Text::side_a, Text::side_b, Text::place})
                    row.set_text(column, below(4) == 0 ? std::string_view() : words[below(words.size())].written);
            });
        return made.table();
    }

    Condition expression(int depth) {
        if (depth == 0 || below(5) == 0) return condition();
        if (below(4) == 0) {
            const Condition part = expression(depth - 1);
            return {"not (" + part.text + ")", [part](const EventRow& row) {
                        const Truth of = part.of(row);
                        return of == Truth::yes ? Truth::no : of == Truth::no ? Truth::yes : Truth::unknown;
                    }};
        }
        return below(2) == 0 ? all(depth) : any(depth);
    }

  private:
    // Conditions joined by "and" need brackets about an "or".
    Condition all(int depth) {
        const Condition a = expression(depth - 1), b = expression(depth - 1);
        return {"(" + a.text + ") and (" + b.text + ")", [a, b](const EventRow& row) {
                    const Truth x = a.of(row), y = b.of(row);
                    if (x == Truth::no || y == Truth::no) return Truth::no;
                    return x == Truth::unknown || y == Truth::unknown ? Truth::unknown : Truth::yes;
                }};
    }
    Condition any(int depth) {
        const Condition a = expression(depth - 1), b = expression(depth - 1);
        return {a.text + (below(2) == 0 ? " or " : " OR ") + b.text, [a, b](const EventRow& row) {
                    const Truth x = a.of(row), y = b.of(row);
                    if (x == Truth::yes || y == Truth::yes) return Truth::yes;
                    return x == Truth::unknown || y == Truth::unknown ? Truth::unknown : Truth::no;
                }};
    }

    Condition condition() {
        const std::size_t kind = below(10);
        if (kind < 5) return about_number();
        if (kind < 8) return about_text();
        if (kind < 9) return about_type();
        return about_place();
    }

    struct Field {
        std::string name;
        std::function<std::optional<double>(const EventRow&)> of;
        int low, high;
        bool is_day = false;
    };
    static const std::vector<Field>& fields() {
        const auto count = [](std::int32_t value) {
            return value < 0 ? std::nullopt : std::optional<double>(value);
        };
        const auto given = [](int value) { return value == 0 ? std::nullopt : std::optional<double>(value); };
        static const std::vector<Field> all{
            {"best", [=](const EventRow& row) { return count(row.best); }, -1, 6},
            {"best", [=](const EventRow& row) { return count(row.best); }, 65529, 65551},
            {"low", [=](const EventRow& row) { return count(row.low); }, 0, 3},
            {"high", [=](const EventRow& row) { return count(row.high); }, 0, 9},
            {"where_precision", [=](const EventRow& row) { return given(row.where_precision); }, 0, 8},
            {"date_precision", [=](const EventRow& row) { return given(row.date_precision); }, 0, 6},
            {"date", [](const EventRow& row) { return std::optional<double>(row.first_day.value); }, 15340, 15400,
             true},
            {"date_end", [](const EventRow& row) { return std::optional<double>(row.last_day.value); }, 15340,
             15440, true},
            {"year", [](const EventRow& row) { return std::optional<double>(base::civil_of(row.first_day).year); },
             2011, 2013},
            {"month",
             [](const EventRow& row) { return std::optional<double>(base::civil_of(row.first_day).month); }, 1, 4},
            {"radius_km",
             [](const EventRow& row) {
                 return row.where_precision == 1   ? std::optional<double>(0)
                        : row.where_precision == 2 ? std::optional<double>(25)
                                                   : std::nullopt;
             },
             0, 30},
            {"latitude", [](const EventRow& row) { return std::optional<double>(row.lat_deg); }, -3, 3},
            {"longitude", [](const EventRow& row) { return std::optional<double>(row.lon_deg); }, -3, 3},
            {"weight", [](const EventRow& row) { return std::optional<double>(row.weight); }, 0, 5},
        };
        return all;
    }

    static std::string shown(const Field& field, int value) {
        return field.is_day ? base::iso({value}) : std::to_string(value);
    }

    Condition about_number() {
        const Field& field = fields()[below(fields().size())];
        const int a = number(field.low, field.high), b = number(a, field.high + 1);
        const std::string first = shown(field, a), second = shown(field, b);
        const auto made = [&](const std::string& rest, std::function<bool(double)> holds) -> Condition {
            const auto of = field.of;
            return {field.name + " " + rest, [of, holds](const EventRow& row) {
                        const auto value = of(row);
                        return value ? truth(holds(*value)) : Truth::unknown;
                    }};
        };
        switch (below(12)) {
            case 0:
                return made("= " + first, [=](double x) { return x == a; });
            case 1:
                return made("!= " + first, [=](double x) { return x != a; });
            case 2:
                return made("< " + first, [=](double x) { return x < a; });
            case 3:
                return made("<= " + first, [=](double x) { return x <= a; });
            case 4:
                return made("> " + first, [=](double x) { return x > a; });
            case 5:
                return made(">=" + first, [=](double x) { return x >= a; });
            case 6:
                return made("in (" + second + "," + first + ")", [=](double x) { return x == a || x == b; });
            case 7:
                return made("not in (" + second + ", " + first + ", " + second + ")",
                            [=](double x) { return x != a && x != b; });
            case 8:
                return made("between " + first + " and " + second, [=](double x) { return x >= a && x <= b; });
            case 9:
                return made("NOT BETWEEN " + first + " and " + second, [=](double x) { return x < a || x > b; });
            case 10:
                return {field.name + " is known",
                        [of = field.of](const EventRow& row) { return truth(of(row).has_value()); }};
            default:
                return {field.name + " is unknown",
                        [of = field.of](const EventRow& row) { return truth(!of(row).has_value()); }};
        }
    }

    static std::string quoted(std::string_view text, char quote) {
        std::string out(1, quote);
        for (const char c : text) {
            if (c == quote) out += c;
            out += c;
        }
        return out + quote;
    }

    // Of the texts that are given one at least must hold.
    static Condition made_of_texts(const std::string& field, const std::vector<Text>& columns,
                                   const std::string& rest, const std::function<bool(const Word&)>& holds,
                                   bool is_contrary) {
        return {field + " " + rest, [=](const EventRow& row) {
                    bool is_known = false, is_found = false;
                    for (const Text column : columns)
                        if (const auto text = row.text(column); !text.empty()) {
                            is_known = true;
                            is_found = is_found || holds(word_of(text));
                        }
                    return is_known ? truth(is_found != is_contrary) : Truth::unknown;
                }};
    }

    Condition about_text() {
        static const std::vector<std::pair<std::string, std::vector<Text>>> all{
            {"id", {Text::id}},
            {"country", {Text::country}},
            {"side_a", {Text::side_a}},
            {"place", {Text::place}},
            {"actor", {Text::side_a, Text::side_b}},
            {"note", {Text::note}}};
        const auto& [field, columns] = all[below(all.size())];
        const Word &a = words[below(words.size())], &b = words[below(words.size())];
        const std::string first = quoted(a.written, below(2) == 0 ? '\'' : '"'), second = quoted(b.written, '\'');
        const bool is_contrary = below(2) == 0;
        switch (below(4)) {
            case 0:
                return made_of_texts(
                    field, columns, (is_contrary ? "!= " : "= ") + first,
                    [&a](const Word& word) { return word.small == a.small; }, is_contrary);
            case 1:
                return made_of_texts(
                    field, columns, (is_contrary ? "not in (" : "in (") + first + ", " + second + ")",
                    [&a, &b](const Word& word) { return word.small == a.small || word.small == b.small; },
                    is_contrary);
            case 2: {
                const std::string part = a.plain.substr(0, 1 + below(a.plain.size()));
                return made_of_texts(
                    field, columns, (is_contrary ? "!~ " : "~ ") + quoted(part, '\''),
                    [part](const Word& word) { return word.plain.find(part) != std::string::npos; }, is_contrary);
            }
            default: {
                const Condition known = made_of_texts(
                    field, columns, "", [](const Word&) { return true; }, false);
                return {field + (is_contrary ? " is unknown" : " is known"),
                        [=](const EventRow& row) { return truth((known.of(row) == Truth::yes) != is_contrary); }};
            }
        }
    }

    Condition about_type() {
        const auto number = static_cast<std::size_t>(below(3));
        constexpr std::array names{"'state-based'", "'non-state'", "'one-sided'"};
        const bool is_contrary = below(2) == 0;
        return {fmt::format("type {} {}", is_contrary ? "!=" : "=",
                            below(2) == 0 ? names[number] : std::to_string(number + 1)),
                [=](const EventRow& row) {
                    if (row.type == events::ViolenceType::unknown) return Truth::unknown;
                    return truth((static_cast<std::size_t>(row.type) == number) != is_contrary);
                }};
    }

    Condition about_place() {
        const int west = number(-4, 3), east = number(-4, 3), south = number(-4, 2), north = number(south + 1, 4);
        if (west == east) return about_number();
        return {fmt::format("within({},{},{},{})", west, south, east, north), [=](const EventRow& row) {
                    const bool is_between = west < east ? row.lon_deg >= west && row.lon_deg <= east
                                                        : row.lon_deg >= west || row.lon_deg <= east;
                    return truth(is_between && row.lat_deg >= south && row.lat_deg <= north);
                }};
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("random filters agree with an evaluation row by row") {
    std::size_t counts[3] = {};
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        Maker maker(seed);
        const EventTable table = maker.table(seed == 0 ? 0 : 40);
        for (int i = 0; i < 60; ++i) {
            const Condition made = maker.expression(static_cast<int>(maker.below(5)));
            INFO(made.text);
            const auto answers = events::Filter::parse(made.text).answers(table);
            REQUIRE(answers.size() == table.size());
            for (std::size_t row = 0; row < table.size(); ++row) {
                const Truth wanted = made.of(table.row(row));
                ++counts[static_cast<std::size_t>(wanted)];
                if (static_cast<int>(answers[row]) != static_cast<int>(wanted)) {
                    FAIL("row " << row << ": " << static_cast<int>(answers[row]) << ", not "
                                << static_cast<int>(wanted));
                }
            }
        }
    }
    // All three answers must have been tried.
    for (const std::size_t count : counts) CHECK(count > 5000);
}
