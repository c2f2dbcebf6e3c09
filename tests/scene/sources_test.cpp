#include "scene/scene.h"
#include "support/catch.h"

using namespace harmattan;

TEST_CASE("sources are those of what is visible, each once, the events' first") {
    scene::Scene scene;
    scene.layers.resize(4);
    scene.layers[0].source = {"Base map: X", "Fond : X"};
    scene.layers[1].source = {"Base map: X", "Fond : X"};
    scene.layers[2].source = {"Areas: Y", "Aires : Y"};
    scene.layers[2].visible = false;
    scene.events.emplace();
    scene.events->source = {"Events: Z", "Événements : Z"};
    const auto texts = [&] {
        std::vector<std::string> out;
        for (const auto& source : scene::visible_sources(scene)) out.push_back(source.text_en);
        return out;
    };
    CHECK(texts() == std::vector<std::string>{"Events: Z", "Base map: X"});
    scene.layers[2].visible = true;
    scene.layers[0].visible = scene.layers[1].visible = false;
    CHECK(texts() == std::vector<std::string>{"Events: Z", "Areas: Y"});
    scene.events->visible = false;
    CHECK(texts() == std::vector<std::string>{"Areas: Y"});
}
