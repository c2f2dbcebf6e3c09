#include "app/event_words.h"

#include <fmt/core.h>

#include "base/number_format.h"
#include "layout/source_notes.h"

namespace harmattan::app {
namespace {

using base::Language;
using base::message;
using events::Text;

constexpr int precise_to_month = 4, precise_to_year = 5;

std::string date_of(const events::EventTable& table, std::size_t row, Language language) {
    const base::DayRange days{table.first_day()[row], table.last_day()[row]};
    const auto first = base::civil_of(days.first), last = base::civil_of(days.last);
    const int precision = table.date_precision()[row];
    if (precision == precise_to_month && first.year == last.year && first.month == last.month)
        return base::month_and_year(days.first, language);
    if (precision == precise_to_year && first.year == last.year) return fmt::format("{}", first.year);
    return base::date_range(days, language);
}

// "date" or "place": precisions are small numbers of GED's codebook, 0 for not given; other numbers are said too.
std::string precision_words(std::string_view what, int precision, int greatest, Language language) {
    if (precision > greatest)
        return message(language, fmt::format("app.event.{}_precision.other", what),
                       {{"value", fmt::format("{}", precision)}});
    return message(language, fmt::format("app.event.{}_precision.{}", what, precision));
}

std::string joined(std::initializer_list<std::string_view> parts, std::string_view separator) {
    std::string out;
    for (const auto part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += separator;
        out += part;
    }
    return out;
}

std::string_view type_key(events::ViolenceType type) {
    switch (type) {
        case events::ViolenceType::state_based:
            return "legend.type.state_based";
        case events::ViolenceType::non_state:
            return "legend.type.non_state";
        case events::ViolenceType::one_sided:
            return "legend.type.one_sided";
        case events::ViolenceType::unknown:
            break;
    }
    return "legend.type.unknown";
}

std::string fatalities_of(const events::EventTable& table, std::size_t row, Language language) {
    const auto words = [&](std::int32_t value) {
        return value == events::fatalities_unknown ? message(language, "app.event.not_given")
                                                   : base::grouped(value, language);
    };
    const auto best = table.best()[row], low = table.low()[row], high = table.high()[row];
    if (best == events::fatalities_unknown && low == best && high == best)
        return message(language, "app.event.fatalities_none", {{"value", words(best)}});
    return message(language, "app.event.fatalities",
                   {{"best", words(best)}, {"low", words(low)}, {"high", words(high)}});
}

}  // namespace

EventWords words_of(const events::EventTable& table, std::size_t row, Language language) {
    const auto text = [&](Text column) { return table.text(column).at(row); };
    EventWords words;
    words.date = date_of(table, row, language);
    const int date_precision = table.date_precision()[row];
    if (date_precision != 1)
        words.date_precision = precision_words("date", date_precision, precise_to_year, language);
    words.place = joined({text(Text::place), text(Text::region), text(Text::country)}, ", ");
    if (words.place.empty()) words.place = message(language, "app.event.no_place");
    words.place_precision = precision_words("place", table.where_precision()[row], 7, language);
    words.type = message(language, type_key(table.type()[row]));
    words.sides = joined({text(Text::side_a), text(Text::side_b)}, " – ");
    words.fatalities = fatalities_of(table, row, language);
    const auto sources = joined({text(Text::source), text(Text::second_source)}, "; ");
    if (!sources.empty()) words.sources = message(language, "app.event.source", {{"source", sources}});
    words.note = text(Text::note);
    return words;
}

EventWords words_of(const scene::Scene& scene, const scene::EventLayer& layer, std::size_t row) {
    EventWords words = words_of(*layer.table, row, scene.language);
    const base::NamedValues source{{"source", layout::source_name(scene, layer)}};
    if (layer.is_provisional)
        words.dataset = message(scene.language, "app.event.dataset_provisional", source);
    else if (scene.event_layers.size() > 1)
        words.dataset = message(scene.language, "app.event.dataset", source);
    return words;
}

}  // namespace harmattan::app
