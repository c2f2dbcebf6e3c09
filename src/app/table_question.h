// What has to be asked of a person before a table of events is read: what its columns are where no source was
// recognised, and which number is the day where its dates do not tell. Knows no window.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/date_order.h"
#include "io/event_input.h"
#include "io/event_reader.h"

namespace harmattan::app {

// A field and the column it is to be read from; the reason is that of the guess, with a message key.
struct FieldChoice {
    io::EventField field = io::EventField::id;
    std::optional<std::size_t> column, guessed;
    io::ReadingNote reason;  // empty key: none was found, or its name is the field's own
};

class TableQuestion {
  public:
    // No value where nothing needs to be asked: the source is known, the columns were given, or their names are
    // those of docs/formats.md; and for what cannot be opened at all, which whoever reads it says better.
    static std::optional<TableQuestion> about(const std::filesystem::path& file,
                                              const io::EventReadOptions& options);
    // Of a table that is known but for the order of day and month. Throws what io::open_event_input throws.
    static TableQuestion about_dates(const std::filesystem::path& file, const io::EventReadOptions& options);

    const std::filesystem::path& file() const { return file_; }
    const std::vector<std::string>& header() const { return sample_.header; }
    // The first ten, each as long as the header.
    const std::vector<std::vector<std::string>>& rows() const { return sample_.rows; }

    // Whether the columns are asked for; without it only the order of the dates is.
    bool asks_columns() const { return asks_columns_; }
    const std::vector<FieldChoice>& fields() const { return fields_; }
    // A column serves one field: another that had it is left without.
    void choose(std::size_t field, std::optional<std::size_t> column);

    // Whether day and month cannot be told apart in any row, and a value that shows it.
    bool asks_order() const { return !ambiguous_.empty(); }
    const std::string& ambiguous() const { return ambiguous_; }
    std::optional<io::DateOrder> order;
    // Asked for where the places are x and y, or nothing but numbers beyond degrees.
    bool asks_crs() const;
    std::string crs;

    // What has still to be said, as a message key; empty when the table can be read.
    std::string missing() const;
    // How to read the table; only when nothing is missing.
    io::EventReadOptions answer() const;
    // The same for the command line: `--map "date_start=When,..." --dates day-first`.
    std::string command_line() const;

  private:
    TableQuestion(std::filesystem::path file, io::EventReadOptions options);
    void guess(const std::optional<io::EventLayout>& layout);
    void look_at_dates();
    std::optional<std::size_t> column_of(io::EventField field) const;

    std::filesystem::path file_;
    io::EventReadOptions options_;
    io::EventInput input_;
    io::TableSample sample_;
    std::vector<FieldChoice> fields_;
    bool asks_columns_ = false;
    std::string ambiguous_;
};

}  // namespace harmattan::app
