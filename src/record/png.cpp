#include "record/png.h"

#include <cstring>
#include <memory>

#include <libdeflate.h>

#include "base/error.h"
#include "base/pending_file.h"

namespace harmattan::record {
namespace {

// Measured on a 1920x1080 map (2 cores): libdeflate 1 takes 10 ms and gives 409 kB, 3 15 ms and 369 kB, 6 23 ms
// and 347 kB; zlib (and so libpng) needs 19 ms for 464 kB and 51 ms for 348 kB.
constexpr int compression_level = 3;

using Bytes = std::vector<std::byte>;

void append(Bytes& out, std::string_view text) {
    const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void append_big_endian(Bytes& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<std::byte>(value >> shift & 0xff));
}

// A chunk of the PNG specification (W3C, third edition, 5.3): length, type, data, CRC of type and data.
void append_chunk(Bytes& out, std::string_view type, std::span<const std::byte> data) {
    append_big_endian(out, static_cast<std::uint32_t>(data.size()));
    append(out, type);
    out.insert(out.end(), data.begin(), data.end());
    const std::byte* checked = out.data() + out.size() - data.size() - type.size();
    append_big_endian(out, libdeflate_crc32(0, checked, type.size() + data.size()));
}

Bytes header(base::PixelSize size) {
    Bytes data;
    append_big_endian(data, static_cast<std::uint32_t>(size.width));
    append_big_endian(data, static_cast<std::uint32_t>(size.height));
    // 8 bits, RGB, deflate, the standard filters, not interlaced.
    append(data, std::string_view("\x08\x02\x00\x00\x00", 5));
    return data;
}

Bytes international_text(const std::string& keyword, const std::string& text) {
    Bytes data;
    append(data, keyword);
    // Not compressed, no language tag, no translated keyword.
    append(data, std::string_view("\0\0\0\0\0", 5));
    append(data, text);
    return data;
}

// Rows of RGB, each behind the byte 0 that says "no filter".
std::unique_ptr<std::uint8_t[]> scanlines(const base::Image& image, std::size_t size) {
    auto rows = std::make_unique_for_overwrite<std::uint8_t[]>(size);
    const std::uint8_t* from = image.rgba.data();
    std::uint8_t* to = rows.get();
    for (int y = 0; y < image.size.height; ++y) {
        *to++ = 0;
        for (int x = 0; x < image.size.width; ++x, from += 4, to += 3) std::memcpy(to, from, 3);
    }
    return rows;
}

Bytes compressed(const base::Image& image) {
    const std::size_t size =
        (static_cast<std::size_t>(image.size.width) * 3 + 1) * static_cast<std::size_t>(image.size.height);
    const auto rows = scanlines(image, size);
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
        libdeflate_alloc_compressor(compression_level), libdeflate_free_compressor);
    if (!compressor) throw base::Error("png.failed", {{"reason", std::strerror(ENOMEM)}});
    const std::size_t bound = libdeflate_zlib_compress_bound(compressor.get(), size);
    const auto packed = std::make_unique_for_overwrite<std::byte[]>(bound);
    const std::size_t used = libdeflate_zlib_compress(compressor.get(), rows.get(), size, packed.get(), bound);
    return {packed.get(), packed.get() + used};
}

void check(const base::Image& image) {
    const auto& [width, height] = image.size;
    if (width < 1 || height < 1 ||
        image.rgba.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4)
        throw base::Error(
            "png.failed",
            {{"reason", fmt::format("{}x{} pixels in a buffer of {} bytes", width, height, image.rgba.size())}});
}

}  // namespace

std::vector<std::byte> encode_png(const base::Image& image, const PngTexts& texts) {
    check(image);
    Bytes out;
    append(out, "\x89PNG\r\n\x1a\n");
    append_chunk(out, "IHDR", header(image.size));
    append_chunk(out, "sRGB", Bytes{std::byte{0}});  // perceptual intent
    for (const auto& [keyword, text] : texts) append_chunk(out, "iTXt", international_text(keyword, text));
    append_chunk(out, "IDAT", compressed(image));
    append_chunk(out, "IEND", {});
    return out;
}

void write_png(const std::filesystem::path& file, const base::Image& image, const PngTexts& texts) {
    base::write_whole(file, encode_png(image, texts));
}

}  // namespace harmattan::record
