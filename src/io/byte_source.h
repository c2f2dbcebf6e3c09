// Where a reader's bytes come from: a file or memory, in blocks. Packed files and other encodings than UTF-8 are
// in io/text_source.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace harmattan::io {

class ByteSource {
  public:
    virtual ~ByteSource() = default;
    // Puts up to `most` bytes at `to`; 0 only at the end.
    virtual std::size_t read(char* to, std::size_t most) = 0;
    // Goes forward over `count` bytes. Throws Error "csv.changed" when there are not so many, and what read()
    // throws.
    virtual void skip(std::uint64_t count);
    // How much of the file has been read, 0 to 1.
    virtual double share_read() const = 0;
    // Bytes of the file that all comes from: of the packed one where it is packed.
    virtual std::uint64_t size() const = 0;
    // For messages.
    virtual const std::string& name() const = 0;
};

// A regular file, read block by block and never mapped: a mapped file that shrinks would kill the program.
class FileSource final : public ByteSource {
  public:
    // Begins at byte `offset`. Throws Error "csv.missing_file", "csv.is_folder", "csv.is_url", "csv.cannot_read".
    explicit FileSource(const std::filesystem::path& file, std::uint64_t offset = 0);
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;
    ~FileSource() override;

    // Throws Error "csv.cannot_read", or "csv.changed" when the file ends elsewhere than when it was opened.
    std::size_t read(char* to, std::size_t most) override;
    void skip(std::uint64_t count) override;
    // Goes to byte `offset`, which may lie behind or before the present one. Throws as read() does.
    void seek(std::uint64_t offset);
    std::uint64_t position() const { return position_; }
    double share_read() const override;
    std::uint64_t size() const override { return size_; }
    const std::string& name() const override { return name_; }

  private:
    std::string name_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0, position_ = 0;
};

// Text in memory, which must outlive the source.
class MemorySource final : public ByteSource {
  public:
    // Begins at byte `offset`.
    MemorySource(std::string_view text, std::string name, std::size_t offset = 0)
        : name_(std::move(name)), text_(text), position_(offset) {}

    std::size_t read(char* to, std::size_t most) override;
    double share_read() const override;
    std::uint64_t size() const override { return text_.size(); }
    const std::string& name() const override { return name_; }

  private:
    std::string name_;
    std::string_view text_;
    std::size_t position_ = 0;
};

}  // namespace harmattan::io
