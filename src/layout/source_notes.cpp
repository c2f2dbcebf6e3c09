#include "layout/source_notes.h"

#include "base/number_format.h"
#include "layout/counted.h"
#include "layout/pen.h"

namespace harmattan::layout {
namespace {

// Of what a file or a person brings: three or four lines of the column.
constexpr std::size_t longest_name = 48, longest_filter = 140;

}  // namespace

std::string source_name(const scene::Scene& scene, const scene::EventLayer& layer) {
    const auto name = scene::in_language(scene, layer.name_en, layer.name_fr);
    return base::message(scene.language, "counts.source",
                         {{"source", clipped(name.empty() ? std::string_view(layer.id) : name, longest_name)}});
}

std::vector<SourceNote> source_notes(const scene::Scene& scene, const scene::EventLayer& layer) {
    using Kind = SourceNote::Kind;
    std::vector<SourceNote> notes;
    const auto say = [&](std::string_view key, const base::NamedValues& values = {}) {
        return base::message(scene.language, key, values);
    };
    const auto count = [&](std::string_view key, std::uint64_t number) {
        if (number > 0) notes.push_back({Kind::account, counted(scene.language, key, number)});
    };
    if (layer.is_selection) notes.push_back({Kind::selection, say("legend.selection")});
    if (layer.is_provisional) notes.push_back({Kind::warning, say("notes.provisional")});
    if (layer.unsettled_from)
        notes.push_back({Kind::warning, say("notes.unsettled",
                                            {{"date", base::long_date(*layer.unsettled_from, scene.language)}})});
    if (!layer.filter.empty())
        notes.push_back({Kind::plain, say("notes.filter", {{"filter", clipped(layer.filter, longest_filter)}})});
    count("notes.filtered_out", layer.filtered_out);
    count("notes.replaced", layer.replaced);
    count("notes.copies", layer.copies);
    count("notes.doubtful", layer.warnings);
    return notes;
}

}  // namespace harmattan::layout
