// A whole table of events: every record is accounted for, and what is kept is an event that there can be.
#include <cmath>
#include <numeric>

#include "fuzz/fuzzing.h"
#include "io/event_reader.h"

using namespace harmattan;
using fuzz::require;

namespace {

std::uint64_t sum_of(const std::map<std::string, std::uint64_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t(0),
                           [](std::uint64_t sum, const auto& one) { return sum + one.second; });
}

void check_problems(const std::vector<io::RowProblem>& problems) {
    std::uint64_t line = 0;
    for (const auto& problem : problems) {
        require(problem.line >= line, "problems are in order of their lines");
        line = problem.line;
        fuzz::require_sentence(problem.key);
        require(!io::words(base::Language::fr, problem).empty(), "a problem has words");
    }
}

void check_account(const io::EventsRead& read) {
    const io::ReadReport& report = read.report;
    require(report.records == report.kept + report.rejected, "records = kept + rejected");
    require(report.kept == read.table.size() && report.kept > 0, "what is kept is in the table");
    require(report.problems.size() == std::min<std::uint64_t>(report.rejected, io::most_problems),
            "each record that was rejected is listed");
    require(sum_of(report.rejected_by_reason) == report.rejected, "with one reason");
    require(report.warnings.size() == std::min<std::uint64_t>(report.warning_count, io::most_warnings),
            "warnings are listed");
    require(sum_of(report.warnings_by_reason) == report.warning_count, "and counted");
    check_problems(report.problems);
    check_problems(report.warnings);
    for (const auto& note : report.notes) fuzz::require_sentence(note.key);
    fuzz::require_sentence(report.why_key);
}

bool is_count(std::int32_t count) {
    return count >= 0 || count == events::fatalities_unknown;
}

void check_rows(const events::EventTable& table) {
    for (std::size_t i = 0; i < table.size(); ++i) {
        const events::EventRow row = table.row(i);
        require(std::abs(row.lat_deg) <= 90 && std::abs(row.lon_deg) <= 180, "a place is one");
        require(row.first_day <= row.last_day, "an event does not end before it begins");
        require(base::is_valid(base::civil_of(row.first_day)) && base::is_valid(base::civil_of(row.last_day)),
                "its days are of the calendar");
        require(i == 0 || table.first_day()[i - 1] <= row.first_day, "events are in order of their days");
        require(is_count(row.best) && is_count(row.low) && is_count(row.high), "counts are not negative");
        require(row.weight >= 1, "a row stands for an event at least");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::Input input(data, size);
    io::EventReadOptions options;
    options.checks_places = input.bits(2, 1) != 0;
    options.today = base::day_of({2026, 1, 1});
    if (const unsigned order = input.bits(0, 2); order > 0)
        options.date_order = static_cast<io::DateOrder>(order - 1);
    if (input.bits(3, 1) != 0) options.crs = "EPSG:32630";
    fuzz::key_of([&] {
        const auto read = io::read_events_csv(input.text, "made.csv", options);
        check_account(read);
        check_rows(read.table);
    });
    return 0;
}
