// Single steps of the way from a CSV row to a picture, by Google Benchmark. Needs no files: the events are made up
// here (the same ones each time) and the map is the embedded Sahel story.
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "base/day.h"
#include "base/resources.h"
#include "events/event_table.h"
#include "events/filter.h"
#include "geo/extent.h"
#include "geo/projection.h"
#include "io/event_reader.h"
#include "io/place_check.h"
#include "layout/frame_layout.h"
#include "layout/text_shaper.h"
#include "layout/visible_events.h"
#include "record/png.h"
#include "render/context.h"
#include "render/map_renderer.h"
#include "story/story.h"

namespace {

using namespace harmattan;

constexpr base::PixelSize full_hd{1920, 1080};

// Steele, Lea & Flood, "Fast splittable pseudorandom number generators" (2014): the finalizer of splitmix64.
std::uint64_t scrambled(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15U;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31U);
}

// Events over the Sahel, 2012 to 2020, in the columns of UCDP GED.
std::string made_up_csv(std::int64_t rows) {
    constexpr std::array countries{"Mali", "Niger", "Burkina Faso", "Nigeria", "Chad"};
    const base::Day first = base::day_of({2012, 1, 1});
    fmt::memory_buffer text;
    fmt::format_to(fmt::appender(text),
                   "id,year,type_of_violence,conflict_name,side_a,side_b,where_prec,latitude,longitude,country,"
                   "date_prec,date_start,best,high,low\n");
    for (std::int64_t row = 0; row < rows; ++row) {
        const auto draw = [&](std::uint64_t column, std::uint64_t below) {
            return scrambled(static_cast<std::uint64_t>(row) * 16 + column) % below;
        };
        const base::Day day = first + static_cast<std::int32_t>(draw(0, 3288));
        const std::uint64_t best = draw(1, 20);
        fmt::format_to(
            fmt::appender(text),
            "{},{},{},\"{}: Government\",Government of {},Side B {},{},{:.6f},{:.6f},{},{},{},{},{},{}\n", row + 1,
            base::civil_of(day).year, 1 + draw(2, 3), countries.at(draw(3, 5)), countries.at(draw(3, 5)),
            draw(4, 60), 1 + draw(5, 6), 5 + double(draw(6, 18000000)) * 1e-6,
            -15 + double(draw(7, 30000000)) * 1e-6, countries.at(draw(3, 5)), 1 + draw(8, 5), base::iso(day), best,
            best + draw(9, 10), best / 2);
    }
    return fmt::to_string(text);
}

void read_csv(benchmark::State& state) {
    const std::string text = made_up_csv(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(io::read_events_csv(text, "made-up.csv"));
    state.SetItemsProcessed(state.iterations() * state.range(0));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(read_csv)->Arg(10'000)->Arg(200'000)->Unit(benchmark::kMillisecond);

void make_country_map(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(io::CountryMap::embedded());
}
BENCHMARK(make_country_map)->Unit(benchmark::kMillisecond);

// The embedded story's events again and again, in their own order: each names another country than the one before.
void check_places(benchmark::State& state) {
    const auto table = io::read_events_csv(base::resource_text("data/sahel/events.csv"), "events.csv").table;
    io::PlaceCheck check(io::CountryMap::embedded());
    for (auto _ : state)
        for (std::int64_t i = 0; i < state.range(0); ++i) {
            const auto row = static_cast<std::size_t>(i) % table.size();
            benchmark::DoNotOptimize(check.doubt({table.lon_deg()[row], table.lat_deg()[row]},
                                                 table.text(events::Text::country).at(row)));
        }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(check_places)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void project_events(benchmark::State& state) {
    const std::string text = made_up_csv(state.range(0));
    const io::EventsRead read = io::read_events_csv(text, "made-up.csv");
    const geo::Projection projection = geo::Projection::fitted({-18, 3, 16, 26});
    for (auto _ : state) benchmark::DoNotOptimize(layout::project_events(read.table, projection));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(project_events)->Arg(10'000)->Arg(200'000)->Unit(benchmark::kMillisecond);

// The example of docs/filters.md, with actors as the made-up events have them.
void filter_events(benchmark::State& state) {
    const io::EventsRead read = io::read_events_csv(made_up_csv(state.range(0)), "made-up.csv");
    const events::Filter filter = events::Filter::parse(
        "country in ('Mali', 'Niger') and type = 'one-sided' and best >= 10 and actor ~ 'side b 1' and "
        "within(extent)"
        " and date between 2012-01-01 and 2013-12-31");
    events::FilterContext context;
    context.extent = geo::Extent{-18, 3, 16, 26};
    for (auto _ : state) benchmark::DoNotOptimize(filter.mask(read.table, context));
    state.counters["rows_kept"] = static_cast<double>(filter.rows(read.table, context).size());
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(filter_events)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void open_story(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(story::open({}, {}));
}
BENCHMARK(open_story)->Unit(benchmark::kMillisecond);

void place_labels(benchmark::State& state) {
    const story::OpenedStory opened = story::open({}, {});
    const layout::TextShaper shaper;
    const layout::FrameLayout frame = layout::plan_frame(*opened.scene, full_hd, shaper);
    for (auto _ : state)
        benchmark::DoNotOptimize(layout::map_labels(*opened.scene, frame, shaper, opened.instant.day()));
}
BENCHMARK(place_labels)->Unit(benchmark::kMillisecond);

// A renderer that has drawn nothing yet: what one picture costs.
void first_frame(benchmark::State& state) {
    const story::OpenedStory opened = story::open({}, {});
    const auto context = render::make_headless_context(render::RendererChoice::software);
    for (auto _ : state) {
        render::MapRenderer renderer;
        benchmark::DoNotOptimize(renderer.render(opened.scene, opened.instant, full_hd));
    }
}
BENCHMARK(first_frame)->Unit(benchmark::kMillisecond);

// A frame of a film: the map is drawn already, the day is another one each time.
void next_frame(benchmark::State& state) {
    const story::OpenedStory opened = story::open({}, {});
    const auto context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
    base::Image image = renderer.render(opened.scene, opened.instant, full_hd);
    constexpr std::int64_t frame_count = 600;
    std::int64_t index = 0;
    for (auto _ : state) {
        const base::Instant instant = scene::instant_of_frame(opened.scene->timeline, index, frame_count);
        renderer.render_into(image, opened.scene, instant, full_hd);
        index = (index + 1) % frame_count;
    }
}
BENCHMARK(next_frame)->Unit(benchmark::kMillisecond);

void encode_png(benchmark::State& state) {
    const story::OpenedStory opened = story::open({}, {});
    const auto context = render::make_headless_context(render::RendererChoice::software);
    render::MapRenderer renderer;
    const base::Image image = renderer.render(opened.scene, opened.instant, full_hd);
    for (auto _ : state) benchmark::DoNotOptimize(record::encode_png(image));
}
BENCHMARK(encode_png)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
