#include "story/read_text.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "base/error.h"

namespace harmattan::story {
namespace {

constexpr std::uintmax_t greatest_size = std::uintmax_t{16} << 20;

}  // namespace

std::string read_text(const std::filesystem::path& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > greatest_size)
        throw base::Error("story.too_large", {{"path", path.string()}, {"size", std::to_string(size)}});
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (!file || error)
        throw base::Error("story.cannot_read", {{"path", path.string()}, {"reason", std::strerror(errno)}});
    return text;
}

}  // namespace harmattan::story
