// Texts in CSV that no spreadsheet takes for a formula.
#pragma once

#include <string>
#include <string_view>

namespace harmattan::io {

// A spreadsheet runs a cell that begins with = + - @ as a formula, also behind a tab or a line break (OWASP
// ASVS 5.0, 1.2.10; CWE-1236). So one apostrophe is put before each = + - @ with which a cell could begin: at the
// text's beginning, and after a semicolon, tab or line break in it, since a spreadsheet that splits the line at
// semicolons (as in France) or tabs begins a cell there, quotation marks or not. At the text's beginning tab and
// line break themselves are guarded too. Where apostrophes stand before such a character already, one more is put
// before them: so unguarded_text() can take exactly one away and give every text back as it was. For texts only;
// numbers are no danger and stay numbers.
std::string guarded_text(std::string_view text);

// The text that guarded_text() was given; any other text as it is, but for apostrophes where it could have put
// one.
std::string unguarded_text(std::string_view text);

// Whether unguarded_text() could change the text; nearly always false, and found out fast.
inline bool may_be_guarded(std::string_view text) {
    return text.find('\'') != std::string_view::npos;
}

// Whether guarded_text() would change the text.
bool needs_guard(std::string_view text);

}  // namespace harmattan::io
