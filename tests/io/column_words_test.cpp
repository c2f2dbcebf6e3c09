#include "io/column_words.h"

#include <map>
#include <sstream>

#include "base/messages.h"
#include "support/catch.h"
#include "support/shared_data.h"
#include "support/source_tree.h"

using namespace harmattan;
using namespace harmattan::test;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

namespace {

Row split(std::string_view text, char mark = ';') {
    Row fields(1);
    for (const char c : text) {
        if (c == mark)
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

Rows rows_of(std::initializer_list<std::string_view> lines) {
    Rows rows;
    for (const auto line : lines) rows.push_back(split(line));
    return rows;
}

// A line of CSV whose fields hold no line breaks.
Row csv_fields(std::string_view line) {
    Row fields(1);
    bool is_quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool is_doubled = is_quoted && line.substr(i, 2) == "\"\"";
        if (is_doubled) ++i;
        if (line[i] == '"' && !is_doubled)
            is_quoted = !is_quoted;
        else if (line[i] == ',' && !is_quoted)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

// field -> name of the column
std::map<std::string, std::string> named(const io::GuessedColumns& found, const Row& header) {
    std::map<std::string, std::string> names;
    for (const auto& guess : found.columns) names.emplace(guess.field, header[guess.column]);
    return names;
}

using Names = std::map<std::string, std::string>;

}  // namespace

TEST_CASE("each labelled name of a column means its field") {
    std::istringstream lines(text_of(source_folder() / "tests/io/data/column_headers.txt"));
    std::string line;
    int count = 0;
    while (std::getline(lines, line)) {
        if (line.starts_with("# ")) continue;
        const Row fields = split(line, '\t');
        REQUIRE(fields.size() == 2);
        const auto found = io::guess_columns(std::span(fields).first(1), {});
        INFO('"' << fields[0] << '"');
        CHECK((found.columns.empty() ? "-" : std::string(found.columns.front().field)) == fields[1]);
        if (!found.columns.empty()) CHECK(found.columns.front().reason_key == "columns.name_only");
        ++count;
    }
    CHECK(count > 200);
}

TEST_CASE("a sheet of a French-speaking desk") {
    const Row header = split(
        "N°;Date de l'événement;Région;Cercle;Commune;Localité;Latitude (°);Longitude (°);Type d'incident;"
        "Auteur présumé;Nb morts;Nb blessés;Source;Commentaires");
    const Rows rows =
        rows_of({"1;02/03/2017;Mopti;Douentza;Hombori;Boni;15,08;-2,21;Attaque;Inconnu;3;1;Radio;Le matin",
                 "2;13/03/2017;Gao;Ansongo;Ansongo;Tessit;15,2;0,4;Embuscade;;11;;Presse;",
                 "3;21/03/2017;Mopti;Koro;Dinangourou;Yoro;14,28;-1,81;Attaque;;n/d;2;Radio;"});
    const auto found = io::guess_columns(header, rows);
    CHECK(named(found, header) == Names{{"id", "N°"},
                                        {"date_start", "Date de l'événement"},
                                        {"region", "Région"},
                                        {"district", "Cercle"},
                                        {"place", "Localité"},
                                        {"latitude", "Latitude (°)"},
                                        {"longitude", "Longitude (°)"},
                                        {"type", "Type d'incident"},
                                        {"side_a", "Auteur présumé"},
                                        {"best", "Nb morts"},
                                        {"source", "Source"},
                                        {"note", "Commentaires"}});
    CHECK_FALSE(found.swap);
    CHECK_FALSE(found.needs_crs);
    REQUIRE(found.of("latitude") != nullptr);
    CHECK(found.of("latitude")->confidence > 0.9);
    CHECK(found.of("latitude")->style.decimal == io::DecimalMark::comma);
    CHECK(found.of("latitude")->reason_key == "columns.name");
    CHECK(found.of("best")->values ==
          base::NamedValues{{"name", "Nb morts"}, {"field", "best"}, {"fits", "2"}, {"count", "2"}});
}

TEST_CASE("made-up rows in a layout of ACLED") {
    const Row header = split(
        "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,"
        "assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,"
        "country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,"
        "notes,fatalities,tags,timestamp",
        ',');
    const Rows rows =
        rows_of({"AAA1;16 May 2025;2025;1;Kind;Made up;Made up finely;One;;1;Two;;7;17;;466;Western "
                 "Africa;Mali;Mopti;Koro;Yoro;Yoro;14.28;-1.81;1;Paper;National;Text;3;;1700000000",
                 "AAA2;17 May 2025;2025;2;Kind;Made up;Made up finely;One;;1;Two;;7;17;;466;Western "
                 "Africa;Mali;Gao;Ansongo;Tessit;Tessit;15.2;0.4;2;Paper;National;Text;0;;1700000001"});
    CHECK(named(io::guess_columns(header, rows), header) == Names{{"id", "event_id_cnty"},
                                                                  {"date_start", "event_date"},
                                                                  {"year", "year"},
                                                                  {"latitude", "latitude"},
                                                                  {"longitude", "longitude"},
                                                                  {"best", "fatalities"},
                                                                  {"type", "event_type"},
                                                                  {"where_precision", "geo_precision"},
                                                                  {"date_precision", "time_precision"},
                                                                  {"place", "location"},
                                                                  {"district", "admin2"},
                                                                  {"region", "admin1"},
                                                                  {"country", "country"},
                                                                  {"side_a", "actor1"},
                                                                  {"side_b", "actor2"},
                                                                  {"source", "source"},
                                                                  {"note", "notes"},
                                                                  {"category", "disorder_type"},
                                                                  {"subcategory", "sub_event_type"}});
}

TEST_CASE("a table of counts by place and month") {
    const Row header = split("Pays;Année;Mois;Nombre;Lat;Long");
    const auto found =
        io::guess_columns(header, rows_of({"Mali;2012;mars;5;17.0;-4.0", "Niger;2013;avril;2;16.0;8.0"}));
    CHECK(named(found, header) == Names{{"country", "Pays"},
                                        {"year", "Année"},
                                        {"month", "Mois"},
                                        {"weight", "Nombre"},
                                        {"latitude", "Lat"},
                                        {"longitude", "Long"}});
}

TEST_CASE("values that do not fit speak against a name") {
    const Row header = split("id;date;lat;lon;deaths");
    const auto found = io::guess_columns(header, rows_of({"1;Mopti;2017-03-02;x;some", "2;Gao;2017-03-03;y;more",
                                                          "3;Kidal;2017-03-04;z;none of them"}));
    CHECK(found.of("latitude") == nullptr);
    CHECK(found.of("longitude") == nullptr);
    CHECK(found.of("best") == nullptr);
    // The one column that holds dates is proposed, with less confidence.
    REQUIRE(found.of("date_start") != nullptr);
    CHECK(header[found.of("date_start")->column] == "lat");
    CHECK(found.of("date_start")->confidence < 0.5);
    CHECK(found.of("date_start")->reason_key == "columns.values");
}

TEST_CASE("x and y are degrees or metres by their values") {
    const Row header = split("id;date;X;Y");
    const auto degrees = io::guess_columns(header, rows_of({"1;2017-03-02;-1.8;14.3", "2;2017-03-03;0.4;15.2"}));
    CHECK(header[degrees.of("longitude")->column] == "X");
    CHECK(header[degrees.of("latitude")->column] == "Y");
    CHECK_FALSE(degrees.needs_crs);

    // printf "-1.81 14.28\n0.4 15.2\n" | gdaltransform -s_srs "+proj=longlat +datum=WGS84" -t_srs EPSG:32630
    const auto metres = io::guess_columns(
        header, rows_of({"1;2017-03-02;628360.07;1579022.10", "2;2017-03-03;865369.66;1683291.82"}));
    CHECK(metres.needs_crs);
    CHECK(header[metres.of("x")->column] == "X");
    CHECK(header[metres.of("y")->column] == "Y");
    CHECK(metres.of("latitude") == nullptr);

    const Row wrong = split("id;date;longitude;latitude");
    CHECK(io::guess_columns(wrong, rows_of({"1;2017-03-02;628360.07;1579022.10"})).needs_crs);
}

TEST_CASE("both coordinates in one column") {
    const Row header = split("id;date;GPS");
    const auto found = io::guess_columns(header, rows_of({"1;2017-03-02;14.28, -1.81", "2;2017-03-03;15.2, 0.4"}));
    REQUIRE(found.of("coordinates") != nullptr);
    CHECK_FALSE(found.needs_crs);
    const Row unnamed = split("id;date;info");
    const auto by_values = io::guess_columns(
        unnamed,
        rows_of({"1;2017-03-02;POINT(-1.81 14.28)", "2;2017-03-03;POINT(0.4 15.2)", "3;2017-03-04;POINT(1 2)"}));
    REQUIRE(by_values.of("coordinates") != nullptr);
    CHECK(by_values.of("coordinates")->reason_key == "columns.values");
}

TEST_CASE("degrees, minutes and seconds are coordinates too") {
    const Row header = split("Lat;Lon");
    const auto found = io::guess_columns(header, rows_of({"14°17'N;1°48'O", "15°12'N;0°24'E"}));
    CHECK(found.of("latitude")->confidence == Approx(1));
    CHECK(found.of("longitude")->confidence == Approx(1));
}

TEST_CASE("swapped coordinates are proposed when they leave the earth") {
    const Row header = split("id;latitude;longitude");
    const auto found = io::guess_columns(header, rows_of({"1;104.9;11.5", "2;102.1;13.2", "3;89.5;12.0"}));
    REQUIRE(found.swap);
    CHECK(found.swap->verdict == io::SwapVerdict::out_of_range);
    CHECK(found.swap->reason_key == "columns.swapped_range");
    CHECK(found.swap->values ==
          base::NamedValues{{"latitude", "latitude"}, {"longitude", "longitude"}, {"rows", "2"}, {"count", "3"}});
    CHECK_FALSE(io::guess_columns(header, rows_of({"1;11.5;104.9", "2;13.2;102.1"})).swap);
    // One slip among many rows is a bad row and not a swap.
    Rows rows(40, Row{"1", "11.5", "12.9"});
    rows.push_back({"41", "104.9", "11.5"});
    CHECK_FALSE(io::guess_columns(header, rows).swap);
}

TEST_CASE("swapped coordinates are proposed when they leave the country named") {
    const Row header = split("id;latitude;longitude;country");
    const io::PointInCountry in_country = [](geo::LonLat point, std::string_view country) -> std::optional<bool> {
        if (country != "Mali") return std::nullopt;
        return point.lon_deg > -12.3 && point.lon_deg < 4.3 && point.lat_deg > 10.1 && point.lat_deg < 25;
    };
    const Rows swapped = rows_of({"1;-1.8;14.3;Mali", "2;0.4;15.2;Mali", "3;-3;17;Mali", "4;1;1;Atlantis"});
    const auto found = io::guess_columns(header, swapped, in_country);
    REQUIRE(found.swap);
    CHECK(found.swap->verdict == io::SwapVerdict::wrong_country);
    CHECK(found.swap->values ==
          base::NamedValues{{"latitude", "latitude"}, {"longitude", "longitude"}, {"rows", "3"}, {"count", "3"}});
    CHECK_FALSE(io::guess_columns(header, swapped).swap);
    CHECK_FALSE(io::guess_columns(header, rows_of({"1;14.3;-1.8;Mali", "2;15.2;0.4;Mali"}), in_country).swap);
}

TEST_CASE("a guess of UCDP GED's columns is what its codebook says") {
    const auto file = shared_data("ged_23.1_sample1000_full49.csv");
    std::istringstream lines(text_of(file));
    std::string line;
    REQUIRE(std::getline(lines, line));
    const Row header = csv_fields(line);
    Rows rows;
    while (rows.size() < 200 && std::getline(lines, line)) rows.push_back(csv_fields(line));
    const auto found = named(io::guess_columns(header, rows), header);
    const Names known{{"id", "id"},
                      {"date_start", "date_start"},
                      {"date_end", "date_end"},
                      {"year", "year"},
                      {"latitude", "latitude"},
                      {"longitude", "longitude"},
                      {"best", "best"},
                      {"low", "low"},
                      {"high", "high"},
                      {"type", "type_of_violence"},
                      {"where_precision", "where_prec"},
                      {"date_precision", "date_prec"},
                      {"place", "where_coordinates"},
                      {"district", "adm_2"},
                      {"region", "adm_1"},
                      {"country", "country"},
                      {"side_a", "side_a"},
                      {"side_b", "side_b"},
                      {"source", "source_article"}};
    for (const auto& [field, name] : known) {
        INFO(field);
        CHECK((found.contains(field) ? found.at(field) : "") == name);
    }
}

TEST_CASE("headers and rows of any shape are examined") {
    CHECK(io::guess_columns({}, {}).columns.empty());
    const Row header{"", std::string(100000, 'x'), "date", "\xff\xfe", "((((", "))"};
    const Rows ragged{{}, {"1"}, {"1", "2", "2017-03-02", "4", "5", "6", "7", "8"}};
    const auto found = io::guess_columns(header, ragged);
    REQUIRE(found.of("date_start") != nullptr);
    CHECK(found.of("date_start")->column == 2);
    const Row twice{"lat", "lat", "lon", "lon"};
    CHECK(io::guess_columns(twice, {}).of("latitude")->column == 0);
}

TEST_CASE("every reason of a guess has its sentence, in the message tables") {
    const auto keys = base::message_keys(base::Language::en);
    for (const char* key : {"columns.name", "columns.name_part", "columns.name_only", "columns.values",
                            "columns.swapped_range", "columns.swapped_country", "columns.needs_crs"})
        CHECK(std::binary_search(keys.begin(), keys.end(), key));
}
