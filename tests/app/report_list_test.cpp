#include "app/report_list.h"

#include <fstream>

#include "app/actions.h"
#include "app/session.h"
#include "io/event_reader.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using app::ReportList;

namespace {

// Made-up rows: line 3 is rejected for its latitude, 4 for its count; line 5 stands in the open Atlantic, which is
// doubted.
constexpr const char* rows =
    "id,date_start,latitude,longitude,best\n"
    "a,2016-02-29,14.5,-4.2,3\n"
    "b,2016-03-05,95,-4.2,1\n"
    "c,2016-03-06,14.5,-4.2,\"many\nmore\"\n"
    "d,2016-03-07,10,-40,2\n";

app::Session opened(const std::filesystem::path& file) {
    std::ofstream(file) << rows;
    app::Session session(story::open({}, {}));
    session.open_files({file});
    return session;
}

}  // namespace

TEST_CASE("the report lists each row with its reason, and one reason's rows alone") {
    const test::TemporaryFolder folder;
    auto session = opened(folder / "a.csv");
    auto& list = session.report;
    REQUIRE(list.reports().size() == 1);
    CHECK(list.reports()[0].records == list.reports()[0].kept + list.reports()[0].rejected);
    REQUIRE(list.rows().size() == 3);
    CHECK(list.rows()[0].is_rejected);
    CHECK_FALSE(list.rows()[2].is_rejected);
    CHECK(list.place_of(list.rows()[0]) == (folder / "a.csv").string() + ":3");
    CHECK(list.unlisted() == 0);
    const auto reasons = list.reasons();
    REQUIRE(reasons.size() == 3);
    list.selected = list.rows()[0];
    list.show_reason(reasons.back());
    REQUIRE(list.rows().size() == 1);
    CHECK(list.problem(list.rows()[0]).key == reasons.back().key);
    CHECK_FALSE(list.selected);
    list.show_reason(std::nullopt);
    CHECK(list.rows().size() == 3);
}

TEST_CASE("rows that are counted but not listed are told") {
    io::ReadReport report;
    report.records = report.rejected = io::most_problems + 5;
    for (std::uint64_t i = 0; i < report.rejected; ++i) io::add_rejection(report, {});
    report.rejected = report.records;
    const ReportList list({report});
    CHECK(list.rows().size() == io::most_problems);
    CHECK(list.unlisted() == 5);
}

TEST_CASE("a rejected row is read again as it stands in the file") {
    const test::TemporaryFolder folder;
    auto session = opened(folder / "a.csv");
    const auto& list = session.report;
    const auto record = [&](std::size_t row) {
        return io::fetch_record(list.reports()[0].file, {0, list.problem(list.rows()[row]).position});
    };
    CHECK(record(0) == "b,2016-03-05,95,-4.2,1");
    CHECK(record(1) == "c,2016-03-06,14.5,-4.2,\"many\nmore\"");
    CHECK(record(2) == "d,2016-03-07,10,-40,2");
}

TEST_CASE("a doubtful row is found on the map, in view and in time; a rejected one is not") {
    const test::TemporaryFolder folder;
    auto session = opened(folder / "a.csv");
    const auto place = [&](std::size_t row) {
        return app::find_event(*session.scene(), session.report.reports()[0].file,
                               session.report.problem(session.report.rows()[row]).position);
    };
    CHECK_FALSE(place(0));
    const auto found = place(2);
    REQUIRE(found);
    const auto& table = *session.scene()->event_layers[found->layer].table;
    CHECK(table.lon_deg()[found->row] == -40);
    session.show_event(*found);
    CHECK(session.pinned == found);
    CHECK(session.playback().at(0).day() == base::day_of({2016, 3, 7}));
    CHECK(session.scene()->camera.box.contains(session.scene()->projection->forward({-40, 10})));
    CHECK_FALSE(session.scene()->camera.box.contains(session.scene()->projection->forward({-4.2, 14.5})));
}

TEST_CASE("rows left out are told in one line, which opening the report closes") {
    const test::TemporaryFolder folder;
    auto session = opened(folder / "a.csv");
    CHECK(session.rejected_words == "a.csv: 4 rows read, 2 kept, 2 left out");
    app::Requests requests;
    app::perform(app::Action::toggle_report, session, requests, {}, 0);
    CHECK(session.panels.report);
    CHECK(session.rejected_words.empty());
}
