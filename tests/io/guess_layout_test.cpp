#include "io/guess_layout.h"

#include "io/event_reader.h"
#include "support/catch.h"

using namespace harmattan;
using events::Text;

namespace {

// The sentences of a key, in English.
std::vector<std::string> notes_of(const io::ReadReport& report, const std::string& key) {
    std::vector<std::string> sentences;
    for (const io::ReadingNote& note : report.notes)
        if (note.key == key) sentences.push_back(io::words(base::Language::en, note));
    return sentences;
}

io::EventsRead read(const std::string& columns, const std::vector<std::string>& values) {
    std::string text = "when,lat,lon," + columns + "\n";
    for (const std::string& value : values) text += "2017-03-02,14.5,-4.2," + value + "\n";
    return io::read_events_csv(text, "x.csv");
}

}  // namespace

TEST_CASE("guess: a column of deaths that holds no numbers is named with the first of its values") {
    const auto misfit = read("deaths", {"3", "many", "few", ""});
    CHECK(misfit.report.kept == 4);
    const auto notes = notes_of(misfit.report, "note.column_misfit");
    REQUIRE(notes.size() == 1);
    CHECK_THAT(notes[0], test::ContainsSubstring("the column deaths is not read") &&
                             test::ContainsSubstring("only 1 of the 3 values") &&
                             test::ContainsSubstring("\"many\"") && test::ContainsSubstring("--map best=deaths"));
    CHECK(misfit.table.row(0).best == events::fatalities_unknown);

    // One that is mostly numbers is read, and its bad rows are rejected one by one.
    const auto most = read("deaths", {"3", "4", "many"});
    CHECK(notes_of(most.report, "note.column_misfit").empty());
    CHECK(most.report.rejected == 1);
    // Another column that fits is taken, and the first says nothing of use then.
    const auto other = read("deaths,killed", {"many,3", "few,4"});
    CHECK(notes_of(other.report, "note.column_misfit").empty());
    CHECK(other.table.row(0).best == 3);
}

TEST_CASE("guess: a column of types without one known type is the category, and that is said") {
    const auto unknown = read("event_type", {"", "Battles", "Riots"});
    CHECK(unknown.report.warning_count == 0);
    const auto notes = notes_of(unknown.report, "note.type_as_category");
    REQUIRE(notes.size() == 1);
    CHECK_THAT(notes[0], test::ContainsSubstring("event_type") && test::ContainsSubstring("\"Battles\""));
    CHECK(unknown.table.row(1).text(Text::category) == "Battles");
    CHECK(unknown.table.row(1).type == events::ViolenceType::unknown);

    const auto known = read("event_type", {"State-based violence", "Riots"});
    CHECK(notes_of(known.report, "note.type_as_category").empty());
    CHECK(known.table.row(0).type == events::ViolenceType::state_based);
    CHECK(known.report.warnings_by_reason.at("row.type_unknown") == 1);

    const auto both = read("event_type,category", {"Battles,x", "Riots,y"});
    CHECK(both.table.row(0).text(Text::category) == "x");
    CHECK(notes_of(both.report, "note.type_not_read").size() == 1);
}
