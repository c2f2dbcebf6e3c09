#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <sys/stat.h>

#include "base/error.h"
#include "io/file_kind.h"
#include "io/file_path.h"
#include "io/packed_content.h"
#include "io/utf16_source.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::size_t bytes_looked_at = std::size_t(64) << 10;

std::string first_bytes(const std::filesystem::path& file) {
    const std::string name = file.string();
    if (is_address(file)) throw base::Error("file.is_url", {{"file", name}});
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

// SQLite's file header (sqlite.org/fileformat2.html) with the application id of GeoPackage (OGC
// 12-128r18, 1.1.1.1.1).
bool is_geopackage(std::string_view bytes) {
    using namespace std::string_view_literals;
    constexpr std::size_t application_id_at = 68;
    if (!bytes.starts_with("SQLite format 3\0"sv) || bytes.size() < application_id_at + 4) return false;
    const auto id = bytes.substr(application_id_at, 4);
    return id == "GPKG" || id == "GP10" || id == "GP11";
}

bool is_flatgeobuf(std::string_view bytes) {
    constexpr std::string_view magic =
        "fgb\x03"
        "fgb";  // and a byte for the patch version
    return bytes.size() > magic.size() && bytes.starts_with(magic);
}

// An object with a "type" of RFC 7946.
bool is_geojson(std::string_view text) {
    constexpr std::array<std::string_view, 9> types{"FeatureCollection", "Feature",      "Point",
                                                    "MultiPoint",        "LineString",   "MultiLineString",
                                                    "Polygon",           "MultiPolygon", "GeometryCollection"};
    if (!text.starts_with('{')) return false;
    constexpr std::string_view key = "\"type\"";
    for (auto at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const auto colon = text.find_first_not_of(" \t\r\n", at + key.size());
        if (colon == std::string_view::npos || text[colon] != ':') continue;
        const auto quote = text.find_first_not_of(" \t\r\n", colon + 1);
        if (quote == std::string_view::npos || text[quote] != '"') continue;
        const auto type = text.substr(quote + 1, text.find('"', quote + 1) - quote - 1);
        if (std::find(types.begin(), types.end(), type) != types.end()) return true;
    }
    return false;
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

// TOML begins with [a table] or key = value; its bare keys hold no comma.
bool is_toml(std::string_view text) {
    const auto line = first_line_that_says_something(text);
    if (line.starts_with('[')) return line.find(']') != std::string_view::npos;
    const auto equals = line.find('=');
    return equals != std::string_view::npos && equals > 0 &&
           line.substr(0, equals).find_first_of(",;\t{<") == std::string_view::npos;
}

bool is_csv(std::string_view text) {
    if (text.empty() || text.find('\0') != std::string_view::npos || text.front() == '{' || text.front() == '<')
        return false;
    return text.substr(0, text.find_first_of("\r\n")).find_first_of(",;\t") != std::string_view::npos;
}

}  // namespace

FileKind kind_of(std::string_view bytes) {
    if (is_geopackage(bytes)) return FileKind::geopackage;
    if (is_flatgeobuf(bytes)) return FileKind::flatgeobuf;
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    const auto begin = bytes.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return FileKind::unknown;
    bytes.remove_prefix(begin);
    if (is_geojson(bytes)) return FileKind::geojson;
    if (is_toml(bytes)) return FileKind::story_toml;
    return is_csv(bytes) ? FileKind::events_csv : FileKind::unknown;
}

FileKind identify(const std::filesystem::path& file) {
    const std::string bytes = first_bytes(file);
    const bool is_plain = packing_of(bytes) == Packing::none && !find_utf16(bytes);
    return is_plain ? kind_of(bytes) : kind_inside(file);
}

}  // namespace harmattan::io
