#include "io/number_words.h"

#include <algorithm>
#include <array>

#include "io/folded_text.h"
#include "io/text_cursor.h"

namespace harmattan::io {
namespace {

constexpr std::array<std::string_view, 21> missing_words{"",     "-",      "--",   ".",   "..",   "na",   "n/a",
                                                         "n.a.", "n.a",    "#n/a", "#na", "<na>", "nan",  "null",
                                                         "none", "(null)", "\\n",  "nil", "nd",   "n.d.", "n/d"};
constexpr std::array<std::string_view, 13> unknown_words{
    "?",           "unknown", "unk",       "not known",   "inconnu",       "inconnue",    "inconnus",
    "indetermine", "unclear", "non connu", "non precise", "non renseigne", "undetermined"};
constexpr std::array<std::string_view, 18> about_words{
    "~",      "about",   "around", "approximately", "approx.", "approx", "roughly", "some",    "nearly",
    "almost", "environ", "env.",   "env",           "circa",   "ca.",    "c.",      "pres de", "quelque"};
constexpr std::array<std::string_view, 22> bound_words{
    ">=",      ">",       "<=",       "<",         "+",        "at least",   "more than", "over",
    "above",   "minimum", "min.",     "less than", "under",    "fewer than", "up to",     "at most",
    "maximum", "max.",    "au moins", "plus de",   "moins de", "jusqu'a"};
// Words for a number of things that is not said: "dozens", "une dizaine", "plusieurs".
constexpr std::array<std::string_view, 16> vague_words{
    "several",       "many",         "dozens",   "scores",      "hundreds",    "a dozen",
    "plusieurs",     "quelques",     "dizaines", "centaines",   "une dizaine", "une vingtaine",
    "une trentaine", "une centaine", "a few",    "des dizaines"};

template <std::size_t n>
bool holds(const std::array<std::string_view, n>& words, std::string_view text) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

// The text behind one of the words at its beginning; the text itself when none is there.
template <std::size_t n>
std::string_view behind(const std::array<std::string_view, n>& words, std::string_view text) {
    for (const std::string_view word : words) {
        if (!text.starts_with(word)) continue;
        const std::string_view rest = text.substr(word.size());
        // "over" is not the beginning of "overall".
        if (is_letter(word.back()) && !rest.empty() && is_letter(rest.front())) continue;
        return rest.starts_with(' ') ? rest.substr(1) : rest;
    }
    return text;
}

bool begins_with_digit(std::string_view text) {
    return !text.empty() && is_digit(text.front());
}

// Digits with points, commas, apostrophes and single blanks between them.
std::string_view skip_number(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size() &&
           (is_digit(text[i]) || (i > 0 && std::string_view(".,' ").find(text[i]) != std::string_view::npos)))
        ++i;
    while (i > 0 && !is_digit(text[i - 1])) --i;
    return text.substr(i);
}

bool is_range(std::string_view text) {
    constexpr std::array<std::string_view, 4> openings{"between", "entre", "from", "de"};
    constexpr std::array<std::string_view, 9> middles{" - ",  "-",     " to ", " a ", " au ",
                                                      " et ", " and ", " ou ", " or "};
    text = behind(openings, text);
    if (!begins_with_digit(text)) return false;
    const std::string_view rest = skip_number(text);
    return std::any_of(middles.begin(), middles.end(), [&](std::string_view middle) {
        return rest.starts_with(middle) && begins_with_digit(rest.substr(middle.size()));
    });
}

bool is_bound(std::string_view text) {
    const std::string_view rest = behind(bound_words, text);
    if (rest.size() != text.size() && begins_with_digit(rest)) return true;
    const std::string_view end = begins_with_digit(text) ? skip_number(text) : std::string_view{};
    constexpr std::array<std::string_view, 6> endings{"+", " +", " or more", " ou plus", " au moins", " et plus"};
    return holds(endings, end);
}

bool is_formula_error(std::string_view text) {
    constexpr std::array<std::string_view, 9> errors{"#ref!",   "#value!", "#valeur!", "#name?", "#nom?",
                                                     "#div/0!", "#num!",   "#nombre!", "#null!"};
    const bool is_too_narrow = text.size() > 1 && text.find_first_not_of('#') == std::string_view::npos;
    return holds(errors, text) || is_too_narrow;
}

}  // namespace

bool is_missing_word(std::string_view folded) {
    constexpr std::size_t longest = 6;  // "(null)"
    return folded.size() <= longest && holds(missing_words, folded);
}

NumberProblem why_no_number(std::string_view folded) {
    if (is_missing_word(folded)) return NumberProblem::missing;
    if (holds(unknown_words, folded)) return NumberProblem::unknown;
    if (is_formula_error(folded)) return NumberProblem::formula_error;
    const std::string_view behind_about = behind(about_words, folded);
    const bool is_about = behind_about.size() != folded.size() && begins_with_digit(behind_about);
    if (is_about || behind(vague_words, folded).size() != folded.size()) return NumberProblem::approximate;
    if (is_range(folded)) return NumberProblem::range;
    if (is_bound(folded)) return NumberProblem::bound;
    const std::size_t first = folded.find_first_not_of("+-");
    const bool has_marks = first <= 1 && begins_with_digit(folded.substr(first)) &&
                           folded.find_first_not_of("0123456789.,' ", first) == std::string_view::npos;
    return has_marks && is_digit(folded.back()) ? NumberProblem::other_style : NumberProblem::not_a_number;
}

bool is_missing(std::string_view text) {
    return is_missing_word(FoldedText(text).view());
}

}  // namespace harmattan::io
