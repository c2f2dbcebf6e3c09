// harmattan snap: one picture.
#pragma once

#include "cli/command.h"
#include "cli/film_options.h"
#include "cli/shared_options.h"

namespace harmattan::cli {

class SnapCommand final : public Command {
  public:
    void declare(CLI::App& parser, const Console& console) override;
    void check() override;
    int run(const Console& console) override;

  private:
    base::Instant instant_of(const story::OpenedStory& opened) const;

    SharedOptions shared_;
    FilmOptions film_;
    std::optional<std::string> output_, frame_text_;
    std::optional<std::int64_t> frame_;
    story::SceneOptions scene_;
    base::PixelSize size_;
    render::RendererChoice renderer_ = render::RendererChoice::any;
};

}  // namespace harmattan::cli
