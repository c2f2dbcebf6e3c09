// Catch2, version 2 (Debian 12) or 3 (Debian 13): the only header that knows one from the other.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)

#include <catch2/catch_all.hpp>

using Catch::Approx;  // as version 2 has it

namespace harmattan::test {
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
}  // namespace harmattan::test

// Ends the test case as "skipped", with the reason.
#define HARMATTAN_SKIP(reason) SKIP(reason)

#else

#include <cstdlib>
#include <iostream>

#include <catch2/catch.hpp>

namespace harmattan::test {
using Catch::Detail::Approx;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
inline auto ContainsSubstring(const std::string& text) {
    return Catch::Matchers::Contains(text);
}
}  // namespace harmattan::test

// Catch2 2 cannot skip. ctest runs each test case in a process of its own and reads the status 4 as "skipped"
// (third_party/modules.cmake), as Catch2 3 gives it.
#define HARMATTAN_SKIP(reason)                           \
    do {                                                 \
        std::cout << "skipped: " << reason << std::endl; \
        std::exit(4);                                    \
    } while (false)

#endif
