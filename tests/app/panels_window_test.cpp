// The panels as a person meets them: by key and pointer, and never in a picture.
#include <fstream>

#include "app/harmattan_window.h"
#include "support/download_server.h"

using namespace harmattan;
using test::HarmattanWindow;

namespace {

// Made-up rows of which two thirds cannot be used.
void write_rows(const std::filesystem::path& file, int count) {
    std::ofstream out(file);
    out << "id,date_start,latitude,longitude,best\n";
    for (int i = 0; i < count; ++i)
        out << i << ",2016-0" << 1 + i % 9 << "-0" << 1 + i % 7 << ',' << (i % 3 == 0 ? 14 : 95) << ".5,-4.2,1\n";
}

bool differs(const base::Image& a, const base::Image& b) {
    return a.rgba != b.rgba;
}

// A panel opens with the keyboard in it, and Escape brings back what was there before.
void check_opens_and_closes(const HarmattanWindow& window, const std::string& key, const base::Image& before) {
    window.key(key);
    const auto open = window.settle_after(before);
    CHECK(differs(open, before));
    window.key("Tab");
    const auto next = window.settle_after(open);
    CHECK(differs(next, open));
    window.key("Escape");
    auto closed = window.settle_after(next);
    // A text field lets go of the keyboard first.
    if (differs(closed, before)) {
        window.key("Escape");
        closed = window.settle_after(closed);
    }
    CHECK_FALSE(differs(closed, before));
}

}  // namespace

TEST_CASE("panels open and close by key, and are never in a picture") {
    const test::TemporaryFolder folder;
    const auto file = folder / "rows.csv";
    write_rows(file, 9000);
    HarmattanWindow window({file.string(), "--quiet", "--at", "2016-06-01"});
    const auto with_notice = window.settle();
    window.key("Escape");
    const auto before = window.settle_after(with_notice);
    CHECK(differs(before, with_notice));
    for (const char* key : {"r", "d", "slash"}) {
        CAPTURE(key);
        check_opens_and_closes(window, key, before);
    }
    window.key("r");
    window.settle_after(before);
    const bool is_without_panel =
        test::text_of(window.save()) == window.snap({file.string(), "--quiet", "--at", "2016-06-01"});
    CHECK(is_without_panel);
}

TEST_CASE("a filter that is typed is applied by Enter") {
    HarmattanWindow window({"--at", "2017-06-01"});
    const auto before = window.settle();
    window.key("slash");
    const auto open = window.settle_after(before);
    window.display().xdotool({"type", "--delay", "60", "best >= 20"});
    window.key("Return");
    window.settle_after(open);
    const bool is_filtered =
        test::text_of(window.save()) == window.snap({"--at", "2017-06-01", "--where", "best >= 20"});
    CHECK(is_filtered);
}

TEST_CASE("what is typed at once after the key that opens the filter is its text") {
    HarmattanWindow window({"--at", "2017-06-01"});
    const auto before = window.settle();
    // Of these t, l and g have meanings of their own on the map.
    window.display().xdotool({"type", "--delay", "5", "/place ~ 'tigl'"});
    window.settle_after(before);
    window.key("Return");
    const bool is_filtered =
        test::text_of(window.save()) == window.snap({"--at", "2017-06-01", "--where", "place ~ 'tigl'"});
    CHECK(is_filtered);
}

TEST_CASE("a table whose columns are only guessed is asked about before it is read") {
    const test::TemporaryFolder folder;
    const auto file = folder / "guessed.csv";
    std::ofstream(file) << "ref,quand,lat_dd,lon_dd,morts\nx1,13/02/2016,14.5,-4.2,3\nx2,14/03/2016,15.25,-3.5,1\n"
                           "x3,25/12/2016,14.75,-1.5,0\n";
    HarmattanWindow window({file.string(), "--at", "2016-06-01"});
    const auto asked = window.settle();
    window.key("Escape");
    const auto cancelled = window.settle_after(asked);
    CHECK(differs(cancelled, asked));
    // What stays is the embedded story, with nothing over it.
    const bool is_embedded_story =
        test::text_of(window.save()) == window.snap({"--at", "2023-12-31", "--window", "1y"});
    CHECK(is_embedded_story);
}

namespace {

// The window's and the program's alike; as it was when it goes.
class Variable {
  public:
    Variable(const char* name, const std::string& value) : name_(name) { ::setenv(name, value.c_str(), 1); }
    ~Variable() { ::unsetenv(name_); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* name_;
};

// A zip with made-up events.
std::string zip_of_events(const std::filesystem::path& file) {
    const auto made =
        test::run_program({"python3",
                           {"-c",
                            "import sys, zipfile\n"
                            "with zipfile.ZipFile(sys.argv[1], 'w') as out:\n"
                            "    out.writestr('made_up.csv', "
                            "'id,date_start,latitude,longitude,best\\na,2020-01-02,14.5,-3.5,1\\n')\n",
                            file.string()}});
    REQUIRE(made.exit_status == 0);
    return test::text_of(file);
}

}  // namespace

TEST_CASE("data are fetched by the button and by nothing else, and opened") {
    const test::TemporaryFolder folder;
    const test::DownloadServer server(zip_of_events(folder / "made.zip"));
    const Variable base("HARMATTAN_DOWNLOAD_BASE", server.address());
    const Variable data("XDG_DATA_HOME", (folder / "xdg").string());
    HarmattanWindow window;
    const auto before = window.settle();
    window.key("d");
    const auto opened = window.settle_after(before);
    // Past the two data sets.
    for (int i = 0; i < 2; ++i) window.key("Tab");
    const auto open = window.settle_after(opened);
    window.key("ctrl+a");
    window.display().xdotool({"type", "--delay", "60", "99.1"});
    window.key("Return");
    const auto typed = window.settle_after(open);
    CHECK(differs(typed, open));
    CHECK(server.requests().empty());
    window.key("Tab");
    window.settle_after(typed);
    window.key("Return");
    const auto file = folder / "xdg" / "harmattan" / "ged991-csv.zip";
    CHECK(test::wait_until([&] { return std::filesystem::exists(file); }));
    CHECK(test::wait_until([&] { return window.display().shows_window("Conflict events$"); }));
    CHECK(server.requests() == std::vector<std::string>{"GET /ged/ged991-csv.zip - -"});
}

TEST_CASE("a month of Candidate is chosen, fetched and opened by keyboard") {
    const test::TemporaryFolder folder;
    // Made-up rows in the columns of UCDP Candidate.
    const test::DownloadServer server(
        "id,type_of_violence,conflict_name,side_a,side_b,date_start,latitude,longitude,country,best\n"
        "1,1,Made-up conflict,Side A,Side B,2025-06-02,14.5,-3.5,Mali,1\n"
        "2,3,Made-up conflict,Side A,Civilians,2025-06-20,15.5,-2.5,Mali,3\n");
    const Variable base("HARMATTAN_DOWNLOAD_BASE", server.address());
    const Variable data("XDG_DATA_HOME", (folder / "xdg").string());
    HarmattanWindow window;
    const auto before = window.settle();
    window.key("d");
    window.settle_after(before);
    test::Hand hand(window);
    hand.press("Tab");  // from the releases to the months
    hand.press("space");
    hand.press("Tab");
    window.key("ctrl+a");
    window.display().xdotool({"type", "--delay", "60", "2025-06"});
    hand.look();
    CHECK(server.requests().empty());
    // A quick hand: both come before the window has drawn anew.
    window.display().xdotool({"key", "Tab", "Return"});
    const auto file = folder / "xdg" / "harmattan" / "GEDEvent_v25_0_6.csv";
    CHECK(test::wait_until([&] { return window.display().shows_window("Conflict events$"); }));
    CHECK(server.requests() == std::vector<std::string>{"GET /candidateged/GEDEvent_v25_0_6.csv - -"});
    CHECK(std::filesystem::exists(file));
    const bool is_what_snap_draws =
        test::text_of(window.save()) == window.snap({file.string(), "--at", "2025-06-20"});
    CHECK(is_what_snap_draws);
}
