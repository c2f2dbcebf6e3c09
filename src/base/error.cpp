#include "base/error.h"

#include "base/messages.h"

namespace harmattan::base {

Error::Error(std::string key, NamedValues values)
    : key_(std::move(key)), values_(std::move(values)), english_(message(Language::en, key_, values_)) {}

}  // namespace harmattan::base
