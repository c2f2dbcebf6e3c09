#include "cli/harmattan.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "support/source_tree.h"

namespace harmattan::test {
namespace {

std::vector<std::string> joined(std::vector<std::string> first, const std::vector<std::string>& then) {
    first.insert(first.end(), then.begin(), then.end());
    return first;
}

}  // namespace

ProgramResult Harmattan::run(std::vector<std::string> arguments, Environment environment) const {
    Command command{HARMATTAN_PROGRAM, std::move(arguments)};
    command.environment = std::move(environment);
    command.working_folder = folder_.path();
    return run_program(command);
}

ProgramResult Harmattan::snap(std::vector<std::string> arguments, Environment environment) const {
    return run(joined({"snap", "--renderer", "software", "--size", "320x180"}, arguments), std::move(environment));
}

ProgramResult Harmattan::record(std::vector<std::string> arguments) const {
    return run(joined({"record", "--renderer", "software", "--size", "320x180"}, arguments));
}

std::string Harmattan::file(const std::string& name, const std::string& text) const {
    std::ofstream(path(name), std::ios::binary) << text;
    return name;
}

std::string Harmattan::bytes(const std::string& name) const {
    return text_of(path(name));
}

std::vector<std::string> Harmattan::names() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

bool speaks_for(const std::string& errors, const std::string& verb) {
    std::istringstream lines(errors);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        if (!line.starts_with("harmattan " + verb + ": ")) return false;
    return count > 0;
}

}  // namespace harmattan::test
