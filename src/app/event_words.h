// What is known of one event, in words, with how well it is known. Pure: the card only sets it out.
#pragma once

#include <string>

#include "base/messages.h"
#include "events/event_table.h"
#include "scene/scene.h"

namespace harmattan::app {

struct EventWords {
    std::string date;            // "2 March 2017", a range, a month or a year: never sharper than the source
    std::string date_precision;  // empty for an exact day
    std::string place;           // "Aguelhok, Kidal, Mali"
    std::string place_precision;
    std::string type;
    std::string sides;       // the source's own names; empty when it gives none
    std::string fatalities;  // the three estimates stay three
    std::string sources;     // empty when none is given
    std::string note;
    std::string
        dataset;  // whose record it is, where the scene has several sources or these figures are provisional
};

EventWords words_of(const events::EventTable& table, std::size_t row, base::Language language);

// Of a row of one of the scene's event layers: with the dataset.
EventWords words_of(const scene::Scene& scene, const scene::EventLayer& layer, std::size_t row);

}  // namespace harmattan::app
