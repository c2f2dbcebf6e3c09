// With made-up actors; tests/io/actor_reader_test.cpp has the known answers for the real ones.
#include "events/actor_registry.h"

#include <fmt/format.h>

#include "base/error.h"
#include "support/catch.h"

using namespace harmattan;
using namespace harmattan::events;

namespace {

base::Day day(const char* iso) {
    return *base::parse_iso_day(iso);
}

// A registry from short rows. Every actor's family is "f-" and its id.
struct Rows {
    ActorRegistryBuilder builder;
    std::uint64_t line = 1;

    Rows() {
        builder.add_country("Mali", "MLI", {"countries.csv", 2});
        builder.add_country("Niger", "NER", {"countries.csv", 3});
        builder.add_country("Côte d’Ivoire", "CIV", {"countries.csv", 4});
        builder.add_country("Ivory Coast", "CIV", {"countries.csv", 5});
    }
    Rows& actors(std::initializer_list<const char*> ids, const char* file = "actors.csv") {
        for (const char* id : ids) {
            Actor actor;
            actor.id = id;
            actor.name_en = actor.name_fr = std::string("The ") + id;
            actor.family = std::string("f-") + id;
            builder.add_actor(std::move(actor), {file, ++line});
        }
        return *this;
    }
    Rows& alias(const char* actor, ActorAlias alias, const char* file = "aliases.csv") {
        builder.add_alias({std::move(alias), actor, {file, ++line}});
        return *this;
    }
    Rows& change(const char* when, ActorChangeKind kind, std::vector<std::string> from, std::string to) {
        ActorChange change;
        change.when.day = day(when);
        change.kind = kind;
        builder.add_change({std::move(change), std::move(from), std::move(to), {"changes.csv", ++line}});
        return *this;
    }
    ActorRegistry build() { return std::move(builder).build(); }
    std::string error_key() {
        try {
            build();
        } catch (const base::Error& error) {
            return error.key();
        }
        return "none";
    }
};

ActorAlias named(std::string name, std::vector<std::string> countries = {}) {
    ActorAlias alias;
    alias.name = std::move(name);
    alias.countries = std::move(countries);
    return alias;
}

ActorAlias with_days(ActorAlias alias, const char* first, const char* last) {
    if (first != nullptr) alias.first = day(first);
    if (last != nullptr) alias.last = day(last);
    return alias;
}

ActorAlias with_lons(ActorAlias alias, std::optional<double> west_deg, std::optional<double> east_deg) {
    alias.west_deg = west_deg;
    alias.east_deg = east_deg;
    return alias;
}

std::string id_or(const ActorRegistry& registry, std::optional<ActorId> id) {
    return id ? registry.actor(*id).id : "none";
}

ActorId get(const ActorRegistry& registry, const char* id) {
    const auto found = registry.id_of(id);
    REQUIRE(found);
    return *found;
}

std::string affiliation(const ActorRegistry& registry, const char* id, const char* on) {
    return registry.actor(registry.affiliation_at(get(registry, id), day(on))).id;
}

// "x until 2016-08-02, y" and so on.
std::string line_in_words(const ActorRegistry& registry, const char* id) {
    std::string words;
    for (const LineMember& member : registry.forerunners(get(registry, id))) {
        if (!words.empty()) words += ", ";
        words += registry.actor(member.actor).id;
        if (member.is_ally) words += " (ally)";
        if (member.last_day != latest_day) words += " until " + base::iso(member.last_day);
    }
    return words;
}

ActorRegistry with_places() {
    Rows rows;
    rows.actors({"world", "east", "west", "old"});
    rows.alias("world", named("X"));
    rows.alias("west", with_days(named("X", {"MLI"}), "2015-05-13", nullptr));
    rows.alias("west", with_lons(named("X", {"NER"}), std::nullopt, 6));
    rows.alias("east", with_lons(named("X", {"NER"}), 6, std::nullopt));
    rows.alias("old", with_days(named("Y"), nullptr, "2014-12-31"));
    rows.alias("west", with_days(named("Y", {"MLI"}), "2015-01-01", nullptr));
    rows.alias("east", with_days(named("Y", {"NER"}), "2015-01-01", nullptr));
    rows.alias("world", named("Forces of Niger *"));
    rows.alias("east", named("All and Sundry"));
    return rows.build();
}

}  // namespace

TEST_CASE("open ends of time are the ends of the calendar") {
    CHECK(base::iso(earliest_day) == "0001-01-01");
    CHECK(base::iso(latest_day) == "9999-12-31");
}

TEST_CASE("words of the data files are read, others are not") {
    CHECK(parse_actor_kind("state_forces") == ActorKind::state_forces);
    CHECK(parse_actor_kind("unidentified") == ActorKind::unidentified);
    CHECK(parse_actor_date_precision("approximate") == ActorDatePrecision::approximate);
    CHECK(parse_name_vocabulary("press-fr") == NameVocabulary::press_fr);
    CHECK(parse_actor_change_kind("dissolved") == ActorChangeKind::dissolved);
    CHECK_FALSE(parse_actor_kind("State_forces"));
    CHECK_FALSE(parse_name_vocabulary(""));
    CHECK(word_of(ActorChangeKind::umbrella) == "umbrella");
    CHECK(word_of(NameVocabulary::acled) == "ACLED");
    CHECK(word_of(ActorKind::communal) == "communal");
    CHECK(actor_date_precision_words() == "day, month, year, approximate");
}

TEST_CASE("a name means the actor whose limits are met, the most limited first") {
    const ActorRegistry registry = with_places();
    const auto meant = [&](const char* name, const char* country, const char* on,
                           std::optional<double> lon_deg = std::nullopt) {
        return id_or(registry, registry.actor_of(name, country, day(on), lon_deg));
    };
    CHECK(meant("x", "Mali", "2016-01-01") == "west");
    CHECK(meant("x", "Mali", "2015-05-13") == "west");
    CHECK(meant("x", "Mali", "2015-05-12") == "world");
    CHECK(meant("X", "Niger", "2016-01-01", 13.2) == "east");
    CHECK(meant("X", "Niger", "2016-01-01", 6.0) == "east");
    CHECK(meant("X", "Niger", "2016-01-01", 5.999) == "west");
    CHECK(meant("X", "Niger", "2016-01-01") == "world");  // without a longitude it cannot be told
    CHECK(meant("X", "Ivory Coast", "2016-01-01") == "world");
    CHECK(meant("X", "", "2016-01-01") == "world");
    CHECK(meant("The east", "nowhere", "2016-01-01") == "east");  // an actor's own name
    CHECK(meant("no such name", "Mali", "2016-01-01") == "none");
    CHECK(meant("", "Mali", "2016-01-01") == "none");
}

TEST_CASE("where no limit is met, what is not contradicted counts if it is one actor") {
    const ActorRegistry registry = with_places();
    CHECK(id_or(registry, registry.actor_of("Y", "", day("2014-06-01"))) == "old");
    CHECK(id_or(registry, registry.actor_of("Y", "Mali", day("2015-06-01"))) == "west");
    CHECK(id_or(registry, registry.actor_of("Y", "", day("2015-06-01"))) == "none");
    CHECK(id_or(registry, registry.actor_of("Y", "Ivory Coast", day("2015-06-01"))) == "none");
}

TEST_CASE("countries are known by all their spellings and by their code") {
    const ActorRegistry registry = with_places();
    const ActorNames& names = registry.names();
    CHECK(names.country_of("COTE D'IVOIRE") == names.country_of("Ivory Coast"));
    CHECK(names.country_of("civ") == names.country_of("Ivory Coast"));
    CHECK(names.country_of("Mali") != names.country_of("Ivory Coast"));
    CHECK(names.country_of("Atlantis") == unknown_country);
    CHECK(names.country_of("") == unknown_country);
}

TEST_CASE("a name that ends in a star fits what follows after a whole word") {
    const ActorRegistry registry = with_places();
    const auto meant = [&](const char* name) {
        return id_or(registry, registry.actor_of(name, "", day("2016-01-01")));
    };
    CHECK(meant("Forces of Niger") == "world");
    CHECK(meant("Forces of Niger (2011-2021) Gendarmerie") == "world");
    CHECK(meant("Forces of Nigeria") == "none");
    CHECK(meant("Former Forces of Niger") == "none");
}

TEST_CASE("a side may name several actors, known or not") {
    const ActorRegistry registry = with_places();
    const auto side = [&](const char* text) { return registry.actors_of(text, "Mali", day("2016-01-01")); };
    const ActorId east = get(registry, "east"), west = get(registry, "west");
    CHECK(side("X, The east") == SideActors{{east, west}, 0});
    CHECK(side("The east and X and The east") == SideActors{{east, west}, 0});
    CHECK(side("All and Sundry") == SideActors{{east}, 0});  // a whole name is not cut
    CHECK(side("All and Sundry; X") == SideActors{{east, west}, 0});
    CHECK(side("X, someone else") == SideActors{{west}, 1});
    CHECK_FALSE(side("X, someone else").is_known());
    CHECK(side("X").is_known());
    CHECK_FALSE(side("").is_known());
    CHECK_FALSE(side(",").is_known());
}

TEST_CASE("search finds the same name first, then beginnings, then parts") {
    Rows rows;
    rows.actors({"ab", "xab", "abc", "q"});
    rows.alias("q", named("Éab"));
    const ActorRegistry registry = rows.build();
    const auto found = [&](const char* query) {
        std::string ids;
        for (const ActorId id : registry.find(query)) ids += registry.actor(id).id + " ";
        return ids;
    };
    CHECK(found("AB") == "ab abc xab q ");
    CHECK(found("eab") == "q ");
    CHECK(found("the a") == "ab abc ");
    CHECK(found("nothing").empty());
    CHECK(found(" - ").empty());
}

TEST_CASE("who went into an actor is its forerunner, who it broke away from is not") {
    Rows rows;
    rows.actors({"old", "a", "b", "ab", "splinter", "big", "friend", "below"});
    rows.change("2010-01-01", ActorChangeKind::split, {"old"}, "a");
    rows.change("2013-08-22", ActorChangeKind::merger, {"a", "b"}, "ab");
    rows.change("2015-05-13", ActorChangeKind::split, {"ab"}, "splinter");
    rows.change("2016-01-01", ActorChangeKind::alliance, {"friend"}, "big");
    rows.change("2016-01-01", ActorChangeKind::umbrella, {"below"}, "big");
    rows.change("2017-03-02", ActorChangeKind::merger, {"ab"}, "big");
    const ActorRegistry registry = rows.build();
    CHECK(line_in_words(registry, "big") == "a, b, ab, friend (ally)");
    CHECK(line_in_words(registry, "ab") == "a, b");
    CHECK(line_in_words(registry, "splinter").empty());
    CHECK(affiliation(registry, "a", "2013-08-21") == "a");
    CHECK(affiliation(registry, "a", "2013-08-22") == "ab");
    CHECK(affiliation(registry, "a", "2017-03-01") == "ab");
    CHECK(affiliation(registry, "a", "2017-03-02") == "big");
    CHECK(affiliation(registry, "friend", "2020-01-01") == "friend");
    CHECK(affiliation(registry, "below", "2020-01-01") == "below");
    CHECK(registry.successors(get(registry, "a")) ==
          std::vector<ActorId>{get(registry, "ab"), get(registry, "big")});
    CHECK(registry.successors(get(registry, "big")).empty());
    CHECK(registry.changes_of(get(registry, "ab")).size() == 3);
}

TEST_CASE("who left belongs to the line until the day before, and not again") {
    Rows rows;
    rows.actors({"jas", "province", "caliph"});
    rows.change("2015-03-07", ActorChangeKind::renamed, {"jas"}, "province");
    rows.change("2015-03-07", ActorChangeKind::allegiance, {"province"}, "caliph");
    rows.change("2016-08-03", ActorChangeKind::left, {"jas"}, "province");
    const ActorRegistry registry = rows.build();
    CHECK(line_in_words(registry, "province") == "jas until 2016-08-02");
    const ActorLine line = registry.line_of(get(registry, "province"));
    const ActorId jas = get(registry, "jas");
    CHECK(line.contains(jas, day("2011-01-01")));
    CHECK(line.contains(jas, day("2016-08-02")));
    CHECK_FALSE(line.contains(jas, day("2016-08-03")));
    CHECK(line.contains(line.actor(), day("2024-01-01")));
    CHECK_FALSE(line.contains(get(registry, "caliph"), day("2015-06-01")));
    CHECK(affiliation(registry, "jas", "2016-08-02") == "province");
    CHECK(affiliation(registry, "jas", "2016-08-03") == "jas");
    CHECK(registry.family_at(jas, day("2015-03-06")) == "f-jas");
    CHECK(registry.family_at(jas, day("2015-03-07")) == "f-caliph");
    CHECK(registry.family_at(jas, day("2016-08-03")) == "f-jas");
}

TEST_CASE("a later membership ends the earlier one, so a line ends with it") {
    Rows rows;
    rows.actors({"m", "first", "second", "part"});
    rows.change("2015-12-03", ActorChangeKind::merger, {"m"}, "first");
    rows.change("2014-01-01", ActorChangeKind::joined, {"part"}, "m");
    rows.change("2017-03-02", ActorChangeKind::merger, {"m"}, "second");
    const ActorRegistry registry = rows.build();
    CHECK(line_in_words(registry, "first") == "m until 2017-03-01, part until 2017-03-01");
    CHECK(line_in_words(registry, "second") == "m, part");
    CHECK(affiliation(registry, "part", "2013-12-31") == "part");
    CHECK(affiliation(registry, "part", "2014-01-01") == "m");
    CHECK(affiliation(registry, "part", "2016-01-01") == "first");
    CHECK(affiliation(registry, "part", "2018-01-01") == "second");
}

TEST_CASE("a split brings out a member, and the end of a group sets its members free") {
    Rows rows;
    rows.actors({"wing", "group", "other", "union"});
    rows.change("2014-01-01", ActorChangeKind::joined, {"wing"}, "group");
    rows.change("2015-01-01", ActorChangeKind::split, {"group"}, "wing");
    rows.change("2014-01-01", ActorChangeKind::joined, {"other"}, "union");
    rows.change("2016-01-01", ActorChangeKind::dissolved, {"union"}, "");
    const ActorRegistry registry = rows.build();
    CHECK(affiliation(registry, "wing", "2014-06-01") == "group");
    CHECK(affiliation(registry, "wing", "2015-01-01") == "wing");
    CHECK(affiliation(registry, "other", "2015-12-31") == "union");
    CHECK(affiliation(registry, "other", "2016-01-01") == "other");
}

TEST_CASE("rows that contradict each other are refused") {
    using Kind = ActorChangeKind;
    CHECK(Rows().actors({"a"}).alias("b", named("B")).error_key() == "actors.unknown_actor");
    CHECK(Rows().actors({"a"}).change("2015-01-01", Kind::merger, {"a"}, "b").error_key() ==
          "actors.unknown_actor");
    CHECK(Rows().actors({"a"}).alias("a", named("B", {"FRA"})).error_key() == "actors.unknown_country");
    CHECK(Rows().actors({"a"}).alias("a", named("-")).error_key() == "actors.no_letters");
    CHECK(Rows().actors({"a"}).alias("a", named("B")).alias("a", named("b")).error_key() == "actors.twice");
    CHECK(Rows().actors({"a", "c"}).alias("a", named("B")).alias("c", named("b")).error_key() ==
          "actors.alias_conflict");
    CHECK(Rows().actors({"a", "c"}).alias("a", named("the C")).error_key() == "actors.alias_conflict");
    CHECK(Rows().actors({"a", "c"}).alias("a", named("B")).alias("c", named("b", {"MLI"})).error_key() == "none");
    CHECK(Rows().actors({"a"}).change("2015-01-01", Kind::merger, {"a"}, "a").error_key() ==
          "actors.change_sides");
    CHECK(Rows().actors({"a"}).change("2015-01-01", Kind::merger, {"a"}, "").error_key() == "actors.change_sides");
    CHECK(Rows().actors({"a"}).change("2015-01-01", Kind::renamed, {"a"}, "a").error_key() == "none");
    CHECK(Rows().actors({"a", "b"}).change("2015-01-01", Kind::dissolved, {"a"}, "b").error_key() ==
          "actors.change_sides");
    CHECK(Rows().actors({"a", "b"}).change("2015-01-01", Kind::dissolved, {}, "").error_key() ==
          "actors.change_sides");
}

TEST_CASE("a circle of memberships is refused") {
    using Kind = ActorChangeKind;
    Rows rows;
    rows.actors({"a", "b", "c"});
    rows.change("2017-01-01", Kind::joined, {"c"}, "a");
    rows.change("2015-01-01", Kind::merger, {"a"}, "b");
    rows.change("2016-01-01", Kind::allegiance, {"b"}, "c");
    try {
        rows.build();
        FAIL("it was built");
    } catch (const base::Error& error) {
        CHECK(error.key() == "actors.circle");
        // The last of the three by date, which stands first in the file.
        CHECK(error.values() ==
              base::NamedValues{{"file", "changes.csv"}, {"line", "5"}, {"from", "c"}, {"to", "a"}});
    }
}

TEST_CASE("a later file replaces rows of an earlier one") {
    Rows rows;
    rows.actors({"a", "b"}).alias("a", named("N")).alias("b", named("N", {"MLI"}));
    rows.actors({"b"}, "own/actors.csv").alias("b", named("n"), "own/aliases.csv");
    const ActorRegistry registry = rows.build();
    CHECK(registry.actors().size() == 2);
    CHECK(id_or(registry, registry.actor_of("N", "Niger", day("2015-01-01"))) == "b");
    CHECK_THROWS_AS(Rows().actors({"a"}).actors({"a"}), base::Error);
}

TEST_CASE("more rows than a registry may have are refused") {
    ActorRegistryBuilder builder;
    for (std::size_t i = 0; i < most_actors; ++i) {
        Actor actor;
        actor.id = fmt::format("a{}", i);
        builder.add_actor(std::move(actor), {"actors.csv", i + 2});
    }
    CHECK_THROWS_AS(builder.add_actor({}, {"actors.csv", 0}), base::Error);
}
