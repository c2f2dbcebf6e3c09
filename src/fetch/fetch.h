// Fetches a published data set into a folder, only when asked, and checks what came.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "fetch/catalogue.h"
#include "fetch/transfer.h"

namespace harmattan::fetch {

struct FetchOptions {
    std::string base = base_address();
    TransferLimits limits;
    bool force = false;      // fetches again what is there already
    bool unchecked = false;  // keeps what has another checksum than the one that is known
};

struct FetchProgress {
    std::uint64_t done_bytes = 0;
    std::uint64_t whole_bytes = 0;  // 0: not known
    std::uint64_t kept_bytes = 0;   // of those done, what an earlier attempt had brought
};

// Called a few times a second; returns false when the work should stop. May be empty.
using OnProgress = std::function<bool(const FetchProgress&)>;

struct Fetched {
    std::filesystem::path file;
    std::uint64_t size_bytes = 0;
    std::string sha256;
    bool was_there = false;    // nothing was asked of the network
    bool was_resumed = false;  // an earlier attempt had brought a part
    // Against what the checksum was compared: the catalogue's; one recorded by an earlier fetch; none.
    enum class Check { known, recorded, none, differs } check = Check::none;
};

// The key of the sentence for it, with the placeholder {sum}.
const char* message_key(Fetched::Check check);

// Into `folder`, which is made when it is missing. The file grows as NAME.part, which stays when the fetching is
// broken off and is gone on with the next time, if the server still has the same version of it. Whole and checked,
// it gets its name, read-only, and NAME.sha256 beside it. A file that is there already is checked and left. Throws
// Error "fetch.no_folder" (folder, reason), "fetch.damaged_copy" (path), "fetch.not_there" (title, address),
// "fetch.status" (address, status), "fetch.too_large" (address, limit), "fetch.no_space" (folder, needed, free),
// "fetch.broken_off" (title, part, done, whole), "fetch.cancelled" (part, done), "fetch.wrong_size",
// "fetch.wrong_sum" (title, expected, found), "fetch.not_the_file" (address, begins), those of PartFile and of
// transfer().
Fetched fetch(const Download& download, const std::filesystem::path& folder, const FetchOptions& options = {},
              const OnProgress& on_progress = {});

}  // namespace harmattan::fetch
