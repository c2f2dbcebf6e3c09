// Runs a program as a user would and gives all it said.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace harmattan::test {

struct Command {
    std::filesystem::path program;  // looked for on the PATH when it has no slash
    std::vector<std::string> arguments;
    // Added to the environment of the test; a value that is empty takes the variable away.
    std::vector<std::pair<std::string, std::string>> environment = {};
    std::filesystem::path working_folder = {};  // empty: the test's own
    double timeout_s = 120;
};

struct ProgramResult {
    int exit_status = -1;    // 128 + the signal's number when a signal ended it, as shells say
    bool timed_out = false;  // it was killed
    std::string output;      // standard output
    std::string errors;      // standard error
};

// Standard input is empty. Throws std::system_error when the program cannot be started.
ProgramResult run_program(const Command& command);

}  // namespace harmattan::test
