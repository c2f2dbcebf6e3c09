#include "io/date_order.h"

#include <initializer_list>

#include "support/catch.h"

using namespace harmattan::io;

namespace {

DateOrderEvidence evidence_of(std::initializer_list<std::string_view> texts) {
    DateOrderEvidence evidence;
    for (const auto text : texts) evidence.add(text);
    return evidence;
}

}  // namespace

TEST_CASE("dates that do not depend on an order need none") {
    for (const auto& evidence :
         {evidence_of({}), evidence_of({"2017-03-02", "2012-06", "2 March 2017"}),
          evidence_of({"05/05/2017", "", "n/a"}), evidence_of({"2017/3/4", "20170304"}), evidence_of({"hello"})}) {
        CHECK(evidence.verdict() == OrderVerdict::not_needed);
        CHECK_FALSE(evidence.order());
    }
}

TEST_CASE("a component over 12 decides the order of the whole column") {
    const auto day = evidence_of({"03/04/2017", "05/05/2017", "2017-01-01", "13/04/2017", "28/02/2017 10:00"});
    CHECK(day.verdict() == OrderVerdict::decided);
    CHECK(day.order() == DateOrder::day_first);
    CHECK(day.speaking_for(DateOrder::day_first).texts == 2);
    CHECK(day.speaking_for(DateOrder::day_first).example == "13/04/2017");
    CHECK(day.speaking_for(DateOrder::month_first).texts == 0);
    CHECK(day.ambiguous().texts == 1);
    CHECK(read_date("03/04/2017", day.rules()).value.date == harmattan::base::CivilDate{2017, 4, 3});

    const auto month = evidence_of({"3/4/17", "12/31/17"});
    CHECK(month.order() == DateOrder::month_first);
    CHECK(month.speaking_for(DateOrder::month_first).example == "12/31/17");
}

TEST_CASE("without such a component the order cannot be known") {
    const auto evidence = evidence_of({"05/05/2017", " 03/04/2017 ", "01/02/2017"});
    CHECK(evidence.verdict() == OrderVerdict::undecidable);
    CHECK_FALSE(evidence.order());
    CHECK(evidence.ambiguous().texts == 2);
    CHECK(evidence.ambiguous().example == "03/04/2017");
}

TEST_CASE("two orders in one column are told with an example of each") {
    const auto evidence = evidence_of({"03/04/2017", "13/04/2017", "04/13/2017", "14/04/2017"});
    CHECK(evidence.verdict() == OrderVerdict::contradictory);
    CHECK_FALSE(evidence.order());
    CHECK(evidence.speaking_for(DateOrder::day_first).texts == 2);
    CHECK(evidence.speaking_for(DateOrder::day_first).example == "13/04/2017");
    CHECK(evidence.speaking_for(DateOrder::month_first).texts == 1);
    CHECK(evidence.speaking_for(DateOrder::month_first).example == "04/13/2017");
    CHECK(evidence_of({"31-12-99", "99-12-31"}).verdict() == OrderVerdict::contradictory);
}

TEST_CASE("a year of two digits may stand first") {
    CHECK(evidence_of({"99-12-31", "01-02-03"}).order() == DateOrder::year_first);
    // Few years and many days stand last and first.
    CHECK(evidence_of({"01-06-17", "15-06-17", "20-07-17", "03-08-18"}).order() == DateOrder::day_first);
    // As many of both: 17 March 2002 or 2 March 2017.
    CHECK(evidence_of({"17-03-02"}).verdict() == OrderVerdict::undecidable);
    CHECK(evidence_of({"17-03-02", "17-03-15", "17-04-30"}).verdict() == OrderVerdict::undecidable);
    // A day without its zero cannot be a year.
    CHECK(evidence_of({"17/3/12", "1/3/12"}).order() == DateOrder::day_first);
}

// Found by fuzz_date: the order was said to be decided, and the second text then had none.
TEST_CASE("a year of two digits in front says nothing about one of four at the end") {
    const auto evidence = evidence_of({"99-12-31", "03/04/2017"});
    CHECK(evidence.verdict() == OrderVerdict::undecidable);
    CHECK(evidence.ambiguous().example == "03/04/2017");
    CHECK(evidence_of({"99-12-31", "13/04/2017"}).order() == DateOrder::year_first);
}

TEST_CASE("the forms of a column are counted") {
    const auto evidence = evidence_of(
        {"2017-03-02", "2012-06", "2012", "1 mars 2012", "03/04/2017", "", "NA", "soon", "31/02/2017"});
    CHECK(evidence.texts() == 9);
    CHECK(evidence.missing() == 2);
    CHECK(evidence.count(DateForm::iso) == 1);
    CHECK(evidence.count(DateForm::month) == 1);
    CHECK(evidence.count(DateForm::year) == 1);
    CHECK(evidence.count(DateForm::named) == 1);
    CHECK(evidence.count(DateForm::numbers) == 2);
    CHECK(evidence.count(DateForm::none) == 1);
    CHECK(evidence.unreadable().texts == 2);
    CHECK(evidence.unreadable().example == "soon");
    CHECK_FALSE(evidence.are_serials());
}

TEST_CASE("a column of nothing but numbers in the band of serials holds serials") {
    CHECK(evidence_of({"42796", "42797.5", "", "41000,25"}).are_serials());
    CHECK(evidence_of({"20000", "60000"}).rules().excel_serials);
    CHECK_FALSE(evidence_of({"42796", "2017-03-02"}).are_serials());
    CHECK_FALSE(evidence_of({"42796", "19999"}).are_serials());
    CHECK_FALSE(evidence_of({"60001"}).are_serials());
    CHECK_FALSE(evidence_of({"2012", "2013"}).are_serials());
    CHECK_FALSE(evidence_of({"", "NA"}).are_serials());
    CHECK(evidence_of({"42796", "42797"}).count(DateForm::serial) == 2);
}

TEST_CASE("texts that are the same days in every possible order need no choice") {
    // Found by fuzz_date: two orders were possible and nothing stood against either.
    const auto evidence = evidence_of({"12/31/2017 2:30 pm", "01-01-01", "20170302"});
    CHECK(evidence.verdict() == OrderVerdict::decided);
    CHECK(evidence.order() == DateOrder::month_first);
    CHECK(evidence_of({"31/12/2017", "01-01-01"}).order() == DateOrder::day_first);
    CHECK(evidence_of({"17-03-31", "01-01-01"}).verdict() == OrderVerdict::undecidable);
}
