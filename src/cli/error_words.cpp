#include "cli/error_words.h"

#include "io/value_error.h"

namespace harmattan::cli {

std::string full_words(base::Language language, const base::Error& error) {
    if (const auto* of_option = dynamic_cast<const OptionError*>(&error))
        return base::message(
            language, error.key(),
            {{"option", of_option->option()}, {"reason", full_words(language, of_option->reason())}});
    if (const auto* of_story = dynamic_cast<const io::ValueError*>(&error)) {
        base::NamedValues values = error.values();
        values.back().second = full_words(language, of_story->reason());  // the reason stands last
        return base::message(language, error.key(), values);
    }
    return base::words(language, error);
}

}  // namespace harmattan::cli
