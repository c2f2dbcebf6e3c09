#include "io/actor_reader.h"

#include "base/error.h"
#include "base/resources.h"
#include "io/actor_fields.h"

namespace harmattan::io {
namespace {

constexpr ActorFile all_files[] = {ActorFile::countries, ActorFile::families, ActorFile::actors,
                                   ActorFile::aliases, ActorFile::changes};

std::vector<std::string_view> columns_of(ActorFile kind) {
    switch (kind) {
        case ActorFile::countries:
            return {"name", "iso3"};
        case ActorFile::families:
            return {"family", "colour", "part", "name_en", "name_fr", "source"};
        case ActorFile::actors:
            return {"id",     "name_en", "name_fr",           "acronym_en", "acronym_fr",      "kind",
                    "family", "founded", "founded_precision", "ended",      "ended_precision", "source"};
        case ActorFile::aliases:
            return {"actor", "name", "vocabulary", "countries", "from", "to", "west", "east", "source"};
        case ActorFile::changes:
            return {"date", "precision", "kind", "from", "to", "note_en", "note_fr", "source"};
    }
    return {};
}

void add_country(const ActorFields& row, events::ActorRegistryBuilder& builder) {
    builder.add_country(row.needed("name"), row.country_codes("iso3", 1, 1).front(), row.place());
}

void add_family(const ActorFields& row, events::ActorRegistryBuilder& builder) {
    events::ActorFamily family;
    family.key = row.key("family");
    family.hue = row.word("colour", events::parse_family_hue, events::family_hue_words);
    family.part = row.word("part", events::parse_family_part, events::family_part_words);
    family.name_en = row.needed("name_en");
    family.name_fr = row.needed("name_fr");
    family.source = row.needed("source");
    builder.add_family(std::move(family), row.place());
}

void add_actor(const ActorFields& row, events::ActorRegistryBuilder& builder) {
    events::Actor actor;
    actor.id = row.key("id");
    actor.name_en = row.needed("name_en");
    actor.name_fr = row.needed("name_fr");
    actor.acronym_en = row.text("acronym_en");
    actor.acronym_fr = row.text("acronym_fr");
    actor.kind = row.word("kind", events::parse_actor_kind, events::actor_kind_words);
    actor.family = row.key("family");
    actor.founded = row.date("founded", "founded_precision");
    actor.ended = row.date("ended", "ended_precision");
    actor.source = row.needed("source");
    builder.add_actor(std::move(actor), row.place());
}

void add_alias(const ActorFields& row, events::ActorRegistryBuilder& builder) {
    events::ActorAliasRow alias;
    alias.actor = row.key("actor");
    alias.place = row.place();
    alias.alias.name = row.needed("name");
    alias.alias.vocabulary = row.word("vocabulary", events::parse_name_vocabulary, events::name_vocabulary_words);
    alias.alias.countries = row.country_codes("countries", 0, most_countries_of_alias);
    alias.alias.first = row.day("from");
    alias.alias.last = row.day("to");
    alias.alias.west_deg = row.longitude("west");
    alias.alias.east_deg = row.longitude("east");
    alias.alias.source = row.needed("source");
    builder.add_alias(std::move(alias));
}

void add_change(const ActorFields& row, events::ActorRegistryBuilder& builder) {
    events::ActorChangeRow change;
    change.place = row.place();
    const auto when = row.date("date", "precision");
    if (!when) row.fail_missing("date");
    change.change.when = *when;
    change.change.kind = row.word("kind", events::parse_actor_change_kind, events::actor_change_kind_words);
    change.from = row.keys("from");
    change.to = row.text("to");
    change.change.note_en = row.needed("note_en");
    change.change.note_fr = row.needed("note_fr");
    change.change.source = row.needed("source");
    builder.add_change(std::move(change));
}

void add_row(const ActorFields& row, ActorFile kind, events::ActorRegistryBuilder& builder) {
    switch (kind) {
        case ActorFile::countries:
            return add_country(row, builder);
        case ActorFile::families:
            return add_family(row, builder);
        case ActorFile::actors:
            return add_actor(row, builder);
        case ActorFile::aliases:
            return add_alias(row, builder);
        case ActorFile::changes:
            return add_change(row, builder);
    }
}

void add_built_in(events::ActorRegistryBuilder& builder) {
    for (const ActorFile kind : all_files) {
        std::string name = "data/actors/" + std::string(name_of(kind));
        MemorySource source(base::resource_text(name), name);
        read_actor_file(source, kind, builder);
    }
}

}  // namespace

std::string_view name_of(ActorFile file) {
    switch (file) {
        case ActorFile::countries:
            return "countries.csv";
        case ActorFile::families:
            return "families.csv";
        case ActorFile::actors:
            return "actors.csv";
        case ActorFile::aliases:
            return "aliases.csv";
        case ActorFile::changes:
            return "changes.csv";
    }
    return {};
}

void read_actor_file(ByteSource& source, ActorFile kind, events::ActorRegistryBuilder& builder) {
    ActorFileRows rows(source, columns_of(kind));
    while (const auto row = rows.next()) add_row(*row, kind, builder);
}

events::ActorRegistry read_actors() {
    events::ActorRegistryBuilder builder;
    add_built_in(builder);
    return std::move(builder).build();
}

events::ActorRegistry read_actors(const std::filesystem::path& folder) {
    events::ActorRegistryBuilder builder;
    add_built_in(builder);
    bool found = false;
    for (const ActorFile kind : all_files) {
        const auto file = folder / name_of(kind);
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored)) continue;
        found = true;
        with_actor_words([&] {
            FileSource source(file);
            read_actor_file(source, kind, builder);
        });
    }
    if (!found) throw base::Error("actors.no_files", {{"folder", folder.string()}});
    return std::move(builder).build();
}

}  // namespace harmattan::io
