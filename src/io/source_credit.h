// What must be said of the sources of a table's rows, and what may be done with them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/messages.h"
#include "events/event_table.h"
#include "io/read_report.h"
#include "io/schema_library.h"

namespace harmattan::io {

// A source of rows in a table, and on what terms it gives them.
struct SourceUse {
    std::string dataset, name;          // "ucdp-ged", "UCDP GED"
    std::vector<std::string> versions;  // in order of age, those that are known
    std::vector<std::string> files;
    std::uint64_t rows = 0;
    SourceTerms terms;  // empty where the source is none that is known
    bool is_provisional = false;

    bool has_terms() const { return !terms.citation.empty(); }
};

// The sources of the rows themselves, in order of their first file: Harmattan's own tables name them for each row,
// so that terms are not lost by writing a table and reading it again. Terms are those of the schema with the
// dataset's id: the user's own first.
std::vector<SourceUse> sources_of(const events::EventTable& table, std::span<const SchemaPtr> own_schemas = {});

// The source of a file as it was read, for whoever has a report only.
SourceUse source_of(const ReadReport& report);

// What else a credit says. ACLED's has to name all three (its attribution policy,
// acleddata.com/attribution-policy): the day on which the data were fetched, for they change every week; what was
// chosen from them; and what was changed.
struct CreditDetails {
    std::vector<base::Day> accessed;   // one for each download
    std::vector<std::string> filters;  // in the credit's language: "from 2020-01-01", "country = Mali"
    std::vector<std::string> changes;  // "points moved to cells of 10 km"
};

// "UCDP GED 25.1: Sundberg, Ralph, ... (CC BY 4.0)"; and where the terms want it "; accessed 1 June 2025; chosen:
// all events; changed: nothing". A source without terms: its name and release. Throws Error "credit.access_needed"
// (source) when the terms want the day and it is not given.
std::string credit_line(const SourceUse& source, const CreditDetails& details, base::Language language);

// The same for a file as it was read: for pictures, films and stories.
std::string credit_line(const ReadReport& report, const CreditDetails& details, base::Language language);

// The sources whose rows may not be handed to others.
std::vector<SourceUse> not_to_be_passed_on(const std::vector<SourceUse>& sources);

}  // namespace harmattan::io
