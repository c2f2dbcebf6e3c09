// What was written, read again.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/progress.h"
#include "io/event_writer.h"

namespace harmattan::io {

// Gives the cells of a row of the table that was written.
using CellsOfRow = std::function<std::span<const Cell>(std::size_t row)>;

// Reads the file as any stranger's and compares every value with what it should be. `name` stands for it in
// messages. Throws Error "write.unlike", "write.unreadable", "write.cancelled".
void verify_written(const std::filesystem::path& file, EventFormat format, const std::string& name,
                    std::size_t rows, const CellsOfRow& cells, const base::Progress& progress);

}  // namespace harmattan::io
