#include "record/texts.h"

namespace harmattan::record {

PngTexts texts_of(const scene::Scene& scene) {
    std::string sources;
    for (const scene::Source& source : scene::visible_sources(scene)) {
        if (!sources.empty()) sources += "; ";
        sources += scene::in_language(scene, source.text_en, source.text_fr);
    }
    PngTexts texts{{"Title", std::string(scene::in_language(scene, scene.title_en, scene.title_fr))},
                   {"Description", std::string(scene::in_language(scene, scene.subtitle_en, scene.subtitle_fr))},
                   {"Source", sources},
                   {"Software", "Harmattan"}};
    std::erase_if(texts, [](const auto& text) { return text.second.empty(); });
    return texts;
}

}  // namespace harmattan::record
