// Encodings and byte sources: UTF-16 becomes well-formed UTF-8 whatever the blocks, and nothing of it is lost.
#include "fuzz/fuzzing.h"
#include "io/utf16_source.h"
#include "io/utf8_text.h"

using namespace harmattan;
using fuzz::require;

namespace {

struct Reading {
    std::string text;
    std::uint64_t replaced = 0;
    std::optional<std::uint64_t> first_replaced_at;
    friend bool operator==(const Reading&, const Reading&) = default;
};

Reading read(std::string_view bytes, io::Utf16 kind, std::size_t block) {
    io::Utf16Source source(std::make_unique<io::MemorySource>(bytes, "made"), kind);
    Reading reading;
    std::string part(block, '\0');
    while (const auto count = source.read(part.data(), block)) {
        require(count <= block, "a block holds no more than was asked for");
        reading.text.append(part, 0, count);
    }
    reading.replaced = source.replaced();
    reading.first_replaced_at = source.first_replaced_at();
    return reading;
}

void append_unit(std::string& bytes, std::uint32_t unit, bool is_big_endian) {
    const char high = static_cast<char>(unit >> 8 & 0xff), low = static_cast<char>(unit & 0xff);
    bytes += is_big_endian ? high : low;
    bytes += is_big_endian ? low : high;
}

// Of well-formed UTF-8.
std::string utf16_of(std::string_view text, bool is_big_endian) {
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const int more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        std::uint32_t code = more == 0 ? lead : lead & (0x3fU >> more);
        for (int i = 0; i < more; ++i) code = code << 6 | (static_cast<unsigned char>(text[++at]) & 0x3fU);
        ++at;
        if (code >= 0x10000) append_unit(bytes, 0xd800 + ((code - 0x10000) >> 10), is_big_endian);
        append_unit(bytes, code >= 0x10000 ? 0xdc00 + (code & 0x3ff) : code, is_big_endian);
    }
    return bytes;
}

void check_utf16(std::string_view bytes, io::Utf16 kind) {
    const Reading whole = read(bytes, kind, 4096);
    for (const std::size_t block : {std::size_t(1), std::size_t(3), std::size_t(64)})
        require(read(bytes, kind, block) == whole, "the text does not depend on the blocks");
    require(!io::first_invalid_utf8(whole.text), "what comes out is UTF-8");
    require((whole.replaced > 0) == whole.first_replaced_at.has_value(), "what is replaced has a first");
    require(!whole.first_replaced_at || *whole.first_replaced_at < bytes.size(), "which lies in the text");
    if (whole.replaced > 0) return;
    if (kind.has_mark) bytes.remove_prefix(std::min<std::size_t>(2, bytes.size()));
    require(utf16_of(whole.text, kind.is_big_endian) == bytes, "nothing of it is lost");
}

void check_utf8(std::string_view text) {
    const std::string repaired = io::repaired_utf8(text);
    require(!io::first_invalid_utf8(repaired), "what is repaired is UTF-8");
    const auto bad = io::first_invalid_utf8(text);
    require(bad || repaired == text, "what is UTF-8 stays as it is");
    require(!bad || *bad < text.size(), "a bad byte lies in the text");
    if (bad) require(!io::first_invalid_utf8(text.substr(0, *bad)), "all before it is well-formed");
    const std::string cut = io::shortened(text, 20);
    constexpr std::size_t ellipsis_bytes = 3, most_for_a_byte = 3;
    require(cut.size() <= 20 * (bad ? most_for_a_byte : 1) + ellipsis_bytes, "a text is shortened");
    require(text.size() <= 20 || cut.size() > 17, "but not to nothing");
    if (!bad) require(!io::first_invalid_utf8(cut), "between its characters");
    require(io::trimmed(io::trimmed(text)) == io::trimmed(text), "trimming once is enough");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Input input(data, size);
    check_utf16(input.text, {input.bits(0, 1) != 0, false});
    if (const auto kind = io::find_utf16(input.text)) {
        require(!io::is_utf32(input.text), "UTF-32 is not taken for UTF-16");
        check_utf16(input.text, *kind);
    }
    require(io::find_utf16(input.text) || io::beginning_as_utf8(input.text) == input.text,
            "another text's beginning stays as it is");
    check_utf8(input.text);
    return 0;
}
