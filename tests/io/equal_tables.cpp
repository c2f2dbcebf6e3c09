#include "io/equal_tables.h"

#include <string>

#include <fmt/core.h>

#include "io/event_columns.h"
#include "support/catch.h"

namespace harmattan::test {
namespace {

// What a row says and where it is from, as one text.
std::string everything_of(const events::EventTable& table, std::size_t row) {
    const io::EventRecord record = io::record_of(table, row);
    std::string text, cell;
    for (const io::EventColumn& column : io::event_columns()) {
        io::write_cell(column.value(record), cell);
        text += fmt::format("{}[{}] = {}\n", column.name, cell.size(), cell);
    }
    return text + record.file->name;
}

}  // namespace

void check_equal(const events::EventTable& read, const events::EventTable& written) {
    REQUIRE(read.size() == written.size());
    for (std::size_t row = 0; row < written.size(); ++row) {
        REQUIRE(everything_of(read, row) == everything_of(written, row));
        REQUIRE(read.lat_deg()[row] == written.lat_deg()[row]);
        REQUIRE(read.lon_deg()[row] == written.lon_deg()[row]);
        REQUIRE(read.weight(row) == written.weight(row));
    }
}

}  // namespace harmattan::test
