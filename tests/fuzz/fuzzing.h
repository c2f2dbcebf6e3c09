// What all fuzzers share: what must hold, errors that can be told, files in memory. Each fuzz_NAME.cpp holds one
// LLVMFuzzerTestOneInput (https://llvm.org/docs/LibFuzzer.html) and checks what must hold for every input, not
// only that nothing breaks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace harmattan::fuzz {

// Ends the program with these words, so that the input is kept, when something does not hold.
void require(bool holds, std::string_view what);
[[noreturn]] void fail(std::string_view what);

// An input: its first byte chooses the options ('0' stands for none, so that inputs can be written by hand), the
// rest is the text.
struct Input {
    unsigned options = 0;
    std::string_view text;

    Input(const std::uint8_t* data, std::size_t size);
    // The bits [first, first + count) of the options.
    unsigned bits(unsigned first, unsigned count) const { return options >> first & ((1U << count) - 1); }
};

std::vector<std::string_view> lines_of(std::string_view text);

// The key must have a sentence in every language.
void require_sentence(std::string_view key);
// So must the error's, and a value for each placeholder.
void require_words(const base::Error& error);

// The key of the error that the work throws, or "" for none. Another exception than base::Error, or an error that
// cannot be told, ends the program.
template <typename Work>
std::string key_of(Work work) {
    try {
        work();
    } catch (const base::Error& error) {
        require_words(error);
        return error.key();
    }
    return {};
}

// The number in an error's value, such as "line"; 0 when there is no such value.
std::uint64_t number_in(const base::Error& error, std::string_view name);

// A file that lies in memory.
class MemoryFile {
  public:
    MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile();

    // Makes these bytes the file's content.
    void hold(std::string_view bytes);
    const std::filesystem::path& path() const { return path_; }

  private:
    int descriptor_;
    std::filesystem::path path_;
};

}  // namespace harmattan::fuzz
