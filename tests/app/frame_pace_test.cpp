#include "app/frame_pace.h"

#include "support/catch.h"

using namespace harmattan;
using app::FramePace;
using app::never_s;

TEST_CASE("the window sleeps for ever a few frames after the last event") {
    FramePace pace;
    double clock_s = 10;
    const auto draw_due_frames = [&] {
        int frames = 0;
        for (double wait_s = pace.sleep_s(clock_s, false, never_s); wait_s < never_s;
             wait_s = pace.sleep_s(clock_s, false, never_s)) {
            clock_s += wait_s + 0.001;
            pace.drawn(clock_s);
            ++frames;
        }
        return frames;
    };
    CHECK(draw_due_frames() == 3);
    clock_s += 100;
    pace.wake();
    CHECK(pace.sleep_s(clock_s, false, never_s) == 0);
    CHECK(draw_due_frames() == 3);
}

TEST_CASE("at most sixty frames a second are drawn while playing") {
    FramePace pace;
    for (int i = 0; i < 10; ++i) pace.drawn(20);
    CHECK(pace.sleep_s(20.004, true, never_s) == Approx(1.0 / 60 - 0.004));
    CHECK(pace.sleep_s(20.1, true, never_s) == 0);
}

TEST_CASE("it wakes by itself when something is due") {
    FramePace pace;
    for (int i = 0; i < 3; ++i) pace.drawn(20);
    CHECK(pace.sleep_s(21, false, 24.5) == Approx(3.5));
    CHECK(pace.sleep_s(25, false, 24.5) == 0);
}
