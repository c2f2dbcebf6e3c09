#include "app/opening.h"

#include <algorithm>

#include "base/error.h"

namespace harmattan::app {
namespace {

std::string value_of(const base::Error& error, std::string_view name) {
    for (const auto& [key, value] : error.values())
        if (key == name) return value;
    return {};
}

}  // namespace

Opening::Opening(std::vector<std::filesystem::path> files, story::SceneOptions options)
    : files_(std::move(files)), options_(std::move(options)) {
    for (const auto& file : files_)
        if (file.extension() != ".toml")
            if (auto question = TableQuestion::about(file, story::reading_of(options_, file)))
                questions_.push_back(std::move(*question));
}

void Opening::answer() {
    options_.events_of.insert_or_assign(questions_.front().file(), questions_.front().answer());
    questions_.erase(questions_.begin());
}

void Opening::set_look(scene::ThemeName theme, base::Language language) {
    options_.theme = theme;
    options_.language = language;
}

std::optional<story::OpenedStory> Opening::open() {
    try {
        return story::open(files_, options_);
    } catch (const base::Error& error) {
        if (error.key() != "dates.undecidable") throw;
        const auto file = std::find(files_.begin(), files_.end(), std::filesystem::path(value_of(error, "file")));
        if (file == files_.end()) throw;
        auto question = TableQuestion::about_dates(*file, story::reading_of(options_, *file));
        if (!question.asks_order()) throw;
        questions_.push_back(std::move(question));
        return std::nullopt;
    }
}

}  // namespace harmattan::app
