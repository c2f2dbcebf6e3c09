// Packed files for tests, made by Python's gzip and zipfile and so not by the libraries that read them here.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace harmattan::test {

using Members =
    std::vector<std::pair<std::string, std::string>>;  // name and content; a name that ends in / is a folder

// Each part becomes a gzip stream of its own, one after the other.
void make_gzip(const std::filesystem::path& file, const std::vector<std::string>& parts);

enum class ZipMethod { stored, deflated };
void make_zip(const std::filesystem::path& file, const Members& members, ZipMethod method = ZipMethod::deflated);

std::string encoded(const std::string& utf8, const std::string& python_codec);

std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, const std::string& bytes);

}  // namespace harmattan::test
