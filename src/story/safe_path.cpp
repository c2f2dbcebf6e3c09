#include "story/safe_path.h"

#include "base/error.h"
#include "io/file_path.h"

namespace harmattan::story {

PathFault fault_of(std::string_view path) {
    if (path.empty()) return PathFault::empty;
    if (path.find("://") != std::string_view::npos || path.starts_with("/vsi")) return PathFault::url;
    const bool has_drive = path.size() > 1 && path[1] == ':';
    if (path.front() == '/' || path.front() == '~' || path.find('\\') != std::string_view::npos || has_drive)
        return PathFault::absolute;
    if (io::is_like_connection(path)) return PathFault::connection;
    for (const auto& step : std::filesystem::path(path))
        if (step == "..") return PathFault::upwards;
    return PathFault::none;
}

std::string message_key(PathFault fault) {
    switch (fault) {
        case PathFault::empty:
            return "story.path_empty";
        case PathFault::url:
            return "story.path_url";
        case PathFault::connection:
            return "story.path_connection";
        case PathFault::absolute:
            return "story.path_absolute";
        case PathFault::upwards:
            return "story.path_upwards";
        case PathFault::none:
            break;
    }
    return {};
}

std::filesystem::path inside(const std::filesystem::path& folder, const std::string& relative) {
    const auto home = std::filesystem::weakly_canonical(folder);
    const auto found = std::filesystem::weakly_canonical(folder / relative);
    const auto [end_of_home, rest] = std::mismatch(home.begin(), home.end(), found.begin(), found.end());
    if (end_of_home != home.end())
        throw base::Error("story.path_link", {{"path", relative}, {"folder", folder.string()}});
    return folder / relative;
}

}  // namespace harmattan::story
