// The name of a column as words that can be compared. Used by io/column_words.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace harmattan::io {

struct HeaderWords {
    // In lower case without accents, parted at blanks, marks and the humps of camelCase, without "de", "of" and
    // the like: "Date de l'événement" is {"date", "evenement"}.
    std::vector<std::string> all;
    std::vector<std::string> outside_brackets;  // without what stands in brackets: units mostly
};

HeaderWords header_words(std::string_view name);

// The words without anything between them.
std::string joined(const std::vector<std::string>& words);

}  // namespace harmattan::io
