#include "io/country_names.h"

#include <set>
#include <stdexcept>

#include "base/resources.h"
#include "io/byte_source.h"
#include "io/csv_reader.h"
#include "io/feature_reader.h"
#include "support/catch.h"
#include "support/shared_data.h"

using namespace harmattan;
using base::Language;
using io::CountryNames;

namespace {

std::vector<std::string> codes(const CountryNames& names, std::string_view name) {
    const auto found = names.iso3_of(name);
    return {found.begin(), found.end()};
}

using Codes = std::vector<std::string>;

// The texts of one column.
std::set<std::string> texts_in(const std::filesystem::path& file, std::string_view column) {
    io::FileSource source(file);
    io::CsvReader reader(source);
    REQUIRE(reader.next());
    std::size_t at = 0;
    while (at < reader.field_count() && reader.field(at) != column) ++at;
    REQUIRE(at < reader.field_count());
    std::set<std::string> texts;
    while (reader.next()) texts.emplace(reader.field(at));
    return texts;
}

void check_all_known(const std::set<std::string>& texts, std::size_t least) {
    const CountryNames names = CountryNames::embedded();
    CHECK(texts.size() >= least);
    for (const auto& text : texts) {
        INFO(text);
        CHECK_FALSE(names.iso3_of(text).empty());
    }
}

}  // namespace

TEST_CASE("names are compared without case, accents, blanks and punctuation") {
    CHECK(io::folded_name("Côte d’Ivoire") == "cotedivoire");
    CHECK(io::folded_name("COTE D'IVOIRE ") == "cotedivoire");
    CHECK(io::folded_name("Co\xcc\x82te d\xe2\x80\x99Ivoire") == "cotedivoire");  // with a combining circumflex
    CHECK(io::folded_name("Guinée-Bissau") == "guineebissau");
    CHECK(io::folded_name("Guinée\xc2\xa0\xe2\x80\xaf Bissau") == "guineebissau");  // no-break blanks
    CHECK(io::folded_name("Åland ÆŒßÞĲŁŠžŒ") == "alandaeoessthijlszoe");
    CHECK(io::folded_name("Türkiye İstanbul ı") == "turkiyeistanbuli");
    CHECK(io::folded_name("中国") == "中国");
    CHECK(io::folded_name("\xff\xc3") == "\xff\xc3");  // no UTF-8: kept as it is
    CHECK(io::folded_name(" -–—’' ").empty());
}

TEST_CASE("sources' own spellings lead to the country") {
    const CountryNames names = CountryNames::embedded();
    CHECK(codes(names, "DR Congo (Zaire)") == Codes{"COD"});
    CHECK(codes(names, "Democratic Republic of Congo") == Codes{"COD"});
    CHECK(codes(names, "Congo") == Codes{"COG"});
    CHECK(codes(names, "Republic of Congo") == Codes{"COG"});
    CHECK(codes(names, "Ivory Coast") == Codes{"CIV"});
    CHECK(codes(names, "Cote d'Ivoire") == Codes{"CIV"});
    CHECK(codes(names, "CÔTE D’IVOIRE") == Codes{"CIV"});
    CHECK(codes(names, "Burkina Faso") == Codes{"BFA"});
    CHECK(codes(names, "Kingdom of eSwatini (Swaziland)") == Codes{"SWZ"});
    CHECK(codes(names, "Yemen (North Yemen)") == Codes{"YEM"});
    CHECK(codes(names, "Macedonia, FYR") == Codes{"MKD"});
    CHECK(codes(names, "Bosnia-Herzegovina") == Codes{"BIH"});
    CHECK(codes(names, "Slovak Republic") == Codes{"SVK"});
    CHECK(codes(names, "Virgin Islands, U.S.") == Codes{"VIR"});
    CHECK(codes(names, "tchad") == Codes{"TCD"});
    CHECK(codes(names, "ML") == Codes{"MLI"});
    CHECK(codes(names, "mli") == Codes{"MLI"});
    CHECK(codes(names, "Wakanda").empty());
    CHECK(codes(names, "").empty());
    CHECK(codes(names, "Niger") == Codes{"NER"});
    CHECK(codes(names, "Nigeria") == Codes{"NGA"});
    CHECK(codes(names, "Guinea") == Codes{"GIN"});
}

TEST_CASE("a name that was several countries gives them all, its own first") {
    const CountryNames names = CountryNames::embedded();
    CHECK(codes(names, "Sudan") == Codes{"SDN", "SSD"});
    CHECK(codes(names, "South Sudan") == Codes{"SSD"});
    CHECK(codes(names, "Ethiopia") == Codes{"ETH", "ERI"});
    CHECK(codes(names, "Morocco") == Codes{"MAR", "ESH"});
    CHECK(codes(names, "Israel") == Codes{"ISR", "PSE"});
    CHECK(codes(names, "West Bank and Gaza Strip") == Codes{"PSE", "ISR"});
    CHECK(codes(names, "Serbia (Yugoslavia)") == Codes{"SRB", "MNE", "XKX", "BIH", "HRV", "SVN", "MKD"});
    CHECK(codes(names, "Russia (Soviet Union)").size() == 15);
    CHECK(codes(names, "Russia") == Codes{"RUS"});
    CHECK(codes(names, "Indonesia") == Codes{"IDN", "TLS"});
}

TEST_CASE("every country of the map has a plain name in both languages") {
    const CountryNames names = CountryNames::embedded();
    const auto map = io::read_features(base::resource("data/sahel/countries.fgb"), "countries.fgb").table;
    for (std::size_t i = 0; i < map.feature_count(); ++i) {
        const std::string iso3(map.text(i, "iso3"));
        if (iso3.empty()) continue;
        INFO(iso3);
        CHECK_FALSE(names.name_of(iso3, Language::en).empty());
        CHECK_FALSE(names.name_of(iso3, Language::fr).empty());
        REQUIRE_FALSE(names.iso3_of(map.text(i, "name_en")).empty());
        CHECK(names.iso3_of(map.text(i, "name_en")).front() == iso3);
        if (!map.text(i, "name_fr").empty()) CHECK(names.name_of(iso3, Language::fr) == map.text(i, "name_fr"));
    }
    CHECK(names.name_of("TCD", Language::en) == "Chad");
    CHECK(names.name_of("TCD", Language::fr) == "Tchad");
    CHECK(names.name_of("BEN", Language::fr) == "Bénin");
    CHECK(names.name_of("ZZZ", Language::en).empty());
}

TEST_CASE("all countries of GED's extracts are known") {
    check_all_known(texts_in(test::shared_data("ged_21.1_prec12_west_africa_gedcols.csv"), "country"), 20);
    check_all_known(texts_in(test::shared_data("ged_23.1_sample1000_full49.csv"), "country"), 50);
}

TEST_CASE("all countries of UCDP's country-years are known") {
    check_all_known(texts_in(test::shared_data("ucdp_organizedviolencecy_v25_1.csv"), "country_cy"), 190);
}

TEST_CASE("a table of names that is none is refused") {
    CHECK_THROWS_AS(CountryNames(""), std::invalid_argument);
    CHECK_THROWS_AS(CountryNames("name,code\nMali,MLI\n"), std::invalid_argument);
    const std::string header = "name,iso3,vocabulary,source\n";
    CHECK_THROWS_AS(CountryNames(header + "Mali,MLI\n"), std::invalid_argument);
    CHECK_THROWS_AS(CountryNames(header + "Mali,,en,x\n"), std::invalid_argument);
    CHECK_THROWS_AS(CountryNames(header + "---,MLI,en,x\n"), std::invalid_argument);
    CHECK(CountryNames(header + "Mali,MLI,en;fr,x\nmali,MLI,variant,x\n").size() == 1);
}
