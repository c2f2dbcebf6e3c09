// The program itself, run as a user runs it.
#pragma once

#include <string>
#include <vector>

#include "support/run_program.h"
#include "support/temporary_folder.h"

namespace harmattan::test {

using Environment = std::vector<std::pair<std::string, std::string>>;

// Runs harmattan in a folder of its own, which it may fill.
class Harmattan {
  public:
    ProgramResult run(std::vector<std::string> arguments, Environment environment = {}) const;
    // Small, drawn by software, so that every machine draws the same.
    ProgramResult snap(std::vector<std::string> arguments, Environment environment = {}) const;
    ProgramResult record(std::vector<std::string> arguments) const;

    std::filesystem::path path(const std::string& name) const { return folder_ / name; }
    // Makes a file and gives its name.
    std::string file(const std::string& name, const std::string& text) const;
    std::string bytes(const std::string& name) const;
    bool has(const std::string& name) const { return std::filesystem::exists(path(name)); }
    // Everything in the folder, hidden files too.
    std::vector<std::string> names() const;

  private:
    TemporaryFolder folder_;
};

// True for one line that begins with "harmattan VERB: " or more such lines.
bool speaks_for(const std::string& errors, const std::string& verb);

}  // namespace harmattan::test
