// Zip archives made byte by byte, honest or not.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <zlib.h>

namespace harmattan::test {

struct MadeEntry {
    std::string name, bytes;
    bool is_packed = true;
    std::uint32_t claimed_bytes = 0;  // what the archive says of the unpacked size; 0: the truth
    std::uint16_t flags = 0, method = 0xffff;
};

inline std::string little_endian(std::uint64_t value, int size) {
    std::string bytes;
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

inline std::string deflated(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

// APPNOTE.TXT 4.3.6: entries, table of contents, end.
inline std::string zip_of(const std::vector<MadeEntry>& entries) {
    std::string archive, contents;
    for (const MadeEntry& entry : entries) {
        const std::string packed = entry.is_packed ? deflated(entry.bytes) : entry.bytes;
        const auto crc =
            crc32(0, reinterpret_cast<const Bytef*>(entry.bytes.data()), static_cast<uInt>(entry.bytes.size()));
        const std::uint64_t method = entry.method != 0xffff ? entry.method : entry.is_packed ? 8 : 0;
        const std::string common =
            little_endian(20, 2) + little_endian(entry.flags, 2) + little_endian(method, 2) + little_endian(0, 4) +
            little_endian(crc, 4) + little_endian(packed.size(), 4) +
            little_endian(entry.claimed_bytes > 0 ? entry.claimed_bytes : entry.bytes.size(), 4) +
            little_endian(entry.name.size(), 2) + little_endian(0, 2);
        contents += "PK\x01\x02" + little_endian(20, 2) + common + std::string(10, '\0') +
                    little_endian(archive.size(), 4) + entry.name;
        archive += "PK\x03\x04" + common + entry.name + packed;
    }
    return archive + contents + "PK\x05\x06" + std::string(4, '\0') + little_endian(entries.size(), 2) +
           little_endian(entries.size(), 2) + little_endian(contents.size(), 4) +
           little_endian(archive.size(), 4) + std::string(2, '\0');
}

}  // namespace harmattan::test
