// What is said about filters that cannot be read, and where the caret stands.
#include "base/error.h"
#include "base/messages.h"
#include "events/filter.h"
#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::test;
using events::Filter;

namespace {

// The error, as the key and the two lines; "none".
std::string error_of(const std::string& expression) {
    try {
        Filter::parse(expression);
    } catch (const base::Error& error) {
        return error.key() + "\n" + events::excerpt_of(error);
    }
    return "none";
}

std::string sentence_of(const std::string& expression, base::Language language = base::Language::en) {
    try {
        Filter::parse(expression);
    } catch (const base::Error& error) {
        return base::words(language, error);
    }
    return "none";
}

std::string value_of(const std::string& expression, std::string_view name) {
    try {
        Filter::parse(expression);
    } catch (const base::Error& error) {
        for (const auto& [key, value] : error.values())
            if (key == name) return value;
    }
    return "none";
}

}  // namespace

TEST_CASE("the caret stands under what is wrong") {
    struct Wrong {
        const char *key, *expression, *caret;
    };
    const Wrong all[] = {
        {"filter.unknown_field_like", "contry = 'Mali'", "^"},
        {"filter.unknown_field", "best > 1 and colour = 'red'", "             ^"},
        {"filter.expected_field", "best > 1 and", "            ^"},
        {"filter.expected_field", "= 3", "^"},
        {"filter.expected_field", "'Mali' = country", "^"},
        {"filter.expected_field", "best > 1 and and low > 1", "             ^"},
        {"filter.expected_field", "()", " ^"},
        {"filter.expected_operator", "country 'Mali'", "        ^"},
        {"filter.expected_operator", "best", "    ^"},
        {"filter.expected_operator", "country not like 'x'", "        ^"},
        {"filter.operator_not_for_field", "country > 'Mali'", "        ^"},
        {"filter.operator_not_for_field", "country between 'A' and 'B'", "        ^"},
        {"filter.operator_not_for_field", "best ~ 3", "     ^"},
        {"filter.operator_not_for_field", "type ~ 'one'", "     ^"},
        {"filter.operator_not_for_field", "type not between 1 and 2", "         ^"},
        {"filter.expected_number", "best >= 'ten'", "        ^"},
        {"filter.expected_number", "best >= unknown", "        ^"},
        {"filter.expected_number", "best in (1, )", "            ^"},
        {"filter.expected_number", "best = 2012-01-01", "       ^"},
        {"filter.expected_text", "country = Mali", "          ^"},
        {"filter.expected_text", "country in ('Mali', 5)", "                    ^"},
        {"filter.expected_text", "actor ~", "       ^"},
        {"filter.expected_day", "date = 2012", "       ^"},
        {"filter.expected_day", "date >= '1 March'", "        ^"},
        {"filter.expected_type", "type = 'onesided'", "       ^"},
        {"filter.expected_type", "type = 4", "       ^"},
        {"filter.bad_day", "date = 2012-02-30", "       ^"},
        {"filter.bad_day", "date = 2012-02-011", "       ^"},
        {"filter.bad_number", "best < 1e999", "       ^"},
        {"filter.empty_text", "country = ''", "          ^"},
        {"filter.empty_text", "country ~ '\u0301'", "          ^"},
        {"filter.unclosed_text", "country = 'Mali", "          ^"},
        {"filter.unclosed_text", "country = 'Mali'' and best > 1", "          ^"},
        {"filter.bad_character", "best > 5;", "        ^"},
        {"filter.bad_character", "country = ‘Mali’", "          ^"},
        {"filter.operator_like", "best == 5", "     ^"},
        {"filter.operator_like", "best <> 5", "     ^"},
        {"filter.operator_like", "best > 5 && low > 5", "         ^"},
        {"filter.operator_like", "!(best > 5)", "^"},
        {"filter.expected_and", "best between 1, 2", "              ^"},
        {"filter.between_order", "best between 20 and 10", "             ^"},
        {"filter.between_order", "date between 2013-01-01 and 2012-01-01", "             ^"},
        {"filter.expected_known", "best is null", "        ^"},
        {"filter.expected_known", "best is 5", "        ^"},
        {"filter.expected_known", "side_a is 'JNIM'", "          ^"},
        {"filter.expected_known_or_actor", "actor is JNIM", "         ^"},
        {"filter.expected_symbol", "best in 1, 2", "        ^"},
        {"filter.expected_symbol", "best in (1 2)", "           ^"},
        {"filter.expected_symbol", "lineage('JNIM'", "              ^"},
        {"filter.unclosed_bracket", "(best > 1", "         ^"},
        {"filter.unclosed_bracket", "(best > 1 low", "          ^"},
        {"filter.after_condition", "best > 1 low > 1", "         ^"},
        {"filter.after_condition", "best > 1)", "        ^"},
        {"filter.after_condition", "best > 12abc", "         ^"},
        {"filter.after_condition", "best > 5 km", "         ^"},
        {"filter.unknown_function_like", "nera(1, 2, 3 km)", "^"},
        {"filter.unknown_function", "count(best)", "^"},
        {"filter.unknown_function", "best(1)", "^"},
        {"filter.expected_extent", "within(map)", "       ^"},
        {"filter.expected_extent", "within()", "       ^"},
        {"filter.extent_order", "within(1, 2, 3, 2)", "       ^"},
        {"filter.extent_order", "within(1, 2, 1, 3)", "       ^"},
        {"filter.bad_longitude", "within(-181, 2, 3, 4)", "       ^"},
        {"filter.bad_latitude", "within(1, 2, 3, 94)", "                ^"},
        {"filter.bad_latitude", "near(116, 2, 3 km)", "     ^"},
        {"filter.expected_distance", "near(1, 2, 3)", "           ^"},
        {"filter.expected_distance", "near(1, 2, 3 miles)", "           ^"},
        {"filter.bad_distance", "near(1, 2, 0 km)", "           ^"},
        {"filter.bad_distance", "near(1, 2, 20041 km)", "           ^"},
        {"filter.expected_text", "lineage(JNIM)", "        ^"},
        {"filter.empty", "", "^"},
        {"filter.empty", " \t\n", "^"},
    };
    for (const Wrong& wrong : all) {
        INFO(wrong.expression);
        const std::string line = std::string(wrong.expression) == " \t\n" ? "   " : wrong.expression;
        CHECK(error_of(wrong.expression) == std::string(wrong.key) + "\n" + line + "\n" + wrong.caret);
    }
}

TEST_CASE("an error says what is there, what is allowed and what was meant") {
    CHECK(
        sentence_of("contry = 'Mali'") ==
        "cannot read the filter \"contry = 'Mali'\": at character 1 stands \"contry\", which is no field; did you "
        "mean country?");
    CHECK(
        sentence_of("best > 1 and") ==
        "cannot read the filter \"best > 1 and\": at character 13 stands the end of the filter, where a condition "
        "should begin with a field or a function, as in country = 'Mali' or within(extent)");
    CHECK(sentence_of("best > 1 and", base::Language::fr) ==
          "impossible de lire le filtre «\u00a0best > 1 and\u00a0»\u00a0: au caractère 13 se trouve la fin du "
          "filtre, "
          "là où une condition devrait commencer par un champ ou une fonction, comme dans country = 'Mali' ou "
          "within(extent)");
    CHECK_THAT(sentence_of("colour = 'red'"),
               ContainsSubstring("the fields are id, place, district, region, country,"));
    CHECK_THAT(sentence_of("type > 1"), ContainsSubstring("there are = != in, not in, is known, is unknown"));
    CHECK_THAT(sentence_of("best == 1"), ContainsSubstring("did you mean =?"));
}

TEST_CASE("columns count characters, and the caret the cells they take") {
    CHECK(error_of("place = 'Ségou' x") == "filter.after_condition\nplace = 'Ségou' x\n                ^");
    CHECK(value_of("place = 'Ségou' x", "column") == "17");
    // Two wide characters, and a combining accent that takes no cell.
    CHECK(error_of("place = '北京' x") == "filter.after_condition\nplace = '北京' x\n               ^");
    CHECK(value_of("place = '北京' x", "column") == "14");
    CHECK(error_of("place = 'e\u0301' x") == "filter.after_condition\nplace = 'e\u0301' x\n            ^");
    CHECK(error_of("best > 1\n\tand\x1b") == "filter.bad_character\nbest > 1  and\\x1b\n             ^");
    CHECK(value_of("best > 1\n\tand\x1b", "column") == "14");
    CHECK(error_of("place = 'S\xe9gou'") == "filter.not_utf8\nplace = 'S\\xe9gou'\n          ^");
    CHECK(error_of(std::string("best\0> 1", 8)) == "filter.bad_character\nbest\\x00> 1\n    ^");
    // What cannot be seen and what turns writing round take the cells of their numbers.
    CHECK(error_of("place = '\u202e\u200b' x") ==
          "filter.after_condition\nplace = '\\u202e\\u200b' x\n                       ^");
    CHECK(value_of("place = '\u202e\u200b' x", "column") == "14");
}

TEST_CASE("of a long filter the part about the place is shown") {
    std::string expression = "best > 1";
    for (int i = 0; i < 1000; ++i) expression += " and best > 1";
    const std::string shown = error_of(expression + " and wrong = 1" + expression);
    CHECK(shown ==
          "filter.unknown_field\n… best > 1 and best > 1 and best > 1 and wrong = 1best > 1 and best > 1…\n" +
              std::string(41, ' ') + "^");
    CHECK(value_of(expression + " and", "expression").size() < 250);
}

TEST_CASE("expressions are bounded in length and depth") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "best > 1" + std::string(depth, ')');
    };
    CHECK(error_of(nested(events::deepest_filter)) == "none");
    CHECK(error_of(nested(events::deepest_filter + 1)).starts_with("filter.too_deep\n"));
    CHECK(value_of(nested(events::deepest_filter + 1), "column") == "101");
    CHECK(error_of(nested(40'000)).starts_with("filter.too_deep\n"));
    std::string negations;
    for (std::size_t i = 0; i <= events::deepest_filter; ++i) negations += "not ";
    CHECK(error_of(negations + "best > 1").starts_with("filter.too_deep\n"));

    std::string list = "id in (1";
    while (list.size() + 8 < events::longest_filter_bytes) list += ",123456";
    CHECK(error_of(list + ")") == "none");
    CHECK(error_of(list + std::string(8, ' ') + ")").starts_with("filter.too_long\n"));
    CHECK(error_of(std::string(10'000'000, '(')).starts_with("filter.too_long\n"));
}

TEST_CASE("every error of a filter has its place") {
    // Each beginning of an expression that has all rules of the language, with and without a character too many.
    const std::string whole =
        "not (country in ('Mali', \"Niger\") or id = 5 and type != 3) and best not between -1.5 and +2e3 and "
        "actor is not"
        " 'X' and date >= 2012-01-01 and note !~ 'é' and low is not known and within(-18,3,16,26) and"
        " near(16, -3, 25 km) and within(extent) or lineage('Y') and family(\"Z\")";
    CHECK(error_of(whole) == "none");
    for (std::size_t length = 0; length < whole.size(); ++length)
        for (const char* more : {"", "'", "\"", ")", "(", "=", "9", "a", "\xff", "-", "!", ",", "~"}) {
            const std::string expression = whole.substr(0, length) + more;
            INFO(expression);
            const std::string error = error_of(expression);
            if (error == "none") continue;
            CHECK(error.starts_with("filter."));
            CHECK(error.ends_with("^"));
            CHECK(error.find("{") == std::string::npos);
            CHECK(sentence_of(expression).find('{') == std::string::npos);
            CHECK(sentence_of(expression, base::Language::fr).find('{') == std::string::npos);
        }
}
