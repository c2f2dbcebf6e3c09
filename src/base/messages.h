// The message tables: every sentence the program says, in English and French (data/messages/*.LANG.txt, lines of
// "key = sentence with {placeholders}").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace harmattan::base {

enum class Language { en, fr };

// "en" or "fr"; throws Error "language.unknown".
Language parse_language(std::string_view text);

// The sentence for a key with its placeholders filled; a placeholder without a value stays visible as {name}.
// A key that no table holds gives the key itself and its values, so that nothing is hidden. Control characters
// in values are shown as \xNN: a terminal never obeys a file.
std::string message(Language language, std::string_view key, const NamedValues& values = {});

// The text with everything in it that could steer a terminal as \xNN: controls of ASCII and of Unicode (C0, DEL, C1),
// marks that turn the order of letters about, and bytes that are no UTF-8. For text that is shown outside a message.
std::string printable(std::string_view value);

// The words for an error.
std::string words(Language language, const Error& error);

// All keys of one language, sorted (for tests).
std::vector<std::string> message_keys(Language language);

}  // namespace harmattan::base
