// Texts that are no good CSV.
#include <fstream>

#include <zlib.h>

#include "hostile_input.h"

namespace harmattan::test {

namespace {

using std::string_literals::operator""s;

const std::string table = std::string(row_header) + good_row;

std::string utf16(const std::string& ascii, bool is_big_endian) {
    std::string all = is_big_endian ? "\xfe\xff" : "\xff\xfe";
    for (const char c : ascii) {
        if (is_big_endian) all += '\0';
        all += c;
        if (!is_big_endian) all += '\0';
    }
    return all;
}

std::string with_all(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
        text.replace(at, what.size(), by);
    return text;
}

std::string many_names(std::size_t count) {
    std::string names = "id,date_start,latitude,longitude,best", values = "1,2012-01-17,15.9,2.4,3";
    for (std::size_t i = 0; i < count; ++i) {
        names += ",c" + std::to_string(i);
        values += ",";
    }
    return names + "\n" + values + "\n";
}

// A line of 1 GB below the names: a hole in the file, which takes no room on the disk, or letters in a gzip file.
Work gigabyte_of_zeros() {
    return [](const std::filesystem::path& folder) {
        std::ofstream(folder / "e.csv", std::ios::binary) << table;
        std::filesystem::resize_file(folder / "e.csv", std::uintmax_t(1) << 30);
        return sentences_of_events(folder / "e.csv");
    };
}

Work letters(std::size_t mebibytes, const std::string& before) {
    return [=](const std::filesystem::path& folder) {
        {
            std::ofstream out(folder / "e.csv", std::ios::binary);
            out << before;
            const std::string block(1 << 20, 'x');
            for (std::size_t i = 0; i < mebibytes; ++i) out << block;
            out << "\n"
                << "2,2012-01-18,,15.9,2.4,3,2,4,1,1,1,Mali\n";
        }
        return sentences_of_events(folder / "e.csv");
    };
}

Work gzipped_letters(int mebibytes) {
    return [=](const std::filesystem::path& folder) {
        gzFile out = gzopen((folder / "e.csv.gz").c_str(), "wb1");
        gzwrite(out, table.data(), static_cast<unsigned>(table.size()));
        const std::string block(1 << 20, 'x');
        for (int i = 0; i < mebibytes; ++i) gzwrite(out, block.data(), 1 << 20);
        gzclose(out);
        return sentences_of_events(folder / "e.csv.gz");
    };
}

}  // namespace

HostileInputs hostile_texts() {
    const std::string second = "2,2012-01-18,,15.9,2.4,3,2,4,1,1,1,";
    HostileInputs all{
        {"text empty", events_in(""), "the file is empty"},
        {"text of one line end", events_in("\n"), "cannot read the events in"},
        {"text of line ends", events_in(std::string(100000, '\n')), "cannot read the events in"},
        {"text of blanks", events_in(std::string(100000, ' ')), "cannot read the events in"},
        {"text of commas", events_in(std::string(100000, ',')), "cannot read the events in"},
        {"text of quotation marks", events_in(std::string(99999, '"')), "cannot read the events in"},
        {"text of one byte", events_in("x"), "cannot read the events in"},
        {"text header only", events_in(row_header), "there is no row below the column names"},
        {"text header only, no line end", events_in("id,date_start,latitude,longitude,best"),
         "there is no row below the column names"},
        {"text header of numbers", events_in("1,2012-01-17,15.9,2.4,3\n2,2012-01-18,15.9,2.4,3\n"),
         "its first line holds data instead of column names"},
        {"text header twice a name",
         events_in("id,date_start,latitude,latitude,longitude,best\n1,2012-01-17,1,2,3,4\n"),
         "the column latitude is there twice, and which one is meant cannot be known"},
        {"text header lacks the place", events_in("id,date_start,best\n1,2012-01-17,4\n"),
         "cannot read the events in"},
        {"text header of escapes", events_in("\x1b[31mid,\x1b]0;t\x07,c\n1,2,3\n"), "\\x1b[31mid"},
        {"text header with bidi controls", events_in("id\xe2\x80\xae,name,c\nx,y,z\n"), "\\u202e"},
        {"text header of 2 MB", events_in([] { return std::string(2 << 20, 'n') + "\n1\n"; }),
         "its first line is too long to be column names"},
        {"text header of 100,000 names", events_in([] { return many_names(100000); }),
         "its first line is too long to be column names"},
        {"text NUL in a value", events_in(table + second + "Ma\0li\n"s), "belongs to no text"},
        {"text NUL first", events_in("\0"s + table), "belongs to no text"},
        {"text NUL in the header", events_in("id\0,"s + table), "belongs to no text"},
        {"text NUL last", events_in(table + "\0"s), "belongs to no text"},
        {"text of NULs", events_in(std::string(100000, '\0')), "cannot read"},
        {"text quote opened on line 3", events_in(table + second + "\"Mali\n" + repeated(second + "Mali\n", 3)),
         "the quotation mark that opens a field on line 3 is never closed"},
        {"text quote opened on line 3 of 200,000",
         events_in([=] { return table + second + "\"Mali\n" + repeated(second + "Mali\n", 200000); }), "line 3"},
        {"text quote opened in the header",
         events_in("id,\"date_start,latitude,longitude,best\n1,2012-01-17,1,2,3\n"), "line 1 is never closed"},
        {"text stray quote", events_in(table + second + "Ma\"li\n"),
         "a quotation mark stands inside a field without being doubled"},
        {"text ragged, too few", events_in(table + "2,2012-01-18\n"),
         "line 3: the row has 2 fields, but there are 12 column names"},
        {"text ragged, too many", events_in(table + second + "Mali,x,y\n"),
         "line 3: the row has 14 fields, but there are 12 column names"},
        {"text ragged, 100,000 fields", events_in(table + std::string(99999, ',') + "\n"),
         "line 3: the row has 100000 fields, but there are 12 column names"},
        {"text field of 2 MB", events_in([=] { return table + second + std::string(2 << 20, 'x') + "\n"; }),
         "line 3: the field country is longer than 1 MiB"},
        {"text quoted field of 2 MB",
         events_in([=] { return table + second + "\"" + std::string(2 << 20, '\n') + "\"\n"; }),
         "longer than 1 MiB"},
        {"text row of 20 MB", events_in([=] { return table + std::string(20 << 20, ',') + "\n"; }),
         "line 3: the row"},
        {"text line of 1 GB of zeros", gigabyte_of_zeros(), "belongs to no text"},
        {"text line of 1 GB of letters", letters(1024, table), "kept 2 of 3"},
        {"text header of 256 MB of letters", letters(256, ""), "its first line is too long to be column names"},
        {"text line of 100 MB in a gzip file", gzipped_letters(100), "line 3: the field id is longer than 1 MiB"},
        {"text invalid UTF-8", events_in(table + second + "Ma\xffli\n"), "line 3: country is not UTF-8 at byte"},
        {"text overlong UTF-8", events_in(table + second + "\xc0\xaf\n"), "line 3: country is not UTF-8 at byte"},
        {"text surrogate in UTF-8", events_in(table + second + "\xed\xa0\x80\n"),
         "line 3: country is not UTF-8 at byte"},
        {"text UTF-8 beyond Unicode", events_in(table + second + "\xf4\x90\x80\x80\n"),
         "country is not UTF-8 at byte"},
        {"text UTF-8 cut", events_in(table + second + "\xe2\x82"), "country is not UTF-8 at byte"},
        {"text UTF-16 of odd size", events_in(utf16(table, false) + "x"),
         "line 3: the row has 1 fields, but there are 12 column names"},
        {"text UTF-16 lone high surrogate", events_in(utf16(table + second, false) + "\0\xd8\n\0"s),
         "what is no UTF-16 (half of a character, or a byte left over) is read as U+FFFD; number of such places: "
         "1,"},
        {"text UTF-16 lone low surrogate", events_in(utf16(table + second, true) + "\xdc\0\0\n"s),
         "what is no UTF-16 (half of a character, or a byte left over) is read as U+FFFD; number of such places: "
         "1,"},
        {"text UTF-16 mark only", events_in("\xff\xfe"), "cannot read"},
        {"text UTF-8 mark only", events_in("\xef\xbb\xbf"), "cannot read the events in"},
        {"text UTF-32", events_in("\xff\xfe\0\0i\0\0\0d\0\0\0"s),
         "it is written in UTF-32; save it again in UTF-8"},
        {"text mark in the middle", events_in(table + "\xef\xbb\xbf" + second + "Mali\n"), "kept 2 of 2"},
        {"text two marks", events_in("\xef\xbb\xbf\xef\xbb\xbf" + table), "kept 1 of 1"},
        {"text CR only", events_in(with_all(table + second + "Mali\n", "\n", "\r")), "kept 2 of 2"},
        {"text mixed line ends",
         events_in(with_all(table, "\n", "\r\n") + second + "Mali\r" + "3" + second.substr(1) + "Mali\n"),
         "kept 3 of 3"},
        {"text no last line end", events_in(table + second + "Mali"), "kept 2 of 2"},
        {"text form feeds", events_in(table + second + "\f\v\n"), "kept 2 of 2"},
        {"text HTML", events_in("<!DOCTYPE html><html><head><title>404</title></head></html>\n"),
         "it is a web page and holds no data"},
        {"text JSON", events_in("{\"error\": \"not found\"}\n"), "cannot read"},
        {"text VRT as .csv",
         events_in("<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>/etc/passwd</SrcDataSource>"
                   "</OGRVRTLayer></OGRVRTDataSource>"),
         "cannot read"},
        {"text Git LFS pointer", events_in("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"),
         "cannot read"},
    };
    return all;
}

}  // namespace harmattan::test
