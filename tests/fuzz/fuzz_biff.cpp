// The records of Excel's old workbooks, in a container that is in order: [MS-CFB] 2, version 3.
#include "fuzz/fuzzing.h"
#include "fuzz/sheet_checks.h"
#include "io/xls_book.h"

using namespace harmattan;

namespace {

constexpr std::size_t sector_bytes = 512;
constexpr std::uint32_t chain_end = 0xfffffffe, free_sector = 0xffffffff, table_sector = 0xfffffffd;

void put(std::string& bytes, std::size_t at, std::uint64_t value, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) bytes[at + i] = static_cast<char>(value >> (8 * i) & 0xff);
}

void put_entry(std::string& bytes, std::size_t at, std::string_view name, int kind, std::uint32_t first,
               std::size_t size) {
    for (std::size_t i = 0; i < name.size(); ++i) bytes[at + 2 * i] = name[i];
    put(bytes, at + 64, 2 * name.size() + 2, 2);
    put(bytes, at + 66, static_cast<std::uint64_t>(kind), 1);
    put(bytes, at + 116, first, 4);
    put(bytes, at + 120, size, 4);
}

// Header, table of sectors, directory, stream; the cutoff of small streams is 0, so that there are none.
std::string container_of(std::string_view stream) {
    const std::size_t sectors = (stream.size() + sector_bytes - 1) / sector_bytes;
    const std::size_t per_table = sector_bytes / 4, tables = (sectors + 1) / (per_table - 1) + 1;
    std::string bytes((1 + tables + 1) * sector_bytes, '\0');
    bytes.replace(0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    put(bytes, 30, 9, 2);
    put(bytes, 32, 6, 2);
    put(bytes, 48, tables, 4);  // the directory's sector
    put(bytes, 60, chain_end, 4);
    put(bytes, 68, chain_end, 4);
    for (std::size_t i = 0; i < 109; ++i) put(bytes, 76 + 4 * i, i < tables ? i : free_sector, 4);
    for (std::size_t i = 0; i < tables * per_table; ++i) {
        const bool is_last = i == tables || i == tables + sectors;
        const std::uint64_t next = i < tables ? table_sector : is_last ? chain_end : i + 1;
        put(bytes, sector_bytes + 4 * i, i > tables + sectors ? free_sector : next, 4);
    }
    const std::size_t directory = (1 + tables) * sector_bytes;
    put_entry(bytes, directory, "Root Entry", 5, chain_end, 0);
    put_entry(bytes, directory + 128, "Workbook", 2, static_cast<std::uint32_t>(tables + 1), stream.size());
    return bytes.append(stream).append(sectors * sector_bytes - stream.size(), '\0');
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static fuzz::MemoryFile file;
    file.hold(container_of({reinterpret_cast<const char*>(data), size}));
    fuzz::key_of([&] { fuzz::check_book(*io::open_xls(file.path())); });
    return 0;
}
