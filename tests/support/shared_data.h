// Large published data sets that are not part of the repository. Tests that want one are skipped where it is
// missing.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string_view>

#include "support/catch.h"

namespace harmattan::test {

// The folder named by the environment variable HARMATTAN_SHARED_DATA or, without it, shared/data beside the
// repository. No value when there is none.
inline std::optional<std::filesystem::path> shared_data_folder() {
    const char* named = std::getenv("HARMATTAN_SHARED_DATA");
    const std::filesystem::path folder =
        named != nullptr ? named : std::filesystem::path(HARMATTAN_SOURCE_DIR) / ".." / "shared" / "data";
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored)) return std::nullopt;
    return std::filesystem::weakly_canonical(folder);
}

// A file of that folder; skips the test case, saying so, when it is not there.
inline std::filesystem::path shared_data(std::string_view name) {
    const auto folder = shared_data_folder();
    std::error_code ignored;
    if (!folder || !std::filesystem::exists(*folder / name, ignored))
        HARMATTAN_SKIP("the data file " + std::string(name) +
                       " is not here: name its folder in HARMATTAN_SHARED_DATA");
    return *folder / name;
}

}  // namespace harmattan::test
