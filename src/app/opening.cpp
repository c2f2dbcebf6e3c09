#include "app/opening.h"

#include <algorithm>

#include "story/story_inputs.h"

namespace harmattan::app {

Opening::Opening(std::vector<std::filesystem::path> files, story::SceneOptions options)
    : files_(std::move(files)), options_(std::move(options)) {
    for (const auto& file : story::sorted_by_kind(files_, options_.events).events)
        if (auto question = TableQuestion::of(file, options_.events)) open_.push_back(std::move(*question));
}

void Opening::answer() {
    answered_.push_back(std::move(open_.front()));
    open_.erase(open_.begin());
    options_.events_of[answered_.back().file()] = answered_.back().answer();
}

std::optional<story::OpenedStory> Opening::open(std::optional<base::Error>& fault) {
    try {
        return story::open(files_, options_);
    } catch (const base::Error& error) {
        if (ask_order(error)) return std::nullopt;
        if (answered_.empty()) throw;
        open_ = std::move(answered_);
        answered_.clear();
        fault = error;
        return std::nullopt;
    }
}

bool Opening::ask_order(const base::Error& fault) {
    if (fault.key() != "dates.undecidable") return false;
    const auto is_named = [&](const std::filesystem::path& file) {
        return std::any_of(fault.values().begin(), fault.values().end(), [&](const auto& value) {
            return value.first == "file" && value.second == file.string();
        });
    };
    const auto answered = std::find_if(answered_.begin(), answered_.end(),
                                       [&](const TableQuestion& question) { return is_named(question.file()); });
    if (answered != answered_.end()) {
        open_.push_back(std::move(*answered));
        answered_.erase(answered);
    } else {
        const auto file = std::find_if(files_.begin(), files_.end(), is_named);
        if (file == files_.end()) return false;
        open_.push_back(TableQuestion::of_order(*file, options_.events));
    }
    open_.back().ask_order(fault);
    return true;
}

bool has_questions(const std::vector<std::filesystem::path>& files, const story::SceneOptions& options) {
    return Opening(files, options).question() != nullptr;
}

}  // namespace harmattan::app
