#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <sys/stat.h>

#include "base/error.h"
#include "io/file_kind.h"
#include "io/file_path.h"
#include "io/file_signature.h"
#include "io/json_outline.h"
#include "io/packed_content.h"
#include "io/postgis.h"
#include "io/raster_format.h"
#include "io/utf16_source.h"
#include "io/utf8_text.h"
#include "io/zip_package.h"

namespace harmattan::io {
namespace {

constexpr std::size_t bytes_looked_at = std::size_t(64) << 10;

std::string first_bytes(const std::filesystem::path& file) {
    const std::string name = file.string();
    if (is_address(file)) throw base::Error("file.is_url", {{"file", without_password(name)}});
    struct stat about {};
    if (::stat(file.c_str(), &about) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) throw base::Error("file.missing", {{"file", name}});
        throw base::Error("file.cannot_read", {{"file", name}, {"reason", std::strerror(errno)}});
    }
    if (S_ISDIR(about.st_mode)) throw base::Error("file.is_folder", {{"file", name}});
    if (!S_ISREG(about.st_mode)) throw base::Error("file.not_regular", {{"file", name}});
    if (about.st_size == 0) throw base::Error("file.empty", {{"file", name}});
    std::string bytes(std::min(bytes_looked_at, static_cast<std::size_t>(about.st_size)), '\0');
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in)
        throw base::Error("file.cannot_read",
                          {{"file", name}, {"reason", std::strerror(errno != 0 ? errno : EIO)}});
    return bytes;
}

// A GeoJSON text that is one Feature so far may be the first of many, one a line: what comes behind its end tells.
FileKind feature_or_sequence(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string block(bytes_looked_at, '\0');
    JsonOutline outline;
    while (in && outline.first_byte_after() == 0) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        std::string_view bytes(block.data(), static_cast<std::size_t>(in.gcount()));
        outline.read(bytes);
        if (outline.type() == "FeatureCollection") break;
    }
    return outline.first_byte_after() == '{' ? FileKind::geojson_sequence : FileKind::geojson;
}

std::string_view first_line_that_says_something(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        const auto line = trimmed(text.substr(0, end));
        if (!line.empty() && line.front() != '#') return line;
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return {};
}

bool has_controls(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char c) { return c >= 0 && c < ' ' && c != '\t'; });
}

// TOML begins with [a table] or key = value; its bare keys hold no comma.
bool is_toml(std::string_view text) {
    const auto line = first_line_that_says_something(text);
    if (has_controls(line)) return false;  // a picture or a program that happens to hold a "="
    if (line.starts_with('[')) return line.find(']') != std::string_view::npos;
    const auto equals = line.find('=');
    return equals != std::string_view::npos && equals > 0 &&
           line.substr(0, equals).find_first_of(",;\t|{<") == std::string_view::npos;
}

// A NUL in the rows below column names is the reader's to tell; anywhere else it is a binary format's.
bool is_csv(std::string_view text) {
    if (text.empty() || text.front() == '{' || text.front() == '<') return false;
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    if (text.find('\0') != std::string_view::npos && has_controls(line)) return false;
    return line.find_first_of(",;\t|") != std::string_view::npos;
}

std::string_view without_beginning(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    return text.substr(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
}

}  // namespace

FileKind kind_of(std::string_view bytes) {
    if (const auto kind = binary_kind(bytes); kind != FileKind::unknown) return kind;
    if (raster_format(bytes) != nullptr) return FileKind::raster;
    bytes = without_beginning(bytes);
    if (bytes.empty()) return FileKind::unknown;
    if (const auto kind = markup_kind(bytes); kind != FileKind::unknown) return kind;
    if (is_toml(bytes)) return FileKind::story_toml;
    return is_csv(bytes) ? FileKind::events_csv : FileKind::unknown;
}

FileKind identify(const std::filesystem::path& file) {
    const std::string bytes = first_bytes(file);
    if (is_zip(bytes)) {
        const FileKind kind = kind_of_zip(file);
        return kind == FileKind::unknown ? kind_inside(file) : kind;
    }
    if (packing_of(bytes) != Packing::none || find_utf16(bytes)) return kind_inside(file);
    const FileKind kind = kind_of(bytes);
    if (kind == FileKind::unknown && is_web_page(without_beginning(bytes)))
        throw base::Error("file.web_page", {{"file", file.string()}});
    return kind == FileKind::geojson ? feature_or_sequence(file) : kind;
}

}  // namespace harmattan::io
