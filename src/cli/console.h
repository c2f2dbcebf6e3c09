// What the program says: sentences of the message tables, in the language asked for.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "base/messages.h"

namespace harmattan::cli {

class Console {
  public:
    // `speaker` begins every line on standard error: "harmattan snap".
    Console(base::Language language, std::string speaker) : language_(language), speaker_(std::move(speaker)) {}

    base::Language language() const { return language_; }
    std::string say(std::string_view key, const base::NamedValues& values = {}) const {
        return base::message(language_, key, values);
    }

    // A result, on standard output.
    void result(std::string_view line) const;
    // A sentence for the person, on standard error.
    void tell(std::string_view sentence) const;

  private:
    base::Language language_;
    std::string speaker_;
};

}  // namespace harmattan::cli
