#include "story/base_map.h"

#include <cmath>

#include "base/messages.h"
#include "io/feature_reader.h"

namespace harmattan::story {
namespace {

// A column of scene::Role and the columns of Natural Earth (4.x and 5.x write them in capitals or small letters)
// that may give it: the first that is neither empty nor "-99", Natural Earth's "none", counts.
struct Column {
    std::string_view to;
    std::vector<std::string_view> from;
    // From that text, and the feature's other columns, to what the role wants; null: as it is.
    std::string (*convert)(const std::string& text, const features::FeatureTable& table,
                           std::size_t feature) = nullptr;
};

// "1" for "Lake Intermittent" and the like.
std::string intermittent(const std::string& text, const features::FeatureTable&, std::size_t) {
    return text.find("Intermittent") == std::string::npos ? "0" : "1";
}

// 1 capital, 2 large city, 3 town, 4 small town, from Natural Earth's scale rank (0 for the greatest to 10).
std::string town_rank(const std::string& scale_rank, const features::FeatureTable& table, std::size_t feature) {
    if (table.text(feature, "FEATURECLA") == "Admin-0 capital") return "1";
    const int rank = scale_rank.size() == 1 ? scale_rank[0] - '0' : 9;
    if (rank <= 5) return "2";
    return rank <= 7 ? "3" : "4";
}

// Square kilometres, on a sphere and along each edge's middle latitude: good to a few percent, which is enough
// for the size of a name.
double rough_area_km2(const features::FeatureTable& table, std::size_t feature) {
    constexpr double km_a_degree = 111.2, radians_a_degree = 0.017453292519943295;
    double area = 0;
    for (const features::Part& part : table.parts_of(feature)) {
        double ring = 0;
        for (std::uint32_t i = 0; i < part.vertex_count; ++i) {
            const geo::LonLat& a = table.vertices()[part.first_vertex + i];
            const geo::LonLat& b = table.vertices()[part.first_vertex + (i + 1) % part.vertex_count];
            const double middle_deg = (a.lat_deg + b.lat_deg) / 2;
            ring += (b.lon_deg - a.lon_deg) * std::sin(middle_deg * radians_a_degree) / radians_a_degree;
        }
        area += part.is_hole ? -std::abs(ring) : std::abs(ring);
    }
    return area * km_a_degree * km_a_degree;
}

// 1 large, 2 middle, 3 small, as the embedded countries have it.
std::string label_rank(const std::string&, const features::FeatureTable& table, std::size_t feature) {
    const double area_km2 = rough_area_km2(table, feature);
    if (area_km2 >= 800000) return "1";
    return area_km2 >= 165000 ? "2" : "3";
}

struct BaseLayer {
    std::string_view id;
    std::vector<std::string_view> names;  // in the GeoPackage
    scene::Role role;
    std::vector<Column> columns;
};

const std::vector<BaseLayer>& base_layers() {
    using scene::Role;
    static const std::vector<BaseLayer> layers{
        {"countries",
         {"countries"},
         Role::countries,
         {{"iso3", {"ISO_A3", "ADM0_A3", "iso_a3", "adm0_a3"}},
          {"name_en", {"NAME_EN", "NAME", "name_en", "name"}},
          {"name_fr", {"NAME_FR", "name_fr"}},
          {"label_lon", {"LABEL_X", "label_x"}},
          {"label_lat", {"LABEL_Y", "label_y"}},
          {"label_rank", {}, label_rank}}},
        {"lakes",
         {"lakes"},
         Role::lakes,
         {{"name_en", {"name_en", "name"}},
          {"name_fr", {"name_fr"}},
          {"kind", {"featurecla"}},
          {"rank", {"scalerank"}}}},
        {"rivers",
         {"rivers"},
         Role::rivers,
         {{"river", {"name"}},
          {"name_en", {"name_en", "name"}},
          {"name_fr", {"name_fr"}},
          {"rank", {"scalerank"}},
          {"intermittent", {"featurecla"}, intermittent}}},
        {"regions", {"states"}, Role::regions, {{"iso3", {"adm0_a3", "ADM0_A3"}}, {"name", {"name", "NAME"}}}},
        {"disputed", {"disputed_lines", "disputed_boundaries"}, Role::disputed, {{"kind", {"featurecla"}}}},
        {"towns",
         {"places", "populated_places"},
         Role::towns,
         {{"name_en", {"NAME_EN", "NAMEASCII", "NAME", "name"}},
          {"name_fr", {"NAME_FR", "NAME", "name"}},
          {"iso3", {"ADM0_A3", "adm0_a3"}},
          {"rank", {"SCALERANK", "scalerank"}, town_rank}}}};
    return layers;
}

std::string first_given(const features::FeatureTable& table, std::size_t feature, const Column& column) {
    for (const std::string_view from : column.from) {
        const std::string_view text = table.text(feature, from);
        if (!text.empty() && text != "-99") return std::string(text);
    }
    return {};
}

std::string value_of(const features::FeatureTable& table, std::size_t feature, const Column& column) {
    std::string text = first_given(table, feature, column);
    return column.convert == nullptr ? text : column.convert(text, table, feature);
}

features::FeatureTable with_columns(const features::FeatureTable& table, const std::vector<Column>& columns) {
    std::vector<std::string> names;
    for (const Column& column : columns) names.emplace_back(column.to);
    features::FeatureTableBuilder builder(table.kind(), names);
    std::size_t next_part = 0;
    for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
        std::vector<std::string> values;
        for (const Column& column : columns) values.push_back(value_of(table, feature, column));
        builder.add_feature(std::move(values));
        for (; next_part < table.parts().size() && table.parts()[next_part].feature == feature; ++next_part) {
            const features::Part& part = table.parts()[next_part];
            const auto first = table.vertices().begin() + part.first_vertex;
            builder.add_part({first, first + part.vertex_count}, part.is_hole);
        }
    }
    return std::move(builder).build();
}

std::string name_of_layer(base::Language language, std::string_view id) {
    return base::message(language, "story.layer_" + std::string(id));
}

}  // namespace

bool is_base_map(const std::vector<std::string>& layer_names) {
    return std::find(layer_names.begin(), layer_names.end(), "countries") != layer_names.end();
}

std::vector<scene::FeatureLayer> read_base_map(const std::filesystem::path& file,
                                               const std::vector<std::string>& layer_names,
                                               const std::function<bool(const std::string& id)>& wants) {
    std::vector<scene::FeatureLayer> layers;
    for (const BaseLayer& known : base_layers()) {
        const auto name =
            std::find_first_of(layer_names.begin(), layer_names.end(), known.names.begin(), known.names.end());
        if (name == layer_names.end() || !wants(std::string(known.id))) continue;
        const auto read = io::read_features(file, *name);
        layers.push_back(
            {std::string(known.id), name_of_layer(base::Language::en, known.id),
             name_of_layer(base::Language::fr, known.id), known.role, true,
             std::make_shared<const features::FeatureTable>(with_columns(read.table, known.columns))});
    }
    return layers;
}

}  // namespace harmattan::story
