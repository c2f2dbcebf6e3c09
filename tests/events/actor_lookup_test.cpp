#include "events/actor_lookup.h"

#include <random>

#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::events;

namespace {

base::Day day(const char* iso) {
    return *base::parse_iso_day(iso);
}

ActorRegistry registry() {
    ActorRegistryBuilder builder;
    builder.add_country("Mali", "MLI", {"countries.csv", 2});
    builder.add_country("Niger", "NER", {"countries.csv", 3});
    for (const char* id : {"world", "east", "west", "old", "line"}) {
        Actor actor;
        actor.id = id;
        actor.name_en = actor.name_fr = std::string("The ") + id;
        builder.add_actor(std::move(actor), {"actors.csv", 2});
    }
    std::uint64_t line = 2;
    const auto alias = [&](const char* actor, std::string name, std::vector<std::string> countries,
                           std::optional<base::Day> first, std::optional<base::Day> last,
                           std::optional<double> west_deg, std::optional<double> east_deg) {
        builder.add_alias({{{},
                            std::move(name),
                            NameVocabulary::ged,
                            std::move(countries),
                            first,
                            last,
                            west_deg,
                            east_deg,
                            "made up"},
                           actor,
                           {"aliases.csv", ++line}});
    };
    alias("world", "X", {}, {}, {}, {}, {});
    alias("west", "X", {"MLI"}, day("2015-05-13"), {}, {}, {});
    alias("west", "X", {"NER"}, {}, day("2018-12-31"), {}, 6.0);
    alias("east", "X", {"NER"}, {}, {}, 6.0, 20.0);
    alias("old", "Y", {}, {}, day("2014-12-31"), {}, {});
    alias("east", "Y", {"NER"}, day("2015-01-01"), {}, {}, {});
    ActorChange change;
    change.when.day = day("2016-07-01");
    change.kind = ActorChangeKind::merger;
    builder.add_change({change, {"old"}, "line", {"changes.csv", 2}});
    change.when.day = day("2019-01-01");
    change.kind = ActorChangeKind::left;
    builder.add_change({change, {"old"}, "line", {"changes.csv", 3}});
    return std::move(builder).build();
}

// 5,000 events of all sorts of sides, from a fixed seed.
EventTable random_table() {
    const std::vector<std::string> sides = {"X", "Y", "X, Y", "The old", "nobody", "", "The line; X and Y"};
    const std::vector<std::string> countries = {"Mali", "NIGER", "Chad", ""};
    const std::vector<double> lons_deg = {-3, 5.9, 6.0, 13, 20.0};
    std::mt19937 random(20170302);
    EventTableBuilder builder;
    for (int i = 0; i < 5000; ++i) {
        EventRow row;
        row.first_day = row.last_day = day("2014-12-25") + static_cast<int>(random() % 1700);
        row.lon_deg = lons_deg[random() % lons_deg.size()];
        row.texts[static_cast<std::size_t>(Text::side_a)] = sides[random() % sides.size()];
        row.texts[static_cast<std::size_t>(Text::side_b)] = sides[random() % sides.size()];
        row.texts[static_cast<std::size_t>(Text::country)] = countries[random() % countries.size()];
        builder.add(row);
    }
    return std::move(builder).build();
}

}  // namespace

TEST_CASE("the lookup gives each row what the registry says of it") {
    const ActorRegistry actors = registry();
    const EventTable table = random_table();
    const ActorLookup lookup(actors, table);
    REQUIRE(lookup.size() == table.size());
    const ActorLine line = actors.line_of(*actors.id_of("line"));
    std::size_t different = 0, known = 0, known_by_lookup = 0, in_line = 0, in_line_by_lookup = 0;
    for (std::size_t row = 0; row < table.size(); ++row) {
        bool both_known = true, is_in_line = false;
        for (const Side side : {Side::a, Side::b}) {
            const auto text = table.text(side == Side::a ? Text::side_a : Text::side_b).at(row);
            const SideActors expected = actors.actors_of(text, table.text(Text::country).at(row),
                                                         table.first_day()[row], table.lon_deg()[row]);
            if (!(lookup.actors(side, row) == expected)) ++different;
            both_known = both_known && expected.is_known();
            for (const ActorId id : expected.actors)
                is_in_line = is_in_line || line.contains(id, table.first_day()[row]);
        }
        known += both_known ? 1 : 0;
        in_line += is_in_line ? 1 : 0;
        in_line_by_lookup += lookup.is_in_line(line, row, table.first_day()[row]) ? 1 : 0;
    }
    known_by_lookup = lookup.count_known_rows();
    CHECK(different == 0);
    CHECK(known_by_lookup == known);
    CHECK(in_line_by_lookup == in_line);
    CHECK((known > 500 && known < table.size()));
    CHECK((in_line > 500 && in_line < table.size()));
}

TEST_CASE("rows that name the same actors share a group") {
    const ActorRegistry actors = registry();
    const EventTable table = random_table();
    const ActorLookup lookup(actors, table);
    // Of the texts above no more sets of actors can be made than these few.
    CHECK(lookup.group_count() < 40);
    for (std::uint32_t a = 0; a < lookup.group_count(); ++a)
        for (std::uint32_t b = 0; b < a; ++b) CHECK_FALSE(lookup.group_actors(a) == lookup.group_actors(b));
}

TEST_CASE("a table without sides or countries has no known rows") {
    EventTableBuilder builder;
    builder.add(events::EventRow{});
    const EventTable table = std::move(builder).build();
    const ActorLookup lookup(registry(), table);
    CHECK(lookup.size() == 1);
    CHECK(lookup.count_known_rows() == 0);
    CHECK(ActorLookup(registry(), EventTable()).size() == 0);
}
