#include "io/source_credit.h"

#include "base/error.h"
#include "io/event_reader.h"
#include "io/event_writer.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using namespace harmattan::io;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
using test::ContainsSubstring;

namespace {

// Rows made up in ACLED's columns: ACLED allows no redistribution of its own.
constexpr const char* made_up_acled =
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,latitude,longitude,fatalities\n"
    "XXX1,2020-01-02,Battles,Armed clash,A,B,14.5,-3.5,2\nXXX2,2020-01-03,Battles,Armed clash,A,B,14.6,-3.6,0\n";

constexpr const char* made_up_ged =
    "id,date_start,latitude,longitude,best,type_of_violence,conflict_name,side_a,side_b,country\n"
    "1,2017-03-02,1,2,3,1,c,a,b,Mali\n";

}  // namespace

TEST_CASE("a credit names source, release, citation and licence") {
    const ReadReport report = read_events_csv(made_up_ged, "GEDEvent_v25_1.csv").report;
    const std::string line = credit_line(report, {}, base::Language::en);
    CHECK_THAT(line, StartsWith("UCDP GED 25.1: Sundberg") && EndsWith("(CC BY 4.0)"));
    CHECK_THAT(credit_line(report, {}, base::Language::fr), StartsWith("UCDP GED 25.1\u00a0: Sundberg"));
}

TEST_CASE("ACLED's credit says access, filters and changes, or is refused") {
    const ReadReport report = read_events_csv(made_up_acled, "a.csv").report;
    REQUIRE(report.dataset == "acled");
    try {
        credit_line(report, {}, base::Language::en);
        FAIL("no day of access, and no error");
    } catch (const base::Error& error) {
        CHECK(error.key() == "credit.access_needed");
    }
    CreditDetails details;
    details.accessed = {base::day_of({2025, 6, 1})};
    CHECK_THAT(credit_line(report, details, base::Language::en),
               StartsWith("ACLED: ACLED, acleddata.com (") &&
                   EndsWith("; accessed 1 June 2025; chosen: all events of the file; changed: nothing"));
    details.accessed = {base::day_of({2025, 7, 1}), base::day_of({2025, 6, 1}), base::day_of({2025, 7, 1})};
    CHECK_THAT(credit_line(report, details, base::Language::en),
               ContainsSubstring("accessed 1 June 2025, 1 July 2025;"));
    details.accessed.resize(2);
    details.filters = {"from 2020-01-01", "to 2020-12-31"};
    details.changes = {"points moved"};
    CHECK_THAT(credit_line(report, details, base::Language::en),
               EndsWith("; chosen: from 2020-01-01, to 2020-12-31; changed: points moved"));
    CHECK_THAT(credit_line(report, details, base::Language::fr),
               ContainsSubstring("consultées le 1er juin 2025, 1er juillet 2025"));
}

TEST_CASE("terms follow the rows through a table of our own") {
    const test::TemporaryFolder folder;
    write_events(read_events_csv(made_up_acled, "acled.csv").table, folder / "a.csv", EventFormat::csv);
    const EventsRead again = read_events(folder / "a.csv");
    CHECK(again.report.dataset == "acled");  // its rows' source, and not another one beside it
    CHECK_FALSE(again.report.terms.may_pass_on);
    REQUIRE(again.report.notes.size() == 1);
    CHECK(again.report.notes[0].key == "note.own_table");
    const auto sources = sources_of(again.table);
    REQUIRE(sources.size() == 1);
    CHECK(sources[0].dataset == "acled");
    CHECK(sources[0].rows == 2);
    CHECK(sources[0].files == std::vector<std::string>{"acled.csv"});
    CHECK(not_to_be_passed_on(sources).size() == 1);
    CHECK(not_to_be_passed_on(sources_of(read_events_csv(made_up_ged, "g.csv").table)).empty());
}

TEST_CASE("a user's own schema has terms too") {
    const events::EventTable table = [] {
        events::EventTableBuilder builder;
        events::EventFile file;
        file.name = "x.csv";
        file.dataset = "mine";
        builder.add_file(file);
        builder.add(events::EventRow{});
        return std::move(builder).build();
    }();
    const auto schema = std::make_shared<EventSchema>();
    schema->id = "mine";
    schema->terms.citation = "A book of mine";
    schema->terms.may_pass_on = false;
    const std::vector<SchemaPtr> own{schema};
    CHECK(not_to_be_passed_on(sources_of(table, own)).size() == 1);
    CHECK_FALSE(sources_of(table)[0].has_terms());
    CHECK(credit_line(sources_of(table)[0], {}, base::Language::en) == "mine");
}
