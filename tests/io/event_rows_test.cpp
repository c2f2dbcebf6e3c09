// A table read by several threads gives what one thread reads: rows, account and errors.
#include <random>

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/error.h"
#include "io/event_reader.h"
#include "support/catch.h"

using namespace harmattan;
using events::Text;

namespace {

// Rows of which many are wrong, doubtful or hard to cut.
class MadeText {
  public:
    explicit MadeText(std::uint64_t seed) : random_(seed) {}

    std::string text() {
        end_ = any_of({"\n", "\r\n", "\r"});
        delimiter_ = any_of({",", ";", "\t", "|"});
        is_quoting_all_ = one_in(4);
        has_day_first_ = one_in(2);
        std::string made =
            row({"id", "latitude", "longitude", "date", "country", "fatalities", "actor1", "notes"});
        if (one_in(4)) made += row({"#id", "#geo+lat", "#geo+lon", "#date", "#country", "#deaths", "#actor", ""});
        const int rows = static_cast<int>(below(120));
        for (int i = 0; i < rows; ++i) made += one_row(i);
        if (one_in(10)) made += "\"opened and never closed" + delimiter_ + "x" + end_ + "1,2" + end_;
        if (one_in(20)) made += std::string("a\0b", 3);
        return made;
    }

  private:
    std::uint64_t below(std::uint64_t end) {
        return std::uniform_int_distribution<std::uint64_t>(0, end - 1)(random_);
    }
    bool one_in(std::uint64_t times) { return below(times) == 0; }
    std::string any_of(std::vector<std::string> texts) { return texts[below(texts.size())]; }

    std::string one_row(int number) {
        if (one_in(15)) return end_;
        if (one_in(20)) return any_of({"ragged", "\"a\"b", ",,,"}) + end_;
        const std::string id = one_in(8) ? fmt::format("{}", below(5)) : fmt::format("E{}", number);
        const std::string latitude = any_of({"12.5", "13", "0", "95", "x", "14.123456", "-1.25"});
        const std::string longitude = any_of({"-3.5", "2", "0", "12.0001", "-1.25"});
        const std::string date = one_in(3)        ? any_of({"2017-02-30", "2019-11-05", "2020-01", "2018"})
                                 : has_day_first_ ? fmt::format("{:02}/{:02}/2019", 1 + below(28), 1 + below(12))
                                                  : fmt::format("2019-{:02}-{:02}", 1 + below(12), 1 + below(28));
        return row({id, latitude, longitude, date, any_of({"Mali", "Niger", "C\xf4te d'Ivoire", "Nowhere"}),
                    any_of({"0", "3", "", "unknown", "1.5", "-2", "70000"}),
                    any_of({"JNIM", "ISGS", "Arm\xe9\x65", ""}), note()});
    }

    // Lines that look like rows stand in some.
    std::string note() {
        if (!one_in(6)) return any_of({"", "a note", "with \"quotes\"", "with" + delimiter_ + " a delimiter"});
        std::string lines = "lines:" + end_;
        const std::string line = fmt::format("{}", fmt::join(std::vector<std::string>(8, "1"), delimiter_)) + end_;
        for (std::uint64_t i = below(9); i > 0; --i) lines += line;
        return lines;
    }

    std::string row(const std::vector<std::string>& fields) {
        std::vector<std::string> written;
        for (const std::string& field : fields) written.push_back(written_as(field));
        return fmt::format("{}", fmt::join(written, delimiter_)) + end_;
    }

    std::string written_as(const std::string& field) const {
        if (!is_quoting_all_ && field.find_first_of("\"\r\n" + delimiter_) == std::string::npos) return field;
        std::string quoted = "\"";
        for (const char c : field) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
        return quoted + "\"";
    }

    std::mt19937_64 random_;
    std::string end_, delimiter_;
    bool is_quoting_all_ = false, has_day_first_ = false;
};

std::string described(const io::RowProblem& problem) {
    return fmt::format("{} {} {}\n", problem.column, problem.position, words(base::Language::en, problem));
}

std::string described(const io::ReadReport& report) {
    std::string text =
        fmt::format("{} {} {} {} {} {} {}\n", report.records, report.kept, report.rejected, report.warning_count,
                    report.where_precision_missing, report.date_precision_missing, report.best_missing);
    for (const auto& problem : report.problems) text += "rejected " + described(problem);
    for (const auto& warning : report.warnings) text += "doubtful " + described(warning);
    for (const auto& [key, count] : report.rejected_by_reason) text += fmt::format("{} {}\n", key, count);
    for (const auto& [key, count] : report.warnings_by_reason) text += fmt::format("{} {}\n", key, count);
    for (const auto& note : report.notes) text += words(base::Language::en, note) + "\n";
    return text + base::iso(report.coverage.first) + base::iso(report.coverage.last);
}

std::string described(const events::EventTable& table) {
    std::string text;
    for (std::size_t i = 0; i < table.size(); ++i) {
        const events::EventRow row = table.row(i);
        text += fmt::format("{} {} {} {} {} {} {} {} {} {} {} {} {}\n", base::iso(row.first_day),
                            base::iso(row.last_day), row.lon_deg, row.lat_deg, row.best, row.low, row.high,
                            static_cast<int>(row.type), row.where_precision, row.date_precision, row.weight,
                            row.origin.position, fmt::join(row.texts, "|"));
    }
    for (std::size_t column = 1; column < events::text_count; ++column)
        text += fmt::format("{}\n", fmt::join(table.text(static_cast<Text>(column)).dictionary(), "|"));
    return text;
}

std::string outcome(const std::string& text, const io::ReadingThreads& threads) {
    io::EventReadOptions options;
    options.may_be_empty = true;
    options.threads = threads;
    options.date_order = io::DateOrder::day_first;
    try {
        const io::EventsRead read = io::read_events_csv(text, "made.csv", options);
        return described(read.report) + described(read.table);
    } catch (const base::Error& error) {
        return error.key() + ": " + error.what();
    }
}

}  // namespace

TEST_CASE("any number of threads reads the same table and gives the same account") {
    constexpr std::uint64_t seeds = 60;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const std::string text = MadeText(seed).text();
        INFO("seed " << seed << "\n" << text);
        const std::string expected = outcome(text, {1, 1, 1});
        for (const std::size_t threads : {2U, 7U}) {
            INFO(threads << " threads");
            CHECK(outcome(text, {threads, 4, 64}) == expected);
        }
    }
}

TEST_CASE("more doubts than a report lists are the same from all parts") {
    std::string text = "id,latitude,longitude,date,country,notes\n";
    for (int i = 0; i < 6000; ++i)
        text += fmt::format("{},{},{},2019-01-{:02},{},{}\n", i % 2500, i % 3 == 0 ? 0 : 14, i % 3 == 0 ? 0 : 30,
                            1 + i % 40, i % 7 == 0 ? "Arm\xe9nie" : "Mali", i % 5 == 0 ? "\xe9t\xe9" : "dry");
    const std::string expected = outcome(text, {1, 1, 1});
    CHECK(expected.find("was 'Arm\\xe9nie'") == std::string::npos);
    for (const std::size_t threads : {2U, 3U, 7U}) CHECK(outcome(text, {threads, 4, 1000}) == expected);
}

TEST_CASE("a reading by several threads stops when it is told to") {
    std::string text = "id,latitude,longitude,date\n";
    for (int i = 0; i < 200000; ++i) text += fmt::format("{},14.5,-3.5,2019-01-02\n", i);
    io::EventReadOptions options;
    options.threads = {3, 4, 1000};
    int calls = 0;
    options.progress = [&](double share) {
        CHECK(share >= 0);
        CHECK(share <= 1);
        return ++calls < 2;
    };
    CHECK_THROWS_MATCHES(
        io::read_events_csv(text, "made.csv", options), base::Error,
        Catch::Predicate<base::Error>([](const base::Error& e) { return e.key() == "read.cancelled"; }));
    CHECK(calls == 2);
}
