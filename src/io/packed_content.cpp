#include "io/packed_content.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include "io/file_kind.h"
#include "io/unpacked_gzip.h"
#include "io/utf16_source.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::size_t text_head_bytes = std::size_t(64) << 10;
constexpr std::size_t member_head_bytes = std::size_t(4) << 10;
constexpr std::size_t most_names = 20;  // in a message

std::string first_bytes_of(ByteSource& source, std::size_t most) {
    std::string bytes(most, '\0');
    std::size_t length = 0;
    for (std::size_t got = 1; got > 0 && length < most; length += got)
        got = source.read(bytes.data() + length, most - length);
    bytes.resize(length);
    return bytes;
}

// Hardly any control characters, as the CSV reader has it.
bool is_text(std::string_view first_bytes) {
    if (first_bytes.empty() || !packing_name(first_bytes).empty()) return false;
    if (find_utf16(first_bytes)) return true;
    const auto controls =
        static_cast<std::size_t>(std::count_if(first_bytes.begin(), first_bytes.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7f;
        }));
    return first_bytes.find('\0') == std::string_view::npos &&
           (controls <= 4 || controls * 100 <= first_bytes.size());
}

bool ends_in(std::string_view name, std::initializer_list<std::string_view> endings) {
    std::string lower(name);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return lower.ends_with(end); });
}

template <typename Wanted>
std::optional<std::size_t> only_one(const std::vector<PackedMember>& members, Wanted wanted) {
    const auto found = std::find_if(members.begin(), members.end(), wanted);
    if (found == members.end() || std::find_if(found + 1, members.end(), wanted) != members.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - members.begin());
}

std::optional<std::size_t> find_text_member(const std::vector<PackedMember>& members) {
    if (const auto only = only_one(members, [](const PackedMember& member) { return member.is_text; }))
        return only;
    const auto with_ending = [&](std::initializer_list<std::string_view> endings) {
        return only_one(members, [&](const PackedMember& m) { return m.is_text && ends_in(m.name, endings); });
    };
    if (const auto table = with_ending({".csv", ".tsv", ".tab", ".txt"})) return table;
    return with_ending({".csv", ".tsv"});
}

void look_into_zip(const std::filesystem::path& file, PackedContent& content) {
    for (ZipMember& found : zip_members(file, member_head_bytes)) {
        PackedMember member{std::move(found), false};
        member.is_text =
            member.fault ? ends_in(member.name, {".csv", ".tsv", ".tab", ".txt"}) : is_text(member.first_bytes);
        content.members.push_back(std::move(member));
    }
    content.text_member = find_text_member(content.members);
    if (!content.text_member) return;
    const PackedMember& text = content.members[*content.text_member];
    if (text.fault) return;
    ZipSource source(file, text.name, {});
    content.first_bytes = first_bytes_of(source, text_head_bytes);
}

std::string names_of(const std::vector<PackedMember>& members, bool texts_only) {
    std::string names;
    std::size_t count = 0;
    for (const PackedMember& member : members) {
        if (texts_only && !member.is_text) continue;
        if (++count <= most_names) names += (names.empty() ? "" : ", ") + shortened(member.name);
    }
    if (count > most_names) names += fmt::format(", ... ({})", count);
    return names;
}

[[noreturn]] void fail_nested(const std::string& file, const std::string& inner, std::string_view packing) {
    throw base::Error("packed.nested", {{"file", file}, {"member", inner}, {"packing", std::string(packing)}});
}

[[noreturn]] void fail_without_text(const PackedContent& content, const std::string& file) {
    const auto& members = content.members;
    if (std::any_of(members.begin(), members.end(), [](const PackedMember& member) { return member.is_text; }))
        throw base::Error("zip.several_texts", {{"file", file}, {"members", names_of(members, true)}});
    for (const PackedMember& member : members) {
        if (member.fault) throw *member.fault;
        if (const auto packing = packing_name(member.first_bytes); !packing.empty())
            fail_nested(file, member.name, packing);
    }
    if (members.empty()) throw base::Error("zip.empty", {{"file", file}});
    throw base::Error("zip.no_text", {{"file", file}, {"members", names_of(members, false)}});
}

}  // namespace

PackedContent look_into(const std::filesystem::path& file) {
    PackedContent content;
    FileSource source(file);
    content.first_bytes = first_bytes_of(source, text_head_bytes);
    content.packing = packing_of(content.first_bytes);
    if (content.packing == Packing::other)
        throw base::Error("packed.other",
                          {{"file", file.string()}, {"packing", std::string(packing_name(content.first_bytes))}});
    if (content.packing == Packing::none) return content;
    // Its end alone: libarchive takes that for no zip at all.
    if (content.first_bytes.starts_with("PK\x05\x06")) throw base::Error("zip.empty", {{"file", file.string()}});
    content.first_bytes.clear();
    if (content.packing == Packing::zip) {
        look_into_zip(file, content);
        return content;
    }
    GzipSource unpacked(file, {});
    content.first_bytes = first_bytes_of(unpacked, text_head_bytes);
    if (const auto packing = packing_name(content.first_bytes); !packing.empty())
        fail_nested(file.string(), file.stem().string(), packing);
    return content;
}

const PackedMember& chosen_member(const PackedContent& content, const std::string& file, const std::string& name) {
    const auto& members = content.members;
    if (name.empty() && !content.text_member) fail_without_text(content, file);
    const auto named = name.empty()
                           ? members.begin() + static_cast<std::ptrdiff_t>(*content.text_member)
                           : std::find_if(members.begin(), members.end(),
                                          [&](const PackedMember& member) { return member.name == name; });
    if (named == members.end())
        throw base::Error("zip.no_such_member",
                          {{"file", file}, {"member", name}, {"members", names_of(members, false)}});
    if (named->fault) throw *named->fault;
    if (const auto packing = packing_name(named->first_bytes); !packing.empty())
        fail_nested(file, named->name, packing);
    return *named;
}

FileKind kind_inside(const std::filesystem::path& file) {
    const PackedContent content = look_into(file);
    if (content.packing == Packing::zip && !content.text_member)
        for (const PackedMember& member : content.members)
            if (member.is_text && kind_of(beginning_as_utf8(member.first_bytes)) == FileKind::events_csv)
                return FileKind::events_csv;
    if (content.packing == Packing::zip) chosen_member(content, file.string(), {});
    const FileKind kind = kind_of(beginning_as_utf8(content.first_bytes));
    // A story names files beside itself, which a packed one has not.
    return kind == FileKind::story_toml && content.packing != Packing::none ? FileKind::unknown : kind;
}

}  // namespace harmattan::io
