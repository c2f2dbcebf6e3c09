#include "io/zip_package.h"

#include <algorithm>
#include <cctype>

#include <zlib.h>

#include <fmt/core.h>

#include "base/error.h"
#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_entries = 10000;
constexpr std::uint64_t most_contents_bytes = std::uint64_t(16) << 20;
constexpr std::size_t block_bytes = std::size_t(256) << 10;

[[noreturn]] void fail_damaged(const std::string& file, const std::string& reason) {
    throw base::Error("package.damaged", {{"file", file}, {"reason", reason}});
}

// Little-endian numbers from a record; beyond its end is damage.
class Fields {
  public:
    Fields(std::string_view bytes, const std::string& file) : bytes_(bytes), file_(file) {}

    std::uint64_t number(std::size_t at, std::size_t size) const {
        if (at + size > bytes_.size()) fail_damaged(file_, "its table of contents is cut off");
        std::uint64_t value = 0;
        for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes_[at + i]);
        return value;
    }
    std::uint16_t u16(std::size_t at) const { return static_cast<std::uint16_t>(number(at, 2)); }
    std::uint64_t u32(std::size_t at) const { return number(at, 4); }
    std::uint64_t u64(std::size_t at) const { return number(at, 8); }
    std::string_view part(std::size_t at, std::size_t size) const {
        if (at + size > bytes_.size()) fail_damaged(file_, "its table of contents is cut off");
        return bytes_.substr(at, size);
    }

  private:
    std::string_view bytes_;
    const std::string& file_;
};

std::string read_at(std::ifstream& in, std::uint64_t at, std::uint64_t size, const std::string& file) {
    std::string bytes(size, '\0');
    in.clear();
    in.seekg(static_cast<std::streamoff>(at));
    in.read(bytes.data(), static_cast<std::streamsize>(size));
    if (!in) fail_damaged(file, "it ends too early");
    return bytes;
}

struct Contents {
    std::uint64_t offset = 0, bytes = 0, entries = 0;
};

// 4.3.14 and 4.3.15: where the central directory of a ZIP64 archive is.
Contents zip64_contents(std::ifstream& in, std::uint64_t locator_at, const std::string& file) {
    const std::string locator = read_at(in, locator_at, 20, file);
    if (!locator.starts_with("PK\x06\x07")) fail_damaged(file, "its ZIP64 record is missing");
    const std::string record = read_at(in, Fields(locator, file).u64(8), 56, file);
    if (!record.starts_with("PK\x06\x06")) fail_damaged(file, "its ZIP64 record is missing");
    const Fields fields(record, file);
    return {fields.u64(48), fields.u64(40), fields.u64(32)};
}

// 4.3.16: the end record lies within the last 65,557 bytes, since a comment may follow.
Contents find_contents(std::ifstream& in, const std::string& file) {
    in.seekg(0, std::ios::end);
    const auto size = static_cast<std::uint64_t>(in.tellg());
    constexpr std::uint64_t record_bytes = 22, farthest = 65535 + record_bytes;
    const std::uint64_t tail_at = size > farthest ? size - farthest : 0;
    const std::string tail = read_at(in, tail_at, size - tail_at, file);
    const auto at = tail.rfind("PK\x05\x06");
    if (at == std::string::npos) fail_damaged(file, "its end is missing");
    const Fields fields(std::string_view(tail).substr(at), file);
    const Contents contents{fields.u32(16), fields.u32(12), fields.u16(10)};
    const bool is_zip64 =
        contents.offset == 0xffffffff || contents.bytes == 0xffffffff || contents.entries == 0xffff;
    if (is_zip64 && tail_at + at >= 20) return zip64_contents(in, tail_at + at - 20, file);
    return contents;
}

// 4.5.3: sizes and the offset that do not fit their fields stand in the extra field 1, in this order.
void take_zip64_sizes(ZipEntry& entry, std::string_view extra, const std::string& file) {
    while (extra.size() >= 4) {
        const Fields head(extra, file);
        const std::string_view body = head.part(4, head.u16(2));
        if (head.u16(0) == 1) {
            std::size_t at = 0;
            const Fields fields(body, file);
            for (auto* value : {&entry.unpacked_bytes, &entry.packed_bytes, &entry.header_offset}) {
                if (*value != 0xffffffff) continue;
                *value = fields.u64(at);
                at += 8;
            }
            return;
        }
        extra.remove_prefix(4 + body.size());
    }
}

// 4.3.12. Moves `record` on to the next entry.
ZipEntry take_entry(std::string_view& record, const std::string& file) {
    constexpr std::size_t fixed_bytes = 46;
    if (!record.starts_with("PK\x01\x02")) fail_damaged(file, "its table of contents is not readable");
    const Fields fields(record, file);
    const std::size_t name_bytes = fields.u16(28), extra_bytes = fields.u16(30), comment_bytes = fields.u16(32);
    ZipEntry entry;
    entry.name = fields.part(fixed_bytes, name_bytes);
    entry.method = fields.u16(10);
    entry.is_encrypted = (fields.u16(8) & 1) != 0;
    entry.crc = fields.u32(16);
    entry.packed_bytes = fields.u32(20);
    entry.unpacked_bytes = fields.u32(24);
    entry.header_offset = fields.u32(42);
    take_zip64_sizes(entry, fields.part(fixed_bytes + name_bytes, extra_bytes), file);
    record.remove_prefix(std::min(record.size(), fixed_bytes + name_bytes + extra_bytes + comment_bytes));
    return entry;
}

std::string lower(std::string_view text) {
    std::string low(text);
    for (char& c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

bool has_entry_ending(const std::vector<ZipEntry>& entries, std::string_view ending) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const ZipEntry& entry) { return lower(entry.name).ends_with(ending); });
}

// OpenDocument 1.3, part 2, 3.3: the first entry, stored, is called mimetype.
bool is_ods(const std::filesystem::path& file, const std::vector<ZipEntry>& entries) {
    const ZipEntry* const type = find_entry(entries, "mimetype");
    if (type == nullptr || find_entry(entries, "content.xml") == nullptr) return false;
    return zip_entry_text(file, *type, 1000).starts_with("application/vnd.oasis.opendocument.spreadsheet");
}

}  // namespace

std::vector<ZipEntry> zip_entries(const std::filesystem::path& file) {
    const std::string name = file.string();
    std::ifstream in(file, std::ios::binary);
    const Contents contents = find_contents(in, name);
    if (contents.entries > most_entries)
        throw base::Error("package.too_many", {{"file", name},
                                               {"count", fmt::format("{}", contents.entries)},
                                               {"most", fmt::format("{}", most_entries)}});
    if (contents.bytes > most_contents_bytes) fail_damaged(name, "its table of contents is too large");
    const std::string directory = read_at(in, contents.offset, contents.bytes, name);
    std::vector<ZipEntry> entries;
    std::string_view rest = directory;
    for (std::uint64_t i = 0; i < contents.entries; ++i) entries.push_back(take_entry(rest, name));
    return entries;
}

FileKind kind_of_zip(const std::filesystem::path& file) {
    try {
        const auto entries = zip_entries(file);
        if (find_entry(entries, "[Content_Types].xml") != nullptr && has_entry_ending(entries, "xl/workbook.xml"))
            return FileKind::xlsx;
        if (is_ods(file, entries)) return FileKind::ods;
        if (has_entry_ending(entries, ".shp")) return FileKind::shapefile_zip;
        if (has_entry_ending(entries, ".kml")) return FileKind::kmz;
    } catch (const base::Error&) {
        // What it is cannot be told from a damaged archive; the caller says what it wanted.
    }
    return FileKind::unknown;
}

const ZipEntry* find_entry(const std::vector<ZipEntry>& entries, std::string_view name) {
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const ZipEntry& entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
}

struct ZipEntryReader::Inflater {
    z_stream stream{};
    Inflater() { is_ready = ::inflateInit2(&stream, -MAX_WBITS) == Z_OK; }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    ~Inflater() { ::inflateEnd(&stream); }
    bool is_ready = false;
};

ZipEntryReader::ZipEntryReader(const std::filesystem::path& file, const ZipEntry& entry, ZipLimits limits)
    : file_(file.string()),
      entry_(entry),
      limits_(limits),
      in_(file, std::ios::binary),
      packed_left_(entry.packed_bytes),
      block_(block_bytes) {
    const base::NamedValues place{{"file", file_}, {"entry", shortened(entry.name)}};
    if (entry.is_encrypted) throw base::Error("package.encrypted", place);
    if (entry.method != 0 && entry.method != 8)
        throw base::Error("package.method", {place[0], place[1], {"method", fmt::format("{}", entry.method)}});
    // 4.3.7: the local header's name and extra field may differ in size from the directory's.
    const std::string header = read_at(in_, entry.header_offset, 30, file_);
    if (!header.starts_with("PK\x03\x04")) fail("its table of contents does not fit its contents");
    const Fields fields(header, file_);
    in_.seekg(fields.u16(26) + fields.u16(28), std::ios::cur);
    if (entry.method == 8) {
        inflater_ = std::make_unique<Inflater>();
        if (!inflater_->is_ready) fail("zlib");
        packed_.resize(block_bytes);
    }
}

ZipEntryReader::~ZipEntryReader() = default;

void ZipEntryReader::fail(const std::string& reason) const {
    fail_damaged(file_, fmt::format("{}: {}", shortened(entry_.name), reason));
}

double ZipEntryReader::share_read() const {
    if (entry_.packed_bytes == 0) return 1;
    return 1 - static_cast<double>(packed_left_) / static_cast<double>(entry_.packed_bytes);
}

void ZipEntryReader::count(std::string_view bytes) {
    unpacked_ += bytes.size();
    crc_ = static_cast<std::uint32_t>(
        ::crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<z_size_t>(bytes.size())));
    const base::NamedValues place{{"file", file_}, {"entry", shortened(entry_.name)}};
    if (unpacked_ > limits_.unpacked_bytes)
        throw base::Error("package.too_large",
                          {place[0], place[1], {"limit", fmt::format("{}", limits_.unpacked_bytes)}});
    const double packed = std::max<double>(1, static_cast<double>(entry_.packed_bytes - packed_left_));
    if (unpacked_ > limits_.ratio_counts_from_bytes && static_cast<double>(unpacked_) / packed > limits_.ratio)
        throw base::Error("package.bomb", {place[0], place[1], {"limit", fmt::format("{}", limits_.ratio)}});
}

std::string_view ZipEntryReader::next() {
    if (has_ended_) return {};
    const std::string_view bytes = inflater_ ? next_inflated() : next_stored();
    count(bytes);
    if (has_ended_) check_whole();
    return bytes;
}

// A bit that changed on the way may still unpack, to another number or day.
void ZipEntryReader::check_whole() const {
    if (unpacked_ != entry_.unpacked_bytes) fail("its size is not the one that is stated");
    if (crc_ != entry_.crc) fail("its checksum is not the one that is stated");
}

std::string_view ZipEntryReader::next_stored() {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(packed_left_, block_.size()));
    has_ended_ = size == 0;
    in_.read(block_.data(), static_cast<std::streamsize>(size));
    if (!in_) fail("it ends too early");
    packed_left_ -= size;
    return {block_.data(), size};
}

void ZipEntryReader::refill() {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(packed_left_, packed_.size()));
    if (size == 0) fail("it ends too early");
    in_.read(packed_.data(), static_cast<std::streamsize>(size));
    if (!in_) fail("it ends too early");
    packed_left_ -= size;
    inflater_->stream.next_in = reinterpret_cast<Bytef*>(packed_.data());
    inflater_->stream.avail_in = static_cast<uInt>(size);
}

std::string_view ZipEntryReader::next_inflated() {
    z_stream& stream = inflater_->stream;
    stream.next_out = reinterpret_cast<Bytef*>(block_.data());
    stream.avail_out = static_cast<uInt>(block_.size());
    while (stream.avail_out > 0 && !has_ended_) {
        if (stream.avail_in == 0) refill();
        const int status = ::inflate(&stream, Z_NO_FLUSH);
        has_ended_ = status == Z_STREAM_END;
        if (status != Z_OK && status != Z_STREAM_END) fail("its packed bytes are damaged");
    }
    return {block_.data(), block_.size() - stream.avail_out};
}

void require_within_limits(const std::filesystem::path& file, const std::vector<ZipEntry>& entries,
                           ZipLimits limits) {
    for (const ZipEntry& entry : entries) {
        ZipEntryReader reader(file, entry, limits);
        for (auto bytes = reader.next(); !bytes.empty(); bytes = reader.next())
            limits.unpacked_bytes -= bytes.size();
    }
}

std::string zip_entry_text(const std::filesystem::path& file, const ZipEntry& entry, std::uint64_t most_bytes) {
    ZipLimits limits;
    limits.unpacked_bytes = most_bytes;
    ZipEntryReader reader(file, entry, limits);
    std::string text;
    for (auto bytes = reader.next(); !bytes.empty(); bytes = reader.next()) text += bytes;
    return text;
}

}  // namespace harmattan::io
