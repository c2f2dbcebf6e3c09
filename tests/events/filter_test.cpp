#include "events/filter.h"

#include "base/error.h"
#include "events/actor_matcher.h"
#include "events/filter_rows.h"
#include "support/catch.h"

using namespace harmattan;
using events::EventRow;
using events::EventTable;
using events::Filter;
using events::FilterAnswer;
using events::FilterContext;
using events::Text;
using events::ViolenceType;
using test::day;
using test::FilterRows;

namespace {

// The ids of the rows that match, in order: "1 3".
std::string matching(const EventTable& table, const std::string& expression, const FilterContext& context = {}) {
    std::string ids;
    for (const std::uint32_t row : Filter::parse(expression).rows(table, context)) {
        if (!ids.empty()) ids += ' ';
        ids += table.text(Text::id).at(row);
    }
    return ids;
}

EventTable three_countries() {
    return FilterRows()
        .add([](EventRow& row) {
            row.set_text(Text::country, "Mali");
            row.set_text(Text::side_a, "JNIM");
            row.set_text(Text::side_b, "Civilians");
            row.set_text(Text::place, "Ségou town");
            row.type = ViolenceType::one_sided;
            row.best = 12;
        })
        .add([](EventRow& row) {
            row.set_text(Text::country, "Niger");
            row.set_text(Text::side_a, "Government of Niger");
            row.set_text(Text::side_b, "jnim");
            row.best = 70000;
            row.first_day = row.last_day = day("2013-12-31");
        })
        .add([](EventRow& row) {
            row.set_text(Text::country, "Burkina Faso");
            row.set_text(Text::side_a, "Government of Burkina Faso");
            row.best = events::fatalities_unknown;
            row.type = ViolenceType::unknown;
            row.where_precision = 0;
            row.origin.file = 1;
            row.first_day = row.last_day = day("2014-01-01");
        })
        .add([](EventRow& row) {  // what no source gives
            row.best = row.low = row.high = 0;
            row.where_precision = 2;
            row.first_day = day("2014-02-27");
            row.last_day = day("2014-03-02");
        })
        .table();
}

}  // namespace

TEST_CASE("the example of the documentation") {
    const EventTable table = FilterRows()
                                 .add([](EventRow& row) {
                                     row.set_text(Text::country, "Mali");
                                     row.set_text(Text::side_a, "JNIM");
                                     row.best = 10;
                                     row.type = ViolenceType::one_sided;
                                 })
                                 .add([](EventRow& row) {  // the same, too few deaths
                                     row.set_text(Text::country, "Mali");
                                     row.set_text(Text::side_a, "JNIM");
                                     row.best = 9;
                                     row.type = ViolenceType::one_sided;
                                 })
                                 .add([](EventRow& row) {  // the same, elsewhere
                                     row.set_text(Text::country, "Niger");
                                     row.set_text(Text::side_b, "JNIM and others");
                                     row.best = 10;
                                     row.lon_deg = 30;
                                     row.type = ViolenceType::one_sided;
                                 })
                                 .add([](EventRow& row) {  // the same on the last day
                                     row.set_text(Text::country, "Niger");
                                     row.set_text(Text::side_b, "JNIM and others");
                                     row.best = 11;
                                     row.first_day = row.last_day = day("2013-12-31");
                                     row.type = ViolenceType::one_sided;
                                 })
                                 .table();
    const std::string expression =
        "country in ('Mali','Niger') and type = 'one-sided' and best >= 10 and actor ~ 'JNIM' and within(extent)"
        " and date between 2012-01-01 and 2013-12-31";
    FilterContext context;
    context.extent = geo::Extent{-18, 3, 16, 26};
    CHECK(matching(table, expression, context) == "1 4");
    CHECK(Filter::parse(expression).text() == expression);
    CHECK(Filter::parse(expression).mask(table, context) == std::vector<std::uint8_t>{1, 0, 0, 1});
}

TEST_CASE("texts: equal without regard to case, held without regard to case and accents") {
    const EventTable table = three_countries();
    CHECK(matching(table, "country = 'MALI'") == "1");
    CHECK(matching(table, "country = \"mali\"") == "1");
    CHECK(matching(table, "country = 'Mal'").empty());
    CHECK(matching(table, "place = 'ségou TOWN'") == "1");
    CHECK(matching(table, "place = 'SÉGOU town'") == "1");
    CHECK(matching(table, "place = 'Segou town'").empty());
    CHECK(matching(table, "place ~ 'segou'") == "1");
    CHECK(matching(table, "place ~ 'É'") == "1");
    CHECK(matching(table, "country in ('niger', 'MALI', 'Chad')") == "1 2");
    // Nothing given is neither equal nor not equal.
    CHECK(matching(table, "country != 'Mali'") == "2 3");
    CHECK(matching(table, "country not in ('Mali', 'Niger')") == "3");
    CHECK(matching(table, "country !~ 'ni'") == "1 3");
    CHECK(matching(table, "country is unknown") == "4");
    CHECK(matching(table, "country is known") == "1 2 3");
    CHECK(matching(table, "country is not known") == "4");
    CHECK(matching(table, "note is unknown") == "1 2 3 4");
    CHECK(matching(table, "note !~ 'x'").empty());
    CHECK(matching(table, "id in (2, '3')") == "2 3");
    CHECK(matching(table, "id = 01").empty());
    CHECK(matching(table, "id ~ '4'") == "4");
}

TEST_CASE("a quote inside a text is written twice, or the other quote is taken") {
    const EventTable table =
        FilterRows().add([](EventRow& row) { row.set_text(Text::side_a, "Jama'at \"X\""); }).table();
    CHECK(matching(table, "side_a = 'Jama''at \"X\"'") == "1");
    CHECK(matching(table, "side_a = \"Jama'at \"\"X\"\"\"") == "1");
    CHECK(matching(table, "side_a ~ ''''") == "1");
}

TEST_CASE("an actor is either side") {
    const EventTable table = three_countries();
    CHECK(matching(table, "actor = 'JNIM'") == "1 2");
    CHECK(matching(table, "side_b = 'JNIM'") == "2");
    CHECK(matching(table, "actor ~ 'government'") == "2 3");
    // Neither side: one that is not given is none. Without any side it is not known.
    CHECK(matching(table, "actor != 'JNIM'") == "3");
    CHECK(matching(table, "actor !~ 'civil'") == "2 3");
    CHECK(matching(table, "not actor = 'JNIM'") == "3");
    CHECK(matching(table, "actor in ('Civilians', 'nobody')") == "1");
    CHECK(matching(table, "actor is unknown") == "4");
}

TEST_CASE("numbers, and none where the source gives none") {
    const EventTable table = three_countries();
    CHECK(matching(table, "best >= 10") == "1 2");
    CHECK(matching(table, "best > 12") == "2");
    CHECK(matching(table, "best <= 12") == "1 4");
    CHECK(matching(table, "best < 0.5") == "4");
    CHECK(matching(table, "best = 70000") == "2");
    CHECK(matching(table, "best = 0") == "4");
    CHECK(matching(table, "best != 0") == "1 2");
    CHECK(matching(table, "best < 1e9") == "1 2 4");
    CHECK(matching(table, "best between 0 and 12") == "1 4");
    CHECK(matching(table, "best not between 1 and 100") == "2 4");
    CHECK(matching(table, "best in (12, 0, 13)") == "1 4");
    CHECK(matching(table, "best not in (12, 13)") == "2 4");
    CHECK(matching(table, "best = -1").empty());
    CHECK(matching(table, "best > -5") == "1 2 4");
    CHECK(matching(table, "best is unknown") == "3");
    CHECK(matching(table, "best is known") == "1 2 4");
    CHECK(matching(table, "where_precision >= 1") == "1 2 4");
    CHECK(matching(table, "where_precision is unknown") == "3");
    CHECK(matching(table, "radius_km = 0") == "1 2");
    CHECK(matching(table, "radius_km <= 25") == "1 2 4");
    CHECK(matching(table, "radius_km is unknown") == "3");
    CHECK(matching(table, "latitude = 16 and longitude = -3") == "1 2 3 4");
    CHECK(matching(table, "longitude > -2.999").empty());
    CHECK(matching(table, "weight = 1") == "1 2 3 4");
    CHECK(matching(table, "date_precision = 1 and low >= 0 and high <= 5") == "1 2 3 4");
}

TEST_CASE("types by name and by number") {
    const EventTable table = three_countries();
    CHECK(matching(table, "type = 'one-sided'") == "1");
    CHECK(matching(table, "type = 'One-Sided'") == "1");
    CHECK(matching(table, "type = 3") == "1");
    CHECK(matching(table, "type != 'one-sided'") == "2 4");
    CHECK(matching(table, "type in ('state-based', 2)") == "2 4");
    CHECK(matching(table, "type not in (1, 2)") == "1");
    CHECK(matching(table, "type is unknown") == "3");
}

TEST_CASE("days: date is the first one, date_end the last one") {
    const EventTable table = three_countries();  // the fourth event: 27 February to 2 March 2014
    CHECK(matching(table, "date = 2013-12-31") == "2");
    CHECK(matching(table, "date = '2013-12-31'") == "2");
    CHECK(matching(table, "date >= 2013-12-31") == "2 3 4");
    CHECK(matching(table, "date > 2013-12-31") == "3 4");
    CHECK(matching(table, "date between 2012-01-17 and 2013-12-31") == "1 2");
    CHECK(matching(table, "date >= 2014-03-01").empty());
    CHECK(matching(table, "date_end >= 2014-03-01") == "4");
    CHECK(matching(table, "date_end = 2014-03-02") == "4");
    CHECK(matching(table, "year = 2014") == "3 4");
    CHECK(matching(table, "month in (1, 12)") == "1 2 3");
    CHECK(matching(table, "month = 3").empty());
    CHECK(matching(table, "date != 2014-01-01") == "1 2 4");
}

TEST_CASE("datasets by either of their names, and versions") {
    const EventTable table = three_countries();
    CHECK(matching(table, "dataset = 'ucdp-ged'") == "1 2 4");
    CHECK(matching(table, "dataset = 'UCDP GED'") == "1 2 4");
    CHECK(matching(table, "dataset ~ 'ged'") == "1 2 4");
    CHECK(matching(table, "dataset != 'UCDP GED'").empty());
    CHECK(matching(table, "dataset != 'acled'") == "1 2 4");
    CHECK(matching(table, "dataset is unknown") == "3");
    CHECK(matching(table, "version = 25.1") == "1 2 4");
    CHECK(matching(table, "version = 25.10").empty());
    CHECK(matching(table, "version in ('24.1', '25.1')") == "1 2 4");
}

TEST_CASE("weights") {
    const EventTable table =
        FilterRows().add([](EventRow& row) { row.weight = 40; }).add([](EventRow&) {}).table();
    CHECK(matching(table, "weight > 1") == "1");
    CHECK(matching(table, "weight is known") == "1 2");
}

TEST_CASE("not binds closer than and, and closer than or; brackets before all") {
    const EventTable table = three_countries();
    CHECK(matching(table, "best = 0 or best = 12 and country = 'Niger'") == "4");
    CHECK(matching(table, "(best = 0 or best = 12) and country = 'Niger'").empty());
    CHECK(matching(table, "country = 'Niger' and best = 12 or best = 0") == "4");
    CHECK(matching(table, "not best = 0 and best <= 12") == "1");
    CHECK(matching(table, "not (best = 0 and best <= 12)") == "1 2");
    CHECK(matching(table, "not not best = 0") == "4");
    CHECK(matching(table, "not best = 0 or best = 0") == "1 2 4");
    CHECK(matching(table, "best between 0 and 12 and country = 'Mali'") == "1");
    CHECK(matching(table, "NOT Best = 0 AND best<=12") == "1");
    CHECK(matching(table, "\n best = 0\n\tor best = 12\r\n") == "1 4");
}

TEST_CASE("what is unknown stays unknown through and, or and not") {
    const EventTable table = three_countries();
    const auto answers = [&](const std::string& expression) {
        std::string all;
        for (const FilterAnswer answer : Filter::parse(expression).answers(table))
            all += "-?+"[static_cast<int>(answer)];
        return all;
    };
    CHECK(answers("best >= 10") == "++?-");
    CHECK(answers("not best >= 10") == "--?+");
    CHECK(answers("best < 10") == "--?+");
    CHECK(answers("best >= 10 and country = 'Burkina Faso'") == "--?-");
    CHECK(answers("best >= 10 and country = 'Mali'") == "+---");
    CHECK(answers("best >= 10 or country = 'Burkina Faso'") == "+++?");
    CHECK(answers("best >= 10 or country = 'Mali'") == "++??");
    CHECK(answers("not (best >= 10 or country = 'Mali')") == "--??");
    CHECK(answers("best is unknown or best >= 10") == "+++-");
}

TEST_CASE("places: extents, the antimeridian among them, and distances") {
    const auto at = [](double lat, double lon) {
        return [=](EventRow& row) {
            row.lat_deg = lat;
            row.lon_deg = lon;
        };
    };
    const EventTable table = FilterRows()
                                 .add(at(16, -3))
                                 .add(at(-17, 179.5))
                                 .add(at(-17, -179.5))
                                 .add(at(std::nan(""), 0))
                                 .add(at(16.5, -3))
                                 .table();
    CHECK(matching(table, "within(-18, 3, 16, 26)") == "1 5");
    CHECK(matching(table, "within(-3,16,0,16.1)") == "1");  // borders are inside
    CHECK(matching(table, "within(179, -20, -179, 0)") == "2 3");
    CHECK(matching(table, "not within(179, -20, -179, 0)") == "1 5");
    CHECK(matching(table, "latitude is unknown") == "4");
    // echo '16 -3 16.5 -3' | geod -I +ellps=WGS84 +units=m: 55330.642 (PROJ 9.1.1)
    CHECK(matching(table, "near(16, -3, 55.331 km)") == "1 5");
    CHECK(matching(table, "near(16, -3, 55.330km)") == "1");
    // echo '-17 179.5 -17 -179.5' | geod -I +ellps=WGS84 +units=m: 106485.715, over the antimeridian
    CHECK(matching(table, "near(-17, 179.5, 106.486 km)") == "2 3");
    CHECK(matching(table, "near(-17, 179.5, 106.485 km)") == "2");
    CHECK(matching(table, "near(16, -3, 20000 km)") == "1 2 3 5");
}

TEST_CASE("the extent of the map is asked for, and must be given") {
    const EventTable table = three_countries();
    const Filter filter = Filter::parse("best >= 0 and within(extent)");
    try {
        filter.mask(table);
        FAIL("no error");
    } catch (const base::Error& error) {
        CHECK(error.key() == "filter.no_extent");
        CHECK(events::excerpt_of(error) == "best >= 0 and within(extent)\n              ^");
    }
    FilterContext context;
    context.extent = geo::Extent{-4, 15, -2, 17};
    CHECK(filter.rows(table, context).size() == 3);
}

TEST_CASE("rows of tables without rows") {
    const EventTable none;
    CHECK(Filter::parse("best >= 0 and country = 'Mali' or year = 2012 or radius_km > 1 or dataset is known or"
                        " id = 1 or actor ~ 'x' or near(1, 2, 3 km) or weight = 1 or date_end > 2012-01-01")
              .rows(none)
              .empty());
    CHECK(events::rows_of(std::vector<std::uint8_t>{0, 1, 0, 1, 1}) == std::vector<std::uint32_t>{1, 3, 4});
}

namespace {

// Knows one actor by two names, and its forerunner.
class TwoActors : public events::ActorMatcher {
  public:
    std::vector<FilterAnswer> answers(const EventTable& table,
                                      const events::ActorQuestion& question) const override {
        if (question.name != "JNIM") throw base::Error("theme.unknown", {{"text", question.name}});
        std::vector<FilterAnswer> all;
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto side = table.text(Text::side_a).at(row);
            const bool is_it = side == "JNIM" || side == "GSIM";
            const bool is_forerunner =
                side == "Ansar Dine" && question.reach == events::ActorQuestion::Reach::lineage;
            all.push_back(side.empty()             ? FilterAnswer::unknown
                          : is_it || is_forerunner ? FilterAnswer::yes
                                                   : FilterAnswer::no);
        }
        return all;
    }
};

}  // namespace

TEST_CASE("actors under all their names are asked of whoever knows them") {
    FilterRows rows;
    for (const char* side : {"JNIM", "GSIM", "Ansar Dine", "IS", ""})
        rows.add([&](EventRow& row) { row.set_text(Text::side_a, side); });
    const EventTable table = rows.table();
    const TwoActors actors;
    FilterContext context;
    context.actors = &actors;
    CHECK(matching(table, "actor is 'JNIM'", context) == "1 2");
    CHECK(matching(table, "actor is not 'JNIM'", context) == "3 4");
    CHECK(matching(table, "lineage('JNIM')", context) == "1 2 3");
    CHECK(matching(table, "not lineage('JNIM')", context) == "4");
    CHECK(matching(table, "family('JNIM') and side_a != 'GSIM'", context) == "1");
    const auto key_of = [&](const std::string& expression, const FilterContext& with) -> std::string {
        try {
            Filter::parse(expression).mask(table, with);
        } catch (const base::Error& error) {
            CHECK_FALSE(events::excerpt_of(error).empty());
            return error.key();
        }
        return "none";
    };
    CHECK(key_of("actor is 'JNIM'", {}) == "filter.no_actors");
    CHECK(key_of("lineage('JNIM')", {}) == "filter.no_actors");
    CHECK(key_of("lineage('nobody')", context) == "filter.actor");
}
