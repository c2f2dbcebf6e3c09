#include "io/special_bytes.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace harmattan::io {

SpecialBytes find_special_bytes_one_by_one(const char* bytes, char delimiter) {
    SpecialBytes found;
    for (unsigned i = 0; i < 64; ++i) {
        const char c = bytes[i];
        const bool is_special = c == delimiter || c == '"' || c == '\n' || c == '\r' || c == '\0';
        found.special |= static_cast<std::uint64_t>(is_special) << i;
        found.has_high_byte |= static_cast<unsigned char>(c) >= 0x80;
    }
    return found;
}

#ifdef __SSE2__

SpecialBytes find_special_bytes(const char* bytes, char delimiter) {
    const __m128i delimiters = _mm_set1_epi8(delimiter), quotes = _mm_set1_epi8('"');
    const __m128i feeds = _mm_set1_epi8('\n'), returns = _mm_set1_epi8('\r'), zeros = _mm_setzero_si128();
    SpecialBytes found;
    int high = 0;
    for (unsigned i = 0; i < 4; ++i) {
        const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + i);
        const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(sixteen, delimiters), _mm_cmpeq_epi8(sixteen, quotes));
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(sixteen, feeds), _mm_cmpeq_epi8(sixteen, returns));
        const __m128i all = _mm_or_si128(_mm_or_si128(marks, ends), _mm_cmpeq_epi8(sixteen, zeros));
        const auto bits = static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(all)));
        found.special |= bits << (16 * i);
        high |= _mm_movemask_epi8(sixteen);
    }
    found.has_high_byte = high != 0;
    return found;
}

#else

SpecialBytes find_special_bytes(const char* bytes, char delimiter) {
    return find_special_bytes_one_by_one(bytes, delimiter);
}

#endif

}  // namespace harmattan::io
