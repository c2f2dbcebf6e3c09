// The repository's own files, for tests that read them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace harmattan::test {

// The repository's root.
std::filesystem::path source_folder();

// Where this build's files go; what tests leave for people to look at lies below it.
std::filesystem::path build_folder();

// The whole file; throws std::runtime_error when it cannot be read.
std::string text_of(const std::filesystem::path& file);

// The C++ sources and headers below a folder, sorted.
std::vector<std::filesystem::path> cpp_files_in(const std::filesystem::path& folder);

}  // namespace harmattan::test
