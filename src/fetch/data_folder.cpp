#include "fetch/data_folder.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace harmattan::fetch {
namespace {

// The specification: a path that is not absolute is to be ignored.
std::filesystem::path absolute_path_in(const char* variable) {
    const char* const value = std::getenv(variable);
    const std::filesystem::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : std::filesystem::path();
}

}  // namespace

std::filesystem::path data_folder() {
    if (const auto data = absolute_path_in("XDG_DATA_HOME"); !data.empty()) return data / "harmattan";
    if (const auto home = absolute_path_in("HOME"); !home.empty()) return home / ".local" / "share" / "harmattan";
    throw base::Error("fetch.no_home");
}

std::vector<KeptFile> kept_files(const std::filesystem::path& folder) {
    constexpr std::string_view part = ".part";
    std::vector<KeptFile> files;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        std::error_code ignored;
        KeptFile file{entry->path().filename().string(), 0, false};
        if (!entry->is_regular_file(ignored) || file.name.ends_with(".sha256") ||
            file.name.ends_with(".part.info") || file.name.starts_with('.'))
            continue;
        file.size_bytes = entry->file_size(ignored);
        file.is_partial = file.name.ends_with(part);
        if (file.is_partial) file.name.resize(file.name.size() - part.size());
        files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(), [](const KeptFile& a, const KeptFile& b) { return a.name < b.name; });
    return files;
}

}  // namespace harmattan::fetch
