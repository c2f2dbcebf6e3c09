#include "record/texts.h"

#include "layout/source_notes.h"

namespace harmattan::record {
namespace {

// What of the notes on a source still matters where the picture is only found by its texts: provisional figures
// and filters.
void add_notes(std::string& text, const scene::Scene& scene) {
    using Kind = layout::SourceNote::Kind;
    for (const scene::EventLayer* layer : scene::shown_events(scene))
        for (const layout::SourceNote& note : layout::source_notes(scene, *layer)) {
            if (note.kind != Kind::warning && note.kind != Kind::plain) continue;
            if (!text.empty()) text += "; ";
            text += layout::source_name(scene, *layer) + ": " + note.text;
        }
}

}  // namespace

PngTexts texts_of(const scene::Scene& scene) {
    std::string sources;
    for (const scene::Source& source : scene::visible_sources(scene)) {
        if (!sources.empty()) sources += "; ";
        sources += scene::in_language(scene, source.text_en, source.text_fr);
    }
    add_notes(sources, scene);
    PngTexts texts{{"Title", std::string(scene::in_language(scene, scene.title_en, scene.title_fr))},
                   {"Description", std::string(scene::in_language(scene, scene.subtitle_en, scene.subtitle_fr))},
                   {"Source", sources},
                   {"Software", "Harmattan"}};
    std::erase_if(texts, [](const auto& text) { return text.second.empty(); });
    return texts;
}

}  // namespace harmattan::record
