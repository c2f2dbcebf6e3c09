#include "events/actor.h"

#include <algorithm>
#include <iterator>
#include <span>

#include <fmt/format.h>

namespace harmattan::events {
namespace {

// In the order of the enumerations.
constexpr std::string_view kind_words[] = {"state_forces",  "international_force", "private_force", "armed_group",
                                           "coalition",     "self_defence",        "communal",      "political",
                                           "confraternity", "civilians",           "unidentified"};
constexpr std::string_view precision_words[] = {"day", "month", "year", "approximate"};
constexpr std::string_view vocabulary_words[] = {"GED", "ACLED", "press-en", "press-fr"};
constexpr std::string_view change_words[] = {"merger",     "joined",   "left",     "renamed",  "split",
                                             "allegiance", "umbrella", "alliance", "dissolved"};

template <typename Enumeration>
std::optional<Enumeration> parse(std::span<const std::string_view> words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Enumeration>(found - words.begin());
}

}  // namespace

std::optional<ActorKind> parse_actor_kind(std::string_view word) {
    return parse<ActorKind>(kind_words, word);
}
std::optional<ActorDatePrecision> parse_actor_date_precision(std::string_view word) {
    return parse<ActorDatePrecision>(precision_words, word);
}
std::optional<NameVocabulary> parse_name_vocabulary(std::string_view word) {
    return parse<NameVocabulary>(vocabulary_words, word);
}
std::optional<ActorChangeKind> parse_actor_change_kind(std::string_view word) {
    return parse<ActorChangeKind>(change_words, word);
}

std::string_view word_of(ActorKind kind) {
    return kind_words[static_cast<std::size_t>(kind)];
}
std::string_view word_of(NameVocabulary vocabulary) {
    return vocabulary_words[static_cast<std::size_t>(vocabulary)];
}
std::string_view word_of(ActorChangeKind kind) {
    return change_words[static_cast<std::size_t>(kind)];
}

std::string actor_kind_words() {
    return fmt::format("{}", fmt::join(kind_words, ", "));
}
std::string actor_date_precision_words() {
    return fmt::format("{}", fmt::join(precision_words, ", "));
}
std::string name_vocabulary_words() {
    return fmt::format("{}", fmt::join(vocabulary_words, ", "));
}
std::string actor_change_kind_words() {
    return fmt::format("{}", fmt::join(change_words, ", "));
}

}  // namespace harmattan::events
