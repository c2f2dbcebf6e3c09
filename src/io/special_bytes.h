// Finds the bytes that matter to a CSV reader, 64 at a time.
#pragma once

#include <cstdint>

namespace harmattan::io {

// Bit i belongs to byte i.
struct SpecialBytes {
    std::uint64_t special = 0;   // a delimiter, quotation mark, line feed, carriage return or NUL
    bool has_high_byte = false;  // any byte of 0x80 or more, among all 64
};

// Looks at bytes[0] to bytes[63], all of which must be readable. With SSE2 where the processor has it.
SpecialBytes find_special_bytes(const char* bytes, char delimiter);

// The same without vector instructions: for other processors, and to test the first against.
SpecialBytes find_special_bytes_one_by_one(const char* bytes, char delimiter);

}  // namespace harmattan::io
