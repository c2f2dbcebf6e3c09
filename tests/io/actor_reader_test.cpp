#include "io/actor_reader.h"

#include <fstream>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/messages.h"
#include "events/actor_lookup.h"
#include "io/event_reader.h"
#include "support/catch.h"
#include "support/shared_data.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using namespace harmattan::test;
using events::ActorId;
using events::ActorRegistry;
using events::Side;
using events::Text;

namespace {

base::Day day(const char* iso) {
    return *base::parse_iso_day(iso);
}

const ActorRegistry& built_in() {
    static const ActorRegistry registry = io::read_actors();
    return registry;
}

std::string id_or(std::optional<ActorId> id) {
    return id ? built_in().actor(*id).id : "none";
}

std::string meant(const char* name, const char* country, const char* on,
                  std::optional<double> lon_deg = std::nullopt) {
    return id_or(built_in().actor_of(name, country, day(on), lon_deg));
}

ActorId get(const char* id) {
    const auto found = built_in().id_of(id);
    INFO(id);
    REQUIRE(found);
    return *found;
}

std::string affiliation(const char* id, const char* on) {
    return built_in().actor(built_in().affiliation_at(get(id), day(on))).id;
}

std::string family(const char* id, const char* on) {
    return built_in().family_at(get(id), day(on));
}

std::set<std::string> ids_of(const std::vector<events::LineMember>& members, bool allies) {
    std::set<std::string> ids;
    for (const auto& member : members)
        if (member.is_ally == allies) ids.insert(built_in().actor(member.actor).id);
    return ids;
}

using Ids = std::set<std::string>;

std::string error_of(std::string_view text, io::ActorFile kind, base::Language language = base::Language::en) {
    try {
        events::ActorRegistryBuilder builder;
        io::MemorySource source(text, "own.csv");
        io::read_actor_file(source, kind, builder);
    } catch (const base::Error& error) {
        return base::words(language, error);
    }
    return "none";
}

std::string key_of(std::string_view text, io::ActorFile kind) {
    try {
        events::ActorRegistryBuilder builder;
        io::MemorySource source(text, "own.csv");
        io::read_actor_file(source, kind, builder);
    } catch (const base::Error& error) {
        return error.key();
    }
    return "none";
}

const std::string actor_header =
    "id,name_en,name_fr,acronym_en,acronym_fr,kind,family,founded,founded_precision,ended,ended_precision,"
    "source\n";
const std::string alias_header = "actor,name,vocabulary,countries,from,to,west,east,source\n";
const std::string change_header = "date,precision,kind,from,to,note_en,note_fr,source\n";

}  // namespace

// Islamic State's affiliates: UN Security Council, narrative summaries QDe.162 (ISWAP) and the pledge of 13 May
// 2015 (ECFR, Mapping armed groups in Mali and the Sahel, ISGS).
TEST_CASE("GED's IS is ISWAP around Lake Chad and ISGS in the central Sahel") {
    CHECK(meant("IS", "Nigeria", "2016-06-01") == "iswap");
    CHECK(meant("IS", "Cameroon", "2016-06-01") == "iswap");
    CHECK(meant("IS", "Chad", "2019-06-01") == "iswap");
    CHECK(meant("IS", "Mali", "2016-06-01") == "isgs");
    CHECK(meant("IS", "Burkina Faso", "2020-06-01") == "isgs");
    CHECK(meant("IS", "Niger", "2019-12-10", 1.5) == "isgs");    // Inates
    CHECK(meant("IS", "Niger", "2016-06-03", 13.3) == "iswap");  // Bosso
    CHECK(meant("IS", "Niger", "2019-12-10") == "islamic-state");
    CHECK(meant("IS", "Libya", "2017-01-01") == "islamic-state");
    CHECK(meant("État islamique", "Burkina Faso", "2020-06-01") == "isgs");
    CHECK(meant("Islamic State Sahel Province (ISSP)", "", "2023-01-01") == "isgs");
    CHECK(meant("Islamic State (West Africa) - Greater Sahara Faction", "Mali", "2021-01-01") == "isgs");
}

TEST_CASE("one group in English, French and Arabic transcription") {
    for (const char* name : {"AQIM", "AQMI", "Al-Qaida au Maghreb islamique", "Al-Qaïda au Maghreb Islamique",
                             "al-Qaeda in the Islamic Maghreb", "AQIM: Al Qaeda in the Islamic Maghreb"}) {
        INFO(name);
        CHECK(meant(name, "Algeria", "2014-05-05") == "aqim");
        CHECK(meant(name, "Mali", "2014-05-05") == "aqim-sahara");
        CHECK(meant(name, "", "2014-05-05") == "aqim");
    }
    for (const char* name :
         {"JNIM", "GSIM", "jnim", "Jama'a Nusrat ul-Islam wa al-Muslimin",
          "JNIM: Group for Support of Islam and Muslims", "Groupe de soutien à l'islam et aux musulmans"}) {
        INFO(name);
        CHECK(meant(name, "Mali", "2018-01-01") == "jnim");
    }
    for (const char* name :
         {"ISGS", "EIGS", "Islamic State in the Greater Sahara", "État islamique au Grand Sahara"})
        CHECK(meant(name, "Niger", "2019-01-01") == "isgs");
    CHECK(meant("Signed-in-Blood Battalion", "Algeria", "2013-01-16") == "al-mulathamun");
    CHECK(meant("FLM", "Mali", "2015-01-05") == "katiba-macina");
    CHECK(meant("al-Murabitun", "Mali", "2014-01-01") == "al-mourabitoun");
}

// ACLED, Methodology for coding Boko Haram and ISWAP factions (March 2021): pledge on 7 March 2015, split declared
// on 3 August 2016. GED 21.1 names JAS until March 2015 and again from August 2016.
TEST_CASE("Boko Haram is JAS before its pledge and afterwards not told apart") {
    CHECK(meant("Boko Haram", "Nigeria", "2014-04-14") == "jas");
    CHECK(meant("Boko Haram", "Nigeria", "2015-03-06") == "jas");
    CHECK(meant("Boko Haram", "Nigeria", "2015-03-07") == "boko-haram");
    CHECK(meant("Boko Haram or ISWAP", "Nigeria", "2022-05-22") == "boko-haram");
    CHECK(meant("Jama'atu Ahlis Sunna Lidda'awati wal-Jihad", "Nigeria", "2020-01-01") == "jas");
    CHECK(affiliation("jas", "2014-04-14") == "jas");
    CHECK(affiliation("jas", "2015-06-01") == "iswap");
    CHECK(affiliation("jas", "2016-08-02") == "iswap");
    CHECK(affiliation("jas", "2016-08-03") == "jas");
    CHECK(family("jas", "2014-04-14") == "boko-haram");
    CHECK(family("jas", "2015-06-01") == "islamic-state");
    CHECK(family("jas", "2017-01-01") == "boko-haram");
    CHECK(ids_of(built_in().forerunners(get("iswap")), false) == Ids{"jas"});
}

// UN Security Council, narrative summary QDe.159: announced on 2 March 2017 by AQIM's Sahara branch, Ansar Dine,
// al-Mourabitoun and others; MENASTREAM names Katiba Macina as the fourth. Al-Mourabitoun: UN QDe.140, QDe.141.
TEST_CASE("JNIM and its forerunners") {
    const auto line = built_in().forerunners(get("jnim"));
    CHECK(ids_of(line, false) ==
          Ids{"ansar-dine", "aqim-sahara", "al-mourabitoun", "katiba-macina", "mujao", "al-mulathamun"});
    CHECK(ids_of(line, true) == Ids{"ansaroul-islam", "katiba-serma"});
    CHECK(affiliation("ansar-dine", "2017-03-01") == "ansar-dine");
    CHECK(affiliation("ansar-dine", "2017-03-02") == "jnim");
    CHECK(affiliation("ansar-dine", "2017-03-03") == "jnim");
    CHECK(affiliation("katiba-macina", "2016-01-01") == "ansar-dine");
    CHECK(affiliation("katiba-macina", "2022-06-18") == "jnim");
    CHECK(affiliation("mujao", "2013-08-01") == "mujao");
    CHECK(affiliation("mujao", "2014-01-01") == "al-mourabitoun");
    CHECK(affiliation("mujao", "2016-01-01") == "aqim");
    CHECK(affiliation("mujao", "2018-01-01") == "jnim");
    CHECK(affiliation("aqim", "2018-01-01") == "aqim");
    CHECK(affiliation("ansaroul-islam", "2018-01-01") == "ansaroul-islam");
    for (const char* id : {"jnim", "ansar-dine", "aqim-sahara", "mujao", "ansaroul-islam"})
        CHECK(family(id, "2018-01-01") == "al-qaida");
}

TEST_CASE("ISGS broke away from al-Mourabitoun and has not its past") {
    CHECK(built_in().forerunners(get("isgs")).empty());
    CHECK(affiliation("isgs", "2020-01-01") == "isgs");  // under ISWAP's name, and by itself
    CHECK(family("isgs", "2020-01-01") == "islamic-state");
    CHECK(ids_of(built_in().forerunners(get("iswap")), false).count("isgs") == 0);
    const auto changes = built_in().changes_of(get("isgs"));
    REQUIRE(changes.size() >= 5);
    CHECK(base::iso(changes.front()->when.day) == "2015-05-13");
}

// AFP, 30 November 2024: the movements of the CSP dissolve themselves into the FLA; the CMA was announced on
// 28 October 2014.
TEST_CASE("the CMA and the FLA") {
    CHECK(affiliation("mnla", "2014-10-27") == "mnla");
    CHECK(affiliation("mnla", "2014-10-28") == "cma");
    CHECK(affiliation("mnla", "2023-09-12") == "csp");
    CHECK(affiliation("hcua", "2024-11-30") == "fla");
    CHECK(affiliation("mia", "2014-11-01") == "cma");
    CHECK(affiliation("gatia", "2022-01-01") == "platform");
    CHECK(ids_of(built_in().forerunners(get("fla")), false) ==
          Ids{"mnla", "hcua", "mia", "maa-cma", "cma", "csp"});
    CHECK(family("gatia", "2022-01-01") == "platform");
    CHECK(family("cma", "2020-01-01") == "azawad");
}

TEST_CASE("state forces and missions") {
    CHECK(meant("Government of Ivory Coast", "Ivory Coast", "2020-06-11") == "state-cote-divoire");
    CHECK(meant("Military Forces of Niger (2023-)", "Niger", "2024-01-01") == "state-niger");
    CHECK(meant("Police Forces of Nigeria (2015-2023)", "Nigeria", "2020-01-01") == "state-nigeria");
    CHECK(meant("Military Forces of the Ivory Coast (2011-) Gendarmerie", "Ivory Coast", "2021-01-01") ==
          "state-cote-divoire");
    CHECK(meant("Government of France", "Mali", "2021-01-03") == "france");
    CHECK(affiliation("serval", "2013-02-01") == "france");
    CHECK(meant("MINUSMA: United Nations Multidimensional Integrated Stabilization Mission in Mali (2013-)",
                "Mali", "2019-01-20") == "minusma");
    CHECK(meant("Civilians (Burkina Faso)", "Burkina Faso", "2020-01-01") == "civilians");
    CHECK(affiliation("wagner", "2025-06-05") == "wagner");
    CHECK(affiliation("wagner", "2025-06-06") == "africa-corps");
}

TEST_CASE("joint sides of GED are their parts") {
    const auto side = [](const char* text) {
        Ids ids;
        const auto found = built_in().actors_of(text, "Mali", day("2014-07-11"));
        CHECK(found.is_known());
        for (const ActorId id : found.actors) ids.insert(built_in().actor(id).id);
        return ids;
    };
    CHECK(side("CM-FPR, GATIA, MAA") == Ids{"cm-fpr", "gatia", "maa"});
    CHECK(side("MSA and JNIM") == Ids{"msa", "jnim"});
    CHECK(side("AQIM, Jama'atu Ahlis Sunna Lidda'awati wal-Jihad, MUJAO") == Ids{"aqim-sahara", "jas", "mujao"});
}

TEST_CASE("a search finds by acronym in both languages") {
    const auto first = [](const char* query) {
        const auto found = built_in().find(query);
        return found.empty() ? std::string("none") : built_in().actor(found.front()).id;
    };
    CHECK(first("GSIM") == "jnim");
    CHECK(first("eigs") == "isgs");
    CHECK(first("aqmi") == "aqim");
    CHECK(first("koglwéogo") == "koglweogo");
    CHECK(built_in().find("azawad").size() >= 8);
}

TEST_CASE("every row of the built-in files has its source and its words in both languages") {
    for (const auto& actor : built_in().actors()) {
        INFO(actor.id);
        CHECK_FALSE(actor.source.empty());
        CHECK_FALSE(actor.name_en.empty());
        CHECK_FALSE(actor.name_fr.empty());
        if (actor.founded && actor.ended) CHECK(actor.founded->day <= actor.ended->day);
    }
    for (const auto& alias : built_in().aliases()) CHECK_FALSE(alias.source.empty());
    for (const auto& change : built_in().changes()) {
        CHECK_FALSE(change.source.empty());
        CHECK_FALSE(change.note_fr.empty());
    }
    CHECK(built_in().actors().size() >= 150);
    CHECK(built_in().changes().size() >= 40);
}

TEST_CASE("every alias leads to its actor in the place and time for which it is meant") {
    for (const auto& alias : built_in().aliases()) {
        const std::string name = alias.name.substr(0, alias.name.rfind(" *"));
        const std::string country = alias.countries.empty() ? "" : alias.countries.front();
        const base::Day on = alias.first ? *alias.first : alias.last ? *alias.last : day("2014-06-01");
        std::optional<double> lon_deg = alias.west_deg;
        if (!lon_deg && alias.east_deg) lon_deg = *alias.east_deg - 0.001;
        INFO(name << " in " << country << " on " << base::iso(on));
        CHECK(id_or(built_in().actor_of(name, country, on, lon_deg)) == built_in().actor(alias.actor).id);
    }
}

TEST_CASE("no actor is its own forerunner") {
    for (std::uint16_t i = 0; i < built_in().actors().size(); ++i) {
        const auto next = built_in().successors({i});
        CHECK(std::find(next.begin(), next.end(), ActorId{i}) == next.end());
    }
}

// The countries of the design, Nigeria north of 9 N; GED's rows whose two sides are known, of all its rows.
TEST_CASE("nearly all West African rows of GED have known sides") {
    const std::set<std::string> countries = {"Mali",  "Burkina Faso", "Niger", "Benin",    "Togo",
                                             "Ghana", "Ivory Coast",  "Chad",  "Cameroon", "Nigeria"};
    std::size_t all = 0, known = 0;
    for (const char* file : {"ged_21.1_prec12_west_africa_gedcols.csv", "ged_23.1_sample1000_full49.csv"}) {
        const auto [table, report] = io::read_events(shared_data(file));
        const events::ActorLookup lookup(built_in(), table);
        for (std::size_t row = 0; row < table.size(); ++row) {
            const std::string country(table.text(Text::country).at(row));
            if (countries.count(country) == 0 || (country == "Nigeria" && table.lat_deg()[row] < 9)) continue;
            ++all;
            const bool is_known = lookup.actors(Side::a, row).is_known() && lookup.actors(Side::b, row).is_known();
            if (is_known)
                ++known;
            else
                UNSCOPED_INFO(table.text(Text::side_a).at(row) << " - " << table.text(Text::side_b).at(row));
        }
    }
    INFO(known << " of " << all);
    CHECK(all == 5297);
    CHECK(known == all);
}

// Counted with Python's csv module: rows with IS as a side, by country and, in Niger, longitude.
TEST_CASE("GED's rows of IS are told apart") {
    const auto [table, report] = io::read_events(shared_data("ged_21.1_prec12_west_africa_gedcols.csv"));
    const events::ActorLookup lookup(built_in(), table);
    std::map<std::string, int> rows;
    for (std::size_t row = 0; row < table.size(); ++row)
        for (const Side side : {Side::a, Side::b}) {
            if (table.text(side == Side::a ? Text::side_a : Text::side_b).at(row) != "IS") continue;
            const auto& actors = lookup.actors(side, row).actors;
            REQUIRE(actors.size() == 1);
            ++rows[built_in().actor(actors.front()).id];
        }
    CHECK(rows["iswap"] == 1155);
    CHECK(rows["isgs"] == 274);
    CHECK(rows["islamic-state"] == 22);
}

TEST_CASE("the embedded story's sides are all known") {
    const auto [table, report] = io::read_events(source_folder() / "data" / "sahel" / "events.csv");
    const events::ActorLookup lookup(built_in(), table);
    CHECK(table.size() == 216);
    CHECK(lookup.count_known_rows() == table.size());
}

TEST_CASE("a folder of one's own adds to the built-in actors and replaces rows") {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "actors.csv")
        << actor_header << "my-group,My group,Mon groupe,MG,MG,armed_group,mine,2020,year,,,me\n"
        << "koglweogo,Koglweogo (mine),Koglwéogo,,,self_defence,mine,,,,,me\n";
    std::ofstream(folder.path() / "aliases.csv")
        << alias_header << "my-group,\"The Group, mine\",press-en,MLI BFA,2020-01-01,,,,me\n"
        << "my-group,FLM,GED,,,,,,me\n";
    std::ofstream(folder.path() / "changes.csv")
        << change_header << "2021-05,month,joined,my-group,jnim,It joins.,Il rejoint.,me\n";
    const ActorRegistry registry = io::read_actors(folder.path());
    CHECK(registry.actors().size() == built_in().actors().size() + 1);
    const auto mine = registry.actor_of("the group  mine", "Mali", day("2021-01-01"));
    REQUIRE(mine);
    CHECK(registry.actor(*mine).id == "my-group");
    CHECK(registry.actor(registry.affiliation_at(*mine, day("2021-04-30"))).id == "my-group");
    CHECK(registry.actor(registry.affiliation_at(*mine, day("2021-05-01"))).id == "jnim");
    CHECK(registry.actor(*registry.id_of("koglweogo")).name_en == "Koglweogo (mine)");
    CHECK(registry.actor_of("FLM", "Mali", day("2015-01-05")) == mine);
}

TEST_CASE("a folder without such files, and files that cannot be opened, are refused") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(io::read_actors(folder.path()), ContainsSubstring("holds none of actors.csv"));
    std::filesystem::create_directory(folder.path() / "actors.csv");
    CHECK_THROWS_WITH(io::read_actors(folder.path()), ContainsSubstring("cannot read the actors in"));
}

TEST_CASE("each mistake in a file has its sentence") {
    using File = io::ActorFile;
    const auto actor = [](const std::string& row) { return error_of(actor_header + row + "\n", File::actors); };
    CHECK(actor("a,A,A,,,armed_group,f,2017-03-02,day,,,me") == "none");
    CHECK(actor("a,A,,,,armed_group,f,,,,,me") ==
          "cannot read the actors in own.csv: name_fr on line 2 is empty; fill it in");
    CHECK(actor("a,A,A,,,army,f,,,,,me") ==
          "cannot read the actors in own.csv: kind on line 2 is \"army\"; allowed: state_forces, "
          "international_force, private_force, armed_group, coalition, self_defence, communal, political, "
          "confraternity, civilians, unidentified");
    CHECK_THAT(actor("A b,A,A,,,armed_group,f,,,,,me"), ContainsSubstring("id on line 2 is \"A b\""));
    CHECK_THAT(actor("a,A,A,,,armed_group,f,2017-02-30,day,,,me"), ContainsSubstring("founded on line 2"));
    CHECK_THAT(actor("a,A,A,,,armed_group,f,2017-03,day,,,me"), ContainsSubstring("founded_precision on line 2"));
    CHECK(actor("a,A,A,,,armed_group,f,2017-03,approximate,,,me") == "none");
    CHECK_THAT(actor("a,A,A,,,armed_group,f,2017,,,,me"),
               ContainsSubstring("founded_precision on line 2 is empty"));
    CHECK_THAT(actor("a,A,A,,,armed_group,f,,,,,"), ContainsSubstring("source on line 2 is empty"));
    CHECK_THAT(actor("a,A,A"), ContainsSubstring("line 2 has 3 fields, but there are 12"));
    CHECK_THAT(actor("a,A\xe9,A,,,armed_group,f,,,,,me"), ContainsSubstring("name_en on line 2 is not UTF-8"));
    CHECK_THAT(actor("a,\"A,A,,,armed_group,f,,,,,me"), ContainsSubstring("never closed"));

    const auto alias = [](const std::string& row) { return error_of(alias_header + row + "\n", File::aliases); };
    CHECK(alias("a,A,GED,MLI NER,2015-01-01,,-1.5,6,me") == "none");
    CHECK_THAT(alias("a,A,ged,,,,,,me"), ContainsSubstring("allowed: GED, ACLED, press-en, press-fr"));
    CHECK_THAT(alias("a,A,GED,Mali,,,,,me"), ContainsSubstring("countries on line 2 is \"Mali\""));
    CHECK_THAT(alias("a,A,GED,,2015,,,,me"), ContainsSubstring("from on line 2 is \"2015\""));
    CHECK_THAT(alias("a,A,GED,,,,181,,me"), ContainsSubstring("west on line 2 is \"181\""));

    CHECK_THAT(error_of(change_header + ",,merger,a,b,x,x,me\n", File::changes),
               ContainsSubstring("date on line 2 is empty"));
    CHECK(key_of("name,iso3,more\n", File::countries) == "actors.columns");
    CHECK(key_of("name\n", File::countries) == "actors.columns");
    CHECK(key_of("", File::countries) == "actors.columns");
    CHECK(key_of("iso3,name\nMLI,Mali\n", File::countries) == "none");
    CHECK(key_of("name,iso3\nMali,MLI\nMALI,MLI\n", File::countries) == "actors.twice");
    CHECK(key_of(std::string("name,iso3\nMa\0li,MLI\n", 20), File::countries) == "actors.cannot_read");
    CHECK_THAT(error_of("name,iso3\nMali,\n", File::countries, base::Language::fr),
               ContainsSubstring("iso3 est vide à la ligne 2"));
}
