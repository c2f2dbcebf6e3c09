// Rasters against GDAL's own programs.
#include "io/raster_reader.h"

#include <bit>
#include <cmath>
#include <limits>

#include <fmt/core.h>

#include "base/error.h"
#include "io/feature_reader.h"
#include "made_files.h"

using namespace harmattan;

namespace {

using io::RasterContent;
using io::RasterReader;

constexpr int side = 4096;

void run(const std::string& program, const std::vector<std::string>& arguments) {
    const auto ran = test::run_program({program, arguments});
    INFO(program << ": " << ran.errors);
    REQUIRE(ran.exit_status == 0);
}

// A GeoTIFF of value_of(column, row), its upper left corner at (left, top).
std::filesystem::path made_tiff(const test::TemporaryFolder& folder, const std::string& name, int width,
                                int height, double left, double top, double cell, const std::string& crs,
                                const std::function<double(int, int)>& value_of,
                                const std::vector<std::string>& more = {}) {
    std::string text =
        fmt::format("ncols {}\nnrows {}\nxllcorner {}\nyllcorner {}\ncellsize {}\nNODATA_value -9999\n", width,
                    height, left, top - height * cell, cell);
    for (int row = 0; row < height; ++row) {
        for (int column = 0; column < width; ++column) text += fmt::format("{} ", value_of(column, row));
        text += '\n';
    }
    const auto grid = folder / (name + ".asc"), tiff = folder / (name + ".tif");
    test::write_file(grid, text);
    std::vector<std::string> arguments{"-q", "-ot", "Float32"};
    if (!crs.empty()) arguments.insert(arguments.end(), {"-a_srs", crs});
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.insert(arguments.end(), {grid.string(), tiff.string()});
    run("gdal_translate", arguments);
    return tiff;
}

double value_by_gdal(const std::filesystem::path& file, geo::LonLat at) {
    const auto ran = test::run_program({"gdallocationinfo",
                                        {"-valonly", "-wgs84", file.string(), fmt::format("{:.12g}", at.lon_deg),
                                         fmt::format("{:.12g}", at.lat_deg)}});
    REQUIRE(ran.exit_status == 0);
    return std::stod(ran.output);
}

geo::PlanarBox view_of(const geo::Projection& projection, const geo::Extent& extent) {
    return projection.bounds_of(extent);
}

std::string key_of(const std::filesystem::path& file, const io::RasterReadOptions& options = {}) {
    return test::key_of([&] { RasterReader(file, options); });
}

std::string bytes_of(std::uint64_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
    return bytes;
}

// A little-endian TIFF (TIFF 6.0) of one strip whose header claims what it likes.
std::string tiff_claiming(std::uint64_t width, std::uint64_t height, unsigned samples = 1) {
    const std::vector<std::pair<unsigned, std::uint64_t>> tags{{256, width},   {257, height}, {258, 8},
                                                               {259, 1},       {262, 1},      {273, 8},
                                                               {277, samples}, {278, height}, {279, 1}};
    std::string bytes = "II*" + std::string(1, '\0') + bytes_of(8, 4) + bytes_of(tags.size(), 2);
    for (const auto& [tag, value] : tags)
        bytes += bytes_of(tag, 2) + bytes_of(4, 2) + bytes_of(1, 4) + bytes_of(value, 4);
    return bytes + bytes_of(0, 4) + std::string(64, '\0');
}

}  // namespace

TEST_CASE("cells of a raster are where gdallocationinfo says, whatever its reference system and the scene's") {
    const test::TemporaryFolder folder;
    const auto value_of = [](int column, int row) { return column * 100.0 + row; };
    const auto utm = made_tiff(folder, "utm", 60, 50, 300000, 1700000, 5000, "EPSG:32630", value_of);
    const auto degrees = made_tiff(folder, "degrees", 60, 50, -6, 16, 0.05, "EPSG:4326", value_of);
    const geo::Extent extent{-4, 13.7, -3.2, 15};
    for (const auto& file : {utm, degrees})
        for (const std::string definition : {"auto", "EPSG:3857", "EPSG:4326", "+proj=laea +lat_0=40 +lon_0=50"}) {
            const auto projection =
                definition == "auto" ? geo::Projection::fitted(extent) : geo::Projection::from_text(definition);
            io::RasterReadOptions options;
            options.keeps_cells = true;
            const auto raster = RasterReader(file, options)
                                    .read(projection, view_of(projection, extent), RasterContent::values, side);
            REQUIRE_FALSE(raster.grids.empty());
            int equal = 0, all = 0;
            for (int i = 0; i < 3; ++i)
                for (int j = 0; j < 2; ++j) {
                    const geo::LonLat at{-3.93 + 0.2513 * i, 13.83 + 0.8737 * j};
                    // The value tells column and row. A grid's cell is half as large as the file's, and its middle
                    // is what is looked up, so that near an edge the neighbour may come.
                    const double difference =
                        static_cast<double>(raster.value_at(projection.forward(at))) - value_by_gdal(file, at);
                    const double columns = std::round(difference / 100);
                    equal += std::abs(columns) <= 1 && std::abs(difference - 100 * columns) <= 1;
                    ++all;
                }
            INFO(file << " in " << definition << ": " << equal << " of " << all);
            CHECK(equal == all);
        }
}

TEST_CASE("values between cells are interpolated, and averaged where the grid is coarser") {
    const test::TemporaryFolder folder;
    const auto slope = made_tiff(folder, "slope", 400, 300, 0, 3e5, 1000, "EPSG:3857",
                                 [](int column, int) { return column * 10.0; });
    const auto projection = geo::Projection::from_text("EPSG:3857");
    const geo::PlanarBox view{0, 0, 4e5, 3e5};
    const auto fine = RasterReader(slope).read(projection, view, RasterContent::values, side);
    // The value of a place on the slope is that of the cells' middles on either side.
    for (const double x : {10250.0, 123456.0, 300000.0})
        CHECK(fine.value_at({x, 1.5e5}) == Approx((x / 1000 - 0.5) * 10).margin(4));
    const auto chequered = made_tiff(folder, "chequered", 400, 300, 0, 3e5, 1000, "EPSG:3857",
                                     [](int column, int row) { return (column + row) % 2 * 100.0; });
    const auto coarse = RasterReader(chequered).read(projection, view, RasterContent::values, 64);
    REQUIRE(coarse.grids.size() == 1);
    CHECK(coarse.grids[0].width <= 64);
    for (const float value : coarse.grids[0].values) CHECK(value == Approx(50).margin(6));
}

TEST_CASE("missing data stay missing, but for one cell along their edge") {
    const test::TemporaryFolder folder;
    const auto half = made_tiff(folder, "half", 40, 40, 0, 4e5, 10000, "EPSG:3857",
                                [](int column, int) { return column < 20 ? 7.0 : -9999.0; });
    const auto projection = geo::Projection::from_text("EPSG:3857");
    const auto raster = RasterReader(half).read(projection, {0, 0, 4e5, 4e5}, RasterContent::values, side);
    CHECK(raster.value_at({1e5, 2e5}) == Approx(7));
    CHECK(raster.value_at({2.05e5, 2e5}) == Approx(7));
    CHECK(std::isnan(raster.value_at({2.25e5, 2e5})));
    CHECK(std::isnan(raster.value_at({3e5, 2e5})));
    CHECK(std::isnan(raster.value_at({-1e5, 2e5})));
}

TEST_CASE("what is not finite counts as missing") {
    // A TIFF of floats written by hand, for GDAL's own programs take such numbers out; a world file gives its
    // place.
    const test::TemporaryFolder folder;
    constexpr unsigned columns = 20, rows = 20, header = 8 + 2 + 10 * 12 + 4;
    const std::vector<std::array<unsigned, 2>> tags{{256, columns}, {257, rows}, {258, 32},
                                                    {259, 1},       {262, 1},    {273, header},
                                                    {277, 1},       {278, rows}, {279, 4 * columns * rows},
                                                    {339, 3}};
    std::string bytes = "II*" + std::string(1, '\0') + bytes_of(8, 4) + bytes_of(tags.size(), 2);
    for (const auto& [tag, value] : tags)
        bytes += bytes_of(tag, 2) + bytes_of(4, 2) + bytes_of(1, 4) + bytes_of(value, 4);
    bytes += bytes_of(0, 4);
    for (unsigned row = 0; row < rows; ++row)
        for (unsigned column = 0; column < columns; ++column) {
            const float odd =
                row < 10 ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
            bytes += bytes_of(std::bit_cast<std::uint32_t>(column > 9 ? odd : 5.0F), 4);
        }
    test::write_file(folder / "odd.tif", bytes);
    test::write_file(folder / "odd.tfw", "10000\n0\n0\n-10000\n5000\n195000\n");
    io::RasterReadOptions options;
    options.crs = "EPSG:3857";
    const RasterReader reader(folder / "odd.tif", options);
    CHECK(reader.facts().least.value_or(-1) == 5);
    CHECK(reader.facts().greatest.value_or(-1) == 5);
    const auto raster =
        reader.read(geo::Projection::from_text("EPSG:3857"), {0, 0, 2e5, 2e5}, RasterContent::values, side);
    CHECK(raster.value_at({5e4, 1e5}) == Approx(5));
    CHECK(std::isnan(raster.value_at({1.5e5, 1.5e5})));
    CHECK(std::isnan(raster.value_at({1.5e5, 5e4})));
}

TEST_CASE("light on elevations is gdaldem's") {
    const test::TemporaryFolder folder;
    // So steep that heights are not enlarged.
    const auto file = made_tiff(folder, "hills", 80, 60, 0, 6000, 100, "EPSG:3857", [](int column, int row) {
        return 400 * std::sin(column * 0.45) * std::cos(row * 0.4) + 3 * column;
    });
    const auto projection = geo::Projection::from_text("EPSG:3857");
    const auto raster = RasterReader(file).read(projection, {0, 0, 8000, 6000}, RasterContent::light, side);
    REQUIRE(raster.grids.size() == 1);
    const auto& grid = raster.grids[0];
    REQUIRE(grid.width == 80);
    REQUIRE(grid.height == 60);
    const auto shaded = folder / "shaded.asc";
    run("gdaldem", {"hillshade", file.string(), shaded.string(), "-multidirectional", "-compute_edges", "-of",
                    "AAIGrid", "-q"});
    std::ifstream in(shaded);
    std::string word;
    while (in >> word && word != "NODATA_value") {
    }
    in >> word;
    double greatest = 0;
    for (const float light : grid.values) {
        double expected = 0;
        REQUIRE(in >> expected);
        greatest = std::max(greatest, std::abs(static_cast<double>(light) * 254 + 1 - expected));
    }
    CHECK(greatest <= 2);
}

TEST_CASE("a picture keeps its colours and its transparent parts") {
    const test::TemporaryFolder folder;
    const auto red = made_tiff(folder, "red", 20, 20, 0, 2e5, 10000, "EPSG:3857", [](int, int) { return 200; });
    const auto file = folder / "picture.tif";
    run("gdal_translate",
        {"-q", "-ot", "Byte", "-b", "1", "-b", "1", "-b", "1", "-a_nodata", "none", red.string(), file.string()});
    const RasterReader reader(file);
    CHECK(reader.facts().is_picture);
    const auto raster =
        reader.read(geo::Projection::from_text("EPSG:3857"), {0, 0, 2e5, 2e5}, RasterContent::picture, side);
    REQUIRE(raster.grids.size() == 1);
    const auto& rgba = raster.grids[0].rgba;
    REQUIRE(rgba.size() == 4U * static_cast<std::size_t>(raster.grids[0].width * raster.grids[0].height));
    CHECK(static_cast<int>(rgba[0]) == 200);
    CHECK(static_cast<int>(rgba[3]) == 255);
    CHECK(test::key_of([&] {
              reader.read(geo::Projection::from_text("EPSG:3857"), {0, 0, 2e5, 2e5}, RasterContent::values, side);
          }) == "raster.several_bands");
}

TEST_CASE("a raster beyond the view's surroundings gives none, and a fine one two levels") {
    const test::TemporaryFolder folder;
    const auto file =
        made_tiff(folder, "fine", 600, 600, -10, 20, 0.01, "EPSG:4326", [](int c, int r) { return c + r; });
    const auto projection = geo::Projection::fitted({-8, 15, -6, 18});
    const auto near = RasterReader(file).read(projection, view_of(projection, {-7.2, 16.8, -6.8, 17.2}),
                                              RasterContent::values, 128);
    REQUIRE(near.grids.size() == 2);
    CHECK(near.grids[1].box.width_m() < near.grids[0].box.width_m());
    const auto far = geo::Projection::fitted({100, 40, 110, 50});
    CHECK(
        RasterReader(file).read(far, view_of(far, {100, 40, 110, 50}), RasterContent::values, 128).grids.empty());
}

TEST_CASE("a file without a reference system is in degrees only where its numbers can be") {
    const test::TemporaryFolder folder;
    const auto ones = [](int, int) { return 1.0; };
    const auto degrees = made_tiff(folder, "degrees", 20, 20, -5, 15, 0.1, "", ones);
    const auto metres = made_tiff(folder, "metres", 20, 20, 300000, 1700000, 1000, "", ones);
    CHECK(RasterReader(degrees).facts().crs_assumed);
    CHECK(key_of(metres) == "raster.no_crs");
    io::RasterReadOptions options;
    options.crs = "EPSG:32630";
    CHECK(key_of(metres, options) == "none");
    CHECK(RasterReader(metres, options).facts().extent.west_deg == Approx(-4.86).margin(0.05));
    options.crs = "EPSG:999999";
    CHECK(key_of(metres, options) == "raster.bad_crs");
    options = {};
    options.band = 2;
    CHECK(key_of(degrees, options) == "raster.no_band");
}

TEST_CASE("a world file beside a PNG gives it its place, and other files beside it are not looked at") {
    const test::TemporaryFolder folder;
    const auto tiff = made_tiff(folder, "a", 20, 20, -5, 15, 0.1, "EPSG:4326", [](int c, int) { return c; });
    run("gdal_translate",
        {"-q", "-of", "PNG", "-ot", "Byte", "-co", "WORLDFILE=YES", tiff.string(), (folder / "b.png").string()});
    CHECK(RasterReader(folder / "b.png").facts().extent.west_deg == Approx(-5));
    std::filesystem::remove(folder / "b.wld");
    std::filesystem::remove(folder / "b.pgw");
    CHECK(key_of(folder / "b.png") == "raster.no_place");
}

TEST_CASE("files that claim too much, are cut off, or name others are refused") {
    const test::TemporaryFolder folder;
    const auto file = folder / "hostile.tif";
    const auto key = [&](const std::string& bytes) {
        test::write_file(file, bytes);
        return key_of(file);
    };
    const std::string huge = key(tiff_claiming(2'000'000'000, 2'000'000'000));
    CHECK((huge == "raster.too_large" || huge == "raster.cannot_open"));
    CHECK(key(tiff_claiming(0, 10)) == "raster.cannot_open");
    test::write_file(file, tiff_claiming(1'000'000, 1'000'000));
    const std::string many = test::key_of([&] { RasterReader(file).facts(); });
    CHECK((many == "raster.too_much" || many == "raster.no_place" || many == "raster.cannot_open"));
    const std::string bands = key(tiff_claiming(10, 10, 65000));
    CHECK((bands == "raster.too_many_bands" || bands == "raster.cannot_open"));
    CHECK(key("II*") == "raster.unknown_format");
    CHECK(key("<VRTDataset rasterXSize=\"1\" "
              "rasterYSize=\"1\"><VRTRasterBand><SimpleSource><SourceFilename>/etc/passwd"
              "</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>") == "raster.unknown_format");
    CHECK(key_of("/vsicurl/http://127.0.0.1/x.tif") == "file.is_url");
    const auto whole =
        made_tiff(folder, "whole", 200, 200, 0, 2e6, 10000, "EPSG:3857", [](int c, int r) { return c * r; });
    std::filesystem::resize_file(whole, std::filesystem::file_size(whole) / 2);
    const std::string cut = test::key_of([&] {
        RasterReader(whole).read(geo::Projection::from_text("EPSG:3857"), {0, 0, 2e6, 2e6}, RasterContent::values,
                                 side);
    });
    CHECK((cut == "raster.read_failed" || cut == "raster.cannot_open"));
}

TEST_CASE("rasters are known by their content") {
    const test::TemporaryFolder folder;
    const auto tiff = made_tiff(folder, "a", 4, 4, 0, 4, 1, "EPSG:4326", [](int, int) { return 1; });
    CHECK(io::identify(tiff) == io::FileKind::raster);
    CHECK(io::identify(folder / "a.asc") == io::FileKind::raster);
    std::filesystem::rename(tiff, folder / "a.csv");
    CHECK(io::identify(folder / "a.csv") == io::FileKind::raster);
    const auto facts = RasterReader(folder / "a.csv").facts();
    CHECK(facts.format == "GeoTIFF");
    CHECK(facts.width == 4);
    CHECK(facts.no_data == -9999);
}
