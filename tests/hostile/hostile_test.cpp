// Hostile inputs of every kind: none crashes, hangs, fills the memory or is read in half without a word. More of
// single formats are in tests/io (gdal_hostile, packed, sheet, csv_reader: what shrinks while it is read).
#include <iostream>
#include <set>

#include "hostile_input.h"
#include "support/catch.h"

using namespace harmattan::test;

TEST_CASE("hostile texts") {
    check_all(hostile_texts());
}
TEST_CASE("hostile values") {
    check_all(hostile_values());
}
TEST_CASE("hostile binaries") {
    check_all(hostile_binaries());
}
TEST_CASE("hostile packings") {
    check_all(hostile_packings());
}
TEST_CASE("hostile features") {
    check_all(hostile_features());
}
TEST_CASE("hostile schemas, stories and mappings") {
    check_all(hostile_settings());
}
TEST_CASE("hostile filters") {
    check_all(hostile_filters());
}
TEST_CASE("hostile paths") {
    check_all(hostile_paths());
}

TEST_CASE("the hostile inputs are counted, and every one has a name and a sentence of its own") {
    std::set<std::string> names;
    std::size_t count = 0;
    for (const auto& table : {hostile_texts(), hostile_values(), hostile_binaries(), hostile_packings(),
                              hostile_features(), hostile_settings(), hostile_filters(), hostile_paths()})
        for (const HostileInput& input : table) {
            ++count;
            names.insert(input.name);
            INFO(input.name);
            CHECK_FALSE(input.expected.empty());
        }
    std::cout << count << " hostile inputs\n";
    CHECK(names.size() == count);
    CHECK(count >= 250);
}
