#include "layout/counted.h"

#include "base/number_format.h"

namespace harmattan::layout {

std::string counted(base::Language language, std::string_view key, std::uint64_t count, base::NamedValues values) {
    const bool is_singular = count == 1 || (count == 0 && language == base::Language::fr);
    values.emplace_back("count", base::grouped(static_cast<std::int64_t>(count), language));
    return base::message(language, std::string(key) + (is_singular ? ".one" : ".other"), values);
}

}  // namespace harmattan::layout
