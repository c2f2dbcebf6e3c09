// The days on which the user fetched files whose credit must name it, asked once and kept in the user's
// configuration.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"

namespace harmattan::io {

// $XDG_CONFIG_HOME/harmattan/credits.toml, or ~/.config/harmattan/credits.toml (XDG Base Directory Specification
// 0.8); empty where neither is known.
std::filesystem::path access_dates_file();

// Known by dataset, the data file's path and its size: another download under the same name is asked for anew.
class AccessDates {
  public:
    // Reads the file when there is one. Throws Error "credits.unreadable" (file, reason).
    explicit AccessDates(std::filesystem::path file = access_dates_file());

    std::optional<base::Day> find(const std::string& dataset, const std::filesystem::path& data_file) const;

    // Writes the file, and makes its folder. Throws Error "output.cannot_write", "output.no_folder".
    void remember(const std::string& dataset, const std::filesystem::path& data_file, base::Day accessed);

  private:
    struct Entry {
        std::string dataset, file;
        std::int64_t bytes = 0;
        base::Day accessed;

        bool is_of_same_file(const Entry& other) const {
            return dataset == other.dataset && file == other.file && bytes == other.bytes;
        }
    };
    static Entry entry_for(const std::string& dataset, const std::filesystem::path& data_file);
    void write() const;

    std::filesystem::path file_;
    std::vector<Entry> entries_;
};

}  // namespace harmattan::io
