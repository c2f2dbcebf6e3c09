#include "io/header_words.h"

#include <algorithm>
#include <array>

#include "io/folded_text.h"
#include "io/text_cursor.h"

namespace harmattan::io {
namespace {

constexpr std::array<std::string_view, 10> small_words{"de", "du", "des", "d",  "l",
                                                       "la", "le", "les", "of", "the"};

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// True where a word begins inside a run of letters: "eventDate", "GPSLatitude".
bool is_hump(std::string_view text, std::size_t i) {
    if (i == 0 || !is_capital(text[i])) return false;
    const char before = text[i - 1];
    const bool ends_capitals =
        is_capital(before) && i + 1 < text.size() && text[i + 1] >= 'a' && text[i + 1] <= 'z';
    return (before >= 'a' && before <= 'z') || ends_capitals;
}

void add_word(std::string& word, bool is_in_brackets, HeaderWords& words) {
    if (word.empty()) return;
    words.all.push_back(word);
    if (!is_in_brackets) words.outside_brackets.push_back(word);
    word.clear();
}

void drop_small_words(std::vector<std::string>& words) {
    const auto is_small = [](const std::string& word) {
        return std::find(small_words.begin(), small_words.end(), word) != small_words.end();
    };
    if (!std::all_of(words.begin(), words.end(), is_small)) std::erase_if(words, is_small);
}

}  // namespace

HeaderWords header_words(std::string_view name) {
    const FoldedText folded(name, LetterCase::kept);
    const std::string_view text = folded.view();
    HeaderWords words;
    std::string word;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (!is_letter(c) && !is_digit(c)) {
            add_word(word, depth > 0, words);
            if (c == '(' || c == '[') ++depth;
            if ((c == ')' || c == ']') && depth > 0) --depth;
            continue;
        }
        if (is_hump(text, i)) add_word(word, depth > 0, words);
        word += static_cast<char>(is_capital(c) ? c + 32 : c);
    }
    add_word(word, depth > 0, words);
    drop_small_words(words.all);
    drop_small_words(words.outside_brackets);
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += word;
    return out;
}

}  // namespace harmattan::io
