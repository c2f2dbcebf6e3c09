#include "cli/rejected_rows.h"

#include "base/number_format.h"

namespace harmattan::cli {
namespace {

constexpr std::size_t rows_told = 5;

std::string counted(const Console& console, std::uint64_t count) {
    return base::grouped(static_cast<std::int64_t>(count), console.language());
}

void tell_file(const Console& console, const io::ReadReport& report) {
    console.tell(console.say("cli.rejected", {{"file", report.file},
                                              {"rejected", counted(console, report.rejected)},
                                              {"records", counted(console, report.records)},
                                              {"kept", counted(console, report.kept)}}));
    const std::size_t told = std::min(rows_told, report.problems.size());
    for (std::size_t i = 0; i < told; ++i) console.tell("  " + io::words(console.language(), report.problems[i]));
    if (report.problems.size() > told)
        console.tell("  " + console.say("cli.rejected_all", {{"file", report.file}}));
}

}  // namespace

std::uint64_t rejected_rows(std::span<const io::ReadReport> reports) {
    std::uint64_t count = 0;
    for (const io::ReadReport& report : reports) count += report.rejected;
    return count;
}

void tell_rejected(const Console& console, std::span<const io::ReadReport> reports) {
    for (const io::ReadReport& report : reports)
        if (report.rejected > 0) tell_file(console, report);
}

}  // namespace harmattan::cli
