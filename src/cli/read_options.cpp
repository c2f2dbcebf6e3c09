#include "cli/read_options.h"

#include <chrono>

#include <fmt/core.h>
#include <CLI/CLI.hpp>

#include "cli/error_words.h"
#include "geo/projection.h"
#include "io/schema_library.h"

namespace harmattan::cli {
namespace {

// A column's name may end like this too, but not the whole of a mapping, which holds "=".
bool is_schema_file(const std::string& map) {
    return map.ends_with(".toml") && map.find('=') == std::string::npos;
}

}  // namespace

base::Day today() {
    const auto days = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    return base::Day{static_cast<std::int32_t>(days.time_since_epoch().count())};
}

void ReadOptions::declare(CLI::App& parser, const Console& console) {
    const auto add = [&](const char* name, std::optional<std::string>& value) {
        parser.add_option(name, value, console.say(fmt::format("help.{}", std::string_view(name).substr(2))))
            ->expected(1);
    };
    add("--map", map);
    add("--dates", dates);
    add("--crs", crs);
    add("--table", table);
}

void ReadOptions::check() const {
    if (map && !is_schema_file(*map)) read_option("--map", [&] { return io::parse_mapping(*map); });
    if (dates) read_option("--dates", [&] { return io::parse_date_order(*dates); });
    if (crs) read_option("--crs", [&] { return geo::Projection::from_text(*crs); });
}

io::EventReadOptions ReadOptions::options() const {
    io::EventReadOptions options;
    options.layout.schemas = io::schemas_in(io::user_schema_folder());
    if (map && is_schema_file(*map))
        options.layout.schema = io::schema_from_file(*map);
    else if (map)
        options.layout.mapping = read_option("--map", [&] { return io::parse_mapping(*map); });
    if (dates) options.date_order = read_option("--dates", [&] { return io::parse_date_order(*dates); });
    options.crs = crs;
    options.table = table;
    options.today = today();
    options.may_connect = true;  // whoever wrote the command line is a person
    return options;
}

}  // namespace harmattan::cli
