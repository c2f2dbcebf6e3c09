#include "cli/told_notes.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/core.h>

#include "base/number_format.h"

namespace harmattan::cli {

void tell_notes(const Console& console, std::span<const io::ReadReport> reports) {
    constexpr std::array<std::string_view, 5> told{"note.swapped", "note.newer_by_update", "note.newer_by_order",
                                                   "note.raster_style", "note.raster_degrees"};
    std::set<std::string> said;
    for (const io::ReadReport& report : reports)
        for (const io::ReadingNote& note : report.notes) {
            if (std::find(told.begin(), told.end(), note.key) == told.end()) continue;
            const std::string words = io::words(console.language(), note);
            if (said.insert(words).second)
                console.tell(console.say("cli.note", {{"file", report.file}, {"note", words}}));
        }
}

std::string code_point_name(char32_t character) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
}

void tell_missing_characters(const Console& console, std::span<const char32_t> characters) {
    if (characters.empty()) return;
    constexpr std::size_t most_named = 12;
    std::string names;
    for (const char32_t character : characters.first(std::min(most_named, characters.size())))
        names += (names.empty() ? "" : ", ") + code_point_name(character);
    if (characters.size() > most_named) names += ", …";
    const auto count = static_cast<std::int64_t>(characters.size());
    console.tell(console.say(count == 1 ? "cli.missing_character.one" : "cli.missing_character.other",
                             {{"count", base::grouped(count, console.language())}, {"characters", names}}));
}

}  // namespace harmattan::cli
