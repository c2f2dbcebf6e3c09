// Names of countries as data sets write them, and their codes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/messages.h"

namespace harmattan::io {

// What is compared of a name: small letters of ASCII and digits; accents are taken off (Latin letters up to
// U+017F, and combining marks), blanks and punctuation left out; other scripts stay as they are. "Côte d’Ivoire"
// gives "cotedivoire".
std::string folded_name(std::string_view name);

// Immutable: any number of threads may ask.
class CountryNames {
  public:
    // The table of data/country_names.csv: columns name, iso3 (several codes are parted by ;), vocabulary, source.
    // Throws std::invalid_argument for a table that lacks these or a row without name or code.
    explicit CountryNames(std::string_view csv);
    // With the table that is part of the program. Takes about 1 ms.
    static CountryNames embedded();

    // The codes (ISO 3166-1 alpha-3; XKX for Kosovo) of all countries that the name may mean, whatever its case,
    // accents and blanks: first the country whose name it is, then those that its source puts under the same name
    // (GED's Sudan before 2011 is both Sudans; a country's dependencies). Empty for an unknown name.
    std::span<const std::string> iso3_of(std::string_view name) const;

    // The plain name of a country; empty for an unknown code.
    std::string_view name_of(std::string_view iso3, base::Language language) const;

    std::size_t size() const { return codes_of_name_.size(); }

  private:
    void add(std::string_view name, std::string_view codes, std::string_view vocabulary);

    std::unordered_map<std::string, std::vector<std::string>> codes_of_name_;  // by folded_name
    std::unordered_map<std::string, std::string> english_, french_;            // by code
};

}  // namespace harmattan::io
