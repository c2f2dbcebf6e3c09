// What bytes are, by themselves.
#pragma once

#include <string_view>

#include "io/feature_reader.h"

namespace harmattan::io {

// By a file's first bytes (64 KiB are enough); the part of identify() that opens nothing.
FileKind kind_of(std::string_view bytes);

}  // namespace harmattan::io
