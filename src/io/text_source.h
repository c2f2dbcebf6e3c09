// A file's text as UTF-8, whatever it is packed with and encoded in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/byte_source.h"
#include "io/packed_kind.h"
#include "io/unpacked_limits.h"

namespace harmattan::io {

class Utf16Source;

// What was no UTF-16 (half of a pair, a byte left over at the end) and became U+FFFD.
struct ReplacedUnits {
    std::uint64_t count = 0;
    std::uint64_t first_at = 0;  // byte offset in the unpacked UTF-16 text
};

struct TextOptions {
    std::string member;  // of a zip, by its whole name; empty: the only text in it
    UnpackLimits limits;
    // Told what was replaced up to where the text has been read; by the thread that reads.
    std::shared_ptr<ReplacedUnits> replaced = {};
};

// What was done to the file's bytes.
struct TextFacts {
    Packing packing = Packing::none;         // none, gzip or zip
    std::string member;                      // of a zip, the one that is read
    std::vector<std::string> other_members;  // of a zip, those that are not
    enum class Encoding { as_it_is, utf16_le, utf16_be } encoding = Encoding::as_it_is;
    bool has_utf16_mark = false;
};

// "zip, member GEDEvent_v25_1.csv, UTF-16LE"; empty where nothing was done. Not a sentence: names and terms only.
std::string description(const TextFacts& facts);

// Gives UTF-8 for UTF-16; other texts as they are, their byte order mark included (the CSV reader looks at both).
class TextSource final : public ByteSource {
  public:
    TextSource(std::unique_ptr<ByteSource> bytes, TextFacts facts, std::shared_ptr<ReplacedUnits> replaced = {});
    ~TextSource() override;

    std::size_t read(char* to, std::size_t most) override;
    // So a record is found again at its offset in the unpacked text: all before it is unpacked once more.
    void skip(std::uint64_t count) override { text_->skip(count); }
    double share_read() const override { return text_->share_read(); }
    std::uint64_t size() const override { return text_->size(); }
    const std::string& name() const override { return text_->name(); }

    const TextFacts& facts() const { return facts_; }
    // What was no UTF-16 and became U+FFFD, up to where it has been read, and the first one's byte offset in the
    // unpacked UTF-16 text.
    std::uint64_t replaced() const;
    std::optional<std::uint64_t> first_replaced_at() const;

  private:
    TextFacts facts_;
    std::unique_ptr<ByteSource> text_;
    const Utf16Source* utf16_ = nullptr;  // text_, where it is one
    std::shared_ptr<ReplacedUnits> told_;
};

// File -> unpacked -> UTF-8. By content, never by the name's ending. Throws Error "text.utf32" (file), those of
// look_into() and chosen_member(), "zip.is_no_zip" (file, member) when a member is named of what is no zip.
std::unique_ptr<TextSource> open_text(const std::filesystem::path& file, const TextOptions& options = {});

}  // namespace harmattan::io
