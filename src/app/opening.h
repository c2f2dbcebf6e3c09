// Files on their way to be opened: asks what has to be asked of their tables first. Knows no window.
#pragma once

#include <filesystem>
#include <vector>

#include "app/table_question.h"
#include "story/story.h"

namespace harmattan::app {

class Opening {
  public:
    // Throws what telling the files apart and reading their beginnings throws.
    Opening(std::vector<std::filesystem::path> files, story::SceneOptions options);

    // What has to be answered now; null when nothing is left to be asked.
    TableQuestion* question() { return open_.empty() ? nullptr : &open_.front(); }
    // Takes the present question as answered.
    void answer();
    // With all questions answered. When no row of a table tells the order of day and month, or a table cannot be
    // read as it was answered, its question is asked again and nothing is given; `fault` then says why, unless the
    // question does. Throws what story::open() throws where no answer could help.
    std::optional<story::OpenedStory> open(std::optional<base::Error>& fault);

    const story::SceneOptions& options() const { return options_; }

  private:
    bool ask_order(const base::Error& fault);

    std::vector<std::filesystem::path> files_;
    story::SceneOptions options_;
    std::vector<TableQuestion> open_, answered_;
};

// Whether something has to be asked before the files can be read. Throws as Opening().
bool has_questions(const std::vector<std::filesystem::path>& files, const story::SceneOptions& options);

}  // namespace harmattan::app
