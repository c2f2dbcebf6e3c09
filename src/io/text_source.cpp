#include "io/text_source.h"

#include <cstdint>
#include <utility>

#include "base/error.h"
#include "io/archive_zip.h"
#include "io/packed_content.h"
#include "io/unpacked_gzip.h"
#include "io/utf16_source.h"

namespace harmattan::io {
namespace {

std::unique_ptr<ByteSource> unpacked(const std::filesystem::path& file, const TextFacts& facts,
                                     const UnpackLimits& limits) {
    switch (facts.packing) {
        case Packing::gzip:
            return std::make_unique<GzipSource>(file, limits);
        case Packing::zip:
            return std::make_unique<ZipSource>(file, facts.member, limits);
        case Packing::none:
        case Packing::other:
            break;
    }
    return std::make_unique<FileSource>(file);
}

// The beginning of the text that is to be read.
std::string choose_text(const PackedContent& content, const std::string& file, const std::string& member,
                        TextFacts& facts) {
    facts.packing = content.packing;
    if (content.packing != Packing::zip) {
        if (!member.empty()) throw base::Error("zip.is_no_zip", {{"file", file}, {"member", member}});
        return content.first_bytes;
    }
    const PackedMember& chosen = chosen_member(content, file, member);
    facts.member = chosen.name;
    for (const PackedMember& other : content.members)
        if (&other != &chosen) facts.other_members.push_back(other.name);
    return chosen.first_bytes;
}

}  // namespace

TextSource::TextSource(std::unique_ptr<ByteSource> bytes, TextFacts facts, std::shared_ptr<ReplacedUnits> replaced)
    : facts_(std::move(facts)), text_(std::move(bytes)), told_(std::move(replaced)) {
    if (facts_.encoding == TextFacts::Encoding::as_it_is) return;
    const bool is_big_endian = facts_.encoding == TextFacts::Encoding::utf16_be;
    auto decoded = std::make_unique<Utf16Source>(std::move(text_), Utf16{is_big_endian, facts_.has_utf16_mark});
    utf16_ = decoded.get();
    text_ = std::move(decoded);
}

TextSource::~TextSource() = default;

std::size_t TextSource::read(char* to, std::size_t most) {
    const std::size_t count = text_->read(to, most);
    if (told_ && utf16_ != nullptr) *told_ = {replaced(), first_replaced_at().value_or(0)};
    return count;
}

std::uint64_t TextSource::replaced() const {
    return utf16_ == nullptr ? 0 : utf16_->replaced();
}

std::optional<std::uint64_t> TextSource::first_replaced_at() const {
    return utf16_ == nullptr ? std::nullopt : utf16_->first_replaced_at();
}

std::string description(const TextFacts& facts) {
    std::string text;
    const auto add = [&text](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
    if (facts.packing == Packing::gzip) add("gzip");
    if (facts.packing == Packing::zip) add("zip, member " + facts.member);
    if (facts.encoding == TextFacts::Encoding::utf16_le) add("UTF-16LE");
    if (facts.encoding == TextFacts::Encoding::utf16_be) add("UTF-16BE");
    return text;
}

std::unique_ptr<TextSource> open_text(const std::filesystem::path& file, const TextOptions& options) {
    TextFacts facts;
    const std::string beginning = choose_text(look_into(file), file.string(), options.member, facts);
    if (is_utf32(beginning)) throw base::Error("text.utf32", {{"file", file.string()}});
    if (const auto utf16 = find_utf16(beginning)) {
        facts.encoding = utf16->is_big_endian ? TextFacts::Encoding::utf16_be : TextFacts::Encoding::utf16_le;
        facts.has_utf16_mark = utf16->has_mark;
    }
    auto bytes = unpacked(file, facts, options.limits);
    return std::make_unique<TextSource>(std::move(bytes), std::move(facts), options.replaced);
}

}  // namespace harmattan::io
