// Archives that are bombs, packed twice, locked or that name files outside; workbooks with entities.
#include <fstream>

#include "hostile_input.h"
#include "io/made_zip.h"
#include "io/packed_files.h"

namespace harmattan::test {

namespace {

const std::string table = std::string(row_header) + good_row;

std::string gzip_of(const std::string& bytes) {
    return "\x1f\x8b\x08" + std::string(6, '\0') + "\xff" + deflated(bytes) +
           little_endian(crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())),
                         4) +
           little_endian(bytes.size(), 4);
}

std::string zeros() {
    return table + std::string(std::size_t(100) << 20, ' ');
}

std::string with(const std::string& name, const std::string& bytes) {
    return zip_of({{name, bytes}});
}

std::string flagged(std::uint16_t flags, std::uint16_t method) {
    MadeEntry entry{"events.csv", table};
    entry.flags = flags;
    if (method > 0) entry.method = method;
    return zip_of({entry});
}

std::string lying(std::uint32_t claimed) {
    MadeEntry entry{"events.csv", table};
    entry.claimed_bytes = claimed;
    return zip_of({entry});
}

std::string many_members(std::size_t count) {
    std::vector<MadeEntry> entries;
    for (std::size_t i = 0; i < count; ++i) entries.push_back({std::to_string(i) + ".csv", "", false});
    return zip_of(entries);
}

constexpr auto* laughs =
    R"(<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
<!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>)";
constexpr auto* passwords = R"(<?xml version="1.0"?><!DOCTYPE l [<!ENTITY h SYSTEM "file:///etc/passwd">]>)";

std::string sheet(const std::string& before, const std::string& value) {
    return before +
           R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>)" +
           value + "</t></is></c></row></sheetData></worksheet>";
}

std::string workbook(const std::string& sheet_text) {
    return zip_of(
        {{"[Content_Types].xml",
          R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>)"},
         {"_rels/.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)"},
         {"xl/workbook.xml",
          R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)"},
         {"xl/worksheets/sheet1.xml", sheet_text}});
}

std::string document(const std::string& before, const std::string& value) {
    return zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false},
         {"content.xml",
          before +
              R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell office:value-type="string"><text:p>)" +
              value +
              "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></"
              "office:document-content>"}});
}

}  // namespace

HostileInputs hostile_packings() {
    HostileInputs all{
        {"gzip bomb of 100 MB", events_in([] { return gzip_of(zeros()); }, "e.csv.gz"),
         "would unpack to more than"},
        {"zip bomb of 100 MB", events_in([] { return with("e.csv", zeros()); }, "e.zip"),
         "would unpack to more than"},
        {"gzip in gzip", events_in([] { return gzip_of(gzip_of(table)); }, "e.csv.gz"), "is packed again"},
        {"gzip bomb in a gzip", events_in([] { return gzip_of(gzip_of(zeros())); }, "e.csv.gz"),
         "is packed again"},
        {"zip in zip", events_in([] { return with("e.zip", with("e.csv", table)); }, "e.zip"), "is packed again"},
        {"zip in zip in zip",
         events_in([] { return with("a.zip", with("b.zip", with("e.csv", table))); }, "e.zip"), "is packed again"},
        {"zip in gzip", events_in([] { return gzip_of(with("e.csv", table)); }, "e.gz"), "is packed again"},
        {"gzip in zip", events_in([] { return with("e.csv.gz", gzip_of(table)); }, "e.zip"), "is packed again"},
        {"gzip of nothing", events_in([] { return gzip_of(""); }, "e.csv.gz"), "is empty"},
        {"gzip with a wrong checksum",
         events_in(
             [] {
                 auto b = gzip_of(table);
                 b[b.size() - 6] ^= 1;
                 return b;
             },
             "e.gz"),
         "does not agree with its checksum"},
        {"gzip cut",
         events_in(
             [] {
                 auto b = gzip_of(table);
                 return b.substr(0, b.size() - 12);
             },
             "e.gz"),
         "the packed file ends too early"},
        {"gzip with letters behind", events_in([] { return gzip_of(table) + "letters"; }, "e.gz"), "cannot read"},
        {"gzip of a NUL", events_in([] { return gzip_of(table + std::string(1, '\0')); }, "e.gz"),
         "belongs to no text"},
        {"zip of nothing", events_in(zip_of({}), "e.zip"), "the zip file holds no file"},
        {"zip of a program", events_in(with("a.exe", "MZ" + std::string(50, '\0')), "e.zip"),
         "no member of the zip file is a text"},
        {"zip of two tables", events_in(zip_of({{"a.csv", table}, {"b.csv", table}}), "e.zip"),
         "name one of its members: a.csv, b.csv"},
        {"zip of 70,000 members", events_in([] { return many_members(70000); }, "e.zip"), "cannot read"},
        {"zip encrypted", events_in(flagged(1, 0), "e.zip"), "is protected by a password"},
        {"zip strongly encrypted", events_in(flagged(0x41, 0), "e.zip"), "is protected by a password"},
        {"zip AES", events_in(flagged(1, 99), "e.zip"), "is protected by a password"},
        {"zip of an unknown method", events_in(flagged(0, 98), "e.zip"), "its packed data are damaged"},
        {"zip of implode", events_in(flagged(0, 6), "e.zip"),
         "it is packed by the method imploded, which is not read"},
        {"zip that claims 1 byte", events_in(lying(1), "e.zip"), "does not agree with its checksum or its size"},
        {"zip that claims 4 GB", events_in(lying(0xfffffff0U), "e.zip"), "cannot read"},
        {"zip cut",
         events_in(
             [] {
                 auto b = with("e.csv", table);
                 return b.substr(0, b.size() - 30);
             },
             "e.zip"),
         "its table of members is missing or damaged"},
        {"zip member names with escapes", events_in(zip_of({{"\x1b[31m.csv", table}, {"b.csv", table}}), "e.zip"),
         "\\x1b[31m.csv"},
        {"zip member names with bidi controls",
         events_in(zip_of({{"\xe2\x80\xaevsc.csv", table}, {"b.csv", table}}), "e.zip"), "\\u202e"},
        {"xlsx with a billion laughs", features_in(workbook(sheet(laughs, "&h;")), "e.xlsx"),
         "nothing in it has a place on the map"},
        {"xlsx with an external entity", features_in(workbook(sheet(passwords, "&h;")), "e.xlsx"),
         "nothing in it has a place on the map"},
        {"ods with a billion laughs", features_in(document(laughs, "&h;"), "e.ods"),
         "nothing in it has a place on the map"},
        {"ods with an external entity", features_in(document(passwords, "&h;"), "e.ods"),
         "nothing in it has a place on the map"},
        {"events: xlsx with a billion laughs", events_in(workbook(sheet(laughs, "&h;")), "e.xlsx"),
         "cannot read the workbook"},
        {"events: ods with an external entity", events_in(document(passwords, "&h;"), "e.ods"),
         "cannot read the workbook"},
        {"xlsx that is a bomb",
         events_in([] { return workbook(sheet("", std::string(std::size_t(100) << 20, ' '))); }, "e.xlsx"),
         "is longer than 16 MiB"},
        {"KML with a billion laughs",
         features_in(
             laughs +
                 std::string(
                     "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>&h;</name></Document></kml>"),
             "e.kml"),
         "it declares a document type"},
        {"KML with an external entity",
         features_in(
             passwords +
                 std::string(
                     "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>&h;</name></Document></kml>"),
             "e.kml"),
         "it declares a document type"},
    };
    for (const char* outside : {"../../e.csv", "/etc/e.csv", "..\\e.csv", "C:\\e.csv"})
        all.push_back({std::string("zip member ") + outside,
                       [=](const std::filesystem::path& folder) {
                           std::filesystem::create_directories(folder / "a" / "b");
                           write_bytes(folder / "a" / "b" / "e.zip", with(outside, table));
                           std::string said = sentences_of_events(folder / "a" / "b" / "e.zip");
                           for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
                               if (entry.is_regular_file() && entry.path().filename() != "e.zip")
                                   said += "WRITTEN " + entry.path().string();
                           return said;
                       },
                       "kept 1 of 1\n"});
    return all;
}

}  // namespace harmattan::test
