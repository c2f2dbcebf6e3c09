#include "io/file_signature.h"

#include <algorithm>
#include <array>

#include "io/ascii_case.h"
#include "io/json_outline.h"

namespace harmattan::io {
namespace {

using namespace std::string_view_literals;

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

unsigned big_endian(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 24 | byte_at(bytes, at + 1) << 16 | byte_at(bytes, at + 2) << 8 |
           byte_at(bytes, at + 3);
}

unsigned little_endian(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8;
}

// SQLite's file header (sqlite.org/fileformat2.html) with the application id of GeoPackage (OGC 12-128r18,
// 1.1.1.1.1); some writers leave the id out, and then the name of its table of contents tells.
FileKind sqlite_kind(std::string_view bytes) {
    constexpr std::size_t application_id_at = 68;
    if (!bytes.starts_with("SQLite format 3\0"sv) || bytes.size() < application_id_at + 4)
        return FileKind::unknown;
    const auto id = bytes.substr(application_id_at, 4);
    const bool is_geopackage = id == "GPKG" || id == "GP10" || id == "GP11" ||
                               bytes.find("CREATE TABLE gpkg_contents") != std::string_view::npos;
    return is_geopackage ? FileKind::geopackage : FileKind::sqlite;
}

// ESRI Shapefile Technical Description (1998), page 4: file code 9994, big-endian, and version 1000,
// little-endian; .shp and .shx have the same header. The first record of a .shp has the number 1, the first of a
// .shx the offset 50.
FileKind shapefile_kind(std::string_view bytes) {
    constexpr std::size_t header_bytes = 100, version_at = 28;
    if (bytes.size() < header_bytes || big_endian(bytes, 0) != 9994 || little_endian(bytes, version_at) != 1000)
        return FileKind::unknown;
    const bool is_index = bytes.size() >= header_bytes + 8 && big_endian(bytes, header_bytes) == 50;
    return is_index ? FileKind::shapefile_index : FileKind::shapefile;
}

// dBASE III to FoxPro: version, date of the last change, sizes of header and record; the header ends in 0x0D.
bool is_dbase(std::string_view bytes) {
    constexpr std::array<unsigned, 6> versions{0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5};
    if (bytes.size() < 33 || std::find(versions.begin(), versions.end(), byte_at(bytes, 0)) == versions.end())
        return false;
    const std::size_t header = little_endian(bytes, 8), record = little_endian(bytes, 10);
    if (byte_at(bytes, 2) > 12 || byte_at(bytes, 3) > 31 || header < 33 || record < 1) return false;
    if (bytes.size() < header || bytes.substr(12, 2) != "\0\0"sv) return false;  // two reserved bytes
    // FoxPro puts 263 bytes after the mark, others a byte at most.
    for (const std::size_t at : {header - 1, header - 2, header - std::min<std::size_t>(header, 264)})
        if (bytes[at] == '\r') return true;
    return false;
}

std::string_view without_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text;
}

// The text from the root element's "<" on, past declarations, comments and processing instructions.
std::string_view from_root_element(std::string_view text) {
    while (text.starts_with('<')) {
        std::string_view end;
        if (text.starts_with("<?"))
            end = "?>";
        else if (text.starts_with("<!--"))
            end = "-->";
        else
            return text;
        const auto at = text.find(end);
        if (at == std::string_view::npos) return {};
        text = without_blanks(text.substr(at + end.size()));
    }
    return {};
}

bool is_kml(std::string_view text) {
    auto root = from_root_element(text);
    if (root.starts_with("<!DOCTYPE")) {
        const auto kml = root.find("<kml");
        return kml != std::string_view::npos;
    }
    if (!root.starts_with('<')) return false;
    root = root.substr(1, root.find_first_of(" \t\r\n/>") - 1);
    const auto colon = root.find(':');
    return (colon == std::string_view::npos ? root : root.substr(colon + 1)) == "kml";
}

constexpr std::array<std::string_view, 9> geojson_types{"FeatureCollection", "Feature",      "Point",
                                                        "MultiPoint",        "LineString",   "MultiLineString",
                                                        "Polygon",           "MultiPolygon", "GeometryCollection"};

// RFC 7946, RFC 8142 (sequences) and the TopoJSON specification 1.0, by the outermost object's members.
FileKind json_kind(std::string_view text) {
    const bool has_separator = text.starts_with('\x1e');
    if (has_separator) text = without_blanks(text.substr(1));
    if (!text.starts_with('{')) return FileKind::unknown;
    JsonOutline outline;
    outline.read(text);
    const auto& type = outline.type();
    const bool is_geojson = std::find(geojson_types.begin(), geojson_types.end(), type) != geojson_types.end();
    if (has_separator) return is_geojson ? FileKind::geojson_sequence : FileKind::unknown;
    if (is_geojson) return outline.first_byte_after() == '{' ? FileKind::geojson_sequence : FileKind::geojson;
    if (type == "Topology") return FileKind::topojson;
    if (!type.empty() || outline.has_ended()) return FileKind::unknown;
    // The type may stand behind more than what was read.
    if (outline.has_member("arcs") || outline.has_member("objects")) return FileKind::topojson;
    for (const auto* member : {"features", "coordinates", "geometry", "geometries"})
        if (outline.has_member(member)) return FileKind::geojson;
    return FileKind::unknown;
}

}  // namespace

FileKind binary_kind(std::string_view bytes) {
    if (bytes.starts_with("SQLite format 3\0"sv)) return sqlite_kind(bytes);
    // "fgb", the major version, "fgb", and a byte for the patch version.
    if (bytes.size() > 7 && bytes.starts_with("fgb\x03"
                                              "fgb"sv))
        return FileKind::flatgeobuf;
    if (bytes.starts_with("PAR1")) return FileKind::parquet;
    if (bytes.starts_with("ARROW1\0\0"sv) || bytes.starts_with("FEA1")) return FileKind::arrow;
    // The compound file that held Excel's workbooks until 2007 ([MS-CFB] 2.2).
    if (bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return FileKind::xls;
    if (const auto kind = shapefile_kind(bytes); kind != FileKind::unknown) return kind;
    return is_dbase(bytes) ? FileKind::dbase : FileKind::unknown;
}

FileKind markup_kind(std::string_view text) {
    if (const auto kind = json_kind(text); kind != FileKind::unknown) return kind;
    return is_kml(text) ? FileKind::kml : FileKind::unknown;
}

bool is_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

bool has_document_type(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    return from_root_element(without_blanks(text)).starts_with("<!DOCTYPE");
}

bool is_web_page(std::string_view text) {
    constexpr std::array<std::string_view, 3> beginnings{"<!doctype html", "<html", "<head"};
    const std::string first = ascii_lower(text.substr(0, 14));
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return first.starts_with(beginning); });
}

}  // namespace harmattan::io
