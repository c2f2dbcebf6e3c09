#include "io/cut_names.h"

#include "equal_tables.h"
#include "io/event_input.h"
#include "io/event_reader.h"
#include "io/schema_library.h"
#include "made_files.h"
#include "support/shared_data.h"

using namespace harmattan;
using io::FileKind;
using test::convert;
using test::write_file;

namespace {

using Names = std::vector<std::string>;

io::NamesInFull in_full(std::string_view source, const Names& names) {
    return io::names_in_full(*io::embedded_schema(source), names);
}

const io::ReadingNote* note_of(const io::ReadReport& report, const std::string& key) {
    for (const io::ReadingNote& note : report.notes)
        if (note.key == key) return &note;
    return nullptr;
}

std::string column_of(const io::ReadReport& report, const std::string& field) {
    for (const io::ColumnUse& use : report.event_columns)
        if (use.field == field) return use.column;
    return {};
}

// As ogr2ogr writes the table; the encoding is said, so that no letter is lost.
std::filesystem::path shapefile_of(const std::filesystem::path& csv, const std::filesystem::path& shp,
                                   std::vector<std::string> options = {}) {
    options.insert(options.end(), {"-lco", "ENCODING=UTF-8", "-a_srs", "EPSG:4326", "-oo",
                                   "X_POSSIBLE_NAMES=longitude", "-oo", "Y_POSSIBLE_NAMES=latitude"});
    convert(csv, shp, "ESRI Shapefile", options);
    return shp;
}

void check_same_account(const io::ReadReport& cut, const io::ReadReport& whole) {
    CHECK(cut.dataset == whole.dataset);
    CHECK(cut.records == whole.records);
    CHECK(cut.kept == whole.kept);
    CHECK(cut.rejected == whole.rejected);
    CHECK(cut.warnings_by_reason == whole.warnings_by_reason);
    REQUIRE(cut.event_columns.size() == whole.event_columns.size());
    for (std::size_t i = 0; i < cut.event_columns.size(); ++i)
        CHECK(cut.event_columns[i].field == whole.event_columns[i].field);
}

void check_same_events(const events::EventTable& cut, const events::EventTable& whole) {
    REQUIRE(cut.size() == whole.size());
    for (std::size_t row = 0; row < cut.size(); ++row) {
        const events::EventRow one = cut.row(row), other = whole.row(row);
        CHECK(one.texts == other.texts);
        CHECK(one.first_day == other.first_day);
        CHECK(one.last_day == other.last_day);
        CHECK(one.lat_deg == other.lat_deg);
        CHECK(one.lon_deg == other.lon_deg);
        CHECK(one.type == other.type);
        CHECK(one.where_precision == other.where_precision);
        CHECK(one.date_precision == other.date_precision);
        CHECK(one.best == other.best);
        CHECK(one.low == other.low);
        CHECK(one.high == other.high);
    }
}

// Made-up rows with ACLED's column names, in the order of its exports.
constexpr auto* acled_rows =
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,"
    "inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,"
    "location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp\n"
    "MLI1,2021-03-05,2021,2,Political violence,Battles,Armed clash,Made-up Group A,,2,Made-up Group B,,1,12,,466,"
    "Western Africa,Mali,Mopti,Mopti,,Mopti,14.4843,-4.1827,1,made up,Other,a made-up note,3,,1650000000\n"
    "MLI2,2021-04-06,2021,1,Political violence,Battles,Armed clash,Made-up Group A,,2,Made-up Group B,,1,12,,466,"
    "Western Africa,Mali,Mopti,Djenne,,Djenne,13.9061,-4.5533,2,made up,Other,another,0,,1650000000\n";

}  // namespace

// What ogr2ogr of GDAL 3.6.2 wrote, with a warning for each name.
TEST_CASE("cut names: those of UCDP GED are told apart as GDAL's driver numbers them") {
    const Names cut{"id",         "relid",      "year",       "active_yea", "code_statu",
                    "type_of_vi", "conflict_d", "conflict_n", "conflict_1", "dyad_dset_",
                    "dyad_new_i", "dyad_name",  "side_a_dse", "side_a_new", "side_a",
                    "source_off", "source_ori", "where_prec", "where_coor", "where_desc"};
    const Names whole{"id",
                      "relid",
                      "year",
                      "active_year",
                      "code_status",
                      "type_of_violence",
                      "conflict_dset_id",
                      "conflict_new_id",
                      "conflict_name",
                      "dyad_dset_id",
                      "dyad_new_id",
                      "dyad_name",
                      "side_a_dset_id",
                      "side_a_new_id",
                      "side_a",
                      "source_office",
                      "source_original",
                      "where_prec",
                      "where_coordinates",
                      "where_description"};
    const io::NamesInFull found = in_full("ucdp-ged", cut);
    CHECK(found.names == whole);
    CHECK(found.unclear.empty());
}

TEST_CASE("cut names: what may be several columns is left open") {
    // conflict_new_id was taken out, or conflict_name.
    auto found = in_full("ucdp-ged", {"conflict_d", "conflict_n"});
    CHECK(found.names == Names{"conflict_dset_id", "conflict_n"});
    REQUIRE(found.unclear.size() == 1);
    CHECK(found.unclear[0].column == 1);
    CHECK(found.unclear[0].may_be == Names{"conflict_name", "conflict_new_id"});

    // A number shows that there was another: here by a column that is none of the source's.
    found = in_full("ucdp-ged", {"type_of_vi", "type_of__1"});
    CHECK(found.names == Names{"type_of_vi", "type_of__1"});
    CHECK(found.unclear.size() == 2);

    // Another order than the source's.
    found = in_full("ucdp-ged", {"conflict_1", "conflict_n"});
    CHECK(found.names == Names{"conflict_1", "conflict_n"});
    CHECK(found.unclear.size() == 2);

    // attacktype1 has eleven letters and stands before attacktype1_txt.
    CHECK(in_full("gtd", {"attacktype", "attackty_1"}).names[1] == "attackty_1");
    CHECK(in_full("gtd", {"attacktype", "attackty_1", "attackty_2", "attackty_3", "attackty_4", "attackty_5"})
              .names == Names{"attacktype1", "attacktype1_txt", "attacktype2", "attacktype2_txt", "attacktype3",
                              "attacktype3_txt"});
}

TEST_CASE("cut names: a user's schema without the source's order") {
    const auto schema = io::parse_schema(
        "version = 1\nid = \"a\"\nname = \"A\"\n[columns]\nplace = \"name_of_the_place\"\n"
        "side_a = \"perpetrator_one\"\nside_b = \"perpetrator_two\"\n",
        "my.toml");
    const io::NamesInFull found = io::names_in_full(schema, {"name_of_th", "perpetrato", "perpetra_1"});
    CHECK(found.names == Names{"name_of_the_place", "perpetrato", "perpetra_1"});
    CHECK(found.unclear.size() == 2);
}

// ogr2ogr of a table that `convert` wrote; the schema does not say in which order they stand.
TEST_CASE("cut names: names that are cut differently may stand in any order where none is known") {
    for (const Names& order : {Names{"dataset_na", "dataset_ve"}, Names{"dataset_ve", "dataset_na"}}) {
        const io::NamesInFull found = in_full("harmattan", order);
        CHECK(found.unclear.empty());
        CHECK(found.names[0] == (order[0] == "dataset_na" ? "dataset_name" : "dataset_version"));
        CHECK(found.names[1] == (order[1] == "dataset_na" ? "dataset_name" : "dataset_version"));
    }
}

TEST_CASE("cut names: a Shapefile of ACLED's columns is ACLED, with its terms") {
    const test::TemporaryFolder folder;
    write_file(folder / "made.csv", acled_rows);
    const auto whole = io::read_events(folder / "made.csv");
    REQUIRE(whole.report.dataset == "acled");
    const auto shp = shapefile_of(folder / "made.csv", folder / "made.shp");
    REQUIRE(io::holds_events(shp, FileKind::shapefile, {}));
    const auto cut = io::read_events(shp);
    check_same_account(cut.report, whole.report);
    check_same_events(cut.table, whole.table);
    CHECK_FALSE(cut.report.terms.may_pass_on);
    const auto* const note = note_of(cut.report, "note.names_cut");
    REQUIRE(note != nullptr);
    CHECK_THAT(io::words(base::Language::en, *note),
               test::ContainsSubstring("column names cut to ten letters by the format") &&
                   test::ContainsSubstring("event_id_c = event_id_cnty"));
    CHECK(note_of(whole.report, "note.names_cut") == nullptr);

    // The .dbf alone is the same table.
    std::filesystem::remove(shp);
    const auto table = io::read_events(folder / "made.dbf");
    check_same_account(table.report, whole.report);
    check_same_events(table.table, whole.table);
}

TEST_CASE("cut names: only where the format cuts them") {
    const auto read = io::read_events_csv(
        "id,date_start,type_of_vi,conflict_n,side_a,side_b,latitude,longitude,country,best\n"
        "1,2017-03-02,1,Made-up: Government,A,B,14.5,-4.2,Mali,3\n",
        "x.csv");
    CHECK(read.report.dataset == "table");
    CHECK(note_of(read.report, "note.names_cut") == nullptr);
}

TEST_CASE("cut names: UCDP GED as a Shapefile gives the table of the CSV") {
    const auto csv = test::shared_data("ged_23.1_sample1000_full49.csv");
    const test::TemporaryFolder folder;
    const auto whole = io::read_events(csv);
    const auto shp = shapefile_of(csv, folder / "ged_23.1.shp");
    REQUIRE(io::holds_events(shp, FileKind::shapefile, {}));
    const auto cut = io::read_events(shp);
    CHECK(cut.report.records == 1000);
    CHECK(cut.report.kept == 1000);
    CHECK(cut.report.rejected == 0);
    check_same_account(cut.report, whole.report);
    check_same_events(cut.table, whole.table);
    CHECK(column_of(cut.report, "conflict") == "conflict_1");
    CHECK(note_of(cut.report, "note.name_cut_unclear") == nullptr);

    // The file's name tells a month of UCDP Candidate, as for a CSV.
    const auto candidate = io::read_events(shapefile_of(csv, folder / "GEDEvent_v25_0_6.shp"));
    CHECK(candidate.report.dataset == "ucdp-candidate");
    CHECK(candidate.report.version == "25.0.6");

    // Of two columns that begin alike one was taken out: GED still, and what is not known is said.
    const auto some = io::read_events(shapefile_of(
        csv, folder / "some.shp",
        {"-select", "id,type_of_violence,conflict_name,side_a,side_b,country,best,date_start,date_end"}));
    CHECK(some.report.dataset == "ucdp-ged");
    CHECK(some.report.kept == 1000);
    CHECK(column_of(some.report, "conflict").empty());
    const auto* const note = note_of(some.report, "note.name_cut_unclear");
    REQUIRE(note != nullptr);
    CHECK_THAT(io::words(base::Language::en, *note), test::ContainsSubstring("--map conflict=conflict_n"));
}
