#include "io/duplicate_ids.h"

#include <map>
#include <random>

#include "support/catch.h"

using namespace harmattan;

TEST_CASE("every id that stood before is found, by any number of threads") {
    std::mt19937_64 random(7);
    std::vector<io::IdList> lists(3);
    std::map<std::uint64_t, std::uint64_t> first_line;
    std::vector<io::DuplicateId> expected;
    std::size_t row = 0;
    for (std::size_t part = 0; part < lists.size(); ++part) {
        const std::uint64_t lines_before = part * 1000;
        lists[part].move_lines(lines_before);
        for (std::uint64_t line = 1; line <= 1000; ++line, ++row) {
            const std::uint64_t number = random() % 2000;
            const std::uint64_t hash = number == 0 ? 0 : io::IdList::hash_of(std::to_string(number));
            lists[part].add(hash, line);
            if (hash == 0) continue;
            const auto [known, is_new] = first_line.emplace(hash, lines_before + line);
            if (!is_new) expected.push_back({row, lines_before + line, known->second});
        }
    }
    const std::vector<const io::IdList*> all{&lists[0], &lists[1], &lists[2]};
    REQUIRE(expected.size() > 200);
    for (const std::size_t threads : {1U, 2U, 5U}) {
        const auto found = io::find_duplicates(all, threads, 200);
        CHECK(found.count == expected.size());
        REQUIRE(found.listed.size() == 200);
        for (std::size_t i = 0; i < 200; ++i) {
            CHECK(found.listed[i].row == expected[i].row);
            CHECK(found.listed[i].line == expected[i].line);
            CHECK(found.listed[i].first_line == expected[i].first_line);
        }
    }
}

TEST_CASE("an id's hash is never 0, and no ids are no duplicates") {
    CHECK(io::IdList::hash_of("") != 0);
    CHECK(io::IdList::hash_of("1") != io::IdList::hash_of("2"));
    CHECK(io::find_duplicates({}, 2, 10).count == 0);
}
