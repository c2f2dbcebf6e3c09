// The files and releases that the rows of a table come from.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "events/event_table.h"
#include "io/event_schema.h"

namespace harmattan::io {

// Radii by where_precision as EventFile has them: negative for an area.
std::array<double, 8> radii_of(const EventSchema& schema);

// What a row of Harmattan's own tables says of its origin; empty where it says nothing.
struct RowSource {
    std::string_view dataset, dataset_name, version, file, generalised;
    bool is_provisional = false;
    events::WherePrecision where_precision = 0;
    std::optional<double> radius_km;  // of a row of that precision
};

// Gives each file and release its number in the table. Rows of most files have one; Harmattan's own tables say for
// each row where it came from.
class SourceFiles {
  public:
    static constexpr std::size_t most_files = 4096;

    explicit SourceFiles(const events::EventFile& file) : files_{file} {}

    // By their number, the table itself first.
    const std::vector<events::EventFile>& files() const { return files_; }
    std::uint32_t number() const { return 0; }
    // Of a row that names its own origin. Nothing said: the table itself; and so for every origin after the first
    // `most_files`, which no honest table has. What the row does not say is taken from the dataset's schema, where
    // that comes with the program. Rows that differ in their radius only are of one file with two numbers, since a
    // file has one radius for each precision.
    std::uint32_t number_of(const RowSource& source);

  private:
    events::EventFile file_of(const RowSource& source) const;
    std::uint32_t add(const std::string& key, events::EventFile file);
    std::uint32_t with_radius(const std::string& key, std::uint32_t number, const RowSource& source);

    std::vector<events::EventFile> files_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::string key_;  // of the row before, since rows of one origin stand together
    std::uint32_t last_ = 0;
};

}  // namespace harmattan::io
