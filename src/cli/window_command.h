// harmattan [FILE...]: the window.
#pragma once

#include "app/window.h"
#include "cli/command.h"
#include "cli/shared_options.h"

namespace harmattan::cli {

class WindowCommand final : public Command {
  public:
    void declare(CLI::App& parser, const Console& console) override;
    void check() override;
    int run(const Console& console) override;

  private:
    int ask(app::WindowOptions options) const;

    SharedOptions shared_;
    story::SceneOptions scene_;
    std::optional<base::PixelSize> size_;
    render::RendererChoice renderer_ = render::RendererChoice::any;
};

}  // namespace harmattan::cli
