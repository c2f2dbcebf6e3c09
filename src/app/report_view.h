// What the report panel shows: the account of the rows, the row selected in it, and that row as it stands in its
// file.
#pragma once

#include <optional>
#include <string>

#include "app/row_report.h"
#include "base/messages.h"

namespace harmattan::app {

class ReportView {
  public:
    ReportView() = default;
    explicit ReportView(std::vector<io::ReadReport> tables) : rows(std::move(tables)) {}

    RowReport rows;

    const std::optional<ListedRow>& selected() const { return selected_; }
    // Reads the row's record again from its file; of tables that are no text there is none.
    void select(const ListedRow& row, base::Language language);
    void deselect() { selected_.reset(); }
    // The selected row's record, or why it cannot be shown.
    const std::string& record() const { return record_; }
    bool has_record() const { return has_record_; }

  private:
    std::optional<ListedRow> selected_;
    std::string record_;
    bool has_record_ = false;
};

}  // namespace harmattan::app
