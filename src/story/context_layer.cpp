#include "story/context_layer.h"

#include "base/error.h"
#include "features/feature_days.h"
#include "scene/context_kind.h"

namespace harmattan::story {
namespace {

std::string allowed_kinds() {
    std::string list;
    for (const std::string_view kind : scene::context_kind_words)
        list += (list.empty() ? "" : ", ") + std::string(kind);
    return list;
}

void check_days(const features::FeatureTable& table, std::size_t feature, const std::string& layer) {
    for (const char* column : {"from", "to"}) {
        const std::string text(table.text(feature, column));
        if (!features::is_feature_day(text))
            throw base::Error(
                "story.context_days",
                {{"layer", layer}, {"row", std::to_string(feature + 1)}, {"column", column}, {"text", text}});
    }
}

}  // namespace

void check_context_layer(const features::FeatureTable& table, const std::string& layer) {
    if (table.kind() != features::GeometryKind::point)
        throw base::Error("story.context_points", {{"layer", layer}});
    for (std::size_t feature = 0; feature < table.feature_count(); ++feature) {
        const std::string kind(table.text(feature, "kind"));
        if (!scene::parse_context_kind(kind))
            throw base::Error("story.context_kind", {{"layer", layer},
                                                     {"row", std::to_string(feature + 1)},
                                                     {"text", kind},
                                                     {"allowed", allowed_kinds()}});
        check_days(table, feature, layer);
    }
}

}  // namespace harmattan::story
