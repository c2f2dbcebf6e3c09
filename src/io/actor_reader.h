// The registry of actors from its data files (docs/actors.md).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "events/actor_registry.h"
#include "io/byte_source.h"

namespace harmattan::io {

// The files of a folder of actors.
enum class ActorFile { countries, families, actors, aliases, changes };
// "actors.csv" and so on.
std::string_view name_of(ActorFile file);

// Adds the rows of one file to `builder`. Strict: data about people are used whole or not at all. All columns must
// be there, in any order, and no others; each row needs its source. Throws Error "actors.cannot_read" (file,
// reason), "actors.columns" (file, found, expected), "actors.field_count" (file, line, found, expected),
// "actors.not_utf8", "actors.missing_value" and "actors.bad_value" (file, line, column, ...), and what the
// builder throws.
void read_actor_file(ByteSource& source, ActorFile kind, events::ActorRegistryBuilder& builder);

// The actors built into the program (data/actors).
events::ActorRegistry read_actors();

// The same and, after them, those of a folder that holds one or more of the five files: it may add to them and
// replace rows. Also throws Error "actors.no_files" (folder).
events::ActorRegistry read_actors(const std::filesystem::path& folder);

}  // namespace harmattan::io
