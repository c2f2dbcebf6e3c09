// The outline of a JSON text, by which GeoJSON is known: what it says does not depend on the blocks, and of every
// text that is JSON it is what a whole parser says.
#include <nlohmann/json.hpp>

#include "fuzz/fuzzing.h"
#include "io/file_kind.h"
#include "io/file_signature.h"
#include "io/json_outline.h"
#include "io/json_text.h"
#include "io/utf8_text.h"

using namespace harmattan;
using fuzz::require;
using io::FileKind;
using nlohmann::json;

namespace {

constexpr const char* members[] = {"features", "objects", "arcs", "coordinates", "geometry", "geometries"};

void check_blocks(std::string_view text, const io::JsonOutline& whole) {
    io::JsonOutline parts;
    for (std::size_t at = 0; at < text.size(); at += 3) parts.read(text.substr(at, 3));
    require(parts.type() == whole.type() && parts.has_ended() == whole.has_ended(), "blocks do not matter");
    require(parts.first_byte_after() == whole.first_byte_after(), "nor for what comes after");
    for (const char* member : members)
        require(parts.has_member(member) == whole.has_member(member), "nor members");
}

// Whether a name stands twice, or is longer than an outline keeps, or is written with escapes: such are not
// compared.
bool is_plain(std::string_view text, const json& object) {
    if (text.find('\\') != std::string_view::npos) return false;
    std::size_t quotes = 0;
    for (const auto& [name, value] : object.items()) {
        quotes += 1;
        if (name.size() > 30) return false;
    }
    std::size_t names = 0;
    const auto count_names = [&](int depth, json::parse_event_t event, json&) {
        if (event == json::parse_event_t::key && depth == 1) ++names;
        return true;
    };
    (void)json::parse(text, count_names, false);
    return names == quotes;
}

void check_against_parser(std::string_view text, const io::JsonOutline& outline) {
    const json parsed = json::parse(text, nullptr, false);
    if (parsed.is_discarded() || !parsed.is_object() || text.find('\0') != std::string_view::npos) return;
    require(outline.has_ended() && outline.first_byte_after() == 0, "a whole object has ended");
    if (!is_plain(text, parsed)) return;
    for (const char* member : members)
        require(outline.has_member(member) == parsed.contains(member), "it has the members that it has");
    const auto type = parsed.find("type");
    const std::string expected = type != parsed.end() && type->is_string() ? type->get<std::string>() : "";
    require(outline.type() == expected.substr(0, 32), "its type is its type");
    if (expected == "FeatureCollection")
        require(io::kind_of(text) == FileKind::geojson, "a collection of features is GeoJSON");
}

void check_text(std::string_view text) {
    const std::string repaired = io::repaired_utf8(text);
    std::string written;
    io::append_json_text(written, repaired);
    const json parsed = json::parse(written, nullptr, false);
    require(parsed.is_string() && parsed.get<std::string>() == repaired, "a text as JSON reads back equal");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    io::JsonOutline outline;
    outline.read(text);
    check_blocks(text, outline);
    check_against_parser(text, outline);
    check_text(text);
    io::kind_of(text);
    io::has_document_type(text);
    return 0;
}
