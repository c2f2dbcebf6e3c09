// Files of other kinds under names of ours, and files of ours that are cut.
#include <fstream>
#include <iterator>

#include "hostile_input.h"
#include "io/made_files.h"

namespace harmattan::test {

namespace {

using std::string_literals::operator""s;

std::string noise(std::size_t size) {
    std::string all;
    unsigned state = 12345;
    while (all.size() < size) {
        state = state * 1664525 + 1013904223;
        all += static_cast<char>(state >> 24);
    }
    return all;
}

constexpr auto* points =
    R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"name": "a"}, "geometry": {"type": "Point", "coordinates": [2.4, 15.9]}},
{"type": "Feature", "properties": {"name": "b"}, "geometry": {"type": "Point", "coordinates": [3.4, 14.9]}}]})";

std::string read_all(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A file that GDAL writes, of which only `share` percent are left.
Work cut(std::string format, std::string name, std::size_t share) {
    return [=](const std::filesystem::path& folder) {
        write_file(folder / "p.geojson", points);
        convert(folder / "p.geojson", folder / name, format);
        const std::string bytes = read_all(folder / name);
        write_file(folder / name, bytes.substr(0, bytes.size() * share / 100));
        return sentences_of_features(folder / name);
    };
}

// A Shapefile without one of its files.
Work shapefile_without(std::string sibling, std::string named = "p.shp") {
    return [=](const std::filesystem::path& folder) {
        write_file(folder / "p.geojson", points);
        convert(folder / "p.geojson", folder / "p.shp", "ESRI Shapefile");
        std::filesystem::remove(folder / sibling);
        return sentences_of_features(folder / named);
    };
}

struct Kind {
    const char* name;
    std::string begin;
};

}  // namespace

HostileInputs hostile_binaries() {
    HostileInputs all;
    const std::vector<Kind> kinds{
        {"ELF",
         "\x7f"
         "ELF\x02\x01\x01\0"s},
        {"PNG", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s},
        {"JPEG", "\xff\xd8\xff\xe0\0\x10JFIF\0"s},
        {"GIF", "GIF89a\x01\0\x01\0"s},
        {"PDF", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0"s},
        {"SQLite", "SQLite format 3\0\x10\0\x01\x01"s},
        {"TIFF of 2e9 x 2e9",
         "II*\0\x08\0\0\0\x02\0\0\x01\x04\0\x01\0\0\0\0\x94\x35\x77\x01\x01\x04\0\x01\0\0\0\0\x94\x35\x77"s},
        {"BigTIFF", "II+\0\x08\0\0\0"s},
        {"7z", "7z\xbc\xaf\x27\x1c\0\x04"s},
        {"RAR", "Rar!\x1a\x07\x01\0"s},
        {"xz",
         "\xfd"
         "7zXZ\0"s},
        {"bzip2", "BZh91AY&SY"s},
        {"zstd", "\x28\xb5\x2f\xfd\0"s},
        {"gzip", "\x1f\x8b\x08\0\0\0\0\0"s},
        {"zip", "PK\x03\x04\x14\0\0\0"s},
        {"MP4",
         "\0\0\0\x18"
         "ftypmp42"s},
        {"HDF5", "\x89HDF\r\n\x1a\n"s},
        {"Parquet", "PAR1\0"s},
        {"Java class", "\xca\xfe\xba\xbe\0\0\0\x34"s},
        {"Windows program", "MZ\x90\0\x03\0\0\0"s},
        {"OLE", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s},
        {"Shapefile", "\0\0\x27\x0a\0\0\0\0"s},
        {"FlatGeobuf",
         "fgb\x03"
         "fgb\0"s},
        {"WebAssembly", "\0asm\x01\0\0\0"s},
        {"noise", ""}};
    for (const Kind& kind : kinds) {
        all.push_back(
            {std::string("binary ") + kind.name + " as .csv", events_in(kind.begin + noise(2000)), "cannot "});
        all.push_back({std::string("binary ") + kind.name + " as .geojson", features_in(kind.begin + noise(2000)),
                       "cannot "});
    }
    const std::vector<std::pair<std::string, std::string>> formats{
        {"GPKG", "p.gpkg"}, {"SQLite", "p.sqlite"}, {"FlatGeobuf", "p.fgb"}, {"ESRI Shapefile", "p.shp"},
        {"XLSX", "p.xlsx"}, {"ODS", "p.ods"},       {"KML", "p.kml"},        {"GeoJSON", "q.geojson"}};
    for (const auto& [format, name] : formats)
        for (const std::size_t share : {1, 10, 50, 90, 99})
            all.push_back({"cut " + name + " to " + std::to_string(share) + " %", cut(format, name, share),
                           format == "GPKG" || format == "SQLite" ? "its end is missing" : "cannot "});
    all.push_back({"Shapefile without .prj", shapefile_without("p.prj"), "kept 2 of 2"});
    all.push_back({"Shapefile without .dbf", shapefile_without("p.dbf"), "so its shapes have no attributes"});
    all.push_back({"Shapefile without .shx", shapefile_without("p.shx"), "was found by reading them through"});
    all.push_back({"Shapefile without .shp", shapefile_without("p.shp", "p.shx"),
                   "it is only the index of a Shapefile; name the .shp beside it"});
    return all;
}

}  // namespace harmattan::test
