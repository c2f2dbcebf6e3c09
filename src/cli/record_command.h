// harmattan record: a film, or a folder of frames.
#pragma once

#include "cli/command.h"
#include "cli/film_options.h"
#include "cli/output_check.h"
#include "cli/shared_options.h"

namespace harmattan::cli {

class RecordCommand final : public Command {
  public:
    void declare(CLI::App& parser, const Console& console) override;
    void check() override;
    int run(const Console& console) override;

  private:
    std::unique_ptr<record::FrameSink> make_sink(const story::OpenedStory& opened,
                                                 const record::FilmFormat& format) const;
    void tell_result(const Console& console, const record::FilmFormat& format, std::int64_t frame_count) const;

    SharedOptions shared_;
    FilmOptions film_;
    std::optional<std::string> output_;
    OutputKind kind_ = OutputKind::mp4;
    story::SceneOptions scene_;
    base::PixelSize size_;
    render::RendererChoice renderer_ = render::RendererChoice::any;
};

}  // namespace harmattan::cli
