#include "io/gdal_links.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <stdlib.h>

#include <fmt/core.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

[[noreturn]] void fail(const std::string& reason) {
    throw base::Error("gdal.no_temporary_folder", {{"reason", reason}});
}

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

std::optional<std::filesystem::path> sibling(const std::filesystem::path& file, const std::string& extension) {
    std::error_code ignored;
    std::string upper = extension, first_capital = extension;
    for (char& c : upper) c = static_cast<char>(c - 'a' + 'A');
    first_capital.front() = upper.front();
    for (const auto& written : {extension, upper, first_capital}) {
        auto path = file;
        path.replace_extension("." + written);
        if (std::filesystem::is_regular_file(path, ignored)) return path;
    }
    return std::nullopt;
}

// Numbers of 32 bits, big-endian; in a Shapefile they count words of 16 bits.
std::uint64_t read_number(const std::string& bytes, std::size_t at) {
    std::uint64_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::string written_number(std::uint64_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
    return bytes;
}

}  // namespace

LinkFolder::LinkFolder() {
    std::error_code error;
    const auto temporary = std::filesystem::temp_directory_path(error);
    if (error) fail(error.message());
    std::string name = (temporary / "harmattan-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) fail(std::strerror(errno));
    folder_ = name;
}

LinkFolder::~LinkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void LinkFolder::add(const std::string& name, const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::create_symlink(std::filesystem::absolute(file), folder_ / name, error);
    if (error) fail(error.message());
}

ShapefileSiblings shapefile_siblings(const std::filesystem::path& file) {
    return {sibling(file, "shx"), sibling(file, "dbf"), sibling(file, "prj"), sibling(file, "cpg")};
}

void write_shapefile_index(const std::filesystem::path& shp, const std::filesystem::path& shx) {
    constexpr std::uint64_t header_bytes = 100, record_header_bytes = 8;
    std::ifstream in(shp, std::ios::binary);
    std::string header(header_bytes, '\0'), entry(record_header_bytes, '\0'), entries;
    in.read(header.data(), static_cast<std::streamsize>(header_bytes));
    const std::uint64_t size = std::filesystem::file_size(shp);
    for (std::uint64_t at = header_bytes; at < size; at += record_header_bytes + 2 * read_number(entry, 4)) {
        in.seekg(static_cast<std::streamoff>(at));
        in.read(entry.data(), static_cast<std::streamsize>(record_header_bytes));
        if (!in || at + record_header_bytes + 2 * read_number(entry, 4) > size)
            throw base::Error("features.read_failed",
                              {{"file", shp.string()}, {"reason", fmt::format("record at byte {}", at)}});
        entries += written_number(at / 2) + entry.substr(4);
    }
    header.replace(24, 4, written_number((header_bytes + entries.size()) / 2));
    std::ofstream out(shx, std::ios::binary);
    out << header << entries;
    if (!out.flush()) fail(std::strerror(errno));
}

bool is_shapefile_part(const std::filesystem::path& file) {
    constexpr std::array<std::string_view, 7> parts{".dbf", ".shx", ".prj", ".cpg", ".qix", ".sbn", ".sbx"};
    const std::string extension = lower(file.extension().string());
    if (extension == ".xml" && lower(file.stem().extension().string()) == ".shp")
        return sibling(file.parent_path() / file.stem(), "shp").has_value();
    return std::find(parts.begin(), parts.end(), extension) != parts.end() && sibling(file, "shp").has_value();
}

}  // namespace harmattan::io
