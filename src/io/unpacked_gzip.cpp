#include "io/unpacked_gzip.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <new>

#include <fmt/core.h>
#include <zlib.h>

#include "base/error.h"

namespace harmattan::io {
namespace {

constexpr std::size_t packed_block_bytes = std::size_t(64) << 10;
constexpr int gzip_alone = 16 + MAX_WBITS;  // as zlib.h has it: neither zlib's own wrapping nor raw deflate

}  // namespace

struct GzipSource::Inflater {
    Inflater() {
        if (inflateInit2(&stream, gzip_alone) != Z_OK) throw std::bad_alloc();
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { inflateEnd(&stream); }

    z_stream stream{};
};

GzipSource::GzipSource(const std::filesystem::path& file, const UnpackLimits& limits)
    : file_(file), limits_(limits), packed_(packed_block_bytes), inflater_(std::make_unique<Inflater>()) {}

GzipSource::~GzipSource() = default;

std::size_t GzipSource::read(char* to, std::size_t most) {
    z_stream& stream = inflater_->stream;
    const std::size_t wanted = std::min<std::size_t>(most, std::numeric_limits<uInt>::max());
    stream.next_out = reinterpret_cast<Bytef*>(to);
    stream.avail_out = static_cast<uInt>(wanted);
    while (stream.avail_out == wanted && wanted > 0 && !is_at_end_) {
        if (stream.avail_in == 0 && !take_more()) throw base::Error("packed.truncated", {{"file", name()}});
        const int result = inflate(&stream, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            is_at_end_ = !begin_next_stream();
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            fail_damaged();
        }
    }
    const std::size_t got = wanted - stream.avail_out;
    unpacked_ += got;
    check_unpacked(name(), limits_, unpacked_, packed_taken());
    return got;
}

// False at the end of the file.
bool GzipSource::take_more() {
    z_stream& stream = inflater_->stream;
    stream.next_in = reinterpret_cast<Bytef*>(packed_.data());
    stream.avail_in = static_cast<uInt>(file_.read(packed_.data(), packed_.size()));
    return stream.avail_in > 0;
}

// After a stream's end: another may follow, or zeros up to the end of the file, which tapes and some tools leave.
bool GzipSource::begin_next_stream() {
    z_stream& stream = inflater_->stream;
    if (stream.avail_in == 0 && !take_more()) return false;
    if (*stream.next_in == 0) {
        pass_padding();
        return false;
    }
    if (inflateReset(&stream) != Z_OK) fail_damaged();
    return true;
}

void GzipSource::pass_padding() {
    z_stream& stream = inflater_->stream;
    do {
        for (; stream.avail_in > 0; --stream.avail_in, ++stream.next_in)
            if (*stream.next_in != 0) fail_damaged();
    } while (take_more());
}

std::uint64_t GzipSource::packed_taken() const {
    return file_.position() - inflater_->stream.avail_in;
}

double GzipSource::share_read() const {
    return file_.size() == 0 ? 1 : static_cast<double>(packed_taken()) / static_cast<double>(file_.size());
}

void GzipSource::fail_damaged() const {
    const char* const words = inflater_->stream.msg;
    // zlib has one code for all that is wrong with the data; its sentences for the trailer are these two.
    if (words != nullptr &&
        (std::strcmp(words, "incorrect data check") == 0 || std::strcmp(words, "incorrect length check") == 0))
        throw base::Error("packed.checksum", {{"file", name()}});
    throw base::Error("packed.damaged", {{"file", name()}, {"offset", fmt::format("{}", packed_taken())}});
}

}  // namespace harmattan::io
