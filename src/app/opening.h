// Files that are being opened: what must be asked is asked first. Knows no window.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/table_question.h"
#include "story/story.h"

namespace harmattan::app {

class Opening {
  public:
    // Looks at each file; reads none as a whole but those of which something must be asked.
    Opening(std::vector<std::filesystem::path> files, story::SceneOptions options);

    // What has to be answered first; null when nothing has.
    TableQuestion* question() { return questions_.empty() ? nullptr : &questions_.front(); }
    const TableQuestion* question() const { return questions_.empty() ? nullptr : &questions_.front(); }
    // Takes the question's answer, in which nothing is missing; the next one stands in its place.
    void answer();

    void set_filter(std::optional<events::Filter> where) { options_.where = std::move(where); }
    void set_look(scene::ThemeName theme, base::Language language);

    // When there is no question left. No value: on reading the dates turned out to be undecidable, and that is the
    // question now. Throws what story::open throws.
    std::optional<story::OpenedStory> open();

    const std::vector<std::filesystem::path>& files() const { return files_; }
    const story::SceneOptions& options() const { return options_; }

  private:
    std::vector<std::filesystem::path> files_;
    story::SceneOptions options_;
    std::vector<TableQuestion> questions_;
};

}  // namespace harmattan::app
