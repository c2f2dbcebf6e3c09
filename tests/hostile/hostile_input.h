// Hostile inputs as tables: a name, what is done with the input, and the sentence that a user has to see.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace harmattan::test {

using Bytes = std::function<std::string()>;  // made only where they are read: some are large

// Is run in a process and a folder of its own; gives all sentences that a user would see, one a line.
using Work = std::function<std::string(const std::filesystem::path& folder)>;

struct HostileInput {
    std::string name;
    Work work;
    std::string expected;  // stands in the sentences
};
using HostileInputs = std::vector<HostileInput>;

// Reads the events, or the features, in a file of that name and content.
Work events_in(Bytes bytes, std::string file = "e.csv");
Work events_in(std::string bytes, std::string file = "e.csv");
Work features_in(Bytes bytes, std::string file = "f.geojson");
Work features_in(std::string bytes, std::string file = "f.geojson");
// One row below the names in `row_header` and a good row.
Work row(std::string text);
extern const char* const row_header;
extern const char* const good_row;
// What is given is read as it would be from a path that a person wrote, first with identify().
Work path_given(std::string path);
Work filter(Bytes text);
Work filter(std::string text);
Work schema(Bytes text);
Work schema(std::string text);
Work story(Bytes text);
Work story(std::string text);
Work mapping(std::string text);

// Reads a path both ways, for inputs that make their files by themselves.
std::string sentences_of_events(const std::filesystem::path& file);
std::string sentences_of_features(const std::filesystem::path& file);
// The sentence of the Error that `read` throws, or what it gives.
std::string sentences_of(const std::function<std::string()>& read);

std::string repeated(std::string_view text, std::size_t times);

// Runs every input in a child process: no signal, at most 10 s of work, bounded memory, no control character in
// what it says, and the sentence as expected.
void check_all(const HostileInputs& inputs);

// The tables.
HostileInputs hostile_texts();
HostileInputs hostile_values();
HostileInputs hostile_binaries();
HostileInputs hostile_packings();
HostileInputs hostile_features();
HostileInputs hostile_settings();
HostileInputs hostile_filters();
HostileInputs hostile_paths();

}  // namespace harmattan::test
