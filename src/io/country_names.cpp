#include "io/country_names.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/core.h>

#include "base/resources.h"
#include "io/byte_source.h"
#include "io/csv_reader.h"

namespace harmattan::io {
namespace {

// The letters without their accents of U+00C0 to U+017F. A capital stands for two letters, a blank for none.
constexpr std::string_view base_letters =
    "aaaaaaAceeeeiiiidnooooo ouuuuyTS"    // U+00C0
    "aaaaaaAceeeeiiiidnooooo ouuuuyTy"    // U+00E0
    "aaaaaaccccccccddddeeeeeeeeeegggg"    // U+0100
    "gggghhhhiiiiiiiiiiIIjjkkklllllll"    // U+0120
    "lllnnnnnnnnnoooooo"                  // U+0140
    "OOrrrrrrssssssssttttttuuuuuuuuuuuu"  // U+0152
    "wwyyyzzzzzzs";                       // U+0174
static_assert(base_letters.size() == 0x180 - 0xc0);

void add_base_letters(std::string& folded, char letter) {
    switch (letter) {
        case ' ':
            return;
        case 'A':
            folded += "ae";
            return;
        case 'I':
            folded += "ij";
            return;
        case 'O':
            folded += "oe";
            return;
        case 'S':
            folded += "ss";
            return;
        case 'T':
            folded += "th";
            return;
        default:
            folded += letter;
    }
}

// A character outside ASCII that is written in two bytes.
void add_two_bytes(std::string& folded, unsigned char first, unsigned char second) {
    const unsigned code = (first & 0x1fU) << 6U | (second & 0x3fU);
    if (code < 0xc0) return;                    // signs and the no-break space
    if (code >= 0x300 && code < 0x370) return;  // combining marks
    if (code < 0x180)
        add_base_letters(folded, base_letters[code - 0xc0]);
    else
        folded.append({static_cast<char>(first), static_cast<char>(second)});
}

bool is_continuation(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80;
}

// U+2000 to U+206F: dashes, apostrophes, narrow blanks.
bool is_general_punctuation(std::string_view text, std::size_t at) {
    if (!is_continuation(text, at + 1) || !is_continuation(text, at + 2)) return false;
    const auto second = static_cast<unsigned char>(text[at + 1]);
    return text[at] == '\xe2' &&
           (second == 0x80 || (second == 0x81 && static_cast<unsigned char>(text[at + 2]) < 0xb0));
}

bool has_vocabulary(std::string_view list, std::string_view wanted) {
    while (!list.empty()) {
        const auto end = std::min(list.find(';'), list.size());
        if (list.substr(0, end) == wanted) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace

std::string folded_name(std::string_view name) {
    std::string folded;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const char c = name[at];
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (c >= 'A' && c <= 'Z')
            folded += static_cast<char>(c - 'A' + 'a');
        else if (byte >= 0xc2 && byte < 0xe0 && is_continuation(name, at + 1))
            add_two_bytes(folded, byte, static_cast<unsigned char>(name[++at]));
        else if (is_general_punctuation(name, at))
            at += 2;
        else if (is_letter_or_digit || byte >= 0x80)
            folded += c;
    }
    return folded;
}

CountryNames::CountryNames(std::string_view csv) {
    MemorySource source(csv, "country_names.csv");
    CsvReader reader(source);
    const bool has_header = reader.next() && reader.field_count() == 4 && reader.field(0) == "name" &&
                            reader.field(1) == "iso3" && reader.field(2) == "vocabulary";
    if (!has_header)
        throw std::invalid_argument("CountryNames: the columns are not name, iso3, vocabulary, source");
    while (reader.next()) {
        if (reader.field_count() != 4 || folded_name(reader.field(0)).empty() || reader.field(1).empty())
            throw std::invalid_argument(fmt::format("CountryNames: line {} has no name or code", reader.line()));
        add(reader.field(0), reader.field(1), reader.field(2));
    }
}

CountryNames CountryNames::embedded() {
    return CountryNames(base::resource_text("data/country_names.csv"));
}

void CountryNames::add(std::string_view name, std::string_view codes, std::string_view vocabulary) {
    std::vector<std::string>& known = codes_of_name_[folded_name(name)];
    std::string_view rest = codes;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(';'), rest.size());
        const std::string_view code = rest.substr(0, end);
        if (std::find(known.begin(), known.end(), code) == known.end()) known.emplace_back(code);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (has_vocabulary(vocabulary, "en")) english_.emplace(known.front(), name);
    if (has_vocabulary(vocabulary, "fr")) french_.emplace(known.front(), name);
}

std::span<const std::string> CountryNames::iso3_of(std::string_view name) const {
    const auto found = codes_of_name_.find(folded_name(name));
    if (found == codes_of_name_.end()) return {};
    return found->second;
}

std::string_view CountryNames::name_of(std::string_view iso3, base::Language language) const {
    const auto& names = language == base::Language::fr ? french_ : english_;
    const auto found = names.find(std::string(iso3));
    return found == names.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace harmattan::io
