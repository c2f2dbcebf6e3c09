// Sentences with a number in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/messages.h"

namespace harmattan::layout {

// Takes "KEY.one" or "KEY.other" by the language's rule (French: 0 and 1 are singular) and fills in {count}.
std::string counted(base::Language language, std::string_view key, std::uint64_t count,
                    base::NamedValues values = {});

}  // namespace harmattan::layout
