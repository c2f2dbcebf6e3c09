// Files embedded into the program at build time (third_party/resources.cmake).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace harmattan::base {

// The bytes of an embedded file, by its path in the repository ("data/sahel/events.csv", "shaders/event.frag")
// or "fonts/NotoSans-Regular.ttf". They live as long as the program. Throws Error "resource.missing".
std::span<const std::byte> resource(std::string_view name);

// The same as text.
std::string_view resource_text(std::string_view name);

bool has_resource(std::string_view name);

// Names that begin with `prefix`, sorted.
std::vector<std::string> resource_names(std::string_view prefix);

namespace detail {
struct EmbeddedFile {
    const char* name;
    const char* begin;
    const char* end;
};
}  // namespace detail

}  // namespace harmattan::base
