#include "story/community_areas.h"

#include <algorithm>
#include <array>
#include <map>

#include "io/ascii_case.h"

namespace harmattan::story {
namespace {

using features::FeatureTable;

// The table's own spelling of a column; empty where it has none.
std::string column_of(const FeatureTable& table, std::string_view wanted) {
    for (const std::string& column : table.columns())
        if (io::ascii_lower(column) == wanted) return column;
    return {};
}

struct Columns {
    std::string name, from, to, type;
};

std::optional<Columns> columns_of(const FeatureTable& table) {
    const auto find = [&](std::string_view wanted) { return column_of(table, wanted); };
    const Columns epr{find("group"), find("from"), find("to"), find("type")};
    const bool is_epr = !epr.name.empty() && !epr.from.empty() && !epr.to.empty() && !epr.type.empty() &&
                        (!find("statename").empty() || !find("gwgroupid").empty());
    if (is_epr) return epr;
    if (!find("name").empty() && !find("tribe_code").empty()) return Columns{find("name"), {}, {}, {}};
    return std::nullopt;
}

// GeoEPR's types of settlement in the words of the role.
std::string settlement_of(std::string_view type) {
    const std::string word = io::ascii_lower(type);
    if (word == "migrant" || word == "dispersed" || word == "urban") return word;
    return word == "statewide" ? "statewide" : "regional";
}

struct Extent {
    double west = 1e9, south = 1e9, east = -1e9, north = -1e9;

    void add(geo::LonLat p) {
        west = std::min(west, p.lon_deg);
        south = std::min(south, p.lat_deg);
        east = std::max(east, p.lon_deg);
        north = std::max(north, p.lat_deg);
    }
    bool meets(const Extent& other) const {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }
};

struct Group {
    std::string name;
    Extent extent;
    std::size_t hatch = 0;
};

// Of the five hatches the one that the fewest groups met so far have, the first of equals.
void choose_hatches(std::vector<Group>& groups) {
    constexpr std::size_t hatch_count = 5;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        std::array<std::size_t, hatch_count> taken{};
        for (std::size_t j = 0; j < i; ++j)
            if (groups[j].extent.meets(groups[i].extent)) ++taken.at(groups[j].hatch);
        groups[i].hatch = static_cast<std::size_t>(std::min_element(taken.begin(), taken.end()) - taken.begin());
    }
}

std::map<std::string, std::string, std::less<>> hatches_by_name(const FeatureTable& table,
                                                                const std::string& name_column) {
    std::vector<Group> groups;
    std::map<std::string, std::size_t, std::less<>> index;
    for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
        const auto name = table.text(feature, name_column);
        const auto [found, is_new] = index.try_emplace(std::string(name), groups.size());
        if (is_new) groups.push_back({std::string(name), {}, 0});
    }
    for (const features::Part& part : table.parts()) {
        Group& group = groups[index.find(table.text(part.feature, name_column))->second];
        for (std::uint32_t i = 0; i < part.vertex_count; ++i)
            group.extent.add(table.vertices()[part.first_vertex + i]);
    }
    choose_hatches(groups);
    constexpr std::array<const char*, 5> words{"moss", "mauve", "sage", "rose", "grey"};
    std::map<std::string, std::string, std::less<>> hatches;
    for (const Group& group : groups) hatches[group.name] = words.at(group.hatch);
    return hatches;
}

}  // namespace

std::optional<FeatureTable> as_community_areas(const FeatureTable& table, const std::string& source) {
    if (table.kind() != features::GeometryKind::polygon) return std::nullopt;
    const auto columns = columns_of(table);
    if (!columns) return std::nullopt;
    const auto hatches = hatches_by_name(table, columns->name);
    features::FeatureTableBuilder builder(table.kind(),
                                          {"name_en", "name_fr", "from", "to", "settlement", "hatch", "source"});
    for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
        const auto text = [&](const std::string& column) { return std::string(table.text(feature, column)); };
        const std::string name = text(columns->name);
        builder.add_feature({name, name, text(columns->from), text(columns->to),
                             settlement_of(table.text(feature, columns->type)), hatches.find(name)->second,
                             source});
        for (const features::Part& part : table.parts_of(feature)) {
            const auto first = table.vertices().begin() + part.first_vertex;
            builder.add_part({first, first + part.vertex_count}, part.is_hole);
        }
    }
    return std::move(builder).build();
}

}  // namespace harmattan::story
