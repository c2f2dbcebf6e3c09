// The colour that an event's actors give it, day by day.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "events/actor_registry.h"
#include "events/event_table.h"

namespace harmattan::events {

// Rows whose actors belong to the same families through all days share a course, so that a change of allegiance
// costs a handful of values and no row. 2 bytes a row.
//
// Method: on a day an actor has the family of its affiliation (ActorRegistry::family_at). The event has the colour
// of the armed families on its two sides, whatever fights them: one colour where there is one, `black` where there
// are two or more. An armed side that the registry does not know, or that has no family of its own, is `grey`, and
// counts only where no other armed family is there. Where no armed side is named the forces of states give the
// colour in the same way, else it is `grey`.
class ActorCourses {
  public:
    // Both may be given up afterwards. Throws Error "actors.too_many_courses" when the rows have more than 65,536.
    ActorCourses(const ActorRegistry& registry, const EventTable& table);

    std::size_t size() const { return course_of_row_.size(); }
    std::uint16_t course(std::size_t row) const { return course_of_row_[row]; }
    std::size_t course_count() const { return courses_.size(); }

    // The days are cut into stretches in which no actor changes: the number of the one that holds `day`.
    std::size_t stretch(base::Day day) const;
    std::size_t stretch_count() const { return first_days_.size() + 1; }
    FamilyHue hue(std::size_t course, std::size_t stretch) const { return courses_[course][stretch]; }

    // Whether an event has the colour on its day or later: what a legend that holds for a whole film has to name.
    bool has(FamilyHue hue) const { return has_[static_cast<std::size_t>(hue)]; }
    // The families' name for a colour; empty for one that no family has, and for `black`.
    const std::string& name_en(FamilyHue hue) const { return names_[static_cast<std::size_t>(hue)].en; }
    const std::string& name_fr(FamilyHue hue) const { return names_[static_cast<std::size_t>(hue)].fr; }

  private:
    void note_hues(const EventTable& table);

    using Course = std::vector<FamilyHue>;  // by stretch
    struct Name {
        std::string en, fr;
    };

    std::vector<base::Day> first_days_;  // of all stretches but the first
    std::vector<Course> courses_;
    std::vector<std::uint16_t> course_of_row_;
    std::array<bool, family_hue_count> has_{};
    std::array<Name, family_hue_count> names_;
};

}  // namespace harmattan::events
