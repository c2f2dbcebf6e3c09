// How the bytes at a file's beginning tell its format.
#pragma once

#include <string_view>

#include "io/feature_reader.h"

namespace harmattan::io {

// By the magic numbers of binary formats; FileKind::unknown for text. `bytes` are the file's first.
FileKind binary_kind(std::string_view bytes);

// The same for texts in JSON and XML. `text` begins with no blank and no byte order mark. A GeoJSON Feature whose
// end does not lie in `text` counts as geojson: is_sequence_beyond() tells it from a sequence.
FileKind markup_kind(std::string_view text);

// True for the local file header with which a zip archive begins, or the end record of an empty one.
bool is_zip(std::string_view bytes);

// For text: a page of the web, which an address gives instead of a file when it asks to sign in or has nothing.
bool is_web_page(std::string_view text);

// For KML: whether a document type is declared before the root element, where entities could be.
bool has_document_type(std::string_view text);

}  // namespace harmattan::io
