#include "record/frame_workers.h"

#include <atomic>
#include <stdexcept>

#include "record/map_like_frame.h"
#include "support/catch.h"

using namespace harmattan;
using record::FrameWorkers;

TEST_CASE("one worker handles the frames in order and unchanged") {
    std::vector<std::int64_t> indices;
    bool unchanged = true;
    FrameWorkers workers(1, 2, [&](const base::Image& frame, std::int64_t index) {
        indices.push_back(index);
        unchanged = unchanged && frame.rgba == test::map_like_frame({32, 16}, index).rgba;
    });
    for (std::int64_t i = 0; i < 20; ++i) {
        base::Image frame = test::map_like_frame({32, 16}, i);
        workers.add(frame, i);
    }
    workers.finish();
    REQUIRE(indices.size() == 20);
    for (std::int64_t i = 0; i < 20; ++i) CHECK(indices[static_cast<std::size_t>(i)] == i);
    CHECK(unchanged);
}

TEST_CASE("buffers are used again") {
    std::atomic<int> handled{0};
    FrameWorkers workers(1, 1, [&](const base::Image&, std::int64_t) { ++handled; });
    base::Image frame = test::map_like_frame({32, 16}, 0);
    int given_back = 0;
    for (int i = 0; i < 50; ++i) {
        workers.add(frame, i);
        if (!frame.rgba.empty()) ++given_back;
        if (frame.rgba.empty()) frame = test::map_like_frame({32, 16}, 0);
    }
    workers.finish();
    CHECK(handled == 50);
    CHECK(given_back >= 45);  // one frame waits, one is handled, one is drawn
}

TEST_CASE("what a worker throws reaches the one who adds or finishes") {
    FrameWorkers workers(2, 2, [](const base::Image&, std::int64_t index) {
        if (index == 3) throw std::runtime_error("disk full");
    });
    const auto add_all = [&] {
        for (int i = 0; i < 100; ++i) {
            base::Image frame = test::map_like_frame({8, 8}, 0);
            workers.add(frame, i);
        }
        workers.finish();
    };
    CHECK_THROWS_AS(add_all(), std::runtime_error);
}
