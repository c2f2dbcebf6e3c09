// Several releases of one source in one table, each event once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "events/event_table.h"

namespace harmattan::events {

// What became of the rows of one file. rows = kept + replaced_by_id + copies + replaced_by_release.
struct ReleaseCount {
    std::string file, dataset, version;
    std::uint64_t rows = 0, kept = 0;
    std::uint64_t replaced_by_id = 0;       // their id stands in a newer release too
    std::uint64_t copies = 0;               // their id stands in another table of the same release too
    std::uint64_t replaced_by_release = 0;  // provisional, and a later release covers their day and country
    // Kept, though a release of a later version covers their day and country and does not have them: the source
    // took them out, or the newer table is a part of it only.
    std::uint64_t missing_from_newer = 0;
    // Kept, on days that no release of a later version covers, while there is one; not of UCDP Candidate, whose
    // months complement each other.
    std::uint64_t beyond_newer = 0;
};

struct JoinedReleases {
    EventTable table;
    std::vector<ReleaseCount> files;  // with rows, in the order of the tables and their files
};

// One table of all rows but those that a newer release replaces. Releases are told apart by EventFile::dataset and
// ordered by compare_versions(EventFile::version); of equal versions in two tables the later table is the newer,
// but a copy with coarser points (EventFile::generalised) is always the older. Within a dataset a row is dropped
// when its id stands in a newer release. Rows without an id, and of the datasets
// "", "table" and "harmattan", whose source is not known, are never dropped. Different datasets stay side by side.
//
// UCDP Candidate ("ucdp-candidate") is provisional: most candidate events enter the next yearly GED after vetting,
// under new figures or none (Hegre, Croicu, Eck and Hogbladh 2020, Research & Politics 7(3)), and a quarter's
// release holds its months again as revised. So its rows are dropped for the days and countries that a table of
// the yearly release ("ucdp-ged") or a newer Candidate release covers: the yearly one from its first to its last
// event and to the ends of those years (to_whole_years), Candidate the months of its version, each in the
// countries that it has events in. The condition on countries is for tables that are cut to a region: they say
// nothing about the others.
JoinedReleases join_releases(std::vector<EventTable> tables);

}  // namespace harmattan::events
