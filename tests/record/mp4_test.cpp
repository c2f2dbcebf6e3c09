#include <csignal>

#include <sys/resource.h>

#include "base/error.h"
#include "record/film.h"
#include "record/film_file.h"
#include "record/map_like_frame.h"
#include "support/catch.h"
#include "support/source_tree.h"
#include "support/temporary_folder.h"

using namespace harmattan;

namespace {

constexpr base::PixelSize size{320, 180};

void add_frames(record::FrameSink& sink, int count, std::int64_t first = 0) {
    for (int i = 0; i < count; ++i) {
        base::Image frame = test::map_like_frame(size, first + i);
        sink.add(frame, first + i);
    }
}

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

// Writes beyond the limit fail as they do on a full disk, without needing one.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        before_signal_ = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, before_signal_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
    void (*before_signal_)(int) = nullptr;
};

std::string key_of_error(const std::function<void()>& action) {
    try {
        action();
    } catch (const base::Error& error) {
        return error.key();
    }
    return "no error";
}

}  // namespace

TEST_CASE("a film has every frame and says how its colours are meant") {
    const test::TemporaryFolder folder;
    const auto film = folder / "film.mp4";
    const auto sink = record::mp4_sink(film, {size, 25}, {{"Title", "Événements"}, {"Description", "by type"}});
    add_frames(*sink, 60, 100);  // the first frame need not be frame 0
    CHECK_FALSE(std::filesystem::exists(film));
    sink->finish();
    CHECK(files_in(folder.path()) == 1);

    auto facts = test::facts_of_film(film);
    CHECK(facts["codec_name"] == "h264");
    CHECK(facts["pix_fmt"] == "yuv420p");
    CHECK(facts["color_range"] == "tv");
    CHECK(facts["color_space"] == "bt709");
    CHECK(facts["color_transfer"] == "bt709");
    CHECK(facts["color_primaries"] == "bt709");
    CHECK(facts["nb_frames"] == "60");
    CHECK(facts["nb_read_frames"] == "60");
    CHECK(facts["r_frame_rate"] == "25/1");
    CHECK(facts["start_time"] == "0.000000");
    CHECK(facts["duration"] == "2.400000");
    CHECK(facts["TAG:title"] == "Événements");
    CHECK(facts["TAG:comment"] == "by type");
}

TEST_CASE("a film's index stands before its frames") {
    const test::TemporaryFolder folder;
    const auto sink = record::mp4_sink(folder / "film.mp4", {size, 30}, {});
    add_frames(*sink, 10);
    sink->finish();
    const std::string bytes = test::text_of(folder / "film.mp4");
    CHECK(bytes.find("moov") < bytes.find("mdat"));
}

TEST_CASE("a decoded frame is at least 40 dB near the frame that was put in") {
    // As large as films are: on a small one, discs are few pixels wide and lose their colour to yuv420p's halved
    // chroma.
    constexpr base::PixelSize film_size{1280, 720};
    const test::TemporaryFolder folder;
    const auto sink = record::mp4_sink(folder / "film.mp4", {film_size, 30}, {});
    for (int i = 0; i < 40; ++i) {
        base::Image frame = test::map_like_frame(film_size, i);
        sink->add(frame, i);
    }
    sink->finish();
    for (const int index : {0, 1, 27, 39}) {
        const base::Image decoded = test::frame_of_film(folder / "film.mp4", film_size, index);
        CHECK(test::psnr_db(decoded, test::map_like_frame(film_size, index)) >= 40);
    }
    // The measure tells frames apart: another frame's picture is farther away.
    const base::Image decoded = test::frame_of_film(folder / "film.mp4", film_size, 0);
    CHECK(test::psnr_db(decoded, test::map_like_frame(film_size, 30)) <
          test::psnr_db(decoded, test::map_like_frame(film_size, 0)) - 3);
}

TEST_CASE("the same frames give the same film") {
    const test::TemporaryFolder folder;
    for (const char* name : {"a.mp4", "b.mp4"}) {
        const auto sink = record::mp4_sink(folder / name, {size, 30}, {{"Title", "x"}});
        add_frames(*sink, 30);
        sink->finish();
    }
    CHECK(test::text_of(folder / "a.mp4") == test::text_of(folder / "b.mp4"));
}

TEST_CASE("a film of one frame is a film") {
    const test::TemporaryFolder folder;
    const auto sink = record::mp4_sink(folder / "film.mp4", {size, 30}, {});
    add_frames(*sink, 1);
    sink->finish();
    CHECK(test::facts_of_film(folder / "film.mp4")["nb_read_frames"] == "1");
}

TEST_CASE("a film given up leaves no trace and what stood there stays") {
    const test::TemporaryFolder folder;
    const auto film = folder / "film.mp4";
    {
        const auto sink = record::mp4_sink(film, {size, 30}, {});
        add_frames(*sink, 20);
    }
    CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("impossible films are refused before anything is written") {
    const test::TemporaryFolder folder;
    const auto make = [&](base::PixelSize film_size, int fps) {
        return key_of_error([&] { record::mp4_sink(folder / "film.mp4", {film_size, fps}, {}); });
    };
    CHECK(make({321, 180}, 30) == "film.odd_size");
    CHECK(make({320, 181}, 30) == "film.odd_size");
    CHECK(make({320, 180}, 0) == "film.fps_range");
    CHECK(make({320, 180}, 121) == "film.fps_range");
    CHECK(key_of_error([&] {
              record::mp4_sink(folder / "no" / "film.mp4", {size, 30}, {});
          }) == "output.no_folder");
    CHECK(files_in(folder.path()) == 0);
}

TEST_CASE("a disk that takes no more is an error and leaves nothing") {
    const test::TemporaryFolder folder;
    std::string key;
    {
        const FileSizeLimit limit(4096);
        key = key_of_error([&] {
            const auto sink = record::mp4_sink(folder / "film.mp4", {size, 30}, {});
            add_frames(*sink, 120);
            sink->finish();
        });
    }
    CHECK(key == "output.cannot_write");
    CHECK(files_in(folder.path()) == 0);
}
