#include "story/road_ranks.h"

#include <algorithm>
#include <array>
#include <optional>

#include "io/ascii_case.h"

namespace harmattan::story {
namespace {

constexpr int middle_rank = 4, no_road = 0;

struct Word {
    std::string_view word;
    int rank;
};

// wiki.openstreetmap.org/wiki/Key:highway; a link has the rank of the road that it leads to.
constexpr std::array<Word, 16> osm_words{{{"motorway", 1},
                                          {"trunk", 1},
                                          {"primary", 2},
                                          {"secondary", 3},
                                          {"tertiary", 5},
                                          {"unclassified", 6},
                                          {"residential", 7},
                                          {"living_street", 8},
                                          {"service", 8},
                                          {"track", 8},
                                          {"road", 6},
                                          {"path", 9},
                                          {"footway", 9},
                                          {"cycleway", 9},
                                          {"bridleway", 9},
                                          {"steps", 9}}};

// Natural Earth 5.1, ne_10m_roads: the column `type`.
constexpr std::array<Word, 8> natural_earth_words{{{"major highway", 1},
                                                   {"beltway", 1},
                                                   {"bypass", 2},
                                                   {"secondary highway", 3},
                                                   {"road", 4},
                                                   {"track", 7},
                                                   {"unknown", 6},
                                                   {"ferry", no_road}}};

template <std::size_t count>
std::optional<int> rank_of(std::string_view text, const std::array<Word, count>& words) {
    const std::string lower = io::ascii_lower(text);
    for (const Word& one : words)
        if (lower.starts_with(one.word)) return one.rank;
    return std::nullopt;
}

std::string column_of(const features::FeatureTable& table, std::string_view wanted) {
    for (const std::string& column : table.columns())
        if (io::ascii_lower(column) == wanted) return column;
    return {};
}

int rank_of(const features::FeatureTable& table, std::size_t feature) {
    const auto column = [&](std::string_view name) { return column_of(table, name); };
    const auto number = [&](const std::string& name) { return static_cast<int>(*table.number(feature, name)); };
    if (const auto name = column("rank"); !name.empty() && table.number(feature, name))
        return std::clamp(number(name), 1, 9);
    for (const std::string& name : {column("highway"), column("fclass")})
        if (!name.empty()) return rank_of(table.text(feature, name), osm_words).value_or(9);
    if (const auto name = column("type"); !name.empty())
        if (const auto rank = rank_of(table.text(feature, name), natural_earth_words)) return *rank;
    // Natural Earth's scale ranks of roads go from 3 to 12.
    if (const auto name = column("scalerank"); !name.empty() && table.number(feature, name))
        return std::clamp(number(name) - 2, 1, 9);
    return middle_rank;
}

}  // namespace

features::FeatureTable as_roads(const features::FeatureTable& table) {
    features::FeatureTableBuilder builder(table.kind(), {"rank"});
    for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
        const int rank = rank_of(table, feature);
        if (rank == no_road) continue;
        builder.add_feature({std::to_string(rank)});
        for (const features::Part& part : table.parts_of(feature)) {
            const auto first = table.vertices().begin() + part.first_vertex;
            builder.add_part({first, first + part.vertex_count}, part.is_hole);
        }
    }
    return std::move(builder).build();
}

}  // namespace harmattan::story
