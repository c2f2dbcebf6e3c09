#include "layout/source_notes.h"

#include <algorithm>
#include <set>

#include "base/number_format.h"
#include "layout/counted.h"
#include "layout/pen.h"

namespace harmattan::layout {
namespace {

// Of what a file or a person brings: three or four lines of the column.
constexpr std::size_t longest_name = 48, longest_filter = 140;

// How points of its files were moved, each way once.
std::set<std::string> coarsened(const scene::EventLayer& layer) {
    std::set<std::string> ways;
    if (!layer.table) return ways;
    for (const events::EventFile& file : layer.table->files())
        if (!file.generalised.empty()) ways.insert(file.generalised);
    return ways;
}

// "10km" or "region", as EventFile::generalised has it.
std::string coarse_words(const scene::Scene& scene, std::string how) {
    if (!how.ends_with("km")) return base::message(scene.language, "notes.coarse.region");
    how.resize(how.size() - 2);
    if (scene.language == base::Language::fr) std::replace(how.begin(), how.end(), '.', ',');
    return base::message(scene.language, "notes.coarse.cells", {{"size", how}});
}

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
    for (const std::string& how : coarsened(layer)) notes.push_back({Kind::warning, coarse_words(scene, how)});
    if (!layer.filter.empty())
        notes.push_back({Kind::plain, say("notes.filter", {{"filter", clipped(layer.filter, longest_filter)}})});
    count("notes.filtered_out", layer.filtered_out);
    count("notes.replaced", layer.replaced);
    count("notes.missing_from_newer", layer.missing_from_newer);
    count("notes.beyond_newer", layer.beyond_newer);
    count("notes.copies", layer.copies);
    count("notes.doubtful", layer.warnings);
    return notes;
}

}  // namespace harmattan::layout
