// Zip and gzip files: whatever a file claims, no more comes out than is allowed, and the same each time.
#include "fuzz/fuzzing.h"
#include "io/archive_zip.h"
#include "io/packed_content.h"
#include "io/text_source.h"
#include "io/zip_package.h"

using namespace harmattan;
using fuzz::require;

namespace {

constexpr std::uint64_t most_bytes = 100'000;

struct Reading {
    std::string text, error;
    friend bool operator==(const Reading&, const Reading&) = default;
};

Reading read(const std::filesystem::path& path, std::size_t block) {
    Reading reading;
    reading.error = fuzz::key_of([&] {
        io::TextOptions options;
        options.limits.most_bytes = most_bytes;
        options.limits.ratio_from_bytes = 10'000;
        const auto source = io::open_text(path, options);
        io::description(source->facts());
        std::string bytes(block, '\0');
        while (const auto count = source->read(bytes.data(), block)) {
            require(count <= block, "a block holds no more than was asked for");
            require(source->share_read() >= 0 && source->share_read() <= 1, "a share is one");
            reading.text.append(bytes, 0, count);
        }
        require(source->read(bytes.data(), block) == 0, "the end is the end");
    });
    return reading;
}

void check_text(const std::filesystem::path& path) {
    const Reading whole = read(path, 65536), parts = read(path, 13);
    require(whole.error == parts.error, "the error does not depend on the blocks");
    if (whole.error.empty()) require(whole.text == parts.text, "the text does not depend on the blocks");
    require(whole.text.size() <= 2 * most_bytes, "no more comes out than is allowed");
}

void check_entries(const std::filesystem::path& path) {
    io::ZipLimits limits;
    limits.unpacked_bytes = most_bytes;
    limits.ratio_counts_from_bytes = 10'000;
    fuzz::key_of([&] {
        const auto entries = io::zip_entries(path);
        constexpr std::size_t most_entries = 20;
        for (std::size_t i = 0; i < std::min(entries.size(), most_entries); ++i) {
            require(io::find_entry(entries, entries[i].name) != nullptr, "an entry is found by its name");
            fuzz::key_of([&] {
                std::uint64_t count = 0;
                io::ZipEntryReader reader(path, entries[i], limits);
                for (auto part = reader.next(); !part.empty(); part = reader.next()) {
                    count += part.size();
                    require(count <= most_bytes, "no more is unpacked than is allowed");
                    require(reader.share_read() >= 0 && reader.share_read() <= 1, "a share is one");
                }
                require(count == entries[i].unpacked_bytes,
                        "what is unpacked without an error is as long as told");
            });
        }
        io::require_within_limits(path,
                                  {entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(
                                                                          std::min(entries.size(), most_entries))},
                                  limits);
    });
}

void check_members(const std::filesystem::path& path) {
    constexpr std::size_t head_bytes = 256;
    fuzz::key_of([&] {
        for (const io::ZipMember& member : io::zip_members(path, head_bytes)) {
            require(member.first_bytes.size() <= head_bytes, "a head is no longer than was asked for");
            if (member.fault) fuzz::require_words(*member.fault);
        }
    });
    fuzz::key_of([&] {
        const io::PackedContent content = io::look_into(path);
        require(!content.text_member || *content.text_member < content.members.size(), "the text is a member");
        require(content.first_bytes.size() <= (std::size_t(64) << 10), "a beginning has a bound");
        io::chosen_member(content, "made.zip", "");
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::MemoryFile file;
    file.hold({reinterpret_cast<const char*>(data), size});
    io::kind_of_zip(file.path());
    fuzz::key_of([&] { io::identify(file.path()); });
    check_entries(file.path());
    check_members(file.path());
    check_text(file.path());
    return 0;
}
