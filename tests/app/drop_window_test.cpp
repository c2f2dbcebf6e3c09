// Files dropped on the window, as a file manager drops them.
#include <fstream>

#include "app/harmattan_window.h"

using namespace harmattan;
using test::HarmattanWindow;

namespace {

// Made-up rows; the columns' names can mean nothing else.
void write_events(const std::filesystem::path& file, const char* first_day, double latitude) {
    std::ofstream(file) << "id,date_start,latitude,longitude,best\na," << first_day << ',' << latitude
                        << ",-3.5,1\nb,2020-03-04,15.5,-2.5,4\n";
}

}  // namespace

TEST_CASE("files that are dropped together are opened in place of what is shown") {
    const test::TemporaryFolder folder;
    const auto first = folder / "morts à 100 % vérifiés.csv", second = folder / "second.csv";
    write_events(first, "2020-01-02", 14.5);
    write_events(second, "2020-02-03", 16.25);
    HarmattanWindow window;
    test::Hand(window).drop({first, second});
    const bool is_what_snap_draws =
        test::text_of(window.save()) == window.snap({first.string(), second.string(), "--at", "2020-03-04"});
    CHECK(is_what_snap_draws);
}

TEST_CASE("a file that is dropped and cannot be opened is told, and what is shown stays") {
    const test::TemporaryFolder folder;
    const auto file = folder / "picture.csv";
    std::ofstream(file) << "\x89PNG\r\n\x1a\n with made-up bytes";
    HarmattanWindow window({"--at", "2017-06-01"});
    const auto before = window.settle();
    test::Hand hand(window);
    const bool is_told = hand.drop({file}).rgba != before.rgba;
    CHECK(is_told);
    const bool is_as_before = hand.press("Escape").rgba == before.rgba;
    CHECK(is_as_before);
}

TEST_CASE("a dropped table whose columns are only guessed is asked about") {
    const test::TemporaryFolder folder;
    const auto file = folder / "guessed.csv";
    std::ofstream(file)
        << "ref,quand,lat_dd,lon_dd,morts\nx1,13/02/2016,14.5,-4.2,3\nx2,25/12/2016,15.25,-3.5,1\n";
    HarmattanWindow window;
    test::Hand hand(window);
    hand.drop({file});
    // Backwards from the first field: Cancel, Read.
    hand.press("shift+Tab");
    hand.press("shift+Tab");
    hand.press("Return");
    CHECK(test::wait_until([&] { return window.display().shows_window("Conflict events$"); }));
    const bool is_what_snap_draws = test::text_of(window.save()) ==
                                    window.snap({file.string(), "--at", "2016-12-25", "--map",
                                                 "id=ref,date=quand,latitude=lat_dd,longitude=lon_dd,best=morts"});
    CHECK(is_what_snap_draws);
}
