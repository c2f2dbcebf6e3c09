// Ctrl-C and kill, asked for instead of obeyed at once, so that nothing half-written stays behind.
#pragma once

#include <csignal>

namespace harmattan::cli {

// While it lives, SIGINT and SIGTERM set a flag. A second one ends the program as usual.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    bool was_asked() const;

  private:
    struct sigaction before_int_ = {}, before_term_ = {};
};

}  // namespace harmattan::cli
