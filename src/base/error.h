// What can go wrong, as a message key with named values; turned into words (en, fr) once, at the border.
#pragma once

#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace harmattan::base {

using NamedValues = std::vector<std::pair<std::string, std::string>>;

// Thrown when something could not be done (exit status 1). `key` names a message of data/messages; `values` fill
// its {placeholders}. what() gives the English sentence.
class Error : public std::exception {
  public:
    explicit Error(std::string key, NamedValues values = {});

    const std::string& key() const { return key_; }
    const NamedValues& values() const { return values_; }
    const char* what() const noexcept override { return english_.c_str(); }

  private:
    std::string key_;
    NamedValues values_;
    std::string english_;
};

// Thrown when the command line is wrong (exit status 2).
class UsageError : public Error {
  public:
    using Error::Error;
};

}  // namespace harmattan::base
