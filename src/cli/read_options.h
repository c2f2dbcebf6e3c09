// Options that say how a file of events is to be read.
#pragma once

#include <optional>
#include <string>

#include "cli/console.h"
#include "io/event_reader.h"

namespace CLI {
class App;
}

namespace harmattan::cli {

// In UTC.
base::Day today();

// As written on the command line.
class ReadOptions {
  public:
    // --map --dates --crs --table
    void declare(CLI::App& parser, const Console& console);

    // Checks each by itself, and opens no data. Throws OptionError.
    void check() const;

    // What they say, with the user's own schemas (io/schema_library.h) and today's day. Throws OptionError, and
    // what reading a schema throws.
    io::EventReadOptions options() const;

    std::optional<std::string> map, dates, crs, table;
};

}  // namespace harmattan::cli
