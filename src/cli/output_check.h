// Whether an output can be written, found out before any work is done.
#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace harmattan::cli {

enum class OutputKind { png, mp4, png_folder, table };

// By the name's end: ".png", ".mp4" (in any case) or "/". Throws base::UsageError "cli.output_kind" when it is
// none of `allowed`, which `allowed_words` names for the message.
OutputKind output_kind(const std::string& output, std::span<const OutputKind> allowed,
                       const std::string& allowed_words);

// Throws base::Error "output.no_folder" (the folder must exist), "cli.folder_not_writable",
// "cli.output_is_folder", "cli.output_is_input", or, without `force`, "cli.output_exists" and
// "film.folder_not_empty".
void check_output(const std::string& output, OutputKind kind, bool force,
                  std::span<const std::filesystem::path> inputs);

}  // namespace harmattan::cli
