// harmattan doctor: what this machine has, and whether pictures can be drawn on it.
#pragma once

#include "cli/command.h"
#include "cli/shared_options.h"

namespace harmattan::cli {

class DoctorCommand final : public Command {
  public:
    void declare(CLI::App& parser, const Console& console) override;
    void check() override;
    int run(const Console& console) override;

  private:
    SharedOptions shared_;
};

}  // namespace harmattan::cli
