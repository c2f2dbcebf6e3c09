// What can be fetched, and under which terms: data/downloads.toml.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"

namespace harmattan::fetch {

struct Download {
    std::string title;                        // "UCDP GED 25.1", "UCDP Candidate 2025-06"
    std::string path;                         // below the base address: "ged/ged251-csv.zip"
    std::string file_name;                    // "ged251-csv.zip"
    bool is_zip = false;                      // else CSV
    bool is_provisional = false;              // a month of UCDP Candidate
    std::optional<std::uint64_t> size_bytes;  // where it is known beforehand
    std::optional<std::string> sha256;        // the same
    std::string licence, licence_address;
    std::vector<std::string> citations;
};

// A release of UCDP GED: the newest that the catalogue lists for the empty text, or "25.1". Releases it does not
// list are asked for all the same, by the pattern of the others. Throws Error "fetch.version_unreadable" (text,
// oldest, newest).
Download ged_release(std::string_view version);

// A month of UCDP Candidate: "2025-06". Throws Error "fetch.month_unreadable" (text, oldest).
Download candidate_month(std::string_view month);

// The version that is fetched when none is named: "26.1".
std::string newest_ged_version();
std::string oldest_ged_version();

// The last month of UCDP Candidate that is published by this day as a rule, "2025-06": one appears about the 20th
// of the month after. UCDP may be late.
std::string newest_candidate_month(base::Day today);
std::string oldest_candidate_month();

// Where UCDP publishes: "https://ucdp.uu.se/downloads/". For tests, an address in the environment variable
// HARMATTAN_DOWNLOAD_BASE stands for it, of this machine alone (127.0.0.1 or [::1]). Throws Error
// "fetch.base_not_here" (address) for any other.
std::string base_address();

// Whether an address is "http://" or "https://" to 127.0.0.1 or [::1].
bool is_loopback(std::string_view address);

}  // namespace harmattan::fetch
