// Files of every format, made by GDAL's own ogr2ogr from a GeoJSON text.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "base/error.h"
#include "support/catch.h"
#include "support/run_program.h"
#include "support/temporary_folder.h"

namespace harmattan::test {

inline void write_file(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

// Runs ogr2ogr -f FORMAT TO FROM with the options.
inline void convert(const std::filesystem::path& from, const std::filesystem::path& to, const std::string& format,
                    const std::vector<std::string>& options = {}) {
    std::vector<std::string> arguments{"-f", format};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.push_back(to.string());
    arguments.push_back(from.string());
    const auto ran = run_program({"ogr2ogr", arguments});
    INFO(ran.errors);
    REQUIRE(std::filesystem::exists(to));
}

// The key of the Error that the work throws, or "none".
inline std::string key_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const base::Error& error) {
        return error.key();
    }
    return "none";
}

}  // namespace harmattan::test
