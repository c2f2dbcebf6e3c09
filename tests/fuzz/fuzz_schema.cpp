// Schema files and the reader of TOML below them: what is wrong is told with its place in the file.
#include <cmath>
#include <filesystem>

#include "fuzz/fuzzing.h"
#include "io/event_schema.h"
#include "io/toml_nesting.h"
#include "io/toml_reader.h"

using namespace harmattan;
using fuzz::require;

namespace {

void check_place(const base::Error& error, std::string_view text) {
    fuzz::require_words(error);
    require(fuzz::number_in(error, "line") >= 1 && fuzz::number_in(error, "column") >= 1, "a place is given");
    require(fuzz::number_in(error, "line") <= fuzz::lines_of(text).size() + 1, "it lies in the file");
    require(fuzz::number_in(error, "column") <= text.size() + 1, "so does its column");
}

void check_schema(std::string_view text) {
    try {
        const io::EventSchema schema = io::parse_schema(text, "made.toml");
        require(!schema.id.empty() && !schema.name.empty(), "a schema has a name");
        for (const auto& set : schema.recognised_by)
            require(!set.empty(), "what it is recognised by is not empty");
        for (const auto& where : schema.where_codes)
            require(!where.radius_km || (std::isfinite(*where.radius_km) && *where.radius_km >= 0),
                    "a radius is one");
        for (const auto* name : {"GEDEvent_v25_1.csv", "#?#", ""}) {
            const auto version = io::version_in(name, schema.names);
            require(version.empty() || io::fits(name, schema.names), "a version comes from a name that fits");
            io::fits(name, schema.only_for_names);
        }
    } catch (const base::Error& error) {
        check_place(error, text);
    }
}

// Asks a table for everything that it holds, as every kind of value.
void ask(io::TomlReader reader, const toml::table& table, std::string_view text) {
    const auto try_to = [&](auto read) {
        try {
            read();
        } catch (const base::Error& error) {
            check_place(error, text);
        }
    };
    for (const auto& entry : table) {
        const std::string_view key = entry.first.str();
        const toml::node& node = entry.second;
        try_to([&] { require(reader.text(key).has_value(), "a key that is there has a value"); });
        try_to([&] { require(reader.number(key).has_value(), "a number is one"); });
        try_to([&] { reader.integer(key); });
        try_to([&] { reader.boolean(key); });
        try_to([&] {
            const auto day = reader.day(key);
            require(base::is_valid(base::civil_of(*day)), "a day is one of the calendar");
        });
        try_to([&] { reader.numbers(key); });
        try_to([&] { reader.texts(key); });
        try_to([&] { reader.days(key); });
        try_to([&] {
            if (auto inner = reader.table(key)) ask(*inner, *node.as_table(), text);
        });
        try_to([&] { reader.tables(key); });
    }
    try_to([&] { reader.required_text("a key that is not there"); });
    reader.refuse_other_keys();  // all were asked for
    try_to([&] { io::TomlReader(table, "made.toml", "").refuse_other_keys(); });
}

void check_reader(std::string_view text) {
    try {
        io::check_toml_nesting(text, "made.toml");
        const toml::table table = toml::parse(text);
        ask(io::TomlReader(table, "made.toml", ""), table, text);
    } catch (const base::Error& error) {
        check_place(error, text);
    } catch (const toml::parse_error&) {
        // The callers of toml++ turn it into words.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_schema(text);
    check_reader(text);
    return 0;
}
