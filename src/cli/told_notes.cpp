#include "cli/told_notes.h"

#include <algorithm>
#include <array>
#include <set>

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

}  // namespace harmattan::cli
