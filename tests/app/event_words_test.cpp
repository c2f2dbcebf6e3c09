#include "app/event_words.h"

#include "support/catch.h"

using namespace harmattan;
using app::words_of;
using base::day_of;
using base::Language;
using events::Text;

namespace {

events::EventTable table_of(const events::EventRow& row) {
    events::EventTableBuilder builder;
    builder.add(row);
    return std::move(builder).build();
}

std::string_view& text(events::EventRow& row, Text column) {
    return row.texts[static_cast<std::size_t>(column)];
}

// The first row of the embedded story.
events::EventRow menaka() {
    events::EventRow row;
    row.first_day = row.last_day = day_of({2012, 1, 16});
    row.best = 1;
    row.low = 1;
    row.high = 26;
    row.type = events::ViolenceType::state_based;
    row.where_precision = 2;
    row.date_precision = 1;
    text(row, Text::place) = "Ménaka";
    text(row, Text::region) = "Gao";
    text(row, Text::country) = "Mali";
    text(row, Text::side_a) = "Government of Mali";
    text(row, Text::side_b) = "CMA";
    text(row, Text::source) = "UCDP GED 21.1, event 30027";
    return row;
}

}  // namespace

TEST_CASE("an event in words, with the three estimates and the source") {
    const auto words = words_of(table_of(menaka()), 0, Language::en);
    CHECK(words.date == "16 January 2012");
    CHECK(words.date_precision.empty());
    CHECK(words.place == "Ménaka, Gao, Mali");
    CHECK(words.place_precision == "place known to within about 25 km");
    CHECK(words.type == "State-based conflict");
    CHECK(words.sides == "Government of Mali – CMA");
    CHECK(words.fatalities == "Reported fatalities: best 1, low 1, high 26");
    CHECK(words.sources == "Source: UCDP GED 21.1, event 30027");
}

TEST_CASE("the same in French") {
    const auto words = words_of(table_of(menaka()), 0, Language::fr);
    CHECK(words.date == "16 janvier 2012");
    CHECK(words.type == "Conflit étatique");
    CHECK(words.fatalities == "Décès signalés\u00a0: meilleure estimation 1, basse 1, haute 26");
}

TEST_CASE("what the source does not give is said to be not given") {
    events::EventRow row;
    row.first_day = row.last_day = day_of({2019, 5, 4});
    auto words = words_of(table_of(row), 0, Language::en);
    CHECK(words.date_precision == "precision of the date not given");
    CHECK(words.place == "Place not given");
    CHECK(words.place_precision == "precision of the place not given");
    CHECK(words.type == "Type not given");
    CHECK(words.sides.empty());
    CHECK(words.fatalities == "Reported fatalities: not given");
    CHECK(words.sources.empty());
    row.best = 4;
    words = words_of(table_of(row), 0, Language::en);
    CHECK(words.fatalities == "Reported fatalities: best 4, low not given, high not given");
}

TEST_CASE("a date is never sharper than the source knows it") {
    auto row = menaka();
    row.first_day = day_of({2012, 3, 1});
    row.last_day = day_of({2012, 3, 31});
    row.date_precision = 4;
    auto words = words_of(table_of(row), 0, Language::en);
    CHECK(words.date == "March 2012");
    CHECK(words.date_precision == "date known to the month");
    row.first_day = day_of({2012, 1, 1});
    row.last_day = day_of({2012, 12, 31});
    row.date_precision = 5;
    CHECK(words_of(table_of(row), 0, Language::en).date == "2012");
    // A year's precision over two years stays a range.
    row.last_day = day_of({2013, 2, 1});
    CHECK(words_of(table_of(row), 0, Language::en).date == "1 January 2012 – 1 February 2013");
    row.date_precision = 7;
    CHECK(words_of(table_of(row), 0, Language::en).date_precision ==
          "precision of the date: 7 (not a value of the GED codebook)");
}

TEST_CASE("every precision of the codebook has its words in both languages") {
    auto row = menaka();
    for (const auto language : {Language::en, Language::fr}) {
        for (std::uint8_t precision = 0; precision <= 7; ++precision) {
            row.where_precision = row.date_precision = precision;
            const auto words = words_of(table_of(row), 0, language);
            CHECK(words.place_precision.find("app.event") == std::string::npos);
            CHECK(words.date_precision.find("app.event") == std::string::npos);
        }
    }
}

TEST_CASE("where there are several sources an event says whose record it is, and a provisional one always") {
    scene::Scene scene;
    scene.event_layers.resize(1);
    scene.event_layers[0].table = std::make_shared<events::EventTable>(table_of(menaka()));
    scene.event_layers[0].name_en = "UCDP GED 21.1";
    CHECK(words_of(scene, scene.event_layers[0], 0).dataset.empty());
    CHECK(words_of(scene, scene.event_layers[0], 0).place == "Ménaka, Gao, Mali");
    scene.event_layers[0].is_provisional = true;
    CHECK(words_of(scene, scene.event_layers[0], 0).dataset == "Record of UCDP GED 21.1, provisional");
    scene.event_layers[0].is_provisional = false;
    scene.event_layers.push_back(scene.event_layers[0]);
    scene.event_layers[1].name_en = "ACLED";
    CHECK(words_of(scene, scene.event_layers[0], 0).dataset == "Record of UCDP GED 21.1");
    CHECK(words_of(scene, scene.event_layers[1], 0).dataset == "Record of ACLED");
}
