#include "io/month_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace harmattan::io {
namespace {

using Month = std::pair<std::string_view, int>;

constexpr std::array<Month, 43> months{{
    {"april", 4},    {"apr", 4},      {"aout", 8},      {"aou", 8},       {"august", 8},    {"aug", 8},
    {"avril", 4},    {"avr", 4},      {"december", 12}, {"decembre", 12}, {"dec", 12},      {"february", 2},
    {"feb", 2},      {"fevrier", 2},  {"fevr", 2},      {"fev", 2},       {"january", 1},   {"janvier", 1},
    {"janv", 1},     {"jan", 1},      {"juillet", 7},   {"juill", 7},     {"juil", 7},      {"juin", 6},
    {"july", 7},     {"jul", 7},      {"june", 6},      {"jun", 6},       {"march", 3},     {"mars", 3},
    {"mar", 3},      {"mai", 5},      {"may", 5},       {"november", 11}, {"novembre", 11}, {"nov", 11},
    {"october", 10}, {"octobre", 10}, {"oct", 10},      {"september", 9}, {"septembre", 9}, {"sept", 9},
    {"sep", 9},
}};

constexpr std::array<std::string_view, 34> weekdays{
    "monday", "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
    "tues",   "wed",      "thu",       "thur",     "thurs",  "fri",      "sat",    "sun", "lundi",
    "mardi",  "mercredi", "jeudi",     "vendredi", "samedi", "dimanche", "lun",    "mar", "mer",
    "mercr",  "jeu",      "ven",       "vendr",    "sam",    "dim",      "weds"};

}  // namespace

std::optional<int> month_of_name(std::string_view name) {
    const auto* const found =
        std::find_if(months.begin(), months.end(), [&](const Month& month) { return month.first == name; });
    return found == months.end() ? std::nullopt : std::optional(found->second);
}

bool is_weekday_name(std::string_view name) {
    return std::find(weekdays.begin(), weekdays.end(), name) != weekdays.end();
}

}  // namespace harmattan::io
