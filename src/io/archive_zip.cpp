#include "io/archive_zip.h"

#include <algorithm>
#include <clocale>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/core.h>

#include "io/utf8_text.h"

namespace harmattan::io {
namespace {

constexpr std::size_t block_bytes = std::size_t(64) << 10;
constexpr std::size_t most_members = 1000;  // of those that count
// libarchive keeps some 300 bytes for each member of the table, which it reads before the first; 47 bytes of the
// file make one.
constexpr std::uint64_t most_table_bytes = std::uint64_t(16) << 20;
constexpr std::size_t most_named_bytes = 1000;  // in a message
constexpr std::uint64_t greatest_deflate_ratio = 1032;

// libarchive turns names into the locale's encoding and loses those that do not fit. So this thread has UTF-8
// while it reads names; where a system lacks that locale, the names that do not fit are shown as "?".
class Utf8Names {
  public:
    Utf8Names() : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)) {
        if (utf8_ != nullptr) before_ = ::uselocale(utf8_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names() {
        if (utf8_ == nullptr) return;
        ::uselocale(before_);
        ::freelocale(utf8_);
    }

  private:
    locale_t utf8_ = nullptr, before_ = nullptr;
};

std::string name_of(archive_entry* entry) {
    if (const char* name = ::archive_entry_pathname(entry)) return repaired_utf8(name);
    return "?";
}

// A name that leads out of the folder (../events.csv) hides nothing.
bool is_hidden(std::string_view name) {
    if (name.starts_with("__MACOSX/")) return true;
    while (!name.empty()) {
        const std::string_view part = name.substr(0, name.find('/'));
        if (part.starts_with('.') && part != "." && part != "..") return true;
        name.remove_prefix(std::min(part.size() + 1, name.size()));
    }
    return false;
}

// "deflation-64-bit" of "ZIP 2.0 (deflation-64-bit)".
std::string method_of(archive* zip) {
    const char* const format = ::archive_format_name(zip);
    const std::string_view text = format == nullptr ? "" : format;
    const auto open = text.find('('), close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos) return "?";
    return std::string(text.substr(open + 1, close - open - 1));
}

}  // namespace

// libarchive's handle on one zip, read through FileSource. Errors of the file travel past the C library.
class ZipSource::Archive {
  public:
    explicit Archive(const std::filesystem::path& file);
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    // Goes to the next member that counts; false after the last.
    bool next(ZipMember& member);
    std::size_t read(const ZipMember& member, char* to, std::size_t most);
    const FileSource& file() const { return file_; }
    std::uint64_t packed_read() const { return packed_read_; }

  private:
    static la_ssize_t on_read(archive* /*zip*/, void* self, const void** block);
    static la_int64_t on_skip(archive* /*zip*/, void* self, la_int64_t count);
    static la_int64_t on_seek(archive* /*zip*/, void* self, la_int64_t offset, int whence);
    // Calls `work`; what it throws is kept and -1 given.
    template <typename Work>
    la_int64_t guarded(Work work);
    void rethrow_failure();
    [[noreturn]] void fail_reading(const ZipMember& member, int result);

    struct Free {
        void operator()(archive* zip) const { ::archive_read_free(zip); }
    };

    FileSource file_;
    std::vector<char> block_;
    std::uint64_t packed_read_ = 0;
    bool has_begun_ = false;
    std::exception_ptr failure_;
    std::unique_ptr<archive, Free> zip_;
};

ZipSource::Archive::Archive(const std::filesystem::path& file)
    : file_(file), block_(block_bytes), zip_(::archive_read_new()) {
    if (zip_ == nullptr) throw std::bad_alloc();
    // By the table at the file's end, as all tools read a zip; without a table there is no telling what is
    // missing.
    ::archive_read_support_format_zip_seekable(zip_.get());
    ::archive_read_set_callback_data(zip_.get(), this);
    ::archive_read_set_read_callback(zip_.get(), on_read);
    ::archive_read_set_skip_callback(zip_.get(), on_skip);
    ::archive_read_set_seek_callback(zip_.get(), on_seek);
    const int result = ::archive_read_open1(zip_.get());
    rethrow_failure();
    if (result != ARCHIVE_OK) throw base::Error("zip.damaged", {{"file", file_.name()}});
}

template <typename Work>
la_int64_t ZipSource::Archive::guarded(Work work) {
    try {
        return work();
    } catch (...) {
        failure_ = std::current_exception();
        return ARCHIVE_FATAL;
    }
}

void ZipSource::Archive::rethrow_failure() {
    if (failure_) std::rethrow_exception(failure_);
}

la_ssize_t ZipSource::Archive::on_read(archive* /*zip*/, void* self, const void** block) {
    auto& me = *static_cast<Archive*>(self);
    return static_cast<la_ssize_t>(me.guarded([&] {
        const std::size_t count = me.file_.read(me.block_.data(), me.block_.size());
        *block = me.block_.data();
        me.packed_read_ += count;
        if (!me.has_begun_ && me.packed_read_ > most_table_bytes)
            throw base::Error("zip.too_many_members",
                              {{"file", me.file_.name()}, {"limit", fmt::format("{}", most_members)}});
        return static_cast<la_int64_t>(count);
    }));
}

la_int64_t ZipSource::Archive::on_skip(archive* /*zip*/, void* self, la_int64_t count) {
    auto& me = *static_cast<Archive*>(self);
    return me.guarded([&] {
        const auto left = static_cast<la_int64_t>(me.file_.size() - me.file_.position());
        const la_int64_t passed = std::clamp<la_int64_t>(count, 0, left);
        me.file_.skip(static_cast<std::uint64_t>(passed));
        return passed;
    });
}

la_int64_t ZipSource::Archive::on_seek(archive* /*zip*/, void* self, la_int64_t offset, int whence) {
    auto& me = *static_cast<Archive*>(self);
    return me.guarded([&] {
        const auto size = static_cast<la_int64_t>(me.file_.size());
        const la_int64_t from =
            whence == SEEK_SET ? 0 : (whence == SEEK_CUR ? static_cast<la_int64_t>(me.file_.position()) : size);
        // A damaged table may point anywhere.
        const la_int64_t to = offset < -from ? 0 : (offset > size - from ? size : from + offset);
        me.file_.seek(static_cast<std::uint64_t>(to));
        return to;
    });
}

bool ZipSource::Archive::next(ZipMember& member) {
    const Utf8Names names;
    for (;;) {
        archive_entry* entry = nullptr;
        int result = ARCHIVE_RETRY;
        while (result == ARCHIVE_RETRY) result = ::archive_read_next_header(zip_.get(), &entry);
        rethrow_failure();
        has_begun_ = true;
        member = {};
        if (result == ARCHIVE_EOF) return false;
        if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
            throw base::Error("zip.damaged", {{"file", file_.name()}});
        if (::archive_entry_filetype(entry) != AE_IFREG) continue;
        member.name = name_of(entry);
        if (is_hidden(member.name)) continue;
        member.size_bytes = static_cast<std::uint64_t>(std::max<la_int64_t>(::archive_entry_size(entry), 0));
        if (::archive_entry_is_encrypted(entry) != 0)
            member.fault = base::Error("zip.encrypted", {{"file", file_.name()}, {"member", member.name}});
        return true;
    }
}

std::size_t ZipSource::Archive::read(const ZipMember& member, char* to, std::size_t most) {
    la_ssize_t result = ARCHIVE_RETRY;
    while (result == ARCHIVE_RETRY) result = ::archive_read_data(zip_.get(), to, most);
    rethrow_failure();
    if (result < 0) fail_reading(member, static_cast<int>(result));
    return static_cast<std::size_t>(result);
}

void ZipSource::Archive::fail_reading(const ZipMember& member, int result) {
    const char* const said = ::archive_error_string(zip_.get());
    const std::string_view words = said == nullptr ? "" : said;
    const base::NamedValues where{{"file", file_.name()}, {"member", member.name}};
    // libarchive has no code of its own for these; its sentences are the same in 3.4 to 3.7.
    if (words.find("compression method") != std::string_view::npos)
        throw base::Error("zip.method",
                          {{"file", file_.name()}, {"member", member.name}, {"method", method_of(zip_.get())}});
    if (result == ARCHIVE_WARN || words.find("bad CRC") != std::string_view::npos ||
        words.find("wrong size") != std::string_view::npos)
        throw base::Error("zip.checksum", where);
    throw base::Error("zip.member_damaged", where);
}

std::vector<ZipMember> zip_members(const std::filesystem::path& file, std::size_t head_bytes) {
    ZipSource::Archive zip(file);
    std::vector<ZipMember> members;
    for (ZipMember member; zip.next(member); members.push_back(std::move(member))) {
        if (members.size() == most_members)
            throw base::Error("zip.too_many_members",
                              {{"file", file.string()}, {"limit", fmt::format("{}", most_members)}});
        if (head_bytes == 0 || member.fault) continue;
        std::string head(std::min<std::uint64_t>(head_bytes, member.size_bytes), '\0');
        std::size_t length = 0;
        try {
            for (std::size_t got = 1; length < head.size() && got > 0; length += got)
                got = zip.read(member, head.data() + length, head.size() - length);
        } catch (const base::Error& error) {
            if (!error.key().starts_with("zip.")) throw;  // the file itself, not the member
            member.fault = error;
        }
        head.resize(length);
        member.first_bytes = std::move(head);
    }
    return members;
}

ZipSource::ZipSource(const std::filesystem::path& file, const std::string& member, const UnpackLimits& limits)
    : archive_(std::make_unique<Archive>(file)), limits_(limits) {
    std::string passed;
    while (archive_->next(member_) && member_.name != member)
        passed += (passed.empty() ? "" : ", ") + member_.name;
    if (member_.name != member)
        throw base::Error("zip.no_such_member", {{"file", archive_->file().name()},
                                                 {"member", member},
                                                 {"members", shortened(passed, most_named_bytes)}});
    if (member_.fault) throw *member_.fault;
}

ZipSource::~ZipSource() = default;

std::size_t ZipSource::read(char* to, std::size_t most) {
    const std::size_t got = archive_->read(member_, to, most);
    unpacked_ += got;
    check_unpacked(name(), limits_, unpacked_, archive_->packed_read());
    return got;
}

double ZipSource::share_read() const {
    // The table's figure may be anything; the file's own size says what is possible.
    const auto possible = std::max(member_.size_bytes, unpacked_);
    const auto whole = static_cast<double>(std::min(possible, greatest_deflate_ratio * size()));
    return whole <= 0 ? 1 : std::min(1.0, static_cast<double>(unpacked_) / whole);
}

std::uint64_t ZipSource::size() const {
    return archive_->file().size();
}

const std::string& ZipSource::name() const {
    return archive_->file().name();
}

}  // namespace harmattan::io
