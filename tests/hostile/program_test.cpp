// Hostile inputs given to the program itself: a sentence, the exit status 1, and nothing half-written.
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "cli/harmattan.h"
#include "hostile_input.h"
#include "io/made_files.h"
#include "io/made_zip.h"
#include "io/packed_files.h"
#include "support/catch.h"

using namespace harmattan::test;

namespace {

const std::string table = std::string(row_header) + good_row;

constexpr auto* vrt =
    "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/vsicurl/http://192.0.2.1/x.csv</SrcDataSource>"
    "</OGRVRTLayer></OGRVRTDataSource>";

std::string zip_of_table() {
    const std::string zip = zip_of({{"e.csv", table}});
    return zip.substr(0, zip.size() - 30);
}

// A GeoPackage without its last tenth.
std::string cut_geopackage() {
    const TemporaryFolder folder;
    write_file(
        folder / "p.geojson",
        R"({"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [2.4, 15.9]}})");
    convert(folder / "p.geojson", folder / "p.gpkg", "GPKG");
    std::ifstream in(folder / "p.gpkg", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    return bytes.substr(0, bytes.size() * 9 / 10);
}

// What a person sees of a refusal: one line of the verb on standard error, that has the words.
void check_refusal(const ProgramResult& result, const std::string& verb, const std::string& words) {
    INFO(verb << ": " << result.errors);
    CHECK(result.exit_status == 1);
    CHECK(result.output.empty());
    CHECK(speaks_for(result.errors, verb));
    CHECK(std::count(result.errors.begin(), result.errors.end(), '\n') == 1);
    CHECK_THAT(result.errors, ContainsSubstring(words));
}

void check_snap(const Harmattan& program, const std::string& file, const std::string& words) {
    const auto before = program.names();
    check_refusal(program.snap({file, "-o", "out.png"}), "snap", words);
    CHECK(program.names() == before);
}

struct Given {
    std::string file, bytes, words;
};

}  // namespace

TEST_CASE("the program refuses hostile files in a sentence and writes nothing") {
    const std::vector<Given> all{
        {"empty.csv", "", "the file is empty"},
        {"nul.csv", table + std::string(1, '\0') + "\n", "belongs to no text"},
        {"quote.csv", table + "2,2012-01-18,,15.9,2.4,3,2,4,1,1,1,\"Mali\n", "line 3 is never closed"},
        {"names.csv", "\x1b]0;owned\x07,\xe2\x80\xae,c\nx,y,z\n", "\\x1b]0;owned\\x07, \\u202e, c"},
        {"page.csv", "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n", "it is a web page and holds no data"},
        {"program.csv",
         std::string("\x7f"
                     "ELF\x02\x01\x01\0\0\0\0\0",
                     12),
         "cannot tell what program.csv is"},
        {"cut.zip", zip_of_table(), "its table of members is missing or damaged"},
        {"again.zip", zip_of({{"e.zip", zip_of({{"e.csv", table}})}}), "is packed again"},
        {"cut.gpkg", cut_geopackage(), "its end is missing"},
        {"nested.geojson", repeated("[", 200000), "cannot tell what nested.geojson is"},
        {"vrt.csv", vrt, "cannot tell what vrt.csv is"},
        {"vrt.geojson", vrt, "cannot tell what vrt.geojson is"},
        {"vrt.tif", vrt, "cannot tell what vrt.tif is"},
    };
    const Harmattan program;
    for (const Given& given : all) program.file(given.file, given.bytes);
    for (const Given& given : all) {
        check_refusal(program.run({"inspect", given.file}), "inspect", given.words);
        check_snap(program, given.file, given.words);
    }
}

TEST_CASE("the program refuses hostile stories in a sentence and writes nothing") {
    const std::string layer = "version = 1\n[[layer]]\nid = \"x\"\nrole = \"countries\"\nfile = ";
    const std::vector<Given> all{
        {"upwards.toml", layer + "\"../x.geojson\"\n", "leads out of the story's folder"},
        {"database.toml", layer + "\"PG:dbname=x\"\n", "database.toml, line 5, column 8"},
        {"address.toml", layer + "\"http://192.0.2.1/x.geojson\"\n", "is an address"},
        {"key.toml", "version = 1\n\"\\u001b[31m\" = 1\n", "unknown key \"\\x1b[31m\""},
        {"deep.toml", "version = 1\ntitle = " + repeated("[", 100000), "it is not valid TOML"},
        {"link.toml", layer + "\"link.geojson\"\n", "is a link that leads out of the story's folder"},
    };
    const Harmattan program;
    const TemporaryFolder elsewhere;
    write_file(elsewhere / "x.geojson", R"({"type": "FeatureCollection", "features": []})");
    std::filesystem::create_symlink(elsewhere / "x.geojson", program.path("link.geojson"));
    for (const Given& given : all) program.file(given.file, given.bytes);
    for (const Given& given : all) check_snap(program, given.file, given.words);
}

TEST_CASE("a file that may not be read is named") {
    if (::geteuid() == 0) HARMATTAN_SKIP("root may read everywhere");
    const Harmattan program;
    program.file("locked.csv", table);
    REQUIRE(::chmod(program.path("locked.csv").c_str(), 0) == 0);
    check_refusal(program.run({"inspect", "locked.csv"}), "inspect", "locked.csv");
    check_snap(program, "locked.csv", "locked.csv");
}

TEST_CASE("no hostile file makes the program open a socket") {
    if (run_program({"sh", {"-c", "strace -o /dev/null true"}}).exit_status != 0)
        HARMATTAN_SKIP("strace is not here, or may not look at programs");
    const Harmattan program;
    const auto trace_of = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(),
                         {"-f", "-qq", "-e", "trace=%network", "-o", "trace", HARMATTAN_PROGRAM});
        Command command{"strace", std::move(arguments)};
        command.working_folder = program.path("");
        command.environment.emplace_back("ASAN_OPTIONS", "detect_leaks=0");  // it cannot look under strace
        CHECK(run_program(command).exit_status == 1);
        return program.bytes("trace");
    };
    // It would be seen: a database is the one thing that is asked for over the network.
    CHECK_THAT(trace_of({"inspect", "PG:host=127.0.0.1 port=1 dbname=x"}), ContainsSubstring("AF_INET"));
    for (const char* name : {"v.csv", "v.geojson", "v.tif", "v.shp", "v.kml", "v.gpkg", "v.xlsx"}) {
        program.file(name, vrt);
        for (const std::string& trace :
             {trace_of({"inspect", name}), trace_of({"snap", name, "--renderer", "software", "-o", "out.png"})}) {
            INFO(name << ": " << trace);
            CHECK(trace.find("AF_INET") == std::string::npos);
            CHECK(trace.find("AF_NETLINK") == std::string::npos);
        }
    }
}
