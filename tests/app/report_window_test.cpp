// The report of the rows, as a person meets it.
#include <fstream>

#include "app/harmattan_window.h"

using namespace harmattan;
using test::HarmattanWindow;

namespace {

// Where the report's panel begins, and in it what is shown of the row chosen, below its button.
constexpr int panel_x = 628, detail_y = 510;

// Made-up rows: line 3 is left out; line 5 is doubted, and far from the others in place and time.
class DoubtedTable {
  public:
    DoubtedTable() { write("2,2016-05-02,95.5,-4.2,1,1,1"); }
    void write(const std::string& line_3) const {
        std::ofstream(file()) << "id,date_start,latitude,longitude,best,low,high\n"
                                 "1,2016-05-01,14.5,-4.2,1,1,1\n"
                              << line_3
                              << "\n3,2016-05-03,14.6,-4.1,2,1,3\n"
                                 "4,2015-02-03,18.5,2.5,9,1,2\n"
                                 "5,2016-05-04,14.4,-4.3,2,1,3\n";
    }
    std::filesystem::path file() const { return folder_ / "doubted.csv"; }

  private:
    test::TemporaryFolder folder_;
};

// How many pixels differ, of those that `is_counted(x, y)`.
template <typename Counted>
int differing(const base::Image& a, const base::Image& b, const Counted& is_counted) {
    int count = 0;
    for (int y = 0; y < std::min(a.size.height, b.size.height); ++y)
        for (int x = 0; x < std::min(a.size.width, b.size.width); ++x) {
            const auto pixel = [&](const base::Image& image) {
                return image.rgba.begin() + (static_cast<std::ptrdiff_t>(y) * image.size.width + x) * 4;
            };
            if (is_counted(x, y) && !std::equal(pixel(a), pixel(a) + 3, pixel(b))) ++count;
        }
    return count;
}

}  // namespace

TEST_CASE("a doubted row leads to its event, on its day, which is ringed until it is let go") {
    const DoubtedTable table;
    HarmattanWindow window({table.file().string(), "--quiet"});
    test::Hand hand(window);
    hand.press("r");
    hand.press("Tab");   // from the reasons to the rows
    hand.press("Down");  // line 5, the row that is kept
    hand.press("Return");
    hand.press("Tab");
    const auto ringed = hand.press("Return");  // Show on the map
    const auto is_map = [](int x, int) { return x < panel_x; };
    const auto everything = [](int, int) { return true; };
    // The picture holds neither ring nor card; what else is shown left of the panel is the picture.
    const auto picture = test::read_png(window.save());
    const int of_ring_and_card = differing(ringed, picture, is_map);
    CHECK(of_ring_and_card > 1000);
    hand.press("Escape");  // the panel
    hand.press("Escape");  // ring and card
    // Once the words of the saving have gone, too.
    CHECK(test::wait_until([&] { return differing(window.settle(), picture, everything) == 0; }));
    // Its day; the place is another than before, until the whole is asked for again.
    const auto on_its_day = window.snap({table.file().string(), "--quiet", "--at", "2015-02-03"});
    const bool is_moved = test::text_of(window.save()) != on_its_day;
    CHECK(is_moved);
    hand.press("f");
    const bool is_on_its_day = test::text_of(window.save()) == on_its_day;
    CHECK(is_on_its_day);
}

TEST_CASE("a row that was left out is shown as it stands in its file") {
    const DoubtedTable table;
    HarmattanWindow window({table.file().string(), "--quiet"});
    test::Hand hand(window);
    hand.press("r");
    hand.press("Tab");
    const auto chosen = hand.press("Return");
    // Of the row's own text only these five letters change, and with them what is shown below the list.
    table.write("2,2016-05-02,95.5,-4.2,XXXXX");
    hand.press("Down");
    hand.press("Return");
    hand.press("Up");
    const auto again = hand.press("Return");
    const auto is_detail = [](int x, int y) { return x > panel_x && y > detail_y; };
    const auto is_other = [&](int x, int y) { return !is_detail(x, y); };
    CHECK(differing(chosen, again, is_detail) > 20);
    CHECK(differing(chosen, again, is_other) == 0);
}
