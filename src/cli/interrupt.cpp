#include "cli/interrupt.h"

#include <atomic>

namespace harmattan::cli {
namespace {

// A signal handler can reach nothing but a variable of this kind.
std::atomic<bool> asked{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void ask(int) {
    asked.store(true, std::memory_order_relaxed);
}

}  // namespace

Interrupt::Interrupt() {
    asked.store(false);
    struct sigaction action = {};
    action.sa_handler = ask;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    sigaction(SIGINT, &action, &before_int_);
    sigaction(SIGTERM, &action, &before_term_);
}

Interrupt::~Interrupt() {
    sigaction(SIGINT, &before_int_, nullptr);
    sigaction(SIGTERM, &before_term_, nullptr);
}

bool Interrupt::was_asked() const {
    return asked.load(std::memory_order_relaxed);
}

}  // namespace harmattan::cli
