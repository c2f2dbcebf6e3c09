#include <fmt/core.h>

#include "io/excel_date.h"
#include "io/gdal_table.h"
#include "io/sheet_table.h"
#include "io/zip_package.h"
#include "made_files.h"
#include "made_zip.h"
#include "support/source_tree.h"

using namespace harmattan;
using io::CellFormat;
using io::FileKind;
using test::key_of;
using test::MadeEntry;
using test::write_file;

namespace {

struct Row {
    std::uint64_t line = 0;
    std::vector<std::string> values;
    friend bool operator==(const Row&, const Row&) = default;
};

std::ostream& operator<<(std::ostream& out, const Row& row) {
    out << row.line << ":";
    for (const auto& value : row.values) out << " [" << value << "]";
    return out;
}

std::vector<Row> rows_of(const io::OpenTable& open) {
    std::vector<Row> rows;
    for (const auto table = open(); table->next();) {
        Row row{table->line(), {}};
        for (std::size_t i = 0; i < table->field_count(); ++i) row.values.emplace_back(table->field(i));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Row> rows_of(const std::filesystem::path& file, const std::optional<std::string>& sheet = {}) {
    return rows_of(io::open_table(file, io::identify(file), sheet).open);
}

// The parts that Excel's files have at least, around the rows of one sheet.
std::string xlsx_of(const std::string& rows, const std::string& texts = "", std::size_t blanks = 0,
                    std::uint32_t claimed_bytes = 0) {
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    MadeEntry sheet{"xl/worksheets/sheet1.xml",
                    "<worksheet><sheetData>" + rows + std::string(blanks, ' ') + "</sheetData></worksheet>"};
    sheet.claimed_bytes = claimed_bytes;
    return test::zip_of({{"[Content_Types].xml", "<Types/>"},
                         {"_rels/.rels", "<Relationships><Relationship Id='rId1' Type='" + relation +
                                             "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
                         {"xl/workbook.xml",
                          "<x:workbook xmlns:x='x' xmlns:r='r'><x:sheets><x:sheet name='S' sheetId='7' "
                          "r:id='rId1'/></x:sheets></x:workbook>"},
                         {"xl/_rels/workbook.xml.rels",
                          "<Relationships><Relationship Id='rId1' Type='" + relation +
                              "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='rId2' "
                              "Type='" +
                              relation + "/sharedStrings' Target='/xl/sharedStrings.xml'/></Relationships>"},
                         {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
                         sheet});
}

std::string ods_of(const std::string& tables) {
    return test::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false},
                         {"content.xml",
                          "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'>"
                          "<office:body><office:spreadsheet>" +
                              tables + "</office:spreadsheet></office:body></office:document-content>"}});
}

std::string cell(const std::string& text) {
    return "<table:table-cell office:value-type='string'><text:p>" + text + "</text:p></table:table-cell>";
}

// Letters that do not pack to nothing.
std::string noise(std::size_t size) {
    std::string text(size, ' ');
    std::uint32_t state = 1;
    for (char& c : text) {
        state = state * 1664525 + 1013904223;
        c = static_cast<char>('a' + (state >> 28));
    }
    return text;
}

void check_workbook(const std::filesystem::path& file) {
    INFO(file);
    REQUIRE(io::identify(file) == FileKind::xlsx);
    CHECK(io::table_names(file) == std::vector<std::string>{"Notes", "Données", "empty"});
    const auto opened = io::open_table(file, FileKind::xlsx);
    CHECK(opened.facts.format == "Excel (.xlsx)");
    CHECK(opened.facts.layer == "Données");
    CHECK(opened.facts.other_layers == std::vector<std::string>{"Notes", "empty"});
    CHECK(opened.open()->columns() ==
          std::vector<std::string>{"id", "date_start", "latitude", "longitude", "place"});
    const std::vector<Row> expected{
        {4, {"#event+id", "#date+start", "#geo+lat", "#geo+lon", "#loc"}},
        {5, {"123456789012", "2017-03-02", "14.1", "-1.63", "Ménaka"}},
        {20000, {"123456789013", "2017-03-03", "14.43333333333333", "-1.63", "Ménaka"}},
        {20001, {"123456789014", "2017-03-04T06:30:00", "14.76666666666667", "-1.63", "Ménaka"}},
        {20002, {"", "", "true", "#N/A", ""}}};
    CHECK(rows_of(opened.open) == expected);
    CHECK(rows_of(opened.open) == expected);  // again from the beginning
}

}  // namespace

TEST_CASE("sheets: a workbook of Excel's, with days from 1900 and from 1904") {
    check_workbook(test::source_folder() / "tests/io/data/workbook.xlsx");
    check_workbook(test::source_folder() / "tests/io/data/workbook_1904.xlsx");
}

// The same values as in make_workbook.py, worked out here.
TEST_CASE("sheets: an old workbook with texts over several records and cells of every kind") {
    const auto rows = rows_of(test::source_folder() / "tests/io/data/workbook_texts.xls");
    REQUIRE(rows.size() == 400);
    const std::array<std::string, 4> letters{"a", "é", "Ж", "語"};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::string text = fmt::format("{} ", i);
        for (std::size_t k = 0; k < i % 97; ++k) text += letters[i % 4];
        const auto n = static_cast<double>(i);
        const std::array<double, 4> numbers{n, n / 100, n / 7, -n * 1e9};
        CHECK(rows[i].line == i + 2);
        CHECK(rows[i].values[0] == text);
        CHECK(rows[i].values[1] == fmt::format("{}", numbers[i % 4] == 0 ? 0 : numbers[i % 4]));
    }
    const std::array<std::string, 6> others{"2017-03-02T06:30:00", "true", "", "merged", "39448", ""};
    for (std::size_t i = 0; i < others.size(); ++i) CHECK(rows[i].values[2] == others[i]);
}

TEST_CASE("sheets: workbooks that GDAL writes") {
    const test::TemporaryFolder folder;
    write_file(folder / "x.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"id": 123456789012, "day": "2017-03-02", "at": "2017-03-02T06:30:00",
 "real": -1.63, "text": "<é> & \"x\""}, "geometry": null},
{"type": "Feature", "properties": {"id": 2, "day": "2020-02-29", "at": null, "real": 14.1, "text": "=1+1"},
 "geometry": null}]})");
    for (const auto& [driver, name] : {std::pair{"XLSX", "x.xlsx"}, std::pair{"ODS", "x.ods"}}) {
        INFO(driver);
        test::convert(folder / "x.geojson", folder / name, driver, {"-nln", "events"});
        std::filesystem::rename(folder / name, folder / "x");
        const auto rows = rows_of(folder / "x", "events");
        REQUIRE(rows.size() == 2);
        CHECK(rows[0] == Row{2, {"123456789012", "2017-03-02", "2017-03-02T06:30:00", "-1.63", "<é> & \"x\""}});
        CHECK(rows[1].values[1] == "2020-02-29");
        CHECK(rows[1].values[3] == "14.1");
    }
}

TEST_CASE("sheets: cells of every kind in .xlsx") {
    const test::TemporaryFolder folder;
    write_file(folder / "x",
               xlsx_of("<row><c t='inlineStr'><is><t>id</t></is></c><c t='s'><v>1</v></c>"
                       "<c t='inlineStr'><is><r><t>na</t></r><r><t>me</t></r></is></c></row>"
                       "<row r='3'><c r='A3'><v>1.5960E4</v></c><c r='C3' t='str'><f>A3</f>"
                       "<v> two words </v></c></row>"
                       "<row r='9'><c r='A9' t='e'><v>#DIV/0!</v></c><c r='B9' t='b'><v>0</v></c>"
                       "<c r='C9'><v>0.30000000000000004</v></c><c r='XFD9'><v>1</v></c></row>",
                       "<si><t>not this</t></si><si><r><t>da</t></r><rPh><t>no</t></rPh><r><t>y</t></r>"
                       "</si>"));
    REQUIRE(io::identify(folder / "x") == FileKind::xlsx);
    const auto opened = io::open_table(folder / "x", FileKind::xlsx);
    CHECK(opened.open()->columns() == std::vector<std::string>{"id", "day", "name"});
    CHECK(rows_of(opened.open) ==
          std::vector<Row>{{3, {"15960", "", " two words "}}, {9, {"#DIV/0!", "false", "0.30000000000000004"}}});
}

TEST_CASE("sheets: OpenDocument with repeated, covered and blank cells") {
    const test::TemporaryFolder folder;
    const std::string blanks = "<table:table-cell table:number-columns-repeated='16380'/>";
    write_file(
        folder / "x",
        ods_of("<table:table table:name='Notes'><table:table-row>" + cell("nothing") +
               "</table:table-row></table:table><table:table table:name='Data'><table:table-column/>"
               "<table:table-row>" +
               cell("a title") + "<table:covered-table-cell table:number-columns-repeated='2'/>" + blanks +
               "</table:table-row><table:table-header-rows><table:table-row>" + cell("id") + cell("day") +
               cell("x") + blanks +
               "</table:table-row></table:table-header-rows><table:table-row>"
               "<table:table-cell office:value-type='float' office:value='15960'><text:p>15 960,0</text:p>"
               "</table:table-cell><table:table-cell office:value-type='date' office:date-value='2017-03-02'>"
               "<office:annotation><text:p>a remark</text:p></office:annotation><text:p>02/03/17</text:p>"
               "</table:table-cell><table:table-cell office:value-type='time' office:time-value='PT06H30M00S'/>"
               "</table:table-row><table:table-row table:number-rows-repeated='30000'>" +
               blanks + "</table:table-row><table:table-row table:number-rows-repeated='2'>" + cell("two") +
               "<table:table-cell table:number-columns-repeated='2' office:value-type='boolean' "
               "office:boolean-value='true'/></table:table-row><table:table-row>" +
               cell("a<text:s text:c='2'/>b</text:p><text:p>c") +
               "</table:table-row><table:table-row table:number-rows-repeated='1018000'>" + blanks +
               "</table:table-row></table:table>"));
    REQUIRE(io::identify(folder / "x") == FileKind::ods);
    CHECK(io::table_names(folder / "x") == std::vector<std::string>{"Notes", "Data"});
    const auto opened = io::open_table(folder / "x", FileKind::ods);
    CHECK(opened.facts.layer == "Data");
    CHECK(opened.open()->columns() == std::vector<std::string>{"id", "day", "x"});
    CHECK(rows_of(opened.open) == std::vector<Row>{{3, {"15960", "2017-03-02", "06:30:00"}},
                                                   {30004, {"two", "true", "true"}},
                                                   {30005, {"two", "true", "true"}},
                                                   {30006, {"a  b\nc", "", ""}}});
    CHECK(rows_of(folder / "x", "Notes").empty());
    CHECK(key_of([&] { rows_of(folder / "x", "none such"); }) == "features.no_layer");
}

TEST_CASE("sheets: Excel's serial days") {
    using io::excel_date;
    // Microsoft's own example: 1 January 2008 is 39448 ("DATE function"); 1904's days are 1,462 fewer ("Date
    // systems in Excel").
    CHECK(excel_date(39448, CellFormat::date, false) == "2008-01-01");
    CHECK(excel_date(39448 - 1462, CellFormat::date, true) == "2008-01-01");
    CHECK(excel_date(1, CellFormat::date, false) == "1900-01-01");
    CHECK(excel_date(59, CellFormat::date, false) == "1900-02-28");
    CHECK_FALSE(excel_date(60, CellFormat::date, false));  // 29 February 1900, which was not
    CHECK(excel_date(61, CellFormat::date, false) == "1900-03-01");
    CHECK(excel_date(2958465, CellFormat::date, false) == "9999-12-31");
    CHECK_FALSE(excel_date(2958466, CellFormat::date, false));
    CHECK_FALSE(excel_date(-1, CellFormat::date, false));
    CHECK_FALSE(excel_date(std::nan(""), CellFormat::date, false));
    CHECK(excel_date(39448.5, CellFormat::date, false) == "2008-01-01T12:00:00");
    CHECK(excel_date(39447.99999999999, CellFormat::date, false) == "2008-01-01");
    CHECK(excel_date(0.25, CellFormat::time, false) == "06:00:00");
    CHECK_FALSE(excel_date(39448, CellFormat::number, false));
}

TEST_CASE("sheets: which formats of numbers are days") {
    for (const auto* code : {"yyyy\\-mm\\-dd", "dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "m/d/yy h:mm", "mmm", "yyyy"})
        CHECK(io::format_of_code(code) == CellFormat::date);
    for (const auto* code : {"h:mm AM/PM", "mm:ss.0", "hh:mm"})
        CHECK(io::format_of_code(code) == CellFormat::time);
    for (const auto* code :
         {"General", "0.00E+00", "#,##0 \"days\"", "[Red]0.00;[Blue]0", "[h]:mm:ss", "@", "0\\d", "# ?/?", "0.0%"})
        CHECK(io::format_of_code(code) == CellFormat::number);
    CHECK(io::built_in_format(14) == CellFormat::date);
    CHECK(io::built_in_format(22) == CellFormat::date);
    CHECK(io::built_in_format(20) == CellFormat::time);
    CHECK(io::built_in_format(9) == CellFormat::number);
}

TEST_CASE("sheets: the row of names is found") {
    const test::TemporaryFolder folder;
    const auto columns_of = [&](const std::string& rows) {
        std::string xml;
        int number = 0;
        std::string cells;
        for (const char c : rows) {
            if (c == '\n') {
                xml += "<row r='" + std::to_string(++number) + "'>" + cells + "</row>";
                cells.clear();
            } else {
                const bool is_digit = c >= '0' && c <= '9';
                cells += is_digit ? "<c><v>" : c == ' ' ? "<c/>" : "<c t='str'><v>";
                if (c != ' ') cells += std::string(1, c) + "</v></c>";
            }
        }
        write_file(folder / "x.xlsx", xlsx_of(xml));
        std::string names;
        const auto table = io::open_table(folder / "x.xlsx", FileKind::xlsx).open();
        for (const auto& name : table->columns()) names += name.empty() ? "_" : name;
        return names;
    };
    CHECK(columns_of("abc\n123\n") == "abc");
    CHECK(columns_of("t\n\nabc\n123\n") == "abc");
    CHECK(columns_of("t\nab\nabcd\n1234\n") == "abcd");
    CHECK(columns_of(" bc\n123\n") == "_bc");       // the unnamed column of row numbers
    CHECK(columns_of("a12\n345\n678\n") == "a12");  // no names at all: for the reader of events to refuse
    CHECK(columns_of("ab\nab\nab\n") == "ab");
    CHECK(columns_of("abc  \n12345\n") == "abc");
}

TEST_CASE("sheets: broken and hostile workbooks are refused in words") {
    const test::TemporaryFolder folder;
    const auto key = [&](const std::string& bytes) {
        write_file(folder / "x", bytes);
        return key_of([&] { rows_of(folder / "x"); });
    };
    const std::string header = "<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c><c t='str'><v>c</v></c></row>";
    CHECK(key(xlsx_of(header)) == "none");
    CHECK(key(xlsx_of("")) == "sheet.empty");
    CHECK(key(xlsx_of(header + "<row r='1'><c/></row>")) == "sheet.damaged");
    CHECK(key(xlsx_of(header + "<row r='2000000'><c/></row>")) == "sheet.damaged");
    CHECK(key(xlsx_of(header + "<row><c r='XFE2'><v>1</v></c></row>")) == "sheet.damaged");
    CHECK(key(xlsx_of(header + "<row><c r='B2'><v>1</v></c><c r='A2'><v>1</v></c></row>")) == "sheet.damaged");
    CHECK(key(xlsx_of(header + "<row><c t='s'><v>0</v></c></row>")) == "sheet.damaged");
    CHECK(key(xlsx_of(header + "<row><c></row>")) == "sheet.damaged");
    CHECK(key(xlsx_of(header + "<row><c t='s'><v>0</v></c></row>", "<si><t>" + noise(17 << 20) + "</t></si>")) ==
          "sheet.row_too_long");
    CHECK(key(xlsx_of("<!DOCTYPE x [<!ENTITY a 'b'>]>")) == "sheet.damaged");

    // 40 MB of blanks pack to 40 kB, whether the archive says so or claims that they are 2,000 bytes.
    CHECK(key(xlsx_of(header, "", 40 << 20)) == "package.bomb");
    CHECK(key(xlsx_of(header, "", 40 << 20, 2000)) == "package.bomb");
    CHECK(key(xlsx_of(header, "", 10 << 20)) == "none");  // small enough to do no harm
    CHECK(key(xlsx_of(header, "", 10 << 20, 2000)) == "package.damaged");

    const std::string row = "<table:table-row>" + cell("a") + cell("b") + cell("c") + "</table:table-row>";
    const auto table = [](const std::string& rows) {
        return "<table:table table:name='T'>" + rows + "</table:table>";
    };
    CHECK(key(ods_of(table(row + row))) == "none");
    CHECK(key(ods_of("")) == "sheet.no_sheet");
    CHECK(key(ods_of(table(row + "<table:table-row table:number-rows-repeated='1048576'/>"))) == "sheet.damaged");
    CHECK(key(ods_of(table(row + "<table:table-row><table:table-cell office:value-type='float' office:value='1' "
                                 "table:number-columns-repeated='99999999999'/></table:table-row>"))) ==
          "sheet.damaged");
    CHECK(key(ods_of(table(row) + "<")) == "sheet.damaged");

    const std::string whole = xlsx_of(header);
    CHECK(key(whole.substr(0, whole.size() - 30)) == "zip.damaged");
    CHECK(key(test::zip_of({{"[Content_Types].xml", ""}, {"xl/workbook.xml", "x", true, 0, 1}})) ==
          "package.encrypted");
    CHECK(key(test::zip_of({{"[Content_Types].xml", ""}, {"xl/workbook.xml", "x", true, 0, 0, 14}})) ==
          "package.method");
}

// Found by fuzz_packed: checksums were not looked at.
TEST_CASE("sheets: a digit that changed on the way is noticed") {
    const test::TemporaryFolder folder;
    const std::string sheet =
        "<table name='T'><table-row><table-cell value-type='float' value='14.35'/></table-row></table>";
    std::string bytes = test::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false},
                                      {"content.xml", "<content>" + sheet + "</content>", false}});
    write_file(folder / "x", bytes);
    CHECK(key_of([&] { rows_of(folder / "x"); }) == "none");
    bytes.at(bytes.find("14.35") + 1) = '5';
    write_file(folder / "x", bytes);
    CHECK(key_of([&] { rows_of(folder / "x"); }) == "package.damaged");
}
