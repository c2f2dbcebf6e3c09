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
    scene.event_layers.resize(2);
    scene.event_layers[0].source = {"Events: Z", "Événements : Z"};
    scene.event_layers[1].source = {"Events: W", "Événements : W"};
    scene.event_layers[1].visible = false;
    const auto texts = [&] {
        std::vector<std::string> out;
        for (const auto& source : scene::visible_sources(scene)) out.push_back(source.text_en);
        return out;
    };
    CHECK(texts() == std::vector<std::string>{"Events: Z", "Base map: X"});
    scene.event_layers[1].visible = true;
    CHECK(texts() == std::vector<std::string>{"Events: Z", "Events: W", "Base map: X"});
    scene.event_layers[1].visible = false;
    scene.layers[2].visible = true;
    scene.layers[0].visible = scene.layers[1].visible = false;
    CHECK(texts() == std::vector<std::string>{"Events: Z", "Areas: Y"});
    scene.event_layers[0].visible = false;
    CHECK(texts() == std::vector<std::string>{"Areas: Y"});
}
