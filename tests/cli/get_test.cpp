#include <nlohmann/json.hpp>

#include "cli/harmattan.h"
#include "support/catch.h"
#include "support/download_server.h"
#include "support/source_tree.h"

using namespace harmattan::test;

namespace {

// A zip of one CSV file with a million bytes, stored, so that it begins as a zip does.
std::string zip_of_events() {
    const TemporaryFolder folder;
    const ProgramResult made = run_program(
        {"python3",
         {"-c",
          "import sys, zipfile\n"
          "rows = ''.join('%d,2020-01-%02d,14.%02d,-3.%02d,1\\n' % (i, i % 28 + 1, i % 100, i % 90) "
          "for i in range(40000))\n"
          "with zipfile.ZipFile(sys.argv[1], 'w') as out:\n"
          "    out.writestr('GEDEvent_v99_1.csv', 'id,date_start,latitude,longitude,best\\n' + rows)\n",
          (folder / "made.zip").string()}});
    REQUIRE(made.exit_status == 0);
    return text_of(folder / "made.zip");
}

Environment environment_for(const DownloadServer& server, const Harmattan& program) {
    return {{"HARMATTAN_DOWNLOAD_BASE", server.address()}, {"XDG_DATA_HOME", program.path("xdg").string()}};
}

// Where this process may mount a file system of its own.
bool can_mount() {
    return run_program({"unshare", {"-Urm", "sh", "-c", "mount -t tmpfs -o size=100k tmpfs /mnt"}}).exit_status ==
           0;
}

}  // namespace

TEST_CASE("get fetches a release, says its terms, and it can be opened as it is") {
    const DownloadServer server(zip_of_events());
    const Harmattan program;
    const auto environment = environment_for(server, program);
    const ProgramResult result = program.run({"get", "ged", "--version", "24.1"}, environment);
    CHECK(result.exit_status == 0);
    CHECK(result.errors.empty());
    const std::string file = program.path("xdg/harmattan/ged241-csv.zip").string();
    for (const std::string& words :
         {file, std::string("CC BY 4.0"), std::string("Sundberg"), std::string("SHA-256")})
        CHECK_THAT(result.output, ContainsSubstring(words));
    CHECK(server.requests() == std::vector<std::string>{"GET /ged/ged241-csv.zip - -"});

    const ProgramResult inspected = program.run({"inspect", file});
    CHECK_THAT(inspected.output, ContainsSubstring("records: 40,000 read = 40,000 kept + 0 rejected"));
    const ProgramResult doctor = program.run({"doctor"}, environment);
    CHECK_THAT(doctor.output, ContainsSubstring("harmattan get ged") && ContainsSubstring("ged241-csv.zip: "));
    const ProgramResult doctor_json = program.run({"doctor", "--json"}, environment);
    const auto report = nlohmann::json::parse(doctor_json.output);
    CHECK(report["data_folder"]["files"]["ged241-csv.zip"]["whole"] == true);

    const ProgramResult again = program.run({"get", "ged", "--version", "24.1", "--json"}, environment);
    const auto line = nlohmann::json::parse(again.output);
    CHECK(line["was_there"] == true);
    CHECK(line["provisional"] == false);
    CHECK(server.requests().size() == 1);
}

TEST_CASE("get fetches a month of Candidate into a folder that is named") {
    const DownloadServer server("id,relid,year\n1,2,2025\n");
    const Harmattan program;
    const ProgramResult result =
        program.run({"get", "ged", "--month", "2025-06", "-o", "new/folder", "--lang", "fr"},
                    environment_for(server, program));
    CHECK(result.exit_status == 0);
    CHECK_THAT(result.output, ContainsSubstring("provisoire") && ContainsSubstring("Hegre"));
    CHECK(program.bytes("new/folder/GEDEvent_v25_0_6.csv") == "id,relid,year\n1,2,2025\n");
    CHECK_FALSE(program.has("xdg"));
    CHECK(server.requests() == std::vector<std::string>{"GET /candidateged/GEDEvent_v25_0_6.csv - -"});
}

TEST_CASE("get checks its command line before anything is asked of the network") {
    const DownloadServer server("x");
    const Harmattan program;
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{"get"}, "say what to fetch"},
        {{"get", "gde"}, "\"gde\" cannot be fetched"},
        {{"get", "acled"}, "acleddata.com"},
        {{"get", "ged", "--version", "25"}, "--version: \"25\" is no release"},
        {{"get", "ged", "--version", ""}, "--version: a value is missing"},
        {{"get", "ged", "--month", "June 2025"}, "--month: \"June 2025\" is no month"},
        {{"get", "ged", "--month", "2025-06", "--version", "25.1"}, "contradict each other"},
        {{"get", "ged", "-o", ""}, "-o: a value is missing"},
        {{"get", "ged", "another"}, "\"another\" is not expected here"},
        {{"get", "ged", "--moth", "2025-06"}, "did you mean --month?"}};
    for (const auto& [arguments, words] : wrong) {
        const ProgramResult result = program.run(arguments, environment_for(server, program));
        INFO(words << " in: " << result.errors);
        CHECK(result.exit_status == 2);
        CHECK(speaks_for(result.errors, "get"));
        CHECK_THAT(result.errors, ContainsSubstring(words));
    }
    CHECK(server.requests().empty());
    CHECK(program.names().empty());
    const ProgramResult elsewhere =
        program.run({"get", "ged"}, {{"HARMATTAN_DOWNLOAD_BASE", "https://example.org/"}, {"HOME", "/nowhere"}});
    CHECK(elsewhere.exit_status == 1);
    CHECK_THAT(elsewhere.errors, ContainsSubstring("an address of this machine alone is allowed"));
}

TEST_CASE("get tells what the server refuses and what is not the known file") {
    const Harmattan program;
    const DownloadServer without("x", {"status=404"});
    ProgramResult result = program.run({"get", "ged", "--version", "27.1"}, environment_for(without, program));
    CHECK(result.exit_status == 1);
    CHECK_THAT(result.errors, ContainsSubstring("UCDP does not have UCDP GED 27.1 at http://127.0.0.1"));
    const DownloadServer another(zip_of_events());
    result = program.run({"get", "ged", "--version", "25.1"}, environment_for(another, program));
    CHECK(result.exit_status == 1);
    CHECK_THAT(result.errors, ContainsSubstring("should have 29307888 bytes"));
    const DownloadServer cutting(zip_of_events(), {"cut=200000", "no_mark"});
    result = program.run({"get", "ged", "--version", "24.1"}, environment_for(cutting, program));
    CHECK(result.exit_status == 1);
    CHECK_THAT(result.errors, ContainsSubstring("the connection ended before all of UCDP GED 24.1 was there"));
    CHECK_THAT(result.errors, ContainsSubstring("ged241-csv.zip.part"));
}

TEST_CASE("Ctrl-C keeps the part, and the next get goes on from there") {
    const Harmattan program;
    const std::string zip = zip_of_events();
    const DownloadServer slow(zip, {"slow=50000"});
    Command interrupted{"sh",
                        {"-c",
                         "\"$0\" get ged --version 24.1 -o . & "
                         "while [ ! -s ged241-csv.zip.part ]; do sleep 0.05; done; kill -INT $!; wait $!",
                         HARMATTAN_PROGRAM}};
    // A shell without job control lets what it starts ignore SIGINT; env gives it back.
    interrupted.arguments[1].replace(0, 4, "env --default-signal=INT \"$0\"");
    interrupted.working_folder = program.path("");
    interrupted.environment = environment_for(slow, program);
    const ProgramResult stopped = run_program(interrupted);
    INFO(stopped.errors);
    CHECK(stopped.exit_status == 1);
    CHECK_THAT(stopped.errors, ContainsSubstring("stopped as asked") && ContainsSubstring(".part"));
    const auto kept = std::filesystem::file_size(program.path("ged241-csv.zip.part"));
    CHECK(kept > 0);
    CHECK(kept < zip.size());
    const ProgramResult whole =
        program.run({"get", "ged", "--version", "24.1", "-o", "."}, environment_for(slow, program));
    CHECK(whole.exit_status == 0);
    CHECK((program.bytes("ged241-csv.zip") == zip));
    CHECK(slow.requests().back() == "GET /ged/ged241-csv.zip bytes=" + std::to_string(kept) + "- \"first\"");
}

TEST_CASE("get tells of a full disk and of a folder that nothing may be written in") {
    if (!can_mount()) HARMATTAN_SKIP("file systems cannot be mounted here (unshare -Urm)");
    const Harmattan program;
    const std::string zip = zip_of_events();
    const DownloadServer honest(zip), silent(zip, {"no_length"});
    const auto run_in = [&](const DownloadServer& server, const std::string& mount) {
        Command command{
            "unshare",
            {"-Urm", "sh", "-c",
             "mkdir -p d && mount -t tmpfs " + mount + " tmpfs d && exec \"$0\" get ged --version 24.1 -o d",
             HARMATTAN_PROGRAM}};
        command.working_folder = program.path("");
        command.environment = environment_for(server, program);
        return run_program(command);
    };
    CHECK_THAT(run_in(honest, "-o size=300k").errors, ContainsSubstring("MB are needed and 0.3 MB are free"));
    CHECK_THAT(run_in(silent, "-o size=300k").errors, ContainsSubstring("the disk is full"));
    CHECK_THAT(run_in(honest, "-o ro").errors, ContainsSubstring("cannot write"));
}

// The only sockets that may be: those of the window system, which are of the family AF_UNIX.
TEST_CASE("no other verb opens a socket to a network") {
    const Harmattan program;
    const std::string file =
        program.file("e.csv", "id,date_start,latitude,longitude,best\n1,2017-03-02,14.5,-3.5,3\n");
    const std::string vrt =
        program.file("v.geojson",
                     "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/vsicurl/http://192.0.2.1/x.csv"
                     "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    const DownloadServer server("id,relid,year\n1,2,2025\n");
    const auto sockets = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(),
                         {"-f", "-qq", "-e", "trace=%network", "-o", "trace", HARMATTAN_PROGRAM});
        Command command{"strace", std::move(arguments)};
        command.working_folder = program.path("");
        command.environment = environment_for(server, program);
        command.environment.emplace_back("ASAN_OPTIONS", "detect_leaks=0");  // it cannot look under strace
        run_program(command);
        return program.bytes("trace");
    };
    if (run_program({"sh", {"-c", "strace -o /dev/null true"}}).exit_status != 0)
        HARMATTAN_SKIP("strace is not here, or may not look at programs");
    CHECK_THAT(sockets({"get", "ged", "--month", "2025-06"}), ContainsSubstring("AF_INET"));  // it would be seen
    const std::vector<std::vector<std::string>> others{
        {"inspect", file},
        {"inspect", vrt},
        {"inspect", "http://192.0.2.1/x.csv"},
        {"snap", file, "--renderer", "software", "--size", "320x180", "-o", "p.png"},
        {"doctor"}};
    for (const auto& arguments : others) {
        const std::string trace = sockets(arguments);
        INFO(arguments[0] << ": " << trace);
        CHECK(trace.find("AF_INET") == std::string::npos);
        CHECK(trace.find("AF_NETLINK") == std::string::npos);
    }
}
