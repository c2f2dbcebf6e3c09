// harmattan inspect: what files hold, and what of them cannot be used, row by row.
#pragma once

#include "cli/command.h"
#include "cli/read_options.h"
#include "cli/shared_options.h"

namespace harmattan::cli {

class InspectCommand final : public Command {
  public:
    void declare(CLI::App& parser, const Console& console) override;
    void check() override;
    int run(const Console& console) override;

  private:
    SharedOptions shared_;
    ReadOptions reading_;
    int compare(const Console& console) const;

    std::optional<events::Filter> where_;
    bool all_ = false;   // every row that is listed, not only the first ones
    bool diff_ = false;  // two releases compared
};

}  // namespace harmattan::cli
