// What `convert` says of the table it wrote: on standard output, and in the table's own metadata.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/convert_table.h"
#include "io/event_writer.h"
#include "io/source_credit.h"

namespace harmattan::cli {

// A source of the table with the credit that its terms ask for.
struct CreditedSource {
    io::SourceUse use;
    std::string credit;
};

// What was asked for, in words, to be told with what came of it.
struct ConvertOrder {
    std::string output;
    io::EventFormat format = io::EventFormat::csv;
    std::optional<io::Generalisation> generalise;
    story::SceneOptions options;
};

// What was chosen of a source's rows: "from 2017-01-01", "country = 'Mali'".
std::vector<std::string> filters_in_words(const ConvertOrder& order, const TableToWrite& table,
                                          const Console& console);
// What was changed in them: "put into Harmattan's columns", "points made coarser (10km)".
std::vector<std::string> changes_in_words(const TableToWrite& table, const Console& console);

// Throws Error "convert.nothing_left" or, where an older file stays, "convert.nothing_left_older" (path, reasons)
// when the table has no row: what was read, rejected and left out, each counted, and `hint` where there is one.
void require_rows(const ConvertOrder& order, const TableToWrite& table, const std::optional<std::string>& hint,
                  const Console& console);

io::TableMetadata metadata_of(const ConvertOrder& order, const TableToWrite& table,
                              const std::vector<CreditedSource>& sources, const Console& console);

std::string as_text(const ConvertOrder& order, const TableToWrite& table,
                    const std::vector<CreditedSource>& sources, const io::EventsWritten& written,
                    const Console& console);
std::string as_json(const ConvertOrder& order, const TableToWrite& table,
                    const std::vector<CreditedSource>& sources, const io::EventsWritten& written);

}  // namespace harmattan::cli
