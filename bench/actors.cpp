// The actors of a million events: reading the registry, looking up the sides, and counting the rows of a line.
#include <array>
#include <cstdint>
#include <string_view>

#include <benchmark/benchmark.h>

#include "base/day.h"
#include "events/actor_lookup.h"
#include "events/event_table.h"
#include "io/actor_reader.h"

namespace {

using namespace harmattan;
using events::Text;

// Sides in GED's spellings, two of which depend on the place or the day, in no order at all.
events::EventTable made_up_events(std::int64_t rows) {
    constexpr std::array<std::string_view, 5> countries{"Mali", "Niger", "Burkina Faso", "Nigeria", "Chad"};
    constexpr std::array<std::string_view, 8> sides{"IS",        "JNIM",       "Boko Haram", "Government of Mali",
                                                    "Civilians", "GATIA, MSA", "AQIM",       "someone unknown"};
    const base::Day first = base::day_of({2012, 1, 1});
    events::EventTableBuilder builder;
    builder.reserve(static_cast<std::size_t>(rows));
    std::uint32_t state = 20170302;
    const auto draw = [&](std::uint32_t below) {  // Numerical Recipes' linear congruence
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % below;
    };
    for (std::int64_t i = 0; i < rows; ++i) {
        events::EventRow row;
        row.first_day = row.last_day = first + static_cast<std::int32_t>(draw(4000));
        row.lon_deg = -15 + draw(3000) * 0.01;
        row.texts[static_cast<std::size_t>(Text::country)] = countries.at(draw(countries.size()));
        row.texts[static_cast<std::size_t>(Text::side_a)] = sides.at(draw(sides.size()));
        row.texts[static_cast<std::size_t>(Text::side_b)] = sides.at(draw(sides.size()));
        builder.add(row);
    }
    return std::move(builder).build();
}

void read_actors(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(io::read_actors());
}
BENCHMARK(read_actors)->Unit(benchmark::kMillisecond);

void look_up_actors(benchmark::State& state) {
    const events::ActorRegistry registry = io::read_actors();
    const events::EventTable table = made_up_events(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(events::ActorLookup(registry, table));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(look_up_actors)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void count_rows_in_line(benchmark::State& state) {
    const events::ActorRegistry registry = io::read_actors();
    const events::EventTable table = made_up_events(state.range(0));
    const events::ActorLookup lookup(registry, table);
    const events::ActorLine line = registry.line_of(*registry.id_of("jnim"));
    for (auto _ : state) {
        std::size_t count = 0;
        for (std::size_t row = 0; row < table.size(); ++row)
            count += lookup.is_in_line(line, row, table.first_day()[row]) ? 1 : 0;
        benchmark::DoNotOptimize(count);
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(count_rows_in_line)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
