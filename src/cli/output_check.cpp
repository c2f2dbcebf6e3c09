#include "cli/output_check.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

#include "base/error.h"
#include "record/film.h"

namespace harmattan::cli {
namespace {

namespace fs = std::filesystem;

std::string lower_case(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

fs::path folder_of(const fs::path& output) {
    const fs::path named = output.has_filename() ? output : output.parent_path();
    return named.has_parent_path() ? named.parent_path() : fs::path(".");
}

void check_folder(const std::string& output) {
    const fs::path folder = folder_of(output);
    std::error_code error;
    if (!fs::is_directory(folder, error))
        throw base::Error("output.no_folder", {{"path", output}, {"folder", folder.string()}});
    if (::access(folder.c_str(), W_OK | X_OK) != 0)
        throw base::Error("cli.folder_not_writable",
                          {{"path", output}, {"folder", folder.string()}, {"reason", std::strerror(errno)}});
}

}  // namespace

OutputKind output_kind(const std::string& output, std::span<const OutputKind> allowed,
                       const std::string& allowed_words) {
    std::optional<OutputKind> kind;
    if (output.ends_with('/')) kind = OutputKind::png_folder;
    if (lower_case(output).ends_with(".png")) kind = OutputKind::png;
    if (lower_case(output).ends_with(".mp4")) kind = OutputKind::mp4;
    if (kind && std::find(allowed.begin(), allowed.end(), *kind) != allowed.end()) return *kind;
    throw base::UsageError("cli.output_kind", {{"path", output}, {"allowed", allowed_words}});
}

void check_output(const std::string& output, OutputKind kind, bool force,
                  std::span<const std::filesystem::path> inputs) {
    check_folder(output);
    std::error_code error;
    for (const fs::path& input : inputs)
        if (fs::equivalent(input, output, error)) throw base::Error("cli.output_is_input", {{"path", output}});
    if (kind == OutputKind::png_folder) {
        if (fs::exists(output) && !fs::is_directory(output))
            throw base::Error("output.cannot_write", {{"path", output}, {"reason", std::strerror(ENOTDIR)}});
        if (!force && record::holds_frames(output)) throw base::Error("film.folder_not_empty", {{"path", output}});
        return;
    }
    if (fs::is_directory(output, error)) throw base::Error("cli.output_is_folder", {{"path", output}});
    if (!force && fs::exists(output, error)) throw base::Error("cli.output_exists", {{"path", output}});
}

}  // namespace harmattan::cli
