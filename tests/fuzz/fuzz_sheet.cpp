// Workbooks of Excel and LibreOffice: the XML of their parts, in an archive that is in order. The parts stand in
// the input one after the other with a line "====" between.
#include "fuzz/fuzzing.h"
#include "fuzz/sheet_checks.h"
#include "io/made_zip.h"
#include "io/ods_book.h"
#include "io/xlsx_book.h"
#include "io/zip_package.h"

using namespace harmattan;
using test::MadeEntry;

namespace {

std::vector<std::string> parts_of(std::string_view text) {
    constexpr std::string_view border = "\n====\n";
    std::vector<std::string> parts;
    for (;;) {
        const auto end = text.find(border);
        parts.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + border.size());
    }
}

MadeEntry stored(std::string name, std::string bytes) {
    MadeEntry entry{std::move(name), std::move(bytes)};
    entry.is_packed = false;
    return entry;
}

// The sheet, shared texts, styles and the workbook itself, which is the usual one when it is not given.
std::string xlsx_of(std::vector<std::string> parts) {
    const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto related = [&](const char* id, const std::string& type, const std::string& target) {
        return "<Relationship Id='" + std::string(id) + "' Type='" + relation + "/" + type + "' Target='" +
               target + "'/>";
    };
    parts.resize(4);
    if (parts[3].empty())
        parts[3] = "<workbook xmlns:r='r'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>";
    return test::zip_of(
        {stored("[Content_Types].xml", "<Types/>"),
         stored("_rels/.rels",
                "<Relationships>" + related("r1", "officeDocument", "xl/workbook.xml") + "</Relationships>"),
         stored("xl/_rels/workbook.xml.rels", "<Relationships>" + related("r1", "worksheet", "sheet.xml") +
                                                  related("r2", "sharedStrings", "texts.xml") +
                                                  related("r3", "styles", "styles.xml") + "</Relationships>"),
         stored("xl/sheet.xml", parts[0]), stored("xl/texts.xml", parts[1]), stored("xl/styles.xml", parts[2]),
         stored("xl/workbook.xml", parts[3])});
}

std::string ods_of(const std::vector<std::string>& parts) {
    return test::zip_of(
        {stored("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), stored("content.xml", parts[0])});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static fuzz::MemoryFile file;
    const fuzz::Input input(data, size);
    const bool is_ods = input.bits(0, 1) != 0;
    const auto parts = parts_of(input.text);
    file.hold(is_ods ? ods_of(parts) : xlsx_of(parts));
    fuzz::require(io::kind_of_zip(file.path()) == (is_ods ? io::FileKind::ods : io::FileKind::xlsx),
                  "the workbook is known for one");
    fuzz::key_of([&] { fuzz::check_book(*(is_ods ? io::open_ods(file.path()) : io::open_xlsx(file.path()))); });
    return 0;
}
