#include "app/focus_ring.h"

#include "support/catch.h"

using namespace harmattan;
using app::TabOrder;

namespace {

// A frame with three controls; the one that has the keyboard after it, or -1.
int frame(TabOrder& order, int focused) {
    order.begin_frame();
    for (int i = 0; i < 3; ++i)
        if (order.add(i == focused)) focused = i;
    return focused;
}

}  // namespace

TEST_CASE("Tab goes round the controls, and Shift with Tab the other way") {
    TabOrder order;
    int focused = frame(order, -1);
    std::vector<int> way;
    for (const int step : {1, 1, 1, 1, -1, -1}) {
        order.begin_frame();
        order.step(step);
        for (int i = 0; i < 3; ++i)
            if (order.add(i == focused)) focused = i;
        way.push_back(focused);
    }
    CHECK(way == std::vector<int>{0, 1, 2, 0, 2, 1});
    CHECK(focused == 1);
}

TEST_CASE("several presses of Tab before one frame all count") {
    TabOrder order;
    int focused = frame(order, frame(order, 0));
    const auto after = [&](std::initializer_list<int> steps) {
        order.begin_frame();
        for (const int step : steps) order.step(step);
        for (int i = 0; i < 3; ++i)
            if (order.add(i == focused)) focused = i;
        return focused;
    };
    CHECK(after({1, 1}) == 2);
    CHECK(after({1, 1}) == 1);
    CHECK(after({-1, -1}) == 2);
    CHECK(after({1, -1}) == 2);
}

TEST_CASE("without controls Tab leads nowhere, and a panel that opens gets the keyboard") {
    TabOrder order;
    order.begin_frame();
    order.step(1);
    CHECK_FALSE(order.is_used());
    CHECK_FALSE(order.has_focus());
    order.begin_frame();
    order.add(false);
    order.go_to_next();
    CHECK(order.add(false));
    order.begin_frame();
    CHECK(order.is_used());
    CHECK(order.has_focus());
}
