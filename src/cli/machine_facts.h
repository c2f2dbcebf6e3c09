// What `doctor` finds on this machine.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/console.h"
#include "fetch/data_folder.h"

namespace harmattan::cli {

// Library and version, of the libraries that are loaded (not of the headers they were compiled with).
std::vector<std::pair<std::string, std::string>> library_versions();

struct ContextTried {
    std::string name;  // "gpu", "software"
    bool works = false;
    std::string words;  // the context's description, or why there is none
};

// Makes a headless context of each kind.
std::vector<ContextTried> contexts_tried(const Console& console);

// "wayland-0 (WAYLAND_DISPLAY)", ":0 (DISPLAY)"; empty where there is none. The window needs one, pictures do not.
std::string display();

// Name and bytes of what is embedded under a prefix.
std::vector<std::pair<std::string, std::size_t>> embedded(std::string_view prefix);

// The user's data folder and what was fetched into it; the folder is empty where there is no telling.
struct DataFolder {
    std::string path;
    std::vector<fetch::KeptFile> files;
};
DataFolder users_data();

}  // namespace harmattan::cli
