#include "io/event_rows.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <future>
#include <limits>
#include <optional>

#include "base/error.h"
#include "io/csv_table.h"
#include "io/event_assembler.h"

namespace harmattan::io {
namespace {

constexpr std::uint64_t no_offset = std::numeric_limits<std::uint64_t>::max();

// Tells how far the reading is, and whether it shall go on. Only one thread may ask.
class Pace {
  public:
    explicit Pace(const RowReading& reading) : file_(reading.input.name), progress_(reading.options.progress) {}

    void tell(double share_read) const {
        if (progress_ && !progress_(std::min(share_read, 1.0)))
            throw base::Error("read.cancelled", {{"file", file_}});
    }

  private:
    const std::string& file_;
    const base::Progress& progress_;
};

constexpr std::uint64_t rows_per_report = 16384;

// One thread reads, one parses, one assembles.
RowsRead read_in_sequence(const RowReading& reading, ReadReport& report) {
    EventRowParser parser(reading.layout, reading.rules, reading.files, reading.checks, report);
    EventAssembler assembler(reading.assembly);
    const Pace pace(reading);
    const auto table = reading.input.open_ahead ? reading.input.open_ahead() : reading.input.open();
    for (std::uint64_t rows = 1; table->next(); ++rows) {
        if (const events::EventRow* row = parser.parse(*table))
            assembler.add(*row, table->line(), table->position(), table->share_read());
        if (rows % rows_per_report == 0) pace.tell(table->share_read());
    }
    RowsRead read;
    read.parts.push_back(assembler.finish());
    read.foreign_texts = parser.foreign_texts();
    read.has_used_date_rules = parser.has_used_date_rules();
    return read;
}

// A part of a text, from where it begins to where one of those behind it does, or to the end.
struct Part {
    explicit Part(const AssemblyOptions& options) : rows(options) {}

    ReadReport report;
    EventPart rows;
    ForeignTexts foreign_texts;
    bool has_used_date_rules = false;
    std::size_t next = 0;     // the part that goes on
    std::uint64_t lines = 0;  // that stand before it, of this part
    std::exception_ptr failure;
};

class PartsReader {
  public:
    PartsReader(const RowReading& reading, std::vector<std::uint64_t> begins)
        : reading_(reading), begins_(std::move(begins)), pace_(reading) {}

    RowsRead read(std::size_t threads, ReadReport& report);

  private:
    void work(bool tells);
    void wait_for(std::vector<std::future<void>>& others);
    void read_part(Part& part, std::size_t number, bool tells);
    void read_rows(Part& part, std::size_t number, bool tells);
    std::unique_ptr<TableReader> open(std::size_t number) const;
    void reserve(Part& part, std::size_t number, std::uint64_t position) const;
    void took_bytes(std::uint64_t count, bool tells);
    void tell() const { pace_.tell(static_cast<double>(bytes_read_) / static_cast<double>(bytes())); }
    std::uint64_t bytes() const { return reading_.input.cuttable.shape.bytes; }
    RowsRead put_together(ReadReport& report);
    void drop_known_foreign_texts(Part& part, const ForeignTexts& known) const;

    const RowReading& reading_;
    const std::vector<std::uint64_t> begins_;
    const Pace pace_;
    std::vector<std::optional<Part>> parts_;
    std::atomic<std::size_t> next_part_ = 0;
    std::atomic<std::uint64_t> bytes_read_ = 0;
    std::atomic<bool> is_cancelled_ = false;
};

RowsRead PartsReader::read(std::size_t threads, ReadReport& report) {
    parts_.resize(begins_.size());
    std::vector<std::future<void>> others;
    for (std::size_t i = 1; i < std::min(threads, parts_.size()); ++i)
        others.push_back(std::async(std::launch::async, [this] { work(false); }));
    try {
        work(true);
        wait_for(others);
    } catch (...) {
        is_cancelled_ = true;
        throw;  // the futures wait
    }
    return put_together(report);
}

void PartsReader::wait_for(std::vector<std::future<void>>& others) {
    constexpr std::chrono::milliseconds moment(50);
    for (auto& other : others) {
        while (other.wait_for(moment) != std::future_status::ready) tell();
        other.get();
    }
}

// `tells`: is the thread that called, and may tell how far all are.
void PartsReader::work(bool tells) {
    for (std::size_t number = next_part_++; number < parts_.size(); number = next_part_++) {
        Part part(reading_.assembly);
        read_part(part, number, tells);
        parts_[number].emplace(std::move(part));
    }
}

void PartsReader::read_part(Part& part, std::size_t number, bool tells) {
    try {
        read_rows(part, number, tells);
    } catch (...) {
        if (is_cancelled_) throw;
        part.failure = std::current_exception();
    }
}

std::unique_ptr<TableReader> PartsReader::open(std::size_t number) const {
    if (number == 0) return reading_.input.open();
    CsvOptions options;
    options.first_byte = begins_[number];
    options.delimiter = reading_.input.cuttable.shape.delimiter;
    return std::make_unique<CsvTable>(reading_.input.cuttable.open(options.first_byte), options,
                                      reading_.layout.header);
}

// Each part reads on until it comes to where another one begins, which so is seen to be a record's beginning: one
// that stands within a record is passed over, and what was read from there on is dropped.
void PartsReader::read_rows(Part& part, std::size_t number, bool tells) {
    SourceFiles files = reading_.files;
    EventRowParser parser(reading_.layout, reading_.rules, files, reading_.checks, part.report);
    const auto table = open(number);
    std::uint64_t told = begins_[number];
    part.next = number + 1;
    const auto next_begin = [&] { return part.next < begins_.size() ? begins_[part.next] : no_offset; };
    std::uint64_t end = next_begin(), rows = 0;
    for (;;) {
        if (!table->next()) {
            part.next = begins_.size();  // those that are left begin within the last record
            break;
        }
        ++rows;
        const std::uint64_t position = table->position();
        for (; position > end; end = next_begin()) ++part.next;
        if (position == end) {
            part.lines = table->line() - 1;
            break;
        }
        if (const events::EventRow* row = parser.parse(*table)) part.rows.add(*row, table->line(), position);
        if (rows % rows_per_report != 0) continue;
        if (rows == rows_per_report) reserve(part, number, position);
        took_bytes(position - std::exchange(told, position), tells);
    }
    part.foreign_texts = parser.foreign_texts();
    part.has_used_date_rules = parser.has_used_date_rules();
}

// From the rows so far, with a little to spare: growing by doubling would copy all and leave half unused. The
// first part will take in all the others.
void PartsReader::reserve(Part& part, std::size_t number, std::uint64_t position) const {
    constexpr double most_rows = 1e8;
    const std::uint64_t end = number > 0 && part.next < begins_.size() ? begins_[part.next] : bytes();
    const double share =
        static_cast<double>(position - begins_[number]) / static_cast<double>(end - begins_[number]);
    part.rows.reserve(
        static_cast<std::size_t>(std::min(1.05 * static_cast<double>(part.rows.size()) / share, most_rows)));
}

void PartsReader::took_bytes(std::uint64_t count, bool tells) {
    bytes_read_ += count;
    if (is_cancelled_) throw base::Error("read.cancelled", {{"file", reading_.input.name}});
    if (!tells) return;
    try {
        tell();
    } catch (...) {
        is_cancelled_ = true;
        throw;
    }
}

RowsRead PartsReader::put_together(ReadReport& report) {
    RowsRead read;
    std::uint64_t lines = 0;
    for (std::size_t number = 0; number < parts_.size();) {
        Part& part = *parts_[number];
        if (part.failure) std::rethrow_exception(part.failure);
        drop_known_foreign_texts(part, read.foreign_texts);
        append_rows(report, std::move(part.report), lines);
        part.rows.move_lines(lines);
        read.parts.push_back(std::move(part.rows));
        read.foreign_texts.append(part.foreign_texts, lines);
        read.has_used_date_rules |= part.has_used_date_rules;
        lines += part.lines;
        number = part.next;
    }
    parts_.clear();
    return read;
}

// Only the first of a column is listed; all are counted.
void PartsReader::drop_known_foreign_texts(Part& part, const ForeignTexts& known) const {
    auto& warnings = part.report.warnings;
    for (std::size_t i = 0; i < event_field_count; ++i) {
        const auto field = static_cast<EventField>(i);
        if (known.count(field) == 0 || part.foreign_texts.count(field) == 0) continue;
        const std::string& column = reading_.layout.header[*reading_.layout.of(field)];
        const auto listed = std::find_if(warnings.begin(), warnings.end(), [&](const RowProblem& warning) {
            return warning.key == "row.not_utf8" && warning.column == column;
        });
        if (listed != warnings.end()) warnings.erase(listed);
    }
}

// Rows that name their own origin are given numbers of files in the order in which they stand; and PROJ's
// transformations are of one thread.
bool can_be_cut(const RowReading& reading) {
    return reading.input.cuttable.open && !reading.checks.crs && !reading.layout.has(EventField::dataset) &&
           !reading.layout.has(EventField::source_file);
}

}  // namespace

RowsRead read_rows(const RowReading& reading, ReadReport& report) {
    if (!can_be_cut(reading)) return read_in_sequence(reading, report);
    const CsvShape& shape = reading.input.cuttable.shape;
    const ReadingThreads& threads = reading.options.threads;
    const std::uint64_t parts = shape.bytes / std::max<std::uint64_t>(threads.least_part_bytes, 1);
    const std::uint64_t most_parts = threads.count < 2 ? 1 : threads.count * threads.parts_each;
    const auto wanted = static_cast<std::size_t>(std::clamp<std::uint64_t>(parts, 1, most_parts));
    auto begins = find_parts(reading.input.cuttable.open, shape, wanted);
    // Three threads do better than one where a large text cannot be cut.
    if (wanted > 1 && begins.size() == 1) return read_in_sequence(reading, report);
    return PartsReader(reading, std::move(begins)).read(threads.count, report);
}

}  // namespace harmattan::io
