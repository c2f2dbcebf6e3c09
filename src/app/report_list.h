// The account of the files that were read, as a list to look through: rows that could not be used and rows that
// are doubtful, by file and reason. Knows no window.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/read_report.h"
#include "scene/scene.h"

namespace harmattan::app {

// A row of the table of one of the scene's event layers.
struct EventPlace {
    std::size_t layer = 0, row = 0;

    friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

class ReportList {
  public:
    struct Row {
        std::size_t report = 0;
        bool is_rejected = true;  // else kept, with a warning
        std::size_t index = 0;    // in the report's problems or warnings

        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Reason {
        bool is_rejected = true;
        std::string key;          // of a message, see io::reason_words()
        std::uint64_t count = 0;  // of all rows, also those that are not listed

        friend bool operator==(const Reason&, const Reason&) = default;
    };

    ReportList() = default;
    explicit ReportList(std::vector<io::ReadReport> reports);

    const std::vector<io::ReadReport>& reports() const { return reports_; }
    // Of the file that is shown, or of all; rejections first, then by count.
    std::vector<Reason> reasons() const;

    // Leaves only one file's rows, or those of one reason; no value: all.
    void show_file(std::optional<std::size_t> report);
    void show_reason(std::optional<Reason> reason);
    std::optional<std::size_t> shown_file() const { return file_; }
    const std::optional<Reason>& shown_reason() const { return reason_; }

    // By file, rejections first, in order of line.
    const std::vector<Row>& rows() const { return rows_; }
    const io::RowProblem& problem(const Row& row) const;
    // Rows of the same kind that the reports have counted but not listed.
    std::uint64_t unlisted() const;
    // "events.csv:17"
    std::string place_of(const Row& row) const;

    // One of rows(); what is left out of the list is no longer selected.
    std::optional<Row> selected;

  private:
    void list();

    std::vector<io::ReadReport> reports_;
    std::optional<std::size_t> file_;
    std::optional<Reason> reason_;
    std::vector<Row> rows_;
};

// A record's text as it stands in its file.
struct RawRecord {
    std::string place, text;
};

// Where a row of a file stands in the scene. No value: it was rejected, replaced by a newer release, or filtered
// out.
std::optional<EventPlace> find_event(const scene::Scene& scene, const std::string& file, std::uint64_t position);

}  // namespace harmattan::app
