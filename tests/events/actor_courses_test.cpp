#include "events/actor_courses.h"

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::events;

namespace {

base::Day day(const char* iso) {
    return *base::parse_iso_day(iso);
}

void add_family(ActorRegistryBuilder& builder, const char* key, FamilyHue hue, FamilyPart part, const char* name) {
    builder.add_family({key, hue, part, name, std::string(name) + " (fr)", "made up"}, {"families.csv", 2});
}

// "north" owes allegiance to "south" in 2015 and 2016; "army" and "mission" are forces; "lonely" has a family that
// no file describes.
ActorRegistryBuilder builder_of_made_up_actors() {
    ActorRegistryBuilder builder;
    add_family(builder, "f-north", FamilyHue::umber, FamilyPart::armed, "North");
    add_family(builder, "f-south", FamilyHue::olive, FamilyPart::armed, "South");
    add_family(builder, "f-local", FamilyHue::amber, FamilyPart::armed, "Local");
    add_family(builder, "f-army", FamilyHue::navy, FamilyPart::force, "Army");
    add_family(builder, "f-mission", FamilyHue::steel, FamilyPart::force, "Mission");
    add_family(builder, "f-people", FamilyHue::grey, FamilyPart::none, "People");
    for (const char* id : {"north", "south", "local", "army", "mission", "people", "lonely"}) {
        Actor actor;
        actor.id = id;
        actor.name_en = actor.name_fr = id;
        actor.family = std::string("f-") + id;
        builder.add_actor(std::move(actor), {"actors.csv", 2});
    }
    ActorChange change;
    change.when.day = day("2015-01-01");
    change.kind = ActorChangeKind::allegiance;
    builder.add_change({change, {"north"}, "south", {"changes.csv", 2}});
    change.when.day = day("2017-01-01");
    change.kind = ActorChangeKind::left;
    builder.add_change({change, {"north"}, "south", {"changes.csv", 3}});
    return builder;
}

ActorRegistry registry() {
    return builder_of_made_up_actors().build();
}

struct Sides {
    const char *a, *b;
};

EventTable table_of(std::initializer_list<Sides> rows, const char* first = "2012-05-01") {
    EventTableBuilder builder;
    int at = 0;
    for (const Sides& sides : rows) {
        EventRow row;
        row.first_day = row.last_day = day(first) + at++;
        row.texts[static_cast<std::size_t>(Text::side_a)] = sides.a;
        row.texts[static_cast<std::size_t>(Text::side_b)] = sides.b;
        builder.add(row);
    }
    return std::move(builder).build();
}

FamilyHue hue_on(const ActorCourses& courses, std::size_t row, const char* iso) {
    return courses.hue(courses.course(row), courses.stretch(day(iso)));
}

FamilyHue hue_of(const char* a, const char* b) {
    return hue_on(ActorCourses(registry(), table_of({{a, b}})), 0, "2012-05-01");
}

// The key of the error that `act` ends with.
template <typename Act>
std::string key_of(Act act) {
    try {
        act();
    } catch (const base::Error& error) {
        return error.key();
    }
    return "none";
}

}  // namespace

TEST_CASE("the armed family gives the colour, whoever it fights") {
    CHECK(hue_of("army", "north") == FamilyHue::umber);
    CHECK(hue_of("north", "army") == FamilyHue::umber);
    CHECK(hue_of("north", "people") == FamilyHue::umber);
    CHECK(hue_of("army, mission", "north") == FamilyHue::umber);
    CHECK(hue_of("north", "north") == FamilyHue::umber);
    CHECK(hue_of("north", "") == FamilyHue::umber);
}

TEST_CASE("two armed families give neither's colour") {
    CHECK(hue_of("north", "south") == FamilyHue::black);
    CHECK(hue_of("north, local", "army") == FamilyHue::black);
}

TEST_CASE("without an armed family the forces of states give the colour") {
    CHECK(hue_of("army", "people") == FamilyHue::navy);
    CHECK(hue_of("mission", "people") == FamilyHue::steel);
    CHECK(hue_of("army, mission", "people") == FamilyHue::black);
    CHECK(hue_of("army", "") == FamilyHue::navy);
}

TEST_CASE("who is not known has no family's colour, and takes none from another") {
    CHECK(hue_of("nobody", "people") == FamilyHue::grey);
    CHECK(hue_of("army", "nobody") == FamilyHue::grey);
    CHECK(hue_of("nobody", "north") == FamilyHue::umber);
    CHECK(hue_of("lonely", "army") == FamilyHue::grey);
    CHECK(hue_of("", "") == FamilyHue::grey);
    CHECK(hue_of("people", "people") == FamilyHue::grey);
}

TEST_CASE("the colour follows the allegiance on the day that is asked for, not on the event's") {
    const ActorCourses courses(registry(), table_of({{"army", "north"}, {"army", "south"}, {"north", "south"}}));
    const auto check = [&](const char* iso, FamilyHue north, FamilyHue both) {
        INFO(iso);
        CHECK(hue_on(courses, 0, iso) == north);
        CHECK(hue_on(courses, 1, iso) == FamilyHue::olive);
        CHECK(hue_on(courses, 2, iso) == both);
    };
    check("1990-01-01", FamilyHue::umber, FamilyHue::black);
    check("2014-12-31", FamilyHue::umber, FamilyHue::black);
    check("2015-01-01", FamilyHue::olive, FamilyHue::olive);
    check("2016-12-31", FamilyHue::olive, FamilyHue::olive);
    check("2017-01-01", FamilyHue::umber, FamilyHue::black);
    check("2030-01-01", FamilyHue::umber, FamilyHue::black);
}

TEST_CASE("rows of the same families share a course") {
    const ActorCourses courses(
        registry(),
        table_of({{"army", "north"}, {"people", "north"}, {"south", "army"}, {"", "north"}, {"army", "people"}}));
    CHECK(courses.size() == 5);
    CHECK(courses.course_count() == 3);
    CHECK(courses.course(0) == courses.course(1));
    CHECK(courses.course(0) == courses.course(3));
    CHECK(courses.course(0) != courses.course(2));
}

TEST_CASE("a legend names the colours that events have on their day or later") {
    const ActorCourses early(registry(), table_of({{"army", "north"}}));
    CHECK(early.has(FamilyHue::umber));
    CHECK(early.has(FamilyHue::olive));
    CHECK_FALSE(early.has(FamilyHue::navy));
    const ActorCourses late(registry(), table_of({{"army", "north"}}, "2018-03-01"));
    CHECK(late.has(FamilyHue::umber));
    CHECK_FALSE(late.has(FamilyHue::olive));
    CHECK(early.name_en(FamilyHue::umber) == "North");
    CHECK(early.name_fr(FamilyHue::umber) == "North (fr)");
    // Of the families that give no colour no name is taken.
    CHECK(early.name_en(FamilyHue::grey).empty());
    CHECK(early.name_en(FamilyHue::black).empty());
}

TEST_CASE("a table without rows, and a registry without actors, are no mistake") {
    CHECK(ActorCourses(registry(), table_of({})).course_count() == 0);
    const ActorCourses unknown(ActorRegistryBuilder().build(), table_of({{"army", "north"}}));
    CHECK(hue_on(unknown, 0, "2012-05-01") == FamilyHue::grey);
}

TEST_CASE("families of one colour have one name, and each family stands once") {
    auto other_name = builder_of_made_up_actors();
    other_name.add_family({"f-far", FamilyHue::umber, FamilyPart::armed, "Far", "Loin", "made up"},
                          {"families.csv", 9});
    CHECK(key_of([&] { std::move(other_name).build(); }) == "actors.hue_names");
    auto twice = builder_of_made_up_actors();
    CHECK(key_of([&] { add_family(twice, "f-north", FamilyHue::green, FamilyPart::armed, "North"); }) ==
          "actors.twice");
    // A file of the user's own replaces it.
    auto own = builder_of_made_up_actors();
    own.add_family({"f-north", FamilyHue::green, FamilyPart::armed, "North", "Nord", "made up"}, {"own.csv", 2});
    const auto registry = std::move(own).build();
    CHECK(registry.family("f-north")->hue == FamilyHue::green);
    CHECK(registry.family("f-nothing") == nullptr);
}

TEST_CASE("the words of families") {
    CHECK(parse_family_hue("plum") == FamilyHue::plum);
    CHECK_FALSE(parse_family_hue("black"));
    CHECK_FALSE(parse_family_hue("Plum"));
    CHECK(word_of(FamilyHue::black) == "black");
    CHECK(family_hue_words() == "navy, steel, plum, olive, umber, green, amber, grey");
    CHECK(parse_family_part("force") == FamilyPart::force);
    CHECK_FALSE(parse_family_part("state"));
    CHECK(family_part_words() == "armed, force, none");
}
