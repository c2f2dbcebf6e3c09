#include "record/texts.h"

#include "support/catch.h"

using namespace harmattan;

TEST_CASE("a picture's texts name every visible source, and say which is provisional or filtered") {
    scene::Scene scene;
    scene.title_en = "A title";
    scene.event_layers.resize(2);
    for (auto& layer : scene.event_layers) layer.table = std::make_shared<events::EventTable>();
    scene.event_layers[0].source.text_en = "Events: one";
    scene.event_layers[1].source.text_en = "Events: two";
    scene.event_layers[1].name_en = "UCDP Candidate";
    const auto source = [&] {
        for (const auto& [keyword, text] : record::texts_of(scene))
            if (keyword == "Source") return text;
        return std::string();
    };
    CHECK(source() == "Events: one; Events: two");
    scene.event_layers[1].is_provisional = true;
    scene.event_layers[1].filter = "best >= 10";
    CHECK(source() ==
          "Events: one; Events: two; UCDP Candidate: Provisional: later releases replace these figures.; "
          "UCDP Candidate: Filter: best >= 10");
    scene.event_layers[1].visible = false;
    CHECK(source() == "Events: one");
}
