#include "io/counted_example.h"

#include "io/utf8_text.h"

namespace harmattan::io {

void CountedExample::add(std::string_view text) {
    if (texts++ == 0) example = shortened(trimmed(text));
}

void CountedExample::merge(const CountedExample& other) {
    if (texts == 0) example = other.example;
    texts += other.texts;
}

}  // namespace harmattan::io
