// Where fetched data are kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace harmattan::fetch {

// $XDG_DATA_HOME/harmattan, or $HOME/.local/share/harmattan (XDG Base Directory Specification 0.8). It need not
// exist. Throws Error "fetch.no_home" where neither is set to an absolute path.
std::filesystem::path data_folder();

struct KeptFile {
    std::string name;
    std::uint64_t size_bytes = 0;
    bool is_partial = false;  // its fetching was not finished; the name is without ".part"
};

// What was fetched into a folder, by name; nothing for a folder that is not there or cannot be looked into.
std::vector<KeptFile> kept_files(const std::filesystem::path& folder);

}  // namespace harmattan::fetch
