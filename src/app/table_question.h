// A table of events of which a person has to say how it is read: which column is what where that was only guessed,
// in which order day and month stand where no row tells. Knows no window.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/messages.h"
#include "io/event_layout.h"
#include "io/event_reader.h"

namespace harmattan::app {

// A field and the column it is to be read from.
struct FieldChoice {
    io::EventField field = io::EventField::id;
    std::optional<std::size_t> column;
};

// What a column was taken for at first, and why: the empty text and key where for nothing.
struct ColumnReason {
    std::string field;
    std::string key;
    base::NamedValues values;
};

class TableQuestion {
  public:
    // None where nothing is to be asked: the source is recognised, the options name the columns, or date and place
    // have names that can mean nothing else. Throws what reading the file's beginning throws.
    static std::optional<TableQuestion> of(const std::filesystem::path& file, const io::EventReadOptions& options);
    // Of a table whose columns are settled, but not the order of day and month.
    static TableQuestion of_order(const std::filesystem::path& file, const io::EventReadOptions& options);

    const std::filesystem::path& file() const { return file_; }
    const std::vector<std::string>& header() const { return sample_.header; }
    // The first ten rows.
    std::span<const std::vector<std::string>> rows() const;
    // Of each column.
    const std::vector<ColumnReason>& reasons() const { return reasons_; }

    bool asks_columns() const { return asks_columns_; }
    // The fields that can be chosen for, in the order in which a person thinks of them.
    const std::vector<FieldChoice>& fields() const { return fields_; }
    void choose(std::size_t field, std::optional<std::size_t> column);

    // No row tells the order of day and month: one must be chosen before it is read.
    bool asks_order() const { return asks_order_; }
    // Where reading it found that out; `fault` is "dates.undecidable".
    void ask_order(const base::Error& fault);
    const std::optional<base::Error>& order_fault() const { return order_fault_; }
    std::optional<io::DateOrder> order() const { return order_; }
    void set_order(std::optional<io::DateOrder> order);

    // The places are in a plane, and its reference system has to be named.
    bool asks_crs() const;
    const std::string& crs() const { return crs_; }
    void set_crs(std::string crs);

    // What keeps it from being read as it is answered now.
    const std::optional<base::Error>& fault() const { return fault_; }
    // How it is to be read.
    io::EventReadOptions answer() const;

  private:
    TableQuestion(std::filesystem::path file, io::EventReadOptions options);
    void guess();
    void check();
    std::optional<std::size_t> column_of(io::EventField field) const;

    std::filesystem::path file_;
    io::EventReadOptions options_;
    io::TableSample sample_;
    std::vector<ColumnReason> reasons_;
    std::vector<FieldChoice> fields_;
    bool asks_columns_ = false, asks_order_ = false;
    std::optional<io::DateOrder> order_;
    std::optional<base::Error> order_fault_, fault_;
    std::string crs_;
};

}  // namespace harmattan::app
