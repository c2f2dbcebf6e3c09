// The question which column is what, as a person meets and answers it.
#include <fstream>

#include "app/harmattan_window.h"
#include "app/table_question.h"

using namespace harmattan;
using test::HarmattanWindow;

namespace {

// Made-up rows whose date is guessed to be "quand"; the person knows that it is "saisie".
class GuessedTable {
  public:
    GuessedTable() {
        std::ofstream(file()) << "ref,quand,saisie,lat_dd,lon_dd,morts\n"
                                 "x1,13/02/2016,15/02/2016,14.5,-4.2,3\n"
                                 "x2,14/03/2016,20/05/2016,15.25,-3.5,1\n"
                                 "x3,25/12/2016,26/12/2016,14.75,-1.5,0\n";
    }
    std::filesystem::path file() const { return folder_ / "guessed.csv"; }
    // Of a picture of its last day.
    std::vector<std::string> as_corrected() const {
        return {file().string(), "--at", "2016-12-26", "--map",
                "id=ref,date=saisie,latitude=lat_dd,longitude=lon_dd,best=morts"};
    }

  private:
    test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("the question which column is what is answered by keyboard") {
    const GuessedTable table;
    HarmattanWindow window({table.file().string(), "--quiet"});
    test::Hand hand(window);
    hand.press("Return");  // opens the list of the first field, the date
    hand.press("Down");
    hand.press("Return");
    // The fields and the three orders of day and month come before Read.
    const auto question = app::TableQuestion::of(table.file(), {});
    REQUIRE(question);
    REQUIRE(question->fields().front().field == io::EventField::date_start);
    for (std::size_t i = 0; i < question->fields().size() + 3; ++i) window.key("Tab");
    hand.look();
    hand.press("Return");
    CHECK(test::wait_until([&] { return window.display().shows_window("Conflict events$"); }));
    const bool is_what_snap_draws = test::text_of(window.save()) == window.snap(table.as_corrected());
    CHECK(is_what_snap_draws);
}

TEST_CASE("the question which column is what is answered by pointer") {
    const GuessedTable table;
    HarmattanWindow window({table.file().string(), "--quiet"});
    test::Hand hand(window);
    hand.click(340, 352);  // the list of the date
    hand.click(270, 454);  // its fourth item
    hand.click(116, 638);  // Read
    CHECK(test::wait_until([&] { return window.display().shows_window("Conflict events$"); }));
    const bool is_what_snap_draws = test::text_of(window.save()) == window.snap(table.as_corrected());
    CHECK(is_what_snap_draws);
}
