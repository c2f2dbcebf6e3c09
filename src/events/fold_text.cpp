#include "events/fold_text.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace harmattan::events {
namespace {

constexpr char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

struct Free {
    void operator()(utf8proc_uint8_t* memory) const { std::free(memory); }
};

// False for text that is not UTF-8.
bool fold_unicode(std::string_view text, Folding folding, std::string& folded) {
    const int marks =
        folding == Folding::without_case ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_CASEFOLD | marks);
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, Free> owned(mapped);
    if (length < 0) return false;
    folded.assign(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length));
    return true;
}

}  // namespace

void fold(std::string_view text, Folding folding, std::string& folded) {
    if (!is_ascii(text) && fold_unicode(text, folding, folded)) return;
    folded.resize(text.size());
    std::transform(text.begin(), text.end(), folded.begin(), small_letter);
}

std::string folded_text(std::string_view text, Folding folding) {
    std::string folded;
    fold(text, folding, folded);
    return folded;
}

}  // namespace harmattan::events
