#include <random>

#include "base/error.h"
#include "io/archive_zip.h"
#include "io/csv_reader.h"
#include "io/event_reader.h"
#include "io/feature_reader.h"
#include "io/packed_content.h"
#include "io/packed_files.h"
#include "io/text_source.h"
#include "io/unpacked_gzip.h"
#include "support/catch.h"
#include "support/shared_data.h"
#include "support/temporary_folder.h"

using namespace harmattan;
using test::bytes_of;
using test::make_gzip;
using test::make_zip;
using test::write_bytes;
using namespace std::string_literals;

namespace {

std::string all_of(io::ByteSource& source, std::size_t block = 4096) {
    std::string text, bytes(block, '\0');
    for (std::size_t got; (got = source.read(bytes.data(), block)) > 0;) text.append(bytes, 0, got);
    return text;
}

// The text, or the key of the error.
std::string text_or_error(const std::filesystem::path& file, const io::TextOptions& options = {}) {
    try {
        return all_of(*io::open_text(file, options));
    } catch (const base::Error& error) {
        return "error " + error.key();
    }
}

std::string sentence(const std::filesystem::path& file, const std::string& member = {}) {
    try {
        all_of(*io::open_text(file, {member, {}}));
    } catch (const base::Error& error) {
        return error.what();
    }
    return "none";
}

// Lines that deflate packs, but not into nothing.
std::string some_text(std::size_t lines) {
    std::mt19937 random(1);
    std::string text = "id,latitude,longitude\n";
    for (std::size_t i = 0; i < lines; ++i)
        text +=
            std::to_string(i) + "," + std::to_string(random() % 90) + "," + std::to_string(random() % 180) + "\n";
    return text;
}

const std::string rows_text =
    "id,date_start,latitude,longitude,best,source_article\n"
    "7,2017-03-02,14.5,-3.5,3,\"Sévaré, first\"\n"
    "8,2017-03-03,14.6,-3.6,4,\"Ménaka, second\"\n";

}  // namespace

TEST_CASE("a gzip file is its text, whatever the blocks") {
    const test::TemporaryFolder folder;
    const auto file = folder / "events.dat";
    const std::string text = some_text(20000);
    make_gzip(file, {text});
    for (const std::size_t block : {1, 7, 65536, 1 << 20}) {
        io::GzipSource source(file, {});
        CHECK(all_of(source, block) == text);
        CHECK(source.share_read() == 1);
    }
    const auto opened = io::open_text(file);
    CHECK(io::description(opened->facts()) == "gzip");
    opened->skip(1000);
    CHECK(all_of(*opened) == text.substr(1000));
    CHECK(opened->size() == std::filesystem::file_size(file));
}

TEST_CASE("several gzip streams are one text, and zeros may follow") {
    const test::TemporaryFolder folder;
    const auto file = folder / "events.csv.gz";
    make_gzip(file, {"a,b\n", "", "1,2\n"});
    CHECK(text_or_error(file) == "a,b\n1,2\n");
    write_bytes(file, bytes_of(file) + std::string(100000, '\0'));
    CHECK(text_or_error(file) == "a,b\n1,2\n");
    write_bytes(file, bytes_of(file) + "x");
    CHECK(text_or_error(file) == "error packed.damaged");
}

TEST_CASE("a gzip file that is cut or changed anywhere never gives another text") {
    const test::TemporaryFolder folder;
    const auto file = folder / "events.csv.gz";
    const std::string text = some_text(300);
    make_gzip(file, {text});
    const std::string whole = bytes_of(file);
    for (std::size_t size = 2; size < whole.size(); ++size) {
        write_bytes(file, whole.substr(0, size));
        INFO("cut to " << size);
        REQUIRE(text_or_error(file) == "error packed.truncated");
    }
    std::size_t errors = 0;
    for (std::size_t at = 2; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
        write_bytes(file, changed);
        const std::string got = text_or_error(file);
        INFO("byte " << at << ": " << got.substr(0, 60));
        REQUIRE((got == text || got.starts_with("error packed.")));
        errors += got == text ? 0 : 1;
    }
    CHECK(errors > whole.size() - 20);  // all but the header's time, level and system
}

TEST_CASE("a checksum that is wrong is told as such") {
    const test::TemporaryFolder folder;
    make_gzip(folder / "e.gz", {some_text(10)});
    std::string bytes = bytes_of(folder / "e.gz");
    bytes[bytes.size() - 7] ^= 1;  // of the CRC-32 (RFC 1952, 2.3.1)
    write_bytes(folder / "e.gz", bytes);
    CHECK(text_or_error(folder / "e.gz") == "error packed.checksum");
}

TEST_CASE("bombs are refused while they are read") {
    const test::TemporaryFolder folder;
    const std::string zeros(std::size_t(66) << 20, '0');
    make_gzip(folder / "bomb.gz", {zeros});
    make_zip(folder / "bomb.zip", {{"bomb.csv", zeros}});
    CHECK(std::filesystem::file_size(folder / "bomb.gz") < 100000);
    CHECK(text_or_error(folder / "bomb.gz") == "error packed.ratio");
    CHECK(text_or_error(folder / "bomb.zip") == "error packed.ratio");
    CHECK_THAT(sentence(folder / "bomb.zip"), test::ContainsSubstring("would unpack to more than 64 MiB") &&
                                                  test::ContainsSubstring("limit: 250 times"));
    make_gzip(folder / "long.gz", {some_text(100000)});
    make_zip(folder / "long.zip", {{"long.csv", some_text(100000)}});
    io::TextOptions options;
    options.limits.most_bytes = 1 << 20;
    CHECK(text_or_error(folder / "long.gz", options) == "error packed.too_large");
    CHECK(text_or_error(folder / "long.zip", options) == "error packed.too_large");
    CHECK(text_or_error(folder / "long.zip") == some_text(100000));
}

TEST_CASE("the only text of a zip is read; folders, hidden files and macOS's additions do not count") {
    const test::TemporaryFolder folder;
    const auto file = folder / "download";
    make_zip(file, {{"ged/", ""},
                    {"__MACOSX/ged/._événements.csv", "a,b\n"},
                    {"ged/.hidden.csv", "a,b\n"},
                    {".hidden/ged.csv", "a,b\n"},
                    {"ged/codebook.pdf", "%PDF-1.4\n\0\0\x01"s},
                    {"ged/événements.csv", rows_text}});
    const auto text = io::open_text(file);
    CHECK(all_of(*text, 10) == rows_text);
    CHECK(text->share_read() == 1);
    CHECK(text->name() == file.string());
    CHECK(text->facts().member == "ged/événements.csv");
    CHECK(text->facts().other_members == std::vector<std::string>{"ged/codebook.pdf"});
    CHECK(io::description(text->facts()) == "zip, member ged/événements.csv");
    CHECK(io::identify(file) == io::FileKind::events_csv);
}

TEST_CASE("a member whose name leads out of the folder is read: nothing is ever written") {
    const test::TemporaryFolder folder;
    const auto file = folder / "download.zip";
    make_zip(file, {{"../../up.csv", rows_text}});
    CHECK(io::open_text(file)->facts().member == "../../up.csv");
    CHECK(all_of(*io::open_text(file), 10) == rows_text);
}

TEST_CASE("of several texts one has to be named") {
    const test::TemporaryFolder folder;
    make_zip(folder / "two.zip", {{"2011.csv", "a,b\n1,1\n"}, {"2012.csv", "a,b\n2,2\n"}, {"x.bin", "\0\0\0\0"s}});
    CHECK(text_or_error(folder / "two.zip") == "error zip.several_texts");
    CHECK_THAT(sentence(folder / "two.zip"),
               test::ContainsSubstring("name one of its members: 2011.csv, 2012.csv"));
    CHECK(text_or_error(folder / "two.zip", {"2012.csv", {}}) == "a,b\n2,2\n");
    CHECK_THAT(sentence(folder / "two.zip", "2013.csv"),
               test::ContainsSubstring("there is no such member; it holds: 2011.csv, 2012.csv, x.bin"));
    CHECK(io::identify(folder / "two.zip") == io::FileKind::events_csv);
    make_zip(folder / "readme.zip", {{"README.txt", "Cite as ...\n"}, {"events.csv", rows_text}});
    CHECK(text_or_error(folder / "readme.zip") == rows_text);
    write_bytes(folder / "plain.csv", rows_text);
    CHECK(text_or_error(folder / "plain.csv", {"a.csv", {}}) == "error zip.is_no_zip");
}

TEST_CASE("zips without a text that can be read say why") {
    const test::TemporaryFolder folder;
    const auto file = folder / "e.zip";
    make_zip(file, {});
    CHECK(text_or_error(file) == "error zip.empty");
    make_zip(file, {{"a.bin", "\0\x01\x02\x03"s}});
    CHECK(text_or_error(file) == "error zip.no_text");
    make_gzip(folder / "inner.gz", {rows_text});
    make_zip(file, {{"events.csv.gz", bytes_of(folder / "inner.gz")}});
    CHECK_THAT(sentence(file), test::ContainsSubstring("events.csv.gz inside it is packed again (gzip)"));
    make_gzip(folder / "twice.gz", {bytes_of(folder / "inner.gz")});
    CHECK(text_or_error(folder / "twice.gz") == "error packed.nested");
    write_bytes(folder / "e.7z", "7z\xbc\xaf\x27\x1c...");
    CHECK(text_or_error(folder / "e.7z") == "error packed.other");
    CHECK_THROWS_AS(io::identify(folder / "e.7z"), base::Error);
}

TEST_CASE("encrypted members and unknown methods are told") {
    const test::TemporaryFolder folder;
    const auto file = folder / "e.zip";
    make_zip(file, {{"events.csv", rows_text}}, test::ZipMethod::stored);
    const std::string whole = bytes_of(file);
    const auto table = whole.find("PK\x01\x02");
    std::string encrypted = whole;  // bit 0 of the flags, in the member's header and in the table (APPNOTE 4.4.4)
    encrypted[6] |= 1;
    encrypted[table + 8] |= 1;
    write_bytes(file, encrypted);
    CHECK_THAT(sentence(file), test::ContainsSubstring("cannot read events.csv in") &&
                                   test::ContainsSubstring("protected by a password"));
    std::string deflate64 = whole;  // method 9 (APPNOTE 4.4.5)
    deflate64[8] = deflate64[table + 10] = 9;
    write_bytes(file, deflate64);
    CHECK_THAT(sentence(file), test::ContainsSubstring("deflation-64-bit"));
}

TEST_CASE("a zip that is cut or changed anywhere never gives another text") {
    const test::TemporaryFolder folder;
    const auto file = folder / "events.zip";
    const std::string text = some_text(100);
    for (const auto method : {test::ZipMethod::stored, test::ZipMethod::deflated}) {
        make_zip(file, {{"events.csv", text}}, method);
        const std::string whole = bytes_of(file);
        for (std::size_t size = 4; size < whole.size(); size += 7) {
            write_bytes(file, whole.substr(0, size));
            INFO("cut to " << size);
            REQUIRE(text_or_error(file).starts_with("error zip."));
        }
        for (std::size_t at = 4; at < whole.size(); ++at) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
            write_bytes(file, changed);
            const std::string got = text_or_error(file);
            INFO("byte " << at << ": " << got.substr(0, 60));
            REQUIRE((got == text || got.starts_with("error zip.")));
        }
    }
}

TEST_CASE("a table of members without end is refused") {
    const test::TemporaryFolder folder;
    test::Members many;
    for (int i = 0; i < 1001; ++i) many.emplace_back(std::to_string(i), "");
    make_zip(folder / "many.zip", many);
    CHECK(text_or_error(folder / "many.zip") == "error zip.too_many_members");
}

TEST_CASE("a packed file that shrinks while it is read is an error") {
    const test::TemporaryFolder folder;
    const std::string text = some_text(60000);
    make_gzip(folder / "e.gz", {text});
    make_zip(folder / "e.zip", {{"e.csv", text}});
    for (const char* name : {"e.gz", "e.zip"}) {
        const auto source = io::open_text(folder / name);
        source->skip(1000);
        std::filesystem::resize_file(folder / name, 100);
        try {
            all_of(*source);
            FAIL("nothing was thrown");
        } catch (const base::Error& error) {
            CHECK(error.key() == "csv.changed");
        }
    }
}

TEST_CASE("what a zip's members are can be looked up without unpacking") {
    const test::TemporaryFolder folder;
    make_zip(folder / "e.zip", {{"roads.shp", "\0\0\x27\x0a"s}, {"roads.dbf", "x"}});
    const auto members = io::zip_members(folder / "e.zip", 0);
    REQUIRE(members.size() == 2);
    CHECK(members[0].name == "roads.shp");
    CHECK(members[0].size_bytes == 4);
    CHECK(members[0].first_bytes.empty());
    CHECK(io::zip_members(folder / "e.zip", 2)[0].first_bytes == "\0\0"s);
}

TEST_CASE("events are read from gzip and zip, and a record again at its place") {
    const test::TemporaryFolder folder;
    make_gzip(folder / "e.gz", {rows_text});
    make_zip(folder / "e.zip", {{"e.csv", test::encoded(rows_text, "utf-16")}});
    for (const char* name : {"e.gz", "e.zip"}) {
        CHECK(io::identify(folder / name) == io::FileKind::events_csv);
        const io::EventsRead read = io::read_events(folder / name);
        REQUIRE(read.table.size() == 2);
        CHECK(read.report.file == (folder / name).string());
        CHECK(io::fetch_field(folder / name, read.table.origin()[1], "source_article") == "Ménaka, second");
    }
}

// The number of events is that of the data's provenance note; Python's zipfile and csv modules count the same.
TEST_CASE("a published zip of events is read whole") {
    const auto file = test::shared_data("ged_21.1_prec12_world.csv.zip");
    const auto text = io::open_text(file);
    io::CsvReader csv(*text);
    std::size_t records = 0;
    while (csv.next()) ++records;
    CHECK(records == 176579 + 1);
    CHECK(text->share_read() == 1);
}

TEST_CASE("packings are known by their first bytes") {
    CHECK(io::packing_of("") == io::Packing::none);
    CHECK(io::packing_of("BZh is how a text may begin") == io::Packing::none);
    CHECK(io::packing_name("BZh91AY&SY....") == "bzip2");
    CHECK(io::packing_name("Rar!\x1a\x07\x01") == "RAR");
    CHECK(io::packing_name(std::string(257, 'x') + "ustar") == "tar");
    CHECK(io::packing_of("\x28\xb5\x2f\xfd") == io::Packing::other);
}

// Found by fuzz_packed: a file of these three bytes ended the program.
TEST_CASE("what begins as a packed file and ends at once is none") {
    const test::TemporaryFolder folder;
    for (const auto& bytes : {"BZh"s, "BZ"s, "B"s, "BZh9"s, "BZh91AY&S"s}) {
        INFO(bytes);
        CHECK(io::packing_of(bytes) == io::Packing::none);
        write_bytes(folder / "x", bytes);
        CHECK(io::identify(folder / "x") == io::FileKind::unknown);
    }
    CHECK(io::packing_name("BZh91AY&SY") == "bzip2");
}
