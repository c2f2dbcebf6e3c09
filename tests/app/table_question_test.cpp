#include "app/table_question.h"

#include <fstream>

#include "app/session.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using app::TableQuestion;
using io::EventField;

namespace {

// All rows are made up.
struct Written {
    test::TemporaryFolder folder;
    std::filesystem::path file;
    Written(const std::string& name, const std::string& text) : file(folder / name) {
        std::ofstream(file) << text;
    }
};

const std::string guessed =
    "ref,quand,lat_dd,lon_dd,morts\nx1,13/02/2016,14.5,-4.2,3\nx2,14/03/2016,15.25,-3.5,1\n"
    "x3,25/12/2016,14.75,-1.5,0\n";

std::size_t index_of(const TableQuestion& question, EventField field) {
    for (std::size_t i = 0; i < question.fields().size(); ++i)
        if (question.fields()[i].field == field) return i;
    return ~std::size_t(0);
}

std::size_t column_of(const TableQuestion& question, const std::string& name) {
    for (std::size_t i = 0; i < question.header().size(); ++i)
        if (question.header()[i] == name) return i;
    return ~std::size_t(0);
}

}  // namespace

TEST_CASE("nothing is asked of columns whose names can mean nothing else, nor where they are named") {
    const Written sure("a.csv", "id,date_start,latitude,longitude\na,2016-02-29,14.5,-4.2\n");
    CHECK_FALSE(TableQuestion::of(sure.file, {}));
    const Written unsure("b.csv", guessed);
    io::EventReadOptions named;
    named.layout.mapping = io::parse_mapping("date=quand,latitude=lat_dd,longitude=lon_dd");
    CHECK_FALSE(TableQuestion::of(unsure.file, named));
    CHECK(TableQuestion::of(unsure.file, {}));
}

TEST_CASE("what is said of the columns is what is read, and nothing else is guessed") {
    const Written table("b.csv", guessed);
    auto question = TableQuestion::of(table.file, {});
    REQUIRE(question);
    CHECK(question->rows().size() == 3);
    const auto choose = [&](EventField field, const std::string& column) {
        question->choose(index_of(*question, field),
                         column.empty() ? std::nullopt : std::optional(column_of(*question, column)));
    };
    choose(EventField::date_start, "");
    REQUIRE(question->fault());
    CHECK(question->fault()->key() == "csv.missing_column");
    choose(EventField::date_start, "quand");
    choose(EventField::latitude, "lat_dd");
    choose(EventField::longitude, "lon_dd");
    choose(EventField::best, "");
    CHECK_FALSE(question->fault());
    auto read = io::read_events(table.file, question->answer());
    CHECK(read.table.size() == 3);
    CHECK(read.table.first_day()[0] == base::day_of({2016, 2, 13}));
    CHECK(read.table.best()[0] == events::fatalities_unknown);
    choose(EventField::best, "morts");
    read = io::read_events(table.file, question->answer());
    CHECK(read.table.best()[0] == 3);
}

TEST_CASE("the reference system of a plane is asked for and checked") {
    const Written table("c.csv", "when,easting,northing\n2016-02-13,555000,1605000\n2016-02-14,556000,1606000\n");
    auto question = TableQuestion::of(table.file, {});
    REQUIRE(question);
    question->choose(index_of(*question, EventField::x), column_of(*question, "easting"));
    question->choose(index_of(*question, EventField::y), column_of(*question, "northing"));
    question->choose(index_of(*question, EventField::date_start), column_of(*question, "when"));
    CHECK(question->asks_crs());
    REQUIRE(question->fault());
    CHECK(question->fault()->key() == "app.mapping.choose_crs");
    question->set_crs("EPSG:nonsense");
    CHECK(question->fault());
    question->set_crs("EPSG:32630");
    CHECK_FALSE(question->fault());
    const auto read = io::read_events(table.file, question->answer());
    // UTM zone 30 north: 55 km east of 3 degrees west.
    CHECK(read.table.lon_deg()[0] == Approx(-2.49).margin(0.02));
    CHECK(read.table.lat_deg()[0] == Approx(14.52).margin(0.02));
}

TEST_CASE("where no row tells day from month the window asks, and reads as it is answered") {
    const Written table("d.csv", "id,date_start,latitude,longitude\na,03/04/2017,14.5,-4.2\nb,05/06/2017,15,-4\n");
    app::Session session(story::open({}, {}));
    const auto before = session.scene();
    session.open_files({table.file});
    CHECK(session.scene() == before);
    CHECK_FALSE(session.notice);
    REQUIRE(session.question());
    CHECK(session.question()->asks_order());
    CHECK_FALSE(session.question()->asks_columns());
    REQUIRE(session.question()->fault());
    session.answer_question();
    REQUIRE(session.question());
    session.question()->set_order(io::DateOrder::month_first);
    session.answer_question();
    CHECK_FALSE(session.question());
    REQUIRE(session.scene()->event_layers.size() == 1);
    CHECK(session.scene()->event_layers[0].table->first_day()[0] == base::day_of({2017, 3, 4}));
}

TEST_CASE("a guessed table with undecidable dates is asked twice, and a question can be cancelled") {
    const Written table("e.csv", "ref,quand,lat_dd,lon_dd\nx1,03/04/2016,14.5,-4.2\nx2,04/03/2016,15.25,-3.5\n");
    app::Session session(story::open({}, {}));
    const auto before = session.scene();
    session.open_files({table.file});
    REQUIRE(session.question());
    auto& question = *session.question();
    question.choose(index_of(question, EventField::date_start), column_of(question, "quand"));
    question.choose(index_of(question, EventField::latitude), column_of(question, "lat_dd"));
    question.choose(index_of(question, EventField::longitude), column_of(question, "lon_dd"));
    REQUIRE_FALSE(question.fault());
    session.answer_question();
    REQUIRE(session.question());
    CHECK(session.question()->asks_order());
    CHECK(session.question()->asks_columns());
    session.cancel_question();
    CHECK_FALSE(session.has_question());
    CHECK(session.scene() == before);
}
