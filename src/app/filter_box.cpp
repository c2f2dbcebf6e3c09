#include "app/filter_box.h"

#include "events/filter.h"

namespace harmattan::app {
namespace {

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::optional<FilterCaret> caret_of(const base::Error& fault) {
    const std::string excerpt = events::excerpt_of(fault);
    const auto end = excerpt.find('\n');
    if (end == std::string::npos) return std::nullopt;
    FilterCaret caret;
    caret.line = excerpt.substr(0, end);
    // Characters, not bytes, stand before the caret.
    std::size_t characters = excerpt.find('^', end + 1);
    if (characters == std::string::npos) return std::nullopt;
    characters -= end + 1;
    std::size_t at = 0;
    for (; at < caret.line.size() && characters > 0; --characters) {
        ++at;
        while (at < caret.line.size() && is_continuation(caret.line[at])) ++at;
    }
    caret.before = caret.line.substr(0, at);
    return caret;
}

}  // namespace harmattan::app
