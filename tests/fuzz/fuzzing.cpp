#include "fuzz/fuzzing.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "base/messages.h"

namespace harmattan::fuzz {
namespace {

constexpr base::Language languages[] = {base::Language::en, base::Language::fr};

bool has_sentence(base::Language language, std::string_view key) {
    static const std::vector<std::string> keys[] = {base::message_keys(languages[0]),
                                                    base::message_keys(languages[1])};
    const auto& all = keys[language == base::Language::en ? 0 : 1];
    return std::binary_search(all.begin(), all.end(), key);
}

void require_values(std::string_view sentence, const base::Error& error) {
    for (auto open = sentence.find('{'); open != std::string_view::npos; open = sentence.find('{', open + 1)) {
        const auto name = sentence.substr(open + 1, sentence.find('}', open) - open - 1);
        require(std::any_of(error.values().begin(), error.values().end(),
                            [&](const auto& value) { return value.first == name; }),
                "no value for a placeholder of " + error.key() + ": " + std::string(name));
    }
}

}  // namespace

void require(bool holds, std::string_view what) {
    if (!holds) fail(what);
}

void fail(std::string_view what) {
    std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

Input::Input(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return;
    options = data[0] ^ static_cast<unsigned>('0');
    text = {reinterpret_cast<const char*>(data) + 1, size - 1};
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (;;) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

void require_sentence(std::string_view key) {
    for (const auto language : languages)
        require(has_sentence(language, key), "a sentence for " + std::string(key));
}

void require_words(const base::Error& error) {
    require_sentence(error.key());
    for (const auto language : languages) require_values(base::message(language, error.key()), error);
}

std::uint64_t number_in(const base::Error& error, std::string_view name) {
    for (const auto& [key, value] : error.values())
        if (key == name) return std::strtoull(value.c_str(), nullptr, 10);
    return 0;
}

MemoryFile::MemoryFile()
    : descriptor_(::memfd_create("fuzz", 0)), path_("/proc/self/fd/" + std::to_string(descriptor_)) {
    if (descriptor_ < 0) fail("a file in memory can be made");
}

MemoryFile::~MemoryFile() {
    ::close(descriptor_);
}

void MemoryFile::hold(std::string_view bytes) {
    if (::ftruncate(descriptor_, 0) != 0) fail("the file in memory can be emptied");
    for (std::size_t at = 0; at < bytes.size();) {
        const auto written = ::pwrite(descriptor_, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (written <= 0) fail("the file in memory can be written");
        at += static_cast<std::size_t>(written);
    }
}

}  // namespace harmattan::fuzz
