// Errors as words, and the option that a wrong value was given to.
#pragma once

#include <string>

#include "base/error.h"
#include "base/messages.h"

namespace harmattan::cli {

// A wrong value of an option; the reason is an error of its own, so that both are said in one language.
class OptionError : public base::UsageError {
  public:
    OptionError(std::string option, const base::Error& reason)
        : UsageError("cli.bad_value", {{"option", option}, {"reason", reason.what()}}),
          option_(std::move(option)),
          reason_(reason) {}

    const std::string& option() const { return option_; }
    const base::Error& reason() const { return reason_; }

  private:
    std::string option_;
    base::Error reason_;
};

// Calls `read`; an Error it throws becomes an OptionError.
template <typename Read>
auto read_option(const char* option, Read read) -> decltype(read()) {
    try {
        return read();
    } catch (const base::Error& error) {
        throw OptionError(option, error);
    }
}

// The sentence for any error of the program, reasons included, in one language.
std::string full_words(base::Language language, const base::Error& error);

}  // namespace harmattan::cli
