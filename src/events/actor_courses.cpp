#include "events/actor_courses.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "base/error.h"
#include "events/actor_lookup.h"

namespace harmattan::events {
namespace {

// The colours of a side's families, a bit each.
struct Hues {
    std::uint16_t armed = 0, force = 0;

    void add(FamilyHue hue, FamilyPart part) {
        const auto bit = static_cast<std::uint16_t>(1U << static_cast<unsigned>(hue));
        if (part == FamilyPart::armed) armed = static_cast<std::uint16_t>(armed | bit);
        if (part == FamilyPart::force) force = static_cast<std::uint16_t>(force | bit);
    }
};

constexpr unsigned grey_bit = 1U << static_cast<unsigned>(FamilyHue::grey);

FamilyHue only_one(unsigned hues) {
    return std::has_single_bit(hues) ? static_cast<FamilyHue>(std::countr_zero(hues)) : FamilyHue::black;
}

FamilyHue colour_of(const Hues& a, const Hues& b) {
    const unsigned armed = static_cast<unsigned>(a.armed) | b.armed,
                   force = static_cast<unsigned>(a.force) | b.force;
    if ((armed & ~grey_bit) != 0) return only_one(armed & ~grey_bit);
    if (armed != 0 || force == 0) return FamilyHue::grey;
    return only_one(force);
}

Hues hues_of(const ActorRegistry& registry, const SideActors& side, base::Day day) {
    Hues hues;
    for (const ActorId id : side.actors) {
        const ActorFamily* family = registry.family(registry.family_at(id, day));
        if (family != nullptr)
            hues.add(family->hue, family->part);
        else
            hues.add(FamilyHue::grey, FamilyPart::armed);
    }
    if (side.unknown_parts > 0) hues.add(FamilyHue::grey, FamilyPart::armed);
    return hues;
}

// The days on which an actor may begin to belong to another family: of the changes, and after them and after
// actors' ends.
std::vector<base::Day> days_of_change(const ActorRegistry& registry) {
    std::vector<base::Day> days;
    const auto add = [&](base::Day day) { days.insert(days.end(), {day, day + 1}); };
    for (const ActorChange& change : registry.changes()) add(change.when.day);
    for (const Actor& actor : registry.actors())
        if (actor.ended) add(actor.ended->day);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

}  // namespace

ActorCourses::ActorCourses(const ActorRegistry& registry, const EventTable& table)
    : first_days_(days_of_change(registry)), course_of_row_(table.size()) {
    const ActorLookup lookup(registry, table);
    std::vector<std::vector<Hues>> sides(lookup.group_count());  // by group and stretch
    for (std::uint32_t group = 0; group < sides.size(); ++group)
        for (std::size_t i = 0; i < stretch_count(); ++i)
            sides[group].push_back(
                hues_of(registry, lookup.group_actors(group), i == 0 ? earliest_day : first_days_[i - 1]));

    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint16_t> course_of_pair;
    std::map<Course, std::uint16_t> numbers;
    const auto number_of = [&](std::uint32_t a, std::uint32_t b) {
        Course course(stretch_count());
        for (std::size_t i = 0; i < course.size(); ++i) course[i] = colour_of(sides[a][i], sides[b][i]);
        const auto [found, is_new] = numbers.try_emplace(course, static_cast<std::uint16_t>(courses_.size()));
        if (!is_new) return found->second;
        if (courses_.size() > std::numeric_limits<std::uint16_t>::max())
            throw base::Error("actors.too_many_courses", {{"most", "65536"}});
        courses_.push_back(std::move(course));
        return found->second;
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::pair pair(lookup.group(Side::a, row), lookup.group(Side::b, row));
        auto found = course_of_pair.find(pair);
        if (found == course_of_pair.end())
            found = course_of_pair.emplace(pair, number_of(pair.first, pair.second)).first;
        course_of_row_[row] = found->second;
    }
    note_hues(table);
    for (const ActorFamily& family : registry.families()) {
        Name& name = names_[static_cast<std::size_t>(family.hue)];
        if (family.part != FamilyPart::none) name = {family.name_en, family.name_fr};
    }
}

// No picture shows an event before its day.
void ActorCourses::note_hues(const EventTable& table) {
    std::vector<std::size_t> earliest(courses_.size(), stretch_count());
    for (std::size_t row = 0; row < table.size(); ++row) {
        std::size_t& first = earliest[course_of_row_[row]];
        first = std::min(first, stretch(table.first_day()[row]));
    }
    for (std::size_t i = 0; i < courses_.size(); ++i)
        for (std::size_t at = earliest[i]; at < stretch_count(); ++at)
            has_[static_cast<std::size_t>(courses_[i][at])] = true;
}

std::size_t ActorCourses::stretch(base::Day day) const {
    return static_cast<std::size_t>(std::upper_bound(first_days_.begin(), first_days_.end(), day) -
                                    first_days_.begin());
}

}  // namespace harmattan::events
