#include "io/event_reader.h"

#include <fstream>
#include <numeric>

#include <fmt/core.h>

#include "base/error.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using events::Text;
using events::ViolenceType;

namespace {

const std::string header =
    "id,date_start,date_end,latitude,longitude,best,low,high,type_of_violence,where_prec,date_prec,country\n";

io::EventsRead read(const std::string& text) {
    io::EventReadOptions options;
    options.checks_places = false;  // tests/io/place_check_test.cpp is about places
    return io::read_events_csv(text, "events.csv", options);
}

std::string error_of(const std::string& text) {
    try {
        read(text);
    } catch (const base::Error& error) {
        return error.what();
    }
    return "none";
}

std::string key_for_file(const std::filesystem::path& file) {
    try {
        io::read_events(file);
    } catch (const base::Error& error) {
        return error.key();
    }
    return "none";
}

// The sentences for what is wrong with one row, beside a good one that keeps the file readable.
std::vector<std::string> sentences(const std::string& row, base::Language language = base::Language::en) {
    const auto found = read(header + "1,2012-01-17,,15.9,2.4,3,2,4,1,1,1,Mali\n" + row + "\n");
    CHECK(found.report.records == found.report.kept + found.report.rejected);
    CHECK(found.report.records == 2);
    CHECK(found.report.problems.size() == found.report.rejected);
    CHECK(found.report.warnings.size() == found.report.warning_count);
    CHECK(found.table.size() == found.report.kept);
    std::vector<std::string> all;
    for (const auto& problem : found.report.problems) all.push_back("rejected: " + io::words(language, problem));
    for (const auto& problem : found.report.warnings) all.push_back(io::words(language, problem));
    return all;
}

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("a row becomes an event") {
    const auto found = read(header +
                            "A-1,2012-01-17,2012-01-19,15.9182,2.4,12,10,15,2,3,4,Mali\n"
                            "A-2,2012-01-16 00:00:00.000,,-4.5,-0.25,,,,One-sided violence,,,\"Niger\"\n");
    REQUIRE(found.table.size() == 2);
    const auto& table = found.table;  // sorted by day: the second row comes first
    CHECK(base::iso(table.first_day()[0]) == "2012-01-16");
    CHECK(base::iso(table.last_day()[0]) == "2012-01-16");
    CHECK(table.text(Text::id).at(0) == "A-2");
    CHECK(table.best()[0] == events::fatalities_unknown);
    CHECK(table.type()[0] == ViolenceType::one_sided);
    CHECK(table.where_precision()[0] == 0);
    CHECK(table.text(Text::country).at(0) == "Niger");
    CHECK(table.origin()[0].position > header.size());
    CHECK(table.lat_deg()[0] == -4.5);
    CHECK(table.lon_deg()[0] == -0.25);
    CHECK(base::iso(table.last_day()[1]) == "2012-01-19");
    CHECK(table.best()[1] == 12);
    CHECK(table.low()[1] == 10);
    CHECK(table.high()[1] == 15);
    CHECK(table.type()[1] == ViolenceType::non_state);
    CHECK(table.where_precision()[1] == 3);
    CHECK(table.date_precision()[1] == 4);
    CHECK(table.origin()[1].position == header.size());
    REQUIRE(table.files().size() == 1);
    CHECK(table.files()[0].name == "events.csv");
    CHECK(table.radius_km(1) == std::nullopt);  // nothing said of this file's precisions
    CHECK(found.report.best_missing == 1);
    CHECK(found.report.where_precision_missing == 1);
    CHECK(found.report.date_precision_missing == 1);
    CHECK(found.report.warning_count == 0);
}

TEST_CASE("rows that cannot be used are rejected with line, value and what is allowed") {
    CHECK(sentences("2,2012-01-17,,95,2.4,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: latitude 95 is not between -90 and 90"});
    CHECK(sentences("2,2012-01-17,,15,-180.5,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: longitude -180.5 is not between -180 and 180"});
    CHECK(
        sentences("2,2012-01-17,,15,x,3,2,4,1,1,1,Mali") ==
        Sentences{"rejected: line 3: longitude \"x\" is in no form of degrees that is known; write it as 14.35 or "
                  "14°21'00\"N"});
    CHECK(sentences("2,2012-01-17,,,2.4,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: latitude is empty; an event needs both coordinates in degrees"});
    CHECK(sentences("2,2017-02-30,,15,2.4,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: date_start: 2017-02-30 is not a date of the calendar"});
    CHECK(sentences("2,30/02/2017,,15,2.4,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: date_start: 30/02/2017 is not a date of the calendar"});
    CHECK(sentences("2,,,15,2.4,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: date_start is empty; every event needs a date"});
    CHECK(sentences("2,2017-03-02,2017-03-01,15,2.4,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: date_end 2017-03-01 lies before the first day 2017-03-02"});
    CHECK(sentences("2,2017-03-02,,15,2.4,-3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: best \"-3\" is less than 0; a whole number of 0 or more is needed"});
    CHECK(sentences("2,2017-03-02,,15,2.4,3,2,many,1,1,1,Mali")
              .at(0)
              .starts_with("rejected: line 3: high \"many\""));
    CHECK(sentences(",2017-03-02,,15,2.4,3,2,4,1,1,1,Mali") ==
          Sentences{"rejected: line 3: id is empty; every event needs an id"});
    CHECK(sentences("2,2017-03-02,,15,2.4,3") ==
          Sentences{"rejected: line 3: the row has 6 fields, but there are 12 column names"});
    // Among quoted fields an unclosed one spoils its own record only, and the reason says so.
    CHECK(
        sentences("2,2017-03-02,,15,2.4,3,2,4,1,1,1,\"Mali\n\"3\",2017-03-02,,15,2.4,3,2,4,1,1,1,\"Mali\"") ==
        Sentences{"rejected: line 3: the row has 23 fields, but there are 12 column names; a quotation mark in it "
                  "seems to lack its partner"});
    std::string long_country = "2,2017-03-02,,15,2.4,3,2,4,1,1,1,";
    long_country.append((1 << 20) + 1, 'x');
    CHECK(sentences(long_country) ==
          Sentences{"rejected: line 3: the field country is longer than 1 MiB; a quotation mark may be missing"});
    CHECK(sentences("2,2017-02-30,,15,2.4,3,2,4,1,1,1,Mali", base::Language::fr) ==
          Sentences{"rejected: ligne 3\u00a0: date_start\u00a0: 2017-02-30 n’est pas une date du calendrier"});
}

TEST_CASE("doubtful rows are kept with a warning") {
    CHECK(sentences("2,2017-03-02,,15,2.4,3,5,4,1,1,1,Mali") ==
          Sentences{"line 3: the estimates are not in order: low 5, best 3, high 4"});
    CHECK(
        sentences("2,2017-03-02,,15,2.4,3,2,4,7,1,1,Mali") ==
        Sentences{"line 3: type_of_violence \"7\" is none of 1 (State-based violence), 2 (Non-state violence), 3 "
                  "(One-sided violence); it is taken as unknown"});
    CHECK(sentences("2,2017-03-02,,15,2.4,3,2,4,1,9,1,Mali") ==
          Sentences{"line 3: where_prec \"9\" is none of the source's codes; it is taken as not given"});
    CHECK(sentences("2,2017-03-02,,15,2.4,3,2,4,1,1,6,Mali") ==
          Sentences{"line 3: date_prec \"6\" is none of the source's codes; it is taken as not given"});
    CHECK(
        sentences("2,2017-03-02,,0,0,3,2,4,1,1,1,Mali") ==
        Sentences{"line 3: latitude and longitude are both 0, a place in the Gulf of Guinea that often stands for "
                  "\"not known\""});
    CHECK(
        sentences("1.2E+11,2017-03-02,,15,2.4,3,2,4,1,1,1,Mali") ==
        Sentences{"line 3: id \"1.2E+11\" is a rounded number whose last digits a spreadsheet has dropped; export "
                  "the column with all its digits"});
    CHECK(sentences("MLI+11,2017-03-02,,15,2.4,3,2,4,1,1,1,Mali").empty());
    // The byte counts from the file's beginning.
    const std::string row = "2,2017-03-02,,15,2.4,3,2,4,1,1,1,S\xe9gou";
    const std::size_t offset = (header + "1,2012-01-17,,15.9,2.4,3,2,4,1,1,1,Mali\n" + row).find('\xe9');
    CHECK(sentences(row) == Sentences{"line 3: country is not UTF-8 at byte " + std::to_string(offset) +
                                      " of the file; that byte is read as Windows-1252"});
    CHECK(read(header + row + "\n").table.text(Text::country).at(0) == "Ségou");
    // A rejected row has its reason and no warnings besides.
    CHECK(sentences("2,2017-02-30,,0,0,3,2,4,1,1,1,Mali").size() == 1);
}

TEST_CASE("warnings are listed to a limit and counted without one") {
    std::string text = header;
    for (int i = 1; i <= 1500; ++i) text += fmt::format("{},2017-03-02,,15,2.4,3,5,4,1,1,1,Mali\n", i);
    const auto found = read(text);
    CHECK(found.report.kept == 1500);
    CHECK(found.report.warning_count == 1500);
    CHECK(found.report.warnings.size() == io::most_warnings);
    CHECK(found.report.warnings.back().line == 1001);
}

TEST_CASE("column names in any case and order, others ignored, numbers as spreadsheets write them") {
    const auto found =
        read(",Longitude, LATITUDE ,best_est,ID,Date_Start,extra\n0,2.4,15.9,15960.0,7,2012-01-17,x\n");
    REQUIRE(found.table.size() == 1);
    CHECK(found.table.lat_deg()[0] == 15.9);
    CHECK(found.table.best()[0] == 15960);
    CHECK(found.report.columns_ignored == std::vector<std::string>{"", "extra"});
    CHECK(found.report.columns_used.front() == "id <- ID");
    CHECK(found.report.dataset == "table");
}

TEST_CASE("a row of HXL tags is no event") {
    const auto found = read(
        "id,date_start,latitude,longitude,best\n#event+id,#date+start,#geo+lat,#geo+lon,\n1,2012-01-17,15,2,3\n");
    CHECK(found.report.records == 1);
    CHECK(found.report.kept == 1);
}

TEST_CASE("year, month and day stand for a date, each checked") {
    const auto found = read(
        "id,year,month,day,latitude,longitude,best_death\n1,2016,2,29,15,2,3\n2,2017,2,29,15,2,3\n3,2017,x,1,15,2,"
        "3\n4,2017,,1,15,2,3\n");
    CHECK(found.report.kept == 1);
    CHECK(base::iso(found.table.first_day()[0]) == "2016-02-29");
    REQUIRE(found.report.problems.size() == 3);
    CHECK(io::words(base::Language::en, found.report.problems[0]) ==
          "line 3: day: 2017-02-29 is not a date of the calendar");
    CHECK(io::words(base::Language::en, found.report.problems[1]) == "line 4: month \"x\" is not a whole number");
    CHECK(io::words(base::Language::en, found.report.problems[2]) ==
          "line 5: month is empty; every event needs a date");
}

TEST_CASE("files that hold no events are refused in words") {
    CHECK(error_of("") ==
          "cannot read the events in events.csv: the file is empty; a line of column names and at least one "
          "row are needed");
    CHECK(error_of("id,year,latitude,best\n1,2012,3,4\n") ==
          "cannot read the events in events.csv: the column longitude is missing; the file has: id, year, "
          "latitude, best");
    CHECK(
        error_of("id\n1\n") ==
        "cannot read the events in events.csv: the columns date_start, latitude, longitude are missing; the file "
        "has: id");
    CHECK_THAT(error_of("<!DOCTYPE html>\n<html><body>Sign in</body></html>\n"),
               test::ContainsSubstring("it is a web page and holds no data"));
    CHECK_THAT(error_of("<HTML>\n"), test::ContainsSubstring("it is a web page and holds no data"));
    CHECK(error_of("1,2012-01-17,15.9,2.4,3\n2,2012-01-18,15.9,2.4,3\n")
              .starts_with("cannot read the events in events.csv: its first line holds data"));
    CHECK(error_of("id,id,date_start,latitude,longitude,best\n")
              .starts_with("cannot read the events in events.csv: the column id is there twice"));
    CHECK(error_of(header) == "cannot read the events in events.csv: there is no row below the column names");
    CHECK(error_of(header + "1,2012-01-17,,95,2.4,3,2,4,1,1,1,Mali\n") ==
          "cannot read the events in events.csv: none of its 1 rows can be used; the first problem is: line 2: "
          "latitude 95 "
          "is not between -90 and 90");
    std::string long_header((1 << 20) + 10, 'x');
    long_header += "\n1\n";
    CHECK(error_of(long_header).find("first line is too long") != std::string::npos);
}

TEST_CASE("paths that are no files are refused in words") {
    const test::TemporaryFolder folder;
    std::ofstream(folder / "empty.csv");
    CHECK(key_for_file(folder / "missing.csv") == "file.missing");
    CHECK(key_for_file(folder / "empty.csv") == "file.empty");
    CHECK(key_for_file(folder / "empty.csv" / "below") == "file.missing");
    CHECK(key_for_file(folder.path()) == "file.is_folder");
    CHECK(key_for_file("https://example.org/events.csv") == "file.is_url");
    CHECK(key_for_file("/vsicurl/https://example.org/events.csv") == "file.is_url");
    CHECK(key_for_file("/dev/null") == "file.not_regular");
}

TEST_CASE("reading can be stopped, and says how far it is") {
    std::string text = header;
    while (text.size() < (std::size_t(10) << 20)) text += "1,2017-03-02,,15,2.4,3,2,4,1,1,1,Mali\n";
    std::vector<double> shares;
    io::EventReadOptions options;
    options.progress = [&](double share) {
        shares.push_back(share);
        return true;
    };
    const auto found = io::read_events_csv(text, "events.csv", options);
    CHECK(found.report.kept == found.report.records);
    REQUIRE(shares.size() >= 3);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.back() <= 1);
    options.progress = [](double) { return false; };
    try {
        io::read_events_csv(text, "events.csv", options);
        FAIL("nothing was thrown");
    } catch (const base::Error& error) {
        CHECK(error.key() == "read.cancelled");
    }
}

TEST_CASE("a table of which no row is kept is an error, or an account of its rows where one is asked for") {
    const std::string text = header + "a,2015-02-30,,14.5,0.5,3,,,1,,,Mali\nb,2015-05-04,,95,0.5,3,,,1,,,Mali\n";
    CHECK_THAT(error_of(text),
               test::ContainsSubstring("none of its 2 rows can be used") && test::ContainsSubstring("2015-02-30"));
    io::EventReadOptions options;
    options.may_be_empty = true;
    const io::EventsRead all_rejected = io::read_events_csv(text, "events.csv", options);
    CHECK(all_rejected.table.size() == 0);
    CHECK(all_rejected.report.records == 2);
    CHECK(all_rejected.report.rejected == 2);
    CHECK(all_rejected.report.problems.at(1).line == 3);
    CHECK(io::error_without_rows(all_rejected.report, io::NotesSaid::yes).key() == "csv.all_rejected_mixed");
    CHECK(io::error_without_rows(io::read_events_csv(header, "events.csv", options).report, io::NotesSaid::yes)
              .key() == "csv.no_rows");
}

TEST_CASE("a file in Windows-1252 is told as one, with the offset of its first doubtful byte") {
    const std::string rows =
        "a,2015-05-04,,14.5,0.5,3,,,1,,,Mali\nb,2015-05-04,,14.5,0.5,3,,,1,,,C\xf4te d'Ivoire\n"
        "c,2015-05-04,,14.5,0.5,3,,,1,,,S\xe9n\xe9gal\n";
    const io::EventsRead read_rows = read(header + rows);
    REQUIRE(read_rows.report.notes.size() == 1);
    const io::ReadingNote& note = read_rows.report.notes.front();
    CHECK(note.key == "note.not_utf8");
    const auto offset = (header + rows).find('\xf4');
    CHECK(note.values == base::NamedValues{{"offset", fmt::format("{}", offset)},
                                           {"line", "3"},
                                           {"column", "country"},
                                           {"count", "2"},
                                           {"columns", "country 2"}});
    CHECK(read_rows.table.text(Text::country).at(1) == "Côte d'Ivoire");
    CHECK(read(header + "a,2015-05-04,,14.5,0.5,3,,,1,,,Côte\n").report.notes.empty());
}

TEST_CASE("what is no UTF-16 is told once, with its number and the place of the first") {
    const test::TemporaryFolder folder;
    const auto notes_of = [&](std::string_view unit) {
        std::string bytes = "\xff\xfe";
        for (const char c : header + "1,2012-01-17,,15.9,2.4,3,2,4,1,1,1,@\n") {
            if (c == '@')
                bytes += unit;
            else
                bytes.append({c, '\0'});
        }
        std::ofstream(folder / "e.csv", std::ios::binary) << bytes;
        Sentences all;
        for (const auto& note : io::read_events(folder / "e.csv").report.notes)
            all.push_back(io::words(base::Language::en, note));
        return all;
    };
    CHECK(notes_of({"M\0", 2}).empty());
    const std::size_t at = 2 + 2 * (header.size() + 35);  // the mark, and what stands before the @
    CHECK(
        notes_of({"\0\xd8M\0\0\xdc", 6}) ==
        Sentences{"what is no UTF-16 (half of a character, or a byte left over) is read as U+FFFD; number of such "
                  "places: 2, the first at byte " +
                  std::to_string(at) + " of the text"});
}

TEST_CASE("whole degrees are a doubt only where the row says that it knows its place") {
    const auto warnings = [](const std::string& precision) {
        return io::read_events_csv(header + "a,2015-05-04,,15,-3,3,,,1," + precision + ",,Mali\n", "events.csv")
            .report.warnings_by_reason;
    };
    const std::map<std::string, std::uint64_t> doubted{{"row.whole_degrees", 1}};
    CHECK(warnings("1") == doubted);
    CHECK(warnings("2") == doubted);
    CHECK(warnings("") == doubted);
    CHECK(warnings("3").empty());
    CHECK(warnings("4").empty());
    CHECK(warnings("6").empty());
}

TEST_CASE("a number of deaths that is said to be unknown is unknown, and never zero") {
    const auto rows =
        read(header + "a,2015-05-04,,14.5,0.5,unknown,,,1,,,Mali\nb,2015-05-04,,14.5,0.5,~10,,,1,,,Mali\n");
    CHECK(rows.report.kept == 1);
    CHECK(rows.report.best_missing == 1);
    CHECK(rows.table.best()[0] == events::fatalities_unknown);
    CHECK(rows.report.rejected == 1);
}

TEST_CASE("one value in another style costs its own row at most") {
    const auto rows = read(
        "id;date_start;latitude;longitude;best\na;2015-05-04;14,11;-3,2;1\n"
        "b;2015-05-04;14,12;-3,2;1\nc;2015-05-04;14.2;-3,5;1\n");
    CHECK(rows.report.kept == 3);
    CHECK(rows.table.lat_deg()[0] == 14.11);
    CHECK(rows.table.lon_deg()[2] == -3.5);
}

TEST_CASE("an export of ACLED is known without some of its columns") {
    // Made-up rows with columns of ACLED.
    const auto rows = read(
        "event_date,event_type,sub_event_type,actor1,country,latitude,longitude,geo_precision,notes\n"
        "02 March 2017,Battles,Armed clash,Side one,Mali,15.2,0.4,2,Made up.\n");
    CHECK(rows.report.dataset == "acled");
    CHECK_FALSE(rows.report.terms.may_pass_on);
    CHECK(rows.table.best()[0] == events::fatalities_unknown);
    CHECK(rows.table.text(Text::note).at(0) == "Made up.");
    CHECK(rows.table.where_precision()[0] == 3);
}
