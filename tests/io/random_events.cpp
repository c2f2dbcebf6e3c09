#include "io/random_events.h"

#include <limits>
#include <random>
#include <string>

#include <fmt/core.h>

#include "io/schema_library.h"
#include "io/source_files.h"
#include "io/utf8_text.h"

namespace harmattan::test {
namespace {

using namespace events;

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : random_(seed) {}

    EventTable table() {
        EventTableBuilder builder;
        const auto files = static_cast<std::uint32_t>(1 + below(4));
        for (std::uint32_t i = 0; i < files; ++i) builder.add_file(file(i));
        // Some tables lack a column altogether.
        for (bool& has : has_text_) has = !one_in(5);
        const bool has_weights = one_in(2);
        const auto rows = 1 + below(40);
        for (std::uint64_t i = 0; i < rows; ++i) {
            for (std::string& text : texts_) text.clear();
            builder.add(row(files, has_weights));
        }
        return std::move(builder).build();
    }

  private:
    std::uint64_t below(std::uint64_t end) { return random_() % end; }
    bool one_in(std::uint64_t n) { return below(n) == 0; }
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(random_() >> 11U) * 0x1p-53);
    }

    EventFile file(std::uint32_t number) {
        EventFile made;
        made.name = fmt::format("folder/{}{}", text(), number);
        if (!one_in(3)) made.version = fmt::format("25.{}", below(3));
        if (one_in(3)) made.generalised = "10km";
        const auto& schemas = io::embedded_schemas();
        if (one_in(2)) {
            const auto& schema = *schemas[below(schemas.size())];
            made.dataset = schema.id;
            made.dataset_name = schema.name;
            made.is_provisional = schema.is_provisional;
            made.radius_km = io::radii_of(schema);
        } else {
            made.dataset = fmt::format("own source {}", number);
            made.dataset_name = fmt::format("x{}", text());
            made.is_provisional = one_in(2);
            for (double& radius : made.radius_km) radius = one_in(3) ? -1 : between(0, 20000);
        }
        return made;
    }

    EventRow row(std::uint32_t files, bool has_weights) {
        EventRow made;
        made.first_day = day();
        made.last_day = made.first_day;
        const base::Day end = base::day_of({9999, 12, 31});
        if (one_in(3)) made.last_day = std::min(end, made.first_day + static_cast<std::int32_t>(below(100000)));
        made.lat_deg = degrees(90);
        made.lon_deg = degrees(180);
        made.best = count();
        made.low = count();
        made.high = count();
        made.type = static_cast<ViolenceType>(below(4));
        made.where_precision = static_cast<WherePrecision>(below(8));
        made.date_precision = static_cast<DatePrecision>(below(6));
        if (has_weights) made.weight = static_cast<std::uint32_t>(1 + below(one_in(4) ? 2147483647 : 5));
        made.origin = {static_cast<std::uint32_t>(below(files)),
                       one_in(5) ? below(std::uint64_t(1) << 53U) : below(90000)};
        for (std::size_t column = 0; column < text_count; ++column) {
            if (!has_text_[column]) continue;
            texts_[column] = one_in(4) ? std::string() : text();
            made.texts[column] = texts_[column];
        }
        return made;
    }

    base::Day day() {
        if (one_in(10)) return base::day_of(one_in(2) ? base::CivilDate{1, 1, 1} : base::CivilDate{9999, 12, 31});
        if (one_in(5)) return base::Day{static_cast<std::int32_t>(below(3600000)) - 719162};
        return base::Day{15000 + static_cast<std::int32_t>(below(4000))};
    }

    double degrees(double limit) {
        switch (below(8)) {
            case 0:
                return limit;
            case 1:
                return -limit;
            case 2:
                return one_in(2) ? 0.0 : -0.0;
            case 3:
                return between(-1, 1) * 1e-300;
            case 4:
                return static_cast<double>(below(static_cast<std::uint64_t>(limit)));
            default:
                return between(-limit, limit);
        }
    }

    std::int32_t count() {
        switch (below(6)) {
            case 0:
                return fatalities_unknown;
            case 1:
                return 0;
            case 2:
                return std::numeric_limits<std::int32_t>::max() - static_cast<std::int32_t>(below(2));
            case 3:
                return 65530 + static_cast<std::int32_t>(below(10));
            default:
                return static_cast<std::int32_t>(below(100));
        }
    }

    std::string text() {
        static const std::vector<std::string> pieces{"=1+1",
                                                     "+33 1",
                                                     "-5",
                                                     "@SUM(A1)",
                                                     "'",
                                                     "''=x",
                                                     "\"",
                                                     "\"\"",
                                                     ",",
                                                     ";",
                                                     ";=x",
                                                     ";'-x",
                                                     "\t",
                                                     "\t=y",
                                                     "\n",
                                                     "\r\n",
                                                     "\r",
                                                     "a",
                                                     "Mali",
                                                     "Ménaka",
                                                     "\n=z",
                                                     "村",
                                                     "\xf0\x9f\x8c\x8d",
                                                     "null",
                                                     "NaN",
                                                     "1e5",
                                                     "2017-03-02",
                                                     "#tag",
                                                     "\\",
                                                     "\\n",
                                                     "</x>",
                                                     "'; DROP TABLE events; --",
                                                     "{\"a\":1}",
                                                     "[1,2]",
                                                     " ",
                                                     "0012",
                                                     "\xe2\x80\xa8",
                                                     "\xef\xbb\xbf",
                                                     "e\xcc\x81",
                                                     "true",
                                                     "%s{}"};
        std::string made;
        for (std::uint64_t left = below(one_in(20) ? 300 : 5) + 1; left > 0; --left)
            made += one_in(6) ? character() : pieces[below(pieces.size())];
        return std::string(io::trimmed(made));
    }

    // Any character of Unicode but NUL, as UTF-8.
    std::string character() {
        std::uint64_t code = 1 + below(one_in(2) ? 0x2ff : 0x10ffff);
        if (code >= 0xd800 && code < 0xe000) code -= 0x800;
        const auto byte = [](std::uint64_t value) { return static_cast<char>(value); };
        if (code < 0x80) return {may_use(code) ? byte(code) : 'a'};
        if (code < 0x800) return {byte(0xc0 | code >> 6U), byte(0x80 | (code & 63U))};
        if (code < 0x10000)
            return {byte(0xe0 | code >> 12U), byte(0x80 | (code >> 6U & 63U)), byte(0x80 | (code & 63U))};
        return {byte(0xf0 | code >> 18U), byte(0x80 | (code >> 12U & 63U)), byte(0x80 | (code >> 6U & 63U)),
                byte(0x80 | (code & 63U))};
    }

    // A file with many control characters is taken for no text, rightly.
    bool may_use(std::uint64_t code) { return (code >= 0x20 && code != 0x7f) || ++controls_ <= 4; }

    std::mt19937_64 random_;
    int controls_ = 0;
    std::array<bool, text_count> has_text_{};
    std::array<std::string, text_count> texts_;
};

}  // namespace

events::EventTable random_events(std::uint64_t seed) {
    return Maker(seed).table();
}

}  // namespace harmattan::test
