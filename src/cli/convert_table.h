// From files of events to the one table that `convert` writes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "events/event_table.h"
#include "io/generalise.h"
#include "io/read_report.h"
#include "story/story.h"

namespace harmattan::cli {

// What became of the rows: the reports' kept = those in the
// table + replaced + copies + outside_days + outside_extent + filtered_out + coarser->left_out.
struct TableToWrite {
    events::EventTable table;
    std::vector<io::ReadReport> reports;  // of each file
    std::uint64_t replaced = 0;           // by a newer release's row
    std::uint64_t copies = 0;             // that another file of the same release has too
    // Of those in the table and those left out below: events::ReleaseCount.
    std::uint64_t missing_from_newer = 0, beyond_newer = 0;
    std::uint64_t outside_days = 0;          // whose first day does not lie between from and to
    std::uint64_t outside_extent = 0;        // of those within the days
    std::uint64_t filtered_out = 0;          // of the others
    std::optional<io::Generalised> coarser;  // its numbers; the table itself has moved

    std::uint64_t records() const;
    std::uint64_t kept() const;
    std::uint64_t rejected() const;
};

// Reads the files and joins those of one source. Throws Error "convert.not_events" (path) for stories and
// features, "convert.several_sources" (path, list), and what story::sorted_by_kind and story::read_sources throw.
TableToWrite read_table(const std::vector<std::filesystem::path>& files, const story::SceneOptions& options,
                        const std::string& output);

// Leaves the events whose first day lies between from and to, whose point lies in the extent, and of which the
// filter is true; none may be left. Throws what events::Filter throws.
void choose_rows(TableToWrite& table, const story::SceneOptions& options);

// None may be left.
void make_coarser(TableToWrite& table, const io::Generalisation& how);

}  // namespace harmattan::cli
