#include "scene/context_kind.h"

#include <algorithm>

namespace harmattan::scene {

std::optional<ContextKind> parse_context_kind(std::string_view text) {
    const auto found = std::find(context_kind_words.begin(), context_kind_words.end(), text);
    if (found == context_kind_words.end()) return {};
    return static_cast<ContextKind>(found - context_kind_words.begin());
}

}  // namespace harmattan::scene
