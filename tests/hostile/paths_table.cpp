// Paths that are no files, and files whose names are made to deceive.
#include <sys/stat.h>
#include <unistd.h>

#include "hostile_input.h"
#include "io/made_files.h"

namespace harmattan::test {

namespace {

// `make` makes the path in the folder.
Work made(std::string name, std::function<void(const std::filesystem::path&)> make) {
    return [=](const std::filesystem::path& folder) {
        make(folder / name);
        return sentences_of_events(folder / name) + "\n" + sentences_of_features(folder / name);
    };
}

Work named(std::string name) {
    return made(std::move(name),
                [](const auto& file) { write_file(file, "id,date_start,best\n1,2012-01-17,4\n"); });
}

}  // namespace

HostileInputs hostile_paths() {
    HostileInputs all;
    for (const char* address :
         {"/vsicurl/http://192.0.2.1/x.csv", "/vsizip/x.zip/e.csv", "/vsimem/x", "/vsistdin/", "/vsitar/x.tar",
          "/vsigzip/x.gz", "/vsisubfile/0_10,/etc/passwd", "http://192.0.2.1/x.csv", "https://192.0.2.1/x.csv",
          "ftp://192.0.2.1/x.csv", "file:///etc/passwd", "PG:dbname=x host=192.0.2.1", "MYSQL:x,host=192.0.2.1",
          "WFS:http://192.0.2.1/", "ODBC:x", "CSV:/etc/passwd", "GPKG:/tmp/x.gpkg:t", "MVT:http://192.0.2.1/"})
        all.push_back(
            {std::string("path ") + address, path_given(address), "a file's path is meant here, not an address"});
    all.push_back({"path empty", path_given(""), "cannot open"});
    all.push_back(
        {"path of nothing", path_given("/nowhere/e.csv"), "there is no such file; check the name and the folder"});
    all.push_back({"path of a folder", path_given("/tmp"), "it is a folder"});
    all.push_back({"path /dev/zero", path_given("/dev/zero"), "it is a pipe or a device, not a file"});
    all.push_back({"path /dev/null", path_given("/dev/null"), "it is a pipe or a device, not a file"});
    all.push_back({"path below a file", path_given("/dev/null/x.csv"), "cannot open"});
    all.push_back({"path of 10,000 letters", path_given(std::string(10000, 'x')), "cannot open"});
    all.push_back({"path with an escape", path_given("/nowhere/\x1b[31m.csv"), "/nowhere/\\x1b[31m.csv"});
    all.push_back({"path with a C1 control",
                   path_given("/nowhere/\xc2\x9b"
                              "31m.csv"),
                   "\\x9b"});
    all.push_back({"path with a bidi control",
                   path_given("/nowhere/\xe2\x80\xae"
                              "vsc.exe"),
                   "\\u202e"});
    all.push_back({"path with a line end", path_given("/nowhere/a\nb.csv"), "a\\x0ab.csv"});
    all.push_back({"path not UTF-8", path_given("/nowhere/\xff.csv"), "\\xff"});
    all.push_back({"path with a NUL", path_given(std::string("/nowhere/a\0b.csv", 16)), "cannot open"});
    all.push_back({"file name with an escape", named("\x1b[31m.csv"), "\\x1b[31m.csv"});
    all.push_back({"file name with a line end", named("a\nb.csv"), "a\\x0ab.csv"});
    all.push_back({"file name with a bidi control",
                   named("\xe2\x80\xae"
                         "vsc.csv"),
                   "\\u202e"});
    all.push_back({"file name like an option", named("--help.csv"), "--help.csv"});
    all.push_back({"path of a pipe", made("e.csv", [](const auto& file) { ::mkfifo(file.c_str(), 0600); }),
                   "it is a pipe or a device, not a file"});
    all.push_back({"path of a link to itself",
                   made("e.csv", [](const auto& file) { std::filesystem::create_symlink(file, file); }), "e.csv"});
    all.push_back({"path of a link to nothing",
                   made("e.csv", [](const auto& file) { std::filesystem::create_symlink("none", file); }),
                   "there is no such file"});
    all.push_back({"path of a link to /dev/zero",
                   made("e.csv", [](const auto& file) { std::filesystem::create_symlink("/dev/zero", file); }),
                   "it is a pipe or a device, not a file"});
    all.push_back(
        {"path of a link to a folder",
         made("e.csv", [](const auto& file) { std::filesystem::create_directory_symlink("/tmp", file); }),
         "it is a folder"});
    return all;
}

}  // namespace harmattan::test
