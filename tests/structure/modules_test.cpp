// The house: a module includes only the modules that src/modules.txt permits (docs/architecture.md).
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "support/catch.h"
#include "support/source_tree.h"

using namespace harmattan::test;

namespace {

using Permitted = std::map<std::string, std::set<std::string>>;

// Lines of "module: the modules it may include".
Permitted permitted_from(const std::string& text) {
    Permitted permitted;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(':');
        if (line.empty() || line[0] == '#' || colon == std::string::npos) continue;
        std::istringstream names(line.substr(colon + 1));
        auto& uses = permitted[line.substr(0, colon)];
        for (std::string name; names >> name;) uses.insert(name);
    }
    return permitted;
}

Permitted permitted() {
    return permitted_from(text_of(source_folder() / "src" / "modules.txt"));
}

std::set<std::string> folders_in(const std::filesystem::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.is_directory()) names.insert(entry.path().filename().string());
    return names;
}

// The folders named first in the includes with quotes: "geo/extent.h" gives geo.
std::set<std::string> modules_included(const std::string& source) {
    std::set<std::string> modules;
    std::istringstream lines(source);
    for (std::string line; std::getline(lines, line);) {
        const auto hash = line.find_first_not_of(" \t");
        if (hash == std::string::npos || line[hash] != '#') continue;
        const auto word = line.find_first_not_of(" \t", hash + 1);
        if (word == std::string::npos || line.compare(word, 7, "include") != 0) continue;
        const auto quote = line.find('"', word);
        const auto slash = line.find('/', quote);
        if (quote != std::string::npos && slash != std::string::npos)
            modules.insert(line.substr(quote + 1, slash - quote - 1));
    }
    return modules;
}

// The includes of one file of `module` that `rules` do not permit.
std::set<std::string> forbidden_in(const std::string& source, const std::string& module, const Permitted& rules) {
    std::set<std::string> forbidden;
    for (const std::string& included : modules_included(source))
        if (rules.count(included) == 1 && included != module && rules.at(module).count(included) == 0)
            forbidden.insert(included);
    return forbidden;
}

// A module that can reach itself, or nothing.
std::string module_in_cycle(const Permitted& rules) {
    for (const auto& [start, uses] : rules) {
        std::set<std::string> reached = uses;
        for (std::size_t before = 0; before != reached.size();) {
            before = reached.size();
            for (const std::string& module : std::set<std::string>(reached))
                if (const auto found = rules.find(module); found != rules.end())
                    reached.insert(found->second.begin(), found->second.end());
        }
        if (reached.count(start) == 1) return start;
    }
    return {};
}

bool has_sources(const std::filesystem::path& folder) {
    for (const auto& file : cpp_files_in(folder))
        if (file.extension() == ".cpp" && file.filename() != "main.cpp") return true;
    return false;
}

}  // namespace

TEST_CASE("modules include only what is permitted") {
    const Permitted rules = permitted();
    int files = 0;
    for (const auto& [module, uses] : rules) {
        if (!std::filesystem::exists(source_folder() / "src" / module)) continue;
        for (const auto& file : cpp_files_in(source_folder() / "src" / module)) {
            ++files;
            for (const std::string& included : forbidden_in(text_of(file), module, rules))
                FAIL_CHECK(file.string() << " includes " << included << ", which src/modules.txt does not permit");
        }
    }
    CHECK(files > 30);
}

TEST_CASE("every folder of src is in the list, and every module of the list is known") {
    const Permitted rules = permitted();
    CHECK(rules.size() >= 10);
    for (const std::string& folder : folders_in(source_folder() / "src")) {
        INFO("src/" << folder);
        CHECK(rules.count(folder) == 1);
    }
    for (const auto& [module, uses] : rules)
        for (const std::string& used : uses) {
            INFO(module << " may use " << used);
            CHECK(rules.count(used) == 1);
        }
}

TEST_CASE("the permitted includes have no cycle") {
    CHECK(module_in_cycle(permitted()).empty());
}

TEST_CASE("scene and analysis never include io") {
    const Permitted rules = permitted();
    CHECK(rules.at("scene").count("io") == 0);
    if (rules.count("analysis") == 1) CHECK(rules.at("analysis").count("io") == 0);
}

// The design: no GDAL type in io's headers.
TEST_CASE("io's headers know no GDAL") {
    for (const auto& file : cpp_files_in(source_folder() / "src" / "io")) {
        if (file.extension() != ".h") continue;
        const std::string text = text_of(file);
        INFO(file.string());
        for (const char* name :
             {"#include <gdal", "#include <ogr", "#include \"gdal", "#include \"ogr", "#include <cpl"})
            CHECK(text.find(name) == std::string::npos);
    }
}

TEST_CASE("every module with sources has tests of its name") {
    for (const std::string& module : folders_in(source_folder() / "src")) {
        if (!has_sources(source_folder() / "src" / module)) continue;
        const auto folder = source_folder() / "tests" / module;
        INFO("tests/" << module);
        CHECK(std::filesystem::exists(folder / "CMakeLists.txt"));
        CHECK((std::filesystem::exists(folder) && has_sources(folder)));
    }
}

TEST_CASE("the checks themselves find what is wrong") {
    const Permitted rules = permitted_from("# a comment\nbase:\ngeo: base\nscene: base geo\n");
    CHECK(forbidden_in("#include \"scene/scene.h\"\n", "geo", rules) == std::set<std::string>{"scene"});
    CHECK(forbidden_in("  #  include \"geo/extent.h\"\n", "base", rules) == std::set<std::string>{"geo"});
    CHECK(forbidden_in("#include \"geo/extent.h\"\n#include \"base/day.h\"\n#include <scene/x.h>\n", "geo", rules)
              .empty());
    CHECK(module_in_cycle(rules).empty());
    CHECK_FALSE(module_in_cycle(permitted_from("a: b\nb: c\nc: a\n")).empty());
    CHECK_FALSE(module_in_cycle(permitted_from("a: a\n")).empty());
}
