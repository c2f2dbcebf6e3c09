#include "io/random_dialect.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>
#include <random>
#include <stdexcept>

#include <fmt/core.h>
#include <fmt/format.h>
#include <zlib.h>

#include "events/count_column.h"
#include "io/made_zip.h"
#include "io/utf8_text.h"

namespace harmattan::test {
namespace {

enum class DateStyle { iso, iso_time, day_first, month_first, english, french, serial, month, year };
enum class DegreesStyle { point, comma, signs };
enum class Groups { none, comma, point, blank, narrow_blank, apostrophe };
enum class Encoding { utf8, utf8_mark, utf16_le, utf16_be, utf16_le_unmarked, windows };
enum class Quotes { where_needed, all, at_random };
enum class Packing { none, gzip, zip };

constexpr const char* english_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                          "July",    "August",   "September", "October", "November", "December"};
constexpr const char* french_months[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                         "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};

// The characters of Windows-1252 that are used here.
std::string windows_of(const std::string& text) {
    static const std::vector<std::pair<std::string, char>> known{{"é", '\xe9'}, {"û", '\xfb'},      {"ô", '\xf4'},
                                                                 {"°", '\xb0'}, {"\u00a0", '\xa0'}, {"’", '\x92'},
                                                                 {"€", '\x80'}};
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            bytes += text[at++];
            continue;
        }
        const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) {
            return text.compare(at, one.first.size(), one.first) == 0;
        });
        if (found == known.end()) throw std::logic_error("a character that Windows-1252 has not: " + text);
        bytes += found->second;
        at += found->first.size();
    }
    return bytes;
}

// Of well-formed UTF-8.
std::string utf16_of(const std::string& text, bool is_big_endian) {
    std::string bytes;
    const auto add = [&](std::uint32_t unit) {
        const char high = static_cast<char>(unit >> 8 & 0xff), low = static_cast<char>(unit & 0xff);
        bytes += is_big_endian ? high : low;
        bytes += is_big_endian ? low : high;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at++]);
        const int more = lead < 0x80 ? 0 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
        std::uint32_t code = more == 0 ? lead : lead & (0x3fU >> more);
        for (int i = 0; i < more; ++i) code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3fU);
        if (code >= 0x10000) add(0xd800 + ((code - 0x10000) >> 10));
        add(code >= 0x10000 ? 0xdc00 + (code & 0x3ff) : code);
    }
    return bytes;
}

std::string gzip_of(const std::string& bytes) {
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    return std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + deflated(bytes) + little_endian(crc, 4) +
           little_endian(bytes.size(), 4);
}

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    DialectFile file() {
        choose();
        DialectFile made;
        made.dialect = words();
        const auto count = 1 + below(one_in(5) ? 200 : 12);
        std::vector<std::vector<std::string>> lines{{"id", "date_start", "latitude", "longitude", "best",
                                                     "where_coordinates", "country", "side_a", "note"}};
        for (std::uint64_t i = 0; i < count; ++i) lines.push_back(add_row(made, i));
        shuffle_columns(lines);
        for (const auto& line : lines) append_line(made.text, line);
        // The last line break may be missing, and blank lines are no records.
        if (one_in(4))
            made.text.resize(made.text.size() - line_end_.size());
        else if (one_in(4))
            made.text += line_end_;
        made.is_undecidable = is_numeric_date() && has_ambiguous_ && !has_telling_;
        made.bytes = packed(encoded(made.text));
        return made;
    }

  private:
    std::uint64_t below(std::uint64_t end) { return random_() % end; }
    bool one_in(std::uint64_t n) { return below(n) == 0; }
    template <typename Enum>
    Enum any_of(int count) {
        return static_cast<Enum>(below(static_cast<std::uint64_t>(count)));
    }

    void choose() {
        delimiter_ = ",;\t|"[below(4)];
        static const std::array<std::string, 3> ends{"\n", "\r\n", "\r"};
        line_end_ = ends[below(3)];
        quotes_ = any_of<Quotes>(3);
        encoding_ = any_of<Encoding>(6);
        packing_ = any_of<Packing>(3);
        dates_ = any_of<DateStyle>(9);
        degrees_ = any_of<DegreesStyle>(3);
        groups_ = any_of<Groups>(6);
        // Windows-1252 has no narrow blank; UTF-16 without a mark is known by its Latin letters.
        if (groups_ == Groups::narrow_blank && is_latin()) groups_ = Groups::blank;
    }

    bool is_latin() const { return encoding_ == Encoding::windows || encoding_ == Encoding::utf16_le_unmarked; }
    bool is_numeric_date() const { return dates_ == DateStyle::day_first || dates_ == DateStyle::month_first; }

    std::string words() const {
        const std::string end = line_end_ == "\n" ? "LF" : line_end_ == "\r" ? "CR" : "CRLF";
        return fmt::format(
            "delimiter {:?}, {}, quotes {}, encoding {}, packing {}, dates {}, degrees {}, groups {}",
            std::string(1, delimiter_), end, int(quotes_), int(encoding_), int(packing_), int(dates_),
            int(degrees_), int(groups_));
    }

    std::vector<std::string> add_row(DialectFile& made, std::uint64_t number) {
        DialectRow& row = made.rows.emplace_back();
        const std::string date = make_date(row);
        const std::string lat = make_degrees(row.lat_deg, 90, "NS"), lon = make_degrees(row.lon_deg, 180, "EW");
        const std::string best = make_count(row.best, number == 0);
        row.id = fmt::format("{}{}", one_in(2) ? "X-" : "1", number);
        row.place = text();
        row.country = text();
        row.side_a = text();
        row.note = text();
        return {row.id, date, lat, lon, best, row.place, row.country, row.side_a, row.note};
    }

    std::string make_date(DialectRow& row) {
        const int year = 1990 + static_cast<int>(below(35)), month = 1 + static_cast<int>(below(12));
        const int day = 1 + static_cast<int>(below(one_in(4) ? 12 : 28));
        has_telling_ = has_telling_ || day > 12;
        has_ambiguous_ = has_ambiguous_ || (day <= 12 && day != month);
        const base::Day exact = base::day_of({year, month, day});
        row.days = {exact, exact};
        const bool is_wide = one_in(2);
        const auto in_numbers = [&](int first, int second) {
            return is_wide ? fmt::format("{:02}/{:02}/{}", first, second, year)
                           : fmt::format("{}/{}/{}", first, second, year);
        };
        switch (dates_) {
            case DateStyle::iso:
                return base::iso(exact);
            case DateStyle::iso_time:
                return base::iso(exact) + (one_in(2) ? "T06:30:00Z" : " 23:59:59.5");
            case DateStyle::day_first:
                return in_numbers(day, month);
            case DateStyle::month_first:
                return in_numbers(month, day) + (one_in(3) ? " 6:30" : "");
            case DateStyle::english:
                return fmt::format("{} {} {}", day, english_months[month - 1], year);
            case DateStyle::french:
                return fmt::format("{} {} {}", day, french_months[month - 1], year);
            case DateStyle::serial:
                return fmt::format("{}", exact - base::day_of({1899, 12, 30}));
            case DateStyle::month:
                row.days = {base::day_of({year, month, 1}),
                            base::day_of({year, month, base::days_in_month(year, month)})};
                row.date_precision = 4;
                return fmt::format("{}-{:02}", year, month);
            default:
                row.days = {base::day_of({year, 1, 1}), base::day_of({year, 12, 31})};
                row.date_precision = 5;
                return fmt::format("{}", year);
        }
    }

    // `letters`: of the positive and of the negative side.
    std::string make_degrees(double& value, int limit, const char* letters) {
        const bool is_negative = one_in(2);
        const auto whole = below(static_cast<std::uint64_t>(limit));
        if (degrees_ == DegreesStyle::signs) {
            const auto minutes = below(60), seconds = below(60);
            value = static_cast<double>(whole) + static_cast<double>(minutes) / 60 +
                    static_cast<double>(seconds) / 3600;
            if (is_negative) value = -value;
            return fmt::format("{}°{}'{}\"{}", whole, minutes, seconds, letters[is_negative ? 1 : 0]);
        }
        std::string text = fmt::format("{}{}", is_negative ? "-" : "", whole);
        if (const auto digits = below(8); digits > 0) {
            text += '.';
            for (std::uint64_t i = 0; i < digits; ++i) text += static_cast<char>('0' + below(10));
        }
        value = std::strtod(text.c_str(), nullptr);
        if (degrees_ == DegreesStyle::comma) std::replace(text.begin(), text.end(), '.', ',');
        return text;
    }

    // The first is so large that its marks can stand between groups only.
    std::string make_count(std::int32_t& value, bool is_first) {
        value = static_cast<std::int32_t>(is_first ? 1'000'000 + below(2'000'000) : below(one_in(3) ? 3000 : 40));
        if (!is_first && one_in(6)) {
            value = events::fatalities_unknown;
            return "";
        }
        static const std::array<std::string, 6> marks{"", ",", ".", "\u00a0", "\u202f", "'"};
        std::string text = fmt::format("{}", value);
        for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > 0; at -= 3)
            text.insert(static_cast<std::size_t>(at), marks[static_cast<std::size_t>(groups_)]);
        return text;
    }

    // Without blanks around, as every reader gives them. Where characters have one byte, letters of ASCII stand
    // between those that have none: else they might be read as UTF-8, rightly.
    std::string text() {
        static const std::vector<std::string> latin{
            "a\"b", "\"",  "\"\"", ",",  ";", "\t", "|",   "\n",    "\r\n", "\r",   "Gao",   "Ménaka ", "a’s",
            "ô x",  "€ 1", "=1+1", "@x", "'", "-",  "1,5", "1.234", "NA",   "null", "{a:1}", "\\",      " "};
        static const std::vector<std::string> others{"村", "Гао", "🌍", "e\u0301", "\u2028"};
        std::string made;
        for (std::uint64_t left = below(one_in(10) ? 30 : 4); left > 0; --left) {
            const bool is_other = !is_latin() && one_in(6);
            made += is_other ? others[below(others.size())] : latin[below(latin.size())];
        }
        return std::string(io::trimmed(made));
    }

    void shuffle_columns(std::vector<std::vector<std::string>>& lines) {
        std::vector<std::size_t> order(lines.front().size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[below(i)]);
        for (auto& line : lines) {
            std::vector<std::string> shuffled;
            for (const std::size_t column : order) shuffled.push_back(line[column]);
            line = std::move(shuffled);
        }
    }

    void append_line(std::string& to, const std::vector<std::string>& fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (i > 0) to += delimiter_;
            append_field(to, fields[i]);
        }
        to += line_end_;
    }

    void append_field(std::string& to, const std::string& field) {
        const bool must =
            field.find_first_of("\"\r\n") != std::string::npos || field.find(delimiter_) != std::string::npos;
        if (!must && (quotes_ == Quotes::where_needed || (quotes_ == Quotes::at_random && one_in(2)))) {
            to += field;
            return;
        }
        to += '"';
        for (const char c : field) to += c == '"' ? "\"\"" : std::string(1, c);
        to += '"';
    }

    std::string encoded(const std::string& text) const {
        switch (encoding_) {
            case Encoding::utf8_mark:
                return "\xef\xbb\xbf" + text;
            case Encoding::utf16_le:
                return "\xff\xfe" + utf16_of(text, false);
            case Encoding::utf16_be:
                return "\xfe\xff" + utf16_of(text, true);
            case Encoding::utf16_le_unmarked:
                return utf16_of(text, false);
            case Encoding::windows:
                return windows_of(text);
            default:
                return text;
        }
    }

    std::string packed(const std::string& bytes) const {
        if (packing_ == Packing::none) return bytes;
        return packing_ == Packing::gzip ? gzip_of(bytes) : zip_of({{"table.csv", bytes}});
    }

    std::mt19937_64 random_;
    char delimiter_ = ',';
    std::string line_end_;
    Quotes quotes_{};
    Encoding encoding_{};
    Packing packing_{};
    DateStyle dates_{};
    DegreesStyle degrees_{};
    Groups groups_{};
    bool has_telling_ = false, has_ambiguous_ = false;
};

}  // namespace

DialectFile random_dialect(std::uint64_t seed) {
    return Maker(seed).file();
}

}  // namespace harmattan::test
