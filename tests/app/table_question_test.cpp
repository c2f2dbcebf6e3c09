#include "app/table_question.h"

#include <fstream>

#include "app/session.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using app::TableQuestion;
using io::EventField;

namespace {

// Made-up rows.
constexpr const char* undecidable_rows =
    "Ref,When,Lat_dd,Long_dd,Dead,Land\n"
    "m1,03/04/2017,14.5,-4.2,3,Mali\n"
    "m2,05/06/2017,14.9,-3.2,0,Mali\n"
    "m3,07/08/2018,13.5,-1.2,12,Burkina Faso\n";

std::filesystem::path written(const test::TemporaryFolder& folder, const char* name, const std::string& text) {
    std::ofstream(folder / name) << text;
    return folder / name;
}

std::size_t place_of(const TableQuestion& question, EventField field) {
    for (std::size_t i = 0; i < question.fields().size(); ++i)
        if (question.fields()[i].field == field) return i;
    FAIL("the field is not asked for");
    return 0;
}

// The name of the column that the field is read from; empty: none.
std::string column_of(const TableQuestion& question, EventField field) {
    const auto column = question.fields()[place_of(question, field)].column;
    return column ? question.header()[*column] : std::string();
}

void choose(TableQuestion& question, EventField field, std::size_t column) {
    question.choose(place_of(question, field), column);
}

}  // namespace

TEST_CASE("a table with the documented names is not asked about, nor one whose columns are given") {
    const test::TemporaryFolder folder;
    const auto plain =
        written(folder, "a.csv", "id,date_start,latitude,longitude,best\na,2016-02-29,14.5,-4.2,3\n");
    CHECK_FALSE(TableQuestion::about(plain, {}));
    const auto guessed = written(folder, "b.csv", undecidable_rows);
    io::EventReadOptions given;
    given.layout.mapping = io::parse_mapping("date=When,latitude=Lat_dd,longitude=Long_dd");
    CHECK_FALSE(TableQuestion::about(guessed, given));
    CHECK_FALSE(TableQuestion::about(folder / "nowhere.csv", {}));
}

TEST_CASE("a guessed table shows ten rows, each guess with its reason, and asks for the order of day and month") {
    const test::TemporaryFolder folder;
    std::string text = undecidable_rows;
    for (int i = 0; i < 20; ++i) text += "n,01/02/2019,13.5,-1.9,2,Mali\n";
    auto question = TableQuestion::about(written(folder, "b.csv", text), {});
    REQUIRE(question);
    CHECK(question->rows().size() == 10);
    CHECK(column_of(*question, EventField::date_start) == "When");
    CHECK(column_of(*question, EventField::latitude) == "Lat_dd");
    CHECK(column_of(*question, EventField::longitude) == "Long_dd");
    CHECK_FALSE(question->fields()[place_of(*question, EventField::date_start)].reason.key.empty());
    CHECK(question->asks_order());
    CHECK(question->missing() == "app.table.needs_order");
    question->order = io::DateOrder::day_first;
    CHECK(question->missing().empty());
    const auto read = io::read_events(question->file(), question->answer());
    CHECK(base::iso(read.table.days().first) == "2017-04-03");
    question->order = io::DateOrder::month_first;
    CHECK(base::iso(io::read_events(question->file(), question->answer()).table.days().first) == "2017-03-04");
}

TEST_CASE("one row with a day over 12 decides, wherever it stands") {
    const test::TemporaryFolder folder;
    std::string text = undecidable_rows;
    for (int i = 0; i < 3000; ++i) text += "n,01/02/2019,13.5,-1.9,2,Mali\n";
    text += "last,31/12/2019,13.5,-1.9,2,Mali\n";
    const auto question = TableQuestion::about(written(folder, "b.csv", text), {});
    REQUIRE(question);
    CHECK_FALSE(question->asks_order());
    CHECK(question->missing().empty());
}

TEST_CASE("a corrected guess is what is read, and what was taken away is not guessed again") {
    const test::TemporaryFolder folder;
    auto question = TableQuestion::about(written(folder, "b.csv", undecidable_rows), {});
    REQUIRE(question);
    question->order = io::DateOrder::day_first;
    question->choose(place_of(*question, EventField::best), std::nullopt);
    // A column serves one field.
    choose(*question, EventField::place, 5);
    CHECK(column_of(*question, EventField::country).empty());
    const auto read = io::read_events(question->file(), question->answer());
    REQUIRE(read.table.size() == 3);
    CHECK(read.table.best()[0] == events::fatalities_unknown);
    CHECK(read.table.row(0).text(events::Text::country).empty());
    CHECK_THAT(question->command_line(), test::ContainsSubstring("--map \"date_start=When,") &&
                                             test::ContainsSubstring("place=Land") &&
                                             test::ContainsSubstring("--dates day-first"));
}

TEST_CASE("without a date or a place nothing can be read, and plane coordinates need their system") {
    const test::TemporaryFolder folder;
    auto question = TableQuestion::about(
        written(folder, "c.csv",
                "Ref,Datum,Rechts,Hoch\nm1,2017-03-02,500000,1600000\nm2,2017-03-05,510000,1610000\n"),
        {});
    REQUIRE(question);
    for (std::size_t i = 0; i < question->fields().size(); ++i) question->choose(i, std::nullopt);
    CHECK(question->missing() == "app.table.needs_date");
    choose(*question, EventField::date_start, 1);
    CHECK(question->missing() == "app.table.needs_place");
    choose(*question, EventField::x, 2);
    choose(*question, EventField::y, 3);
    CHECK(question->missing() == "app.table.needs_crs");
    question->crs = "no such system";
    CHECK(question->missing() == "app.table.unknown_crs");
    question->crs = "EPSG:32630";
    CHECK(question->missing().empty());
    const auto read = io::read_events(question->file(), question->answer());
    REQUIRE(read.table.size() == 2);
    // UTM zone 30 has its central meridian at 3 degrees west, where x is 500 000 m.
    CHECK(read.table.lon_deg()[0] == test::Approx(-3.0).margin(1e-6));
}

TEST_CASE("a dropped table of no known source is asked about and read once that is answered") {
    const test::TemporaryFolder folder;
    const auto file = written(folder, "b.csv", undecidable_rows);
    app::Session session(story::open({}, {}));
    const auto before = session.scene();
    session.open_files({file});
    REQUIRE(session.question() != nullptr);
    CHECK(session.scene() == before);
    session.drop_question();
    CHECK(session.question() == nullptr);
    CHECK(session.scene() == before);
    session.open_files({file});
    session.question()->order = io::DateOrder::month_first;
    session.answer_question();
    CHECK(session.question() == nullptr);
    CHECK_FALSE(session.notice);
    REQUIRE(session.scene()->event_layers.size() == 1);
    CHECK(session.scene()->event_layers[0].table->size() == 3);
}

TEST_CASE("documented names with dates that cannot be decided leave only the order to be asked") {
    const test::TemporaryFolder folder;
    const auto file =
        written(folder, "a.csv", "id,date_start,latitude,longitude,best\na,03/04/2016,14.5,-4.2,3\n");
    app::Session session(story::open({}, {}));
    session.open_files({file});
    REQUIRE(session.question() != nullptr);
    CHECK_FALSE(session.question()->asks_columns());
    CHECK(session.question()->missing() == "app.table.needs_order");
    session.question()->order = io::DateOrder::day_first;
    session.answer_question();
    CHECK(base::iso(session.scene()->event_layers.at(0).table->days().first) == "2016-04-03");
}
