#include "base/resources.h"

#include "base/error.h"

namespace harmattan::base {
namespace detail {
extern const EmbeddedFile embedded_files[];
extern const std::size_t embedded_file_count;
}  // namespace detail

namespace {

const detail::EmbeddedFile* find(std::string_view name) {
    for (const auto& file : std::span(detail::embedded_files, detail::embedded_file_count))
        if (name == file.name) return &file;
    return nullptr;
}

}  // namespace

std::span<const std::byte> resource(std::string_view name) {
    const auto text = resource_text(name);
    return std::as_bytes(std::span(text.data(), text.size()));
}

std::string_view resource_text(std::string_view name) {
    const auto* file = find(name);
    if (file == nullptr) throw Error("resource.missing", {{"name", std::string(name)}});
    return {file->begin, static_cast<std::size_t>(file->end - file->begin)};
}

bool has_resource(std::string_view name) {
    return find(name) != nullptr;
}

std::vector<std::string> resource_names(std::string_view prefix) {
    std::vector<std::string> names;
    for (const auto& file : std::span(detail::embedded_files, detail::embedded_file_count))
        if (std::string_view(file.name).starts_with(prefix)) names.emplace_back(file.name);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace harmattan::base
