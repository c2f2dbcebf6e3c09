// What the terms of a table's sources ask of whoever hands its rows on, answered by an option or at the terminal.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/day.h"
#include "cli/console.h"
#include "io/read_report.h"
#include "io/source_credit.h"

namespace harmattan::cli {

// What the command line says already.
struct TermsAnswers {
    bool may_be_passed_on = false;      // --may-be-passed-on
    std::optional<base::Day> accessed;  // --accessed
    bool may_ask = true;                // at the terminal, where there is one
};

// Where the terms of a source let nobody pass its rows on, whoever writes them must say that the receiver may have
// them. Throws Error "convert.not_passed_on" (path, source, licence) when that is not said.
void require_leave(std::span<const io::SourceUse> sources, const TermsAnswers& answers, const std::string& output,
                   const Console& console);

// The days on which the files of a source were fetched whose credit must name them, none for any other source: as
// --accessed says, else as kept from an earlier time (io::AccessDates), else asked for; and kept, but for
// databases, which change without a trace. Throws Error "credit.access_needed" (source), "convert.accessed_later"
// (text), and what io::AccessDates throws.
std::vector<base::Day> access_days(const io::SourceUse& source, std::span<const io::ReadReport> reports,
                                   const TermsAnswers& answers, const Console& console);

// A day that has come. Throws Error "cli.day_unreadable", "date.impossible", "convert.accessed_later" (text).
base::Day parse_accessed(const std::string& text);

}  // namespace harmattan::cli
