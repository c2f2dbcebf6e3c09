// The names that columns of events have in the tables people keep. Used by io/column_words.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/event_field.h"
#include "io/header_words.h"

namespace harmattan::io {

struct NameMatch {
    EventField field = EventField::id;
    double score = 0;      // above 0; 1: nearly always means it
    bool is_part = false;  // only some words of the name stand for the field
};

class ColumnNames {
  public:
    // From CSV with the columns field, name and score: the name in the words of io/header_words.h without anything
    // between them. A name that may mean several fields stands once for each. The field "other" is for words that
    // say, beside a name, that something else is meant ("date_added", "deaths_civilians"). Throws
    // std::invalid_argument for what is not so.
    explicit ColumnNames(std::string_view csv);

    // The names that come with the program.
    static ColumnNames embedded();

    // The fields that the name of a column may stand for, each once, with its best match.
    std::vector<NameMatch> match(const HeaderWords& words) const;

  private:
    struct Known {
        EventField field = EventField::id;
        std::string name;
        double score = 0;
    };

    NameMatch match(const HeaderWords& words, const std::string& all, const std::string& outside,
                    const Known& known) const;
    bool holds_words(const std::vector<std::string>& words, std::string_view name) const;
    bool is_other_meaning(const std::string& word) const;

    std::vector<Known> known_;
    std::vector<std::string> other_meanings_;
};

}  // namespace harmattan::io
