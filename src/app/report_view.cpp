#include "app/report_view.h"

#include "base/error.h"
#include "io/event_reader.h"

namespace harmattan::app {
namespace {

// Records of separated values stand in the file by the byte; others by their number.
bool is_text(const io::ReadReport& table) {
    return table.format.starts_with("CSV") || table.format.starts_with("TSV");
}

}  // namespace

void ReportView::select(const ListedRow& row, base::Language language) {
    selected_ = row;
    record_.clear();
    has_record_ = false;
    const auto& table = rows.table_of(row);
    if (!is_text(table)) return;
    try {
        record_ = io::fetch_record(table.file, rows.problem(row).position);
        has_record_ = true;
    } catch (const base::Error& error) {
        record_ = base::words(language, error);
    }
}

}  // namespace harmattan::app
