#include "cli/error_words.h"

#include "events/filter.h"
#include "io/value_error.h"

namespace harmattan::cli {

namespace {

// Of a filter: the expression with a caret below the place, on lines of their own.
std::string with_excerpt(std::string words, const base::Error& error) {
    const std::string excerpt = events::excerpt_of(error);
    return excerpt.empty() ? words : words + "\n" + excerpt;
}

}  // namespace

std::string full_words(base::Language language, const base::Error& error) {
    if (const auto* of_option = dynamic_cast<const OptionError*>(&error)) {
        const base::NamedValues values{{"option", of_option->option()},
                                       {"reason", base::words(language, of_option->reason())}};
        return with_excerpt(base::message(language, error.key(), values), of_option->reason());
    }
    if (const auto* of_story = dynamic_cast<const io::ValueError*>(&error)) {
        base::NamedValues values = error.values();
        values.back().second = full_words(language, of_story->reason());  // the reason stands last
        return base::message(language, error.key(), values);
    }
    return with_excerpt(base::words(language, error), error);
}

}  // namespace harmattan::cli
