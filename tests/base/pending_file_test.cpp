// A file appears whole or not at all.
#include "base/pending_file.h"

#include <fstream>
#include <string_view>

#include "base/error.h"
#include "support/catch.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan::base;
using namespace harmattan::test;

namespace {

std::span<const std::byte> bytes(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

void put(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file) << text;
}

std::ptrdiff_t entries_in(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

std::string key_of(const std::filesystem::path& target) {
    try {
        PendingFile file(target);
    } catch (const Error& error) {
        return error.key();
    }
    return "no error";
}

}  // namespace

TEST_CASE("the target appears at commit and not before") {
    const TemporaryFolder folder;
    PendingFile file(folder / "out.png");
    file.write(bytes("half"));
    CHECK_FALSE(std::filesystem::exists(folder / "out.png"));
    CHECK(file.path().parent_path() == folder.path());
    file.write(bytes(" and half"));
    file.commit();
    CHECK(text_of(folder / "out.png") == "half and half");
    CHECK(entries_in(folder.path()) == 1);
}

TEST_CASE("a file that is given up leaves nothing, and the old one as it was") {
    const TemporaryFolder folder;
    put(folder / "out.png", "old");
    {
        PendingFile file(folder / "out.png");
        file.write(bytes("new"));
    }
    CHECK(text_of(folder / "out.png") == "old");
    CHECK(entries_in(folder.path()) == 1);
    write_whole(folder / "out.png", bytes("new"));
    CHECK(text_of(folder / "out.png") == "new");
    CHECK(entries_in(folder.path()) == 1);
}

TEST_CASE("an empty file and a large one") {
    const TemporaryFolder folder;
    write_whole(folder / "empty", {});
    CHECK(std::filesystem::file_size(folder / "empty") == 0);
    const std::string large(20'000'000, 'x');
    write_whole(folder / "large", bytes(large));
    CHECK(text_of(folder / "large") == large);
}

TEST_CASE("a folder that does not exist, and a target that is a folder") {
    const TemporaryFolder folder;
    CHECK(key_of(folder / "missing/out.png") == "output.no_folder");
    put(folder / "file", "");
    CHECK(key_of(folder / "file/out.png") == "output.no_folder");
    std::filesystem::create_directory(folder / "taken");
    CHECK(key_of(folder / "taken") == "output.cannot_write");
    CHECK(entries_in(folder / "taken") == 0);
}

TEST_CASE("a folder that cannot be written to") {
    // Not even root makes a file there.
    CHECK(key_of("/proc/out.png") == "output.cannot_write");
}

TEST_CASE("a full disk is told") {
    if (!std::filesystem::exists("/dev/full")) HARMATTAN_SKIP("there is no /dev/full");
    const TemporaryFolder folder;
    // /dev/full takes no byte; through it the temporary file's own name is reached.
    PendingFile file(folder / "out.png");
    std::filesystem::remove(file.path());
    std::filesystem::create_symlink("/dev/full", file.path());
    PendingFile again(folder / "out.png");  // opens the link: the same process has the same temporary name
    CHECK_THROWS_AS(again.write(bytes("x")), Error);
}

TEST_CASE("a target without a folder lies in the working folder") {
    const TemporaryFolder folder;
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    write_whole("out.txt", bytes("here"));
    std::filesystem::current_path(before);
    CHECK(text_of(folder / "out.txt") == "here");
}
